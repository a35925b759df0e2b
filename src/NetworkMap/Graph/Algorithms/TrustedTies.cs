using NetworkMap.Domain.Organizations;

namespace NetworkMap.Graph.Algorithms;

/// <summary>The ties of a graph on a day, weighted by trust. A bound that the link alone tells comes first, since the tie itself lies elsewhere in memory.</summary>
internal sealed class TrustedTies
{
    /// <summary>What is left of trust after passing through an organization that does not mediate; mediators pass it on whole.</summary>
    internal const double PassingOther = 0.9;

    private readonly double[] types;
    private readonly DateOnly at;
    private readonly ushort day;
    private readonly bool onlyCarrying;
    private readonly bool withOneSided;

    /// <summary>The ties that carry by these options, or all of them.</summary>
    internal TrustedTies(NetworkGraph graph, IntroductionOptions options, bool onlyCarrying)
    {
        Graph = graph;
        at = options.At;
        withOneSided = options.WithOneSided;
        this.onlyCarrying = onlyCarrying;
        day = Link.Day(at);
        types = [.. Enumerable.Range(0, graph.TermLimit).Select(t => graph.TermAt(t)?.Tie?.Trust ?? 0)];
    }

    internal NetworkGraph Graph { get; }

    /// <summary>At least the trust of the link's tie; 0 when it carries nobody.</summary>
    internal double Bound(in Link link) =>
        onlyCarrying && !link.IsCurrentOn(day) && !(withOneSided && link.IsOneSidedOn(day)) ? 0 : link.Type < types.Length ? types[link.Type] * TieTrust.Strength(link.Strength) : 0;

    /// <summary>The trust of the link's tie.</summary>
    internal double Of(in Link link) => Bound(link) <= 0 ? 0 : TieTrust.Of(Graph.TieAt(link.Tie)!, types[link.Type], at, withOneSided);

    /// <summary>Whether anybody can be led to, or through, an organization.</summary>
    internal bool Lives(int organization) => Graph.OrganizationAt(organization) is { } o && !o.HasEndedBy(at);

    /// <summary>What passing through an organization leaves of trust; 0 when it is retired.</summary>
    internal double Passing(int organization) => Graph.OrganizationAt(organization) is not { } o || o.HasEndedBy(at) ? 0 : Passing(o);

    internal static double Passing(Organization organization) => organization.Mediates ? 1 : PassingOther;

    /// <summary>Everybody to whom an organization is tied, each by the tie with the most trust, best first.</summary>
    internal List<Hop> From(int organization)
    {
        var best = new Dictionary<int, Hop>();
        foreach (ref readonly var link in Graph.LinksOf(organization))
        {
            var trust = Of(link);
            if (trust > 0 && (!best.TryGetValue(link.Neighbor, out var known) || known.Trust < trust))
            {
                best[link.Neighbor] = new Hop(link.Neighbor, link.Tie, trust);
            }
        }

        return [.. best.Values.OrderByDescending(h => h.Trust).ThenBy(h => h.To)];
    }
}

/// <summary>A step to an organization by a tie.</summary>
internal readonly record struct Hop(int To, int Tie, double Trust);
