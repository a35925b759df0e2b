namespace NetworkMap.Graph.Algorithms;

/// <summary>The best loopless routes of at most four steps to any of many: routes are made longer best first (uniform-cost search), and end where somebody
/// fits. Since a step only takes from trust, what comes out is in order, and all is found once the best unfinished route is no better than the last kept.</summary>
/// <param name="ties">The ties that carry.</param>
/// <param name="best">Where routes are offered.</param>
internal sealed class SpreadingRoutes(TrustedTies ties, BestRoutes best)
{
    /// <summary>Ties looked at in all. Beyond it the answer says that it is cut.</summary>
    internal const int MostLinks = 300_000;

    /// <summary>Steps of a route at most.</summary>
    internal const int MostSteps = 4;

    private readonly PriorityQueue<UnfinishedRoute, double> open = new();
    private int left = MostLinks;

    /// <summary>True when the bound was reached.</summary>
    internal bool IsCut => left < 0;

    internal void Find(int from, Predicate<int> fits, CancellationToken cancellation)
    {
        open.Enqueue(UnfinishedRoute.At(from), -1);
        while (open.TryDequeue(out var route, out _) && route.Score > best.Least && left >= 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var passing = route.Steps == 0 ? 1 : ties.Passing(route.Hop.To);
            left -= ties.Graph.LinksOf(route.Hop.To).Length;
            foreach (ref readonly var link in ties.Graph.LinksOf(route.Hop.To))
            {
                if (route.Score * passing * ties.Bound(link) > best.Least && !route.Passes(link.Neighbor))
                {
                    Extend(route, link, passing, fits);
                }
            }
        }
    }

    private void Extend(UnfinishedRoute route, in Link link, double passing, Predicate<int> fits)
    {
        var hop = new Hop(link.Neighbor, link.Tie, ties.Of(link));
        var longer = new UnfinishedRoute(hop, route, route.Steps + 1, route.Score * passing * hop.Trust);
        if (fits(hop.To))
        {
            best.Offer(longer.Score, longer.Hops());
        }
        else if (longer.Steps < MostSteps && longer.Score > best.Least && ties.Lives(hop.To))
        {
            open.Enqueue(longer, -longer.Score);
        }
    }
}
