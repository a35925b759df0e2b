using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;

namespace NetworkMap.Server.Live;

/// <summary>Whom and where a changed element is about, before and after, as one audience may know it: what decides which areas and which organizations hear of it.</summary>
/// <param name="Organizations">Itself, its owner, or both ends.</param>
/// <param name="Regions">Their seats, or the region of a need.</param>
/// <param name="Points">Where they stand on the map.</param>
internal sealed record Reach(IReadOnlyList<OrganizationId> Organizations, IReadOnlyList<RegionCode> Regions, IReadOnlyList<GeoPoint> Points)
{
    /// <summary>The reach of an element, or null when it is everybody's: terms, whose labels stand everywhere.</summary>
    internal static Reach? Of(ElementRef element, NetworkGraph before, NetworkGraph after)
    {
        if (element.Kind == ElementKind.Term)
        {
            return null;
        }

        var organizations = new List<OrganizationId>(2);
        var regions = new List<RegionCode>(2);
        var points = new List<GeoPoint>(2);
        foreach (var form in new[] { before.Find(element), after.Find(element) })
        {
            organizations.AddRange(OrganizationsOf(form).Except(organizations));
            regions.AddRange(RegionOf(form) is { } region ? [region] : []);
            points.AddRange(form is Region { Point: { } point } ? [point] : []);
        }

        foreach (var graph in new[] { before, after })
        {
            foreach (var organization in organizations)
            {
                regions.AddRange(graph.Organization(organization)?.Region is { } seat ? [seat] : []);
                points.AddRange(PositionOf(graph, organization) is { } position ? [position.Point] : []);
            }
        }

        return new Reach(organizations, regions, points);
    }

    /// <summary>Where an organization stands in a projection.</summary>
    internal static Position? PositionOf(NetworkGraph graph, OrganizationId id) => graph.HandleOf(id) is >= 0 and var handle ? graph.PositionOf(handle) : null;

    /// <summary>The organization that a place belongs to; several when it changed hands.</summary>
    internal static IEnumerable<OrganizationId> OrganizationsOf(Element? form) => form switch
    {
        Organization o => [o.Id],
        Unit u => [u.Organization],
        Place p => [p.Organization],
        Service s => [s.Organization],
        Tie t => [t.From, t.To],
        _ => [],
    };

    private static RegionCode? RegionOf(Element? form) => form switch
    {
        Need n => n.Region,
        Region r => r.Code,
        _ => null,
    };
}
