using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What is nearest to being a path, when there is none.</summary>
internal static class NearMisses
{
    /// <summary>Ties walked at most from who asks, and targets that those reached are measured against: enough to name somebody close.</summary>
    private const int MostLinks = 20_000;
    private const int MostTargets = 3;

    /// <summary>First, the path that would be there with the fewest ties that are not current; else, of those who are reached within four steps, the one closest on
    /// the map to a target, which says nothing of ties.</summary>
    internal static NearMiss Of(NetworkGraph graph, IntroductionOptions options, int from, IntroductionTargets targets, List<int> listed, CancellationToken cancellation)
    {
        if (listed.Count == 0)
        {
            return new NearMiss(NearMissReason.NobodyFits);
        }

        var ties = new TrustedTies(graph, options, onlyCarrying: false);
        if (!listed.Exists(ties.Lives))
        {
            return new NearMiss(NearMissReason.Retired);
        }

        var (routes, _) = Introductions.Search(ties, from, targets, listed, 1, cancellation);
        if (routes.Count > 0)
        {
            var path = Introductions.Told(graph, from, routes[0]);
            return new NearMiss(NearMissReason.MissingTies, path, [.. path.Steps.Select(s => s.Tie).Where(t => !options.IsCarriedBy(t))]);
        }

        var reached = Reached(new TrustedTies(graph, options, onlyCarrying: true), from, cancellation);
        return reached.Count == 0 ? new NearMiss(NearMissReason.NoTies) : Closest(graph, reached, listed);
    }

    private static List<int> Reached(TrustedTies ties, int from, CancellationToken cancellation)
    {
        var (seen, edge, left) = (new HashSet<int> { from }, new List<int> { from }, MostLinks);
        for (var step = 0; step < SpreadingRoutes.MostSteps && left > 0; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = new List<int>();
            foreach (var organization in edge)
            {
                left -= ties.Graph.LinksOf(organization).Length;
                foreach (ref readonly var link in left < 0 ? [] : ties.Graph.LinksOf(organization))
                {
                    if (ties.Bound(link) > 0 && seen.Add(link.Neighbor) && ties.Lives(link.Neighbor))
                    {
                        next.Add(link.Neighbor);
                    }
                }
            }

            edge = next;
        }

        return [.. seen.Where(s => s != from && ties.Lives(s))];
    }

    /// <summary>Nobody's distance can be told. Of a target that is known no finer than its province it can still be told how many of those reached are recorded there, which says nothing about who is
    /// near: none of them is named.</summary>
    private static NearMiss Unmeasured(NetworkGraph graph, List<int> reached, List<int> targets)
    {
        var province = targets is [var target] && graph.PositionOf(target) is { IsVague: true } ? graph.OrganizationAt(target)!.Region?.At(RegionLevel.Province) : null;
        return new NearMiss(NearMissReason.ClosestReached)
        {
            Province = province,
            InProvince = province is { } there ? reached.Count(r => graph.OrganizationAt(r)?.Region is { } region && there.Holds(region)) : 0,
        };
    }

    private static NearMiss Closest(NetworkGraph graph, List<int> reached, List<int> targets)
    {
        var (closest, least, approximate) = (-1, double.PositiveInfinity, false);
        var ends = targets.Select(t => graph.PositionOf(t)).OfType<Position>().Take(MostTargets).ToList();
        foreach (var organization in reached)
        {
            foreach (var there in graph.PositionOf(organization) is null ? [] : ends)
            {
                var here = graph.PositionOf(organization)!.Value;
                if (here.KilometresTo(there) is { } km && km < least)
                {
                    (closest, least, approximate) = (organization, km, here.RadiusKm > 0 || there.RadiusKm > 0);
                }
            }
        }

        return closest < 0
            ? Unmeasured(graph, reached, targets)
            : new NearMiss(NearMissReason.ClosestReached, Closest: graph.OrganizationAt(closest), Km: approximate && least == 0 ? null : least, IsApproximate: approximate);
    }
}
