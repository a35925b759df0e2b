namespace NetworkMap.Graph.Algorithms;

/// <summary>The best loopless routes of at most four steps to any of a list: the last step is known from the targets' side, so routes are made longer best
/// first for three steps only (uniform-cost search), and the third is weighed only where it leads next to a target.</summary>
internal sealed class ListedRoutes
{
    /// <summary>Ties looked at in all. Beyond it the answer says that it is cut.</summary>
    internal const int MostLinks = 300_000;

    private readonly TrustedTies ties;
    private readonly BestRoutes best;
    private readonly bool[] isTarget;
    private readonly Dictionary<int, List<Hop>> last = [];
    private readonly PriorityQueue<UnfinishedRoute, double> open = new();
    private int left = MostLinks;

    /// <summary>Gets ready to search for any of the targets.</summary>
    internal ListedRoutes(TrustedTies ties, BestRoutes best, IEnumerable<int> targets)
    {
        (this.ties, this.best, isTarget) = (ties, best, new bool[ties.Graph.OrganizationLimit]);
        foreach (var target in targets)
        {
            isTarget[target] = true;
            foreach (var hop in ties.From(target))
            {
                var ends = last.TryGetValue(hop.To, out var known) ? known : last[hop.To] = [];
                ends.Add(hop with { To = target });
            }
        }

        foreach (var ends in last.Values)
        {
            ends.Sort((a, b) => b.Trust.CompareTo(a.Trust));
        }
    }

    /// <summary>True when the bound was reached.</summary>
    internal bool IsCut => left < 0;

    internal void Find(int from, CancellationToken cancellation)
    {
        var start = UnfinishedRoute.At(from);
        End(start, 1);
        open.Enqueue(start, -1);
        while (open.TryDequeue(out var route, out _) && route.Score > best.Least && left >= 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var passing = route.Steps == 0 ? 1 : ties.Passing(route.Hop.To);
            left -= ties.Graph.LinksOf(route.Hop.To).Length;
            foreach (ref readonly var link in ties.Graph.LinksOf(route.Hop.To))
            {
                if (!isTarget[link.Neighbor] && route.Score * passing * ties.Bound(link) > best.Least && !route.Passes(link.Neighbor))
                {
                    Extend(route, link, passing);
                }
            }
        }
    }

    private void Extend(UnfinishedRoute route, in Link link, double passing)
    {
        var isNext = last.ContainsKey(link.Neighbor);
        var isThird = route.Steps + 1 == SpreadingRoutes.MostSteps - 1;
        if (isThird && !isNext)
        {
            return;
        }

        var hop = new Hop(link.Neighbor, link.Tie, ties.Of(link));
        var longer = new UnfinishedRoute(hop, route, route.Steps + 1, route.Score * passing * hop.Trust);
        if (isNext)
        {
            End(longer, ties.Passing(hop.To));
        }

        if (!isThird && longer.Score > best.Least && ties.Lives(hop.To))
        {
            open.Enqueue(longer, -longer.Score);
        }
    }

    private void End(UnfinishedRoute route, double passing)
    {
        foreach (var end in last.GetValueOrDefault(route.Hop.To) ?? [])
        {
            var score = route.Score * passing * end.Trust;
            if (score <= best.Least)
            {
                return;
            }

            var hops = route.Hops(more: 1);
            hops[^1] = end;
            best.Offer(score, hops);
        }
    }
}
