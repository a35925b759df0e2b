namespace NetworkMap.Graph.Algorithms;

/// <summary>A depth-first walk over everybody and the ties that are current on a day, from which can be read who and what holds the network together: whoever has a part below that reaches nobody
/// above but by her, and a tie that nothing goes around.</summary>
/// <remarks>Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", Communications of the ACM 16 (1973); in time and memory in proportion to organizations and ties, and without
/// recursion. Organizations are told by their place in the walk (<em>order</em>), so that everybody below somebody stands in one run, and what is in a part is the difference of two sums.</remarks>
internal sealed class CutTree
{
    private const int None = -1;
    private readonly NetworkGraph graph;
    private readonly ushort day;
    private readonly int[] orderOf;
    private readonly int[] handleAt;
    private readonly int[] parent;
    private readonly int[] entered;
    private readonly int[] low;
    private readonly int[] end;
    private readonly int[] root;

    internal CutTree(NetworkGraph graph, DateOnly at, CancellationToken cancellation)
    {
        var limit = graph.OrganizationLimit;
        (this.graph, day) = (graph, Link.Day(at));
        (orderOf, handleAt, parent, entered, low, end, root) = (new int[limit], new int[limit], new int[limit], new int[limit], new int[limit], new int[limit], new int[limit]);
        Array.Fill(orderOf, None);
        var next = new int[limit];
        for (var handle = 0; handle < limit; handle++)
        {
            if (orderOf[handle] == None && Lives(handle))
            {
                cancellation.ThrowIfCancellationRequested();
                Walk(handle, next);
            }
        }
    }

    /// <summary>How many live on the day.</summary>
    internal int Count { get; private set; }

    /// <summary>Who has a place in the walk.</summary>
    internal int HandleAt(int order) => handleAt[order];

    /// <summary>The place of somebody in the walk; -1 for who does not live on the day.</summary>
    internal int OrderOf(int handle) => orderOf[handle];

    /// <summary>Everybody who is connected with somebody, by any number of ties.</summary>
    internal Run ComponentOf(int order) => new(root[order], end[root[order]]);

    /// <summary>The tie by which the walk came to somebody, when nothing goes around it, and everybody below; null for any other.</summary>
    internal (int Tie, Run Below)? BridgeTo(int order) => parent[order] != None && low[order] == order ? (entered[order], new Run(order, end[order])) : null;

    /// <summary>The parts below somebody that reach nobody else without her. What is left of her component is one more part, unless it is empty.</summary>
    internal IEnumerable<Run> PartsBelow(int order)
    {
        for (var child = order + 1; child < end[order]; child = end[child])
        {
            if (low[child] >= order)
            {
                yield return new Run(child, end[child]);
            }
        }
    }

    /// <summary>The parts into which a component falls when somebody leaves, each as the runs that it is made of.</summary>
    internal List<List<Run>> PartsWithout(int order)
    {
        var below = PartsBelow(order).ToList();
        var (from, to) = ComponentOf(order);
        var rest = new List<Run>();
        foreach (var hole in below.Append(new Run(order, order + 1)).OrderBy(h => h.From))
        {
            rest.Add(new Run(from, hole.From));
            from = hole.To;
        }

        rest.Add(new Run(from, to));
        return [.. below.Select(b => new List<Run> { b }), .. new[] { rest.FindAll(r => r.To > r.From) }.Where(r => r.Count > 0)];
    }

    private bool Lives(int handle) => graph.BriefOf(handle).LivesOn(day);

    private void Walk(int first, int[] next)
    {
        var start = Count;
        for (var at = Enter(first, None, None, start); at != None;)
        {
            var deeper = Step(at, start, next);
            if (deeper != None)
            {
                at = deeper;
                continue;
            }

            end[at] = Count;
            var above = parent[at];
            if (above != None)
            {
                low[above] = Math.Min(low[above], low[at]);
            }

            at = above;
        }
    }

    /// <summary>Looks at the ties of somebody up to the first that leads on to somebody new, and enters there; -1 when none is left.</summary>
    private int Step(int at, int start, int[] next)
    {
        var links = graph.LinksOf(handleAt[at]);
        while (next[at] < links.Length)
        {
            ref readonly var link = ref links[next[at]++];
            if (link.Tie == entered[at] || !link.IsCurrentOn(day))
            {
                continue;
            }

            var met = orderOf[link.Neighbor];
            if (met != None)
            {
                low[at] = Math.Min(low[at], met);
            }
            else if (Lives(link.Neighbor))
            {
                return Enter(link.Neighbor, at, link.Tie, start);
            }
        }

        return None;
    }

    private int Enter(int handle, int above, int tie, int start)
    {
        var order = Count++;
        (orderOf[handle], handleAt[order], parent[order], entered[order], low[order], root[order]) = (order, handle, above, tie, order, start);
        return order;
    }
}

/// <summary>Places in a walk that stand beside each other.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
internal readonly record struct Run(int From, int To);
