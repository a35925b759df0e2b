namespace NetworkMap.Graph.Algorithms;

/// <summary>The best loopless routes of at most four steps to one organization: half-routes of two steps from either end that meet in the middle (Pohl
/// 1971, "Bi-directional search"). Every such route is found, each as its two halves; for each middle the best few halves from the target's side are enough,
/// since a half can clash with at most one other.</summary>
/// <param name="ties">The ties that carry.</param>
/// <param name="best">Where routes are offered.</param>
/// <param name="most">How many routes are wanted; one half more is kept for each middle.</param>
internal sealed class MeetingRoutes(TrustedTies ties, BestRoutes best, int most)
{
    /// <summary>Ties looked at from either end; the most trusted neighbours come first. Beyond it the answer says that it is cut.</summary>
    internal const int MostLinks = 300_000;

    private readonly Dictionary<int, Hop> last = [];
    private readonly Dictionary<int, List<(Hop Middle, double Score)>> halves = [];

    /// <summary>True when the bound was reached.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Offers the routes from one organization to another, none of which passes an organization that is barred.</summary>
    internal void Find(int from, int target, Predicate<int> isBarred, CancellationToken cancellation)
    {
        GatherHalves(from, target, isBarred, cancellation);
        if (last.TryGetValue(from, out var direct))
        {
            best.Offer(direct.Trust, [direct]);
        }

        var left = MostLinks;
        foreach (var first in ties.From(from))
        {
            cancellation.ThrowIfCancellationRequested();
            var passing = ties.Passing(first.To);
            if (first.To == target || passing <= 0 || isBarred(first.To) || first.Trust * passing <= best.Least)
            {
                continue;
            }

            if (last.TryGetValue(first.To, out var second))
            {
                best.Offer(first.Trust * passing * second.Trust, [first, second]);
            }

            left -= ties.Graph.LinksOf(first.To).Length;
            if (left < 0)
            {
                IsCut = true;
                return;
            }

            Meet(from, target, first, first.Trust * passing, isBarred);
        }
    }

    private void GatherHalves(int from, int target, Predicate<int> isBarred, CancellationToken cancellation)
    {
        var left = MostLinks;
        foreach (var hop in ties.From(target))
        {
            last[hop.To] = hop with { To = target };
        }

        foreach (var hop in ties.From(target))
        {
            cancellation.ThrowIfCancellationRequested();
            var passing = ties.Passing(hop.To);
            if (hop.To == from || passing <= 0 || isBarred(hop.To))
            {
                continue;
            }

            left -= ties.Graph.LinksOf(hop.To).Length;
            if (left < 0)
            {
                IsCut = true;
                return;
            }

            foreach (ref readonly var link in ties.Graph.LinksOf(hop.To))
            {
                if (link.Neighbor != target && link.Neighbor != from)
                {
                    Keep(link, hop.To, passing * hop.Trust);
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

    private void Meet(int from, int target, Hop first, double score, Predicate<int> isBarred)
    {
        foreach (ref readonly var link in ties.Graph.LinksOf(first.To))
        {
            var middle = link.Neighbor;
            if (middle == from || middle == target || ties.Bound(link) * score <= best.Least)
            {
                continue;
            }

            var ends = last.TryGetValue(middle, out var end);
            if ((!ends && !halves.ContainsKey(middle)) || isBarred(middle))
            {
                continue;
            }

            var second = new Hop(middle, link.Tie, ties.Of(link));
            var soFar = score * second.Trust * ties.Passing(middle);
            if (ends)
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
