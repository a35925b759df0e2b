namespace NetworkMap.Graph.Algorithms;

/// <summary>Who can introduce an organization to another one.</summary>
public static class Introductions
{
    /// <summary>Most paths in an answer.</summary>
    public const int MostPaths = 5;

    /// <summary>Up to five loopless paths of at most four steps over ties that are current on the day, and, where that is asked for, over those that only one side has stated; best trust first.</summary>
    /// <remarks>The score of a path is the product of the trust of its ties (<see cref="TieTrust"/>), times 0.9 for every organization on the way that does not
    /// mediate: so a mediator is preferred to somebody equally trusted who does not make introductions. A tie carries an introduction in both directions.
    /// Nobody retired is passed or arrived at. A path to one of a kind ends at the first who fits. Few targets are searched from both ends
    /// (<see cref="MeetingRoutes"/>), some from who asks up to their neighbours (<see cref="ListedRoutes"/>), many by spreading until somebody fits
    /// (<see cref="SpreadingRoutes"/>); all give what trying every path would, as long as they look at no more ties than their bounds allow, and say when they
    /// did not.</remarks>
    /// <returns>Null when the graph does not show who asks, or the one asked for.</returns>
    public static IntroductionAnswer? Find(NetworkGraph graph, IntroductionOptions options, CancellationToken cancellation)
    {
        var from = graph.HandleOf(options.From);
        if (from < 0 || (options.To is { } to && graph.HandleOf(to) < 0))
        {
            return null;
        }

        if (options.To is null && options.Kind is null && options.Sector is null)
        {
            throw new ArgumentException("An introduction leads to an organization, to a kind or to a sector.", nameof(options));
        }

        var targets = new IntroductionTargets(graph, options, from);
        var listed = targets.First(IntroductionTargets.Listed + 1);
        var (routes, isCut) = Search(new TrustedTies(graph, options, onlyCarrying: true), from, targets, listed, MostPaths, cancellation);
        var asked = graph.OrganizationAt(from)!;
        if (routes.Count == 0)
        {
            var target = options.To is null ? null : graph.OrganizationAt(listed[0]);
            return new IntroductionAnswer(asked, target, [], NearMisses.Of(graph, options, from, targets, listed, cancellation), isCut);
        }

        var reached = graph.OrganizationAt(routes[0].Hops[^1].To)!;
        return new IntroductionAnswer(asked, reached, [.. routes.Select(r => Told(graph, from, r))], null, isCut);
    }

    internal static (IReadOnlyList<Route> Routes, bool IsCut) Search(
        TrustedTies ties, int from, IntroductionTargets targets, List<int> listed, int most, CancellationToken cancellation)
    {
        var best = new BestRoutes(most);
        if (listed.Count > IntroductionTargets.Listed)
        {
            var spreading = new SpreadingRoutes(ties, best);
            spreading.Find(from, targets.Fits, cancellation);
            return (best.All, spreading.IsCut);
        }

        if (listed.Count > IntroductionTargets.Few)
        {
            var toListed = new ListedRoutes(ties, best, listed);
            toListed.Find(from, cancellation);
            return (best.All, toListed.IsCut);
        }

        using var meeting = new MeetingRoutes(ties, from, best, most, targets.Fits);
        foreach (var target in listed.Where(ties.Lives))
        {
            meeting.Find(target, cancellation);
        }

        return (best.All, meeting.IsCut);
    }

    internal static IntroductionPath Told(NetworkGraph graph, int from, Route route)
    {
        var steps = new List<IntroductionStep>();
        var at = graph.OrganizationAt(from)!;
        foreach (var hop in route.Hops)
        {
            var next = graph.OrganizationAt(hop.To)!;
            steps.Add(new IntroductionStep(graph.TieAt(hop.Tie)!, at, next, hop.Trust));
            at = next;
        }

        return new IntroductionPath(route.Score, steps);
    }
}
