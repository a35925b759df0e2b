using System.Buffers;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The best loopless routes of at most four steps to one organization: half-routes of two steps from either end that meet in the middle (Pohl
/// 1971, "Bi-directional search"). Every such route is found, each as its two halves; for each middle the best few halves from the target's side are enough,
/// since a half can clash with at most one other.</summary>
internal sealed class MeetingRoutes : IDisposable
{
    /// <summary>Ties looked at from either end; the most trusted neighbours come first. Beyond it the answer says that it is cut.</summary>
    internal const int MostLinks = 300_000;

    private readonly TrustedTies ties;
    private readonly NetworkGraph graph;
    private readonly BestRoutes best;
    private readonly int most;
    private readonly int from;
    private readonly Predicate<int> isBarred;
    private readonly List<(Hop Hop, double Score)> firsts;
    private readonly bool[] near;
    private readonly bool[] middles;
    private readonly Dictionary<int, Hop> last = [];
    private readonly Dictionary<int, List<(Hop Middle, double Score)>> halves = [];

    /// <summary>Gets ready to search from an organization.</summary>
    /// <param name="ties">The ties that carry.</param>
    /// <param name="from">Where every route begins.</param>
    /// <param name="best">Where routes are offered.</param>
    /// <param name="most">How many routes are wanted; one half more is kept for each middle.</param>
    /// <param name="isBarred">Which organizations no route may pass.</param>
    internal MeetingRoutes(TrustedTies ties, int from, BestRoutes best, int most, Predicate<int> isBarred)
    {
        (this.ties, graph, this.from, this.best, this.most, this.isBarred) = (ties, ties.Graph, from, best, most, isBarred);
        firsts = Passable(ties.From(from), from);
        near = ArrayPool<bool>.Shared.Rent(graph.OrganizationLimit);
        middles = ArrayPool<bool>.Shared.Rent(graph.OrganizationLimit);
        near.AsSpan().Clear();
        middles.AsSpan().Clear();
        foreach (var (hop, _) in firsts)
        {
            foreach (ref readonly var link in graph.LinksOf(hop.To))
            {
                near[link.Neighbor] = true;
            }
        }
    }

    /// <summary>True when the bound was reached.</summary>
    internal bool IsCut { get; private set; }

    public void Dispose()
    {
        ArrayPool<bool>.Shared.Return(near);
        ArrayPool<bool>.Shared.Return(middles);
    }

    /// <summary>Offers the routes to an organization.</summary>
    internal void Find(int target, CancellationToken cancellation)
    {
        GatherHalves(target);
        MarkMiddles(true);
        if (last.TryGetValue(from, out var direct))
        {
            best.Offer(direct.Trust, [direct]);
        }

        foreach (var (first, score) in firsts.Where(f => f.Hop.To != target))
        {
            cancellation.ThrowIfCancellationRequested();
            if (last.TryGetValue(first.To, out var second))
            {
                best.Offer(score * second.Trust, [first, second]);
            }

            if (score > best.Least)
            {
                Meet(target, first, score);
            }
        }

        MarkMiddles(false);
        last.Clear();
        halves.Clear();
    }

    /// <summary>The hops over which a route can go on, with what is left of trust behind them, within the bound of ties to be looked at.</summary>
    private List<(Hop Hop, double Score)> Passable(List<Hop> hops, int end)
    {
        var (passable, left) = (new List<(Hop, double)>(hops.Count), MostLinks);
        foreach (var hop in hops)
        {
            var passing = ties.Passing(hop.To);
            if (hop.To == end || passing <= 0 || isBarred(hop.To))
            {
                continue;
            }

            left -= graph.LinksOf(hop.To).Length;
            if (left < 0)
            {
                IsCut = true;
                break;
            }

            passable.Add((hop, hop.Trust * passing));
        }

        return passable;
    }

    private void MarkMiddles(bool mark)
    {
        foreach (var middle in last.Keys.Concat(halves.Keys))
        {
            middles[middle] = mark;
        }
    }

    private void GatherHalves(int target)
    {
        var hops = ties.From(target);
        foreach (var hop in hops)
        {
            last[hop.To] = hop with { To = target };
        }

        foreach (var (hop, score) in Passable(hops, from))
        {
            foreach (ref readonly var link in graph.LinksOf(hop.To))
            {
                if (near[link.Neighbor] && link.Neighbor != target && link.Neighbor != from)
                {
                    Keep(link, hop.To, score);
                }
            }
        }
    }

    /// <summary>Keeps the half from the link's neighbour over <paramref name="middle"/> to the target, if it is among the best there.</summary>
    private void Keep(in Link link, int middle, double rest)
    {
        var bound = ties.Bound(link) * rest;
        if (bound <= 0)
        {
            return;
        }

        if (!halves.TryGetValue(link.Neighbor, out var known))
        {
            halves[link.Neighbor] = known = new List<(Hop, double)>(2);
        }
        else if (known.Count > most && bound <= known[^1].Score)
        {
            return;
        }

        var trust = ties.Of(link);
        var score = trust * rest;
        var same = known.FindIndex(h => h.Middle.To == middle);
        if (same >= 0 && known[same].Score >= score)
        {
            return;
        }

        if (same >= 0)
        {
            known.RemoveAt(same);
        }

        var at = known.FindIndex(h => h.Score < score);
        known.Insert(at < 0 ? known.Count : at, (new Hop(middle, link.Tie, trust), score));
        if (known.Count > most + 1)
        {
            known.RemoveAt(most + 1);
        }
    }

    private void Meet(int target, Hop first, double score)
    {
        foreach (ref readonly var link in graph.LinksOf(first.To))
        {
            var middle = link.Neighbor;
            if (!middles[middle] || middle == from || middle == target || ties.Bound(link) * score <= best.Least || isBarred(middle))
            {
                continue;
            }

            var second = new Hop(middle, link.Tie, ties.Of(link));
            var soFar = score * second.Trust * ties.Passing(middle);
            if (last.TryGetValue(middle, out var end))
            {
                best.Offer(soFar * end.Trust, [first, second, end]);
            }

            foreach (var (third, rest) in halves.GetValueOrDefault(middle) ?? [])
            {
                if (third.To != first.To)
                {
                    best.Offer(soFar * rest, [first, second, third, last[third.To]]);
                }
            }
        }
    }
}
