using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Spatial;

/// <summary>What is asked of the ties in a rectangle of the map.</summary>
public sealed record TiesInViewOptions
{
    /// <summary>Where the rectangle is, in degrees.</summary>
    public required MapRectangle In { get; init; }

    /// <summary>The day on which the ties hold.</summary>
    public required DateOnly At { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 200;
}

/// <summary>The ties that are seen in a rectangle.</summary>
/// <param name="Ties">Those with both ends in it first, then the strongest.</param>
/// <param name="IsCut">True when there are more.</param>
public sealed record TiesInViewAnswer(IReadOnlyList<Tie> Ties, bool IsCut);

/// <summary>The ties of everybody who stands in a rectangle of the map, as far as both ends are on the map of the audience: those that hold on a day, and those that are
/// proposed or disputed. Where more stand than could be drawn, or have more ties than can be looked at, nothing is told but that.</summary>
public static class TiesInView
{
    /// <summary>No rectangle with more organizations is looked into.</summary>
    public const int MostOrganizations = 2_000;

    /// <summary>No more links are looked at.</summary>
    public const int MostLinks = 50_000;

    /// <summary>The ties in a rectangle, each once.</summary>
    public static TiesInViewAnswer Find(NetworkGraph graph, TiesInViewOptions options, CancellationToken cancellation)
    {
        if (graph.Map.PointsIn(options.In, MostOrganizations) is not { } points)
        {
            return new([], true);
        }

        var inside = points.SelectMany(graph.StandingOn).ToHashSet();
        var found = new List<(bool Both, byte Strength, int Tie)>();
        var (day, looked) = (Link.Day(options.At), 0);
        foreach (var organization in inside)
        {
            cancellation.ThrowIfCancellationRequested();
            var links = graph.LinksOf(organization);
            looked += links.Length;
            if (looked > MostLinks)
            {
                return new([], true);
            }

            foreach (ref readonly var link in links)
            {
                var both = inside.Contains(link.Neighbor);
                if ((!both || organization < link.Neighbor) && IsDrawn(link, day) && (both || graph.IsOnMap(link.Neighbor)))
                {
                    found.Add((both, link.Strength, link.Tie));
                }
            }
        }

        return new([.. found.OrderByDescending(f => f.Both).ThenByDescending(f => f.Strength).ThenBy(f => f.Tie).Take(options.Limit).Select(f => graph.TieAt(f.Tie)!)], found.Count > options.Limit);
    }

    private static bool IsDrawn(in Link link, ushort day) => link.IsCurrentOn(day) || link.Status is TieStatus.Proposed or TieStatus.Disputed;
}
