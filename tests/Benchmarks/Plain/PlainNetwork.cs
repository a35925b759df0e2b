using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Benchmarks.Plain;

/// <summary>The same network as plain arrays that never change, for loops without any of the product around them: what the questions cost at least.</summary>
internal sealed partial class PlainNetwork
{
    private readonly int count;
    private readonly int[] start;
    private readonly int[] neighbor;
    private readonly int[] seen;
    private int mark;

    /// <summary>Keeps only ties that are current on the day.</summary>
    internal PlainNetwork(NetworkGraph graph, DateOnly at)
    {
        count = graph.OrganizationLimit;
        start = new int[count + 1];
        seen = new int[count];
        var day = Link.Day(at);
        var ends = new List<int>();
        for (var o = 0; o < count; o++)
        {
            foreach (var link in graph.LinksOf(o))
            {
                if (link.IsCurrentOn(day))
                {
                    ends.Add(link.Neighbor);
                }
            }

            start[o + 1] = ends.Count;
        }

        neighbor = [.. ends];
        ReadOrganizations(graph);
        ReadServices(graph, at);
    }

    /// <summary>How many organizations are at most two steps away.</summary>
    internal int WithinTwoSteps(int from)
    {
        var found = 0;
        mark++;
        seen[from] = mark;
        foreach (var near in Neighbors(from))
        {
            found += Meet(near);
            foreach (var far in Neighbors(near))
            {
                found += Meet(far);
            }
        }

        return found;
    }

    /// <summary>Steps of a shortest path, -1 when there is none: breadth first from both ends, the smaller side next.</summary>
    internal int ShortestPath(int from, int to)
    {
        if (from == to)
        {
            return 0;
        }

        mark += 2;
        var (here, there) = (new List<int> { from }, new List<int> { to });
        var (hereMark, thereMark) = (mark - 1, mark);
        (seen[from], seen[to]) = (hereMark, thereMark);
        for (var steps = 1; here.Count > 0 && there.Count > 0; steps++)
        {
            if (here.Count > there.Count)
            {
                (here, there, hereMark, thereMark) = (there, here, thereMark, hereMark);
            }

            var next = new List<int>();
            foreach (var at in here)
            {
                foreach (var near in Neighbors(at))
                {
                    if (seen[near] == thereMark)
                    {
                        return steps;
                    }

                    if (seen[near] != hereMark)
                    {
                        seen[near] = hereMark;
                        next.Add(near);
                    }
                }
            }

            here = next;
        }

        return -1;
    }

    private ReadOnlySpan<int> Neighbors(int at) => neighbor.AsSpan(start[at], start[at + 1] - start[at]);

    private int Meet(int organization)
    {
        if (seen[organization] == mark)
        {
            return 0;
        }

        seen[organization] = mark;
        return 1;
    }
}
