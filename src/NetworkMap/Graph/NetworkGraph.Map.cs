using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Graph;

/// <content>Who is on the map, and as what.</content>
public sealed partial class NetworkGraph
{
    private ChunkedArray<MapMark> marks = ChunkedArray<MapMark>.Empty();

    /// <summary>Everybody on the map of this audience, in squares. An organization with a day of retirement is not on it from the moment the day is written.</summary>
    public MapTree Map { get; private set; } = MapTree.Empty;

    /// <summary>Handles of the organizations that stand on a point of <see cref="Map"/>, ascending.</summary>
    public IReadOnlyList<int> StandingOn(MapCell point)
    {
        if (point is { Count: 1 })
        {
            return [point.Handle];
        }

        var standing = new List<int>(point.Count);
        foreach (var organization in Grid.In((int)(point.X >> (32 - MapGrid.Zoom)), (int)(point.Y >> (32 - MapGrid.Zoom))))
        {
            if (marks[organization] is { Shown: true } mark && mark.X == point.X && mark.Y == point.Y)
            {
                standing.Add(organization);
            }
        }

        standing.Sort();
        return standing;
    }

    /// <summary>True when an organization stands somewhere on <see cref="Map"/>.</summary>
    public bool IsOnMap(int organization) => marks[organization].Shown;

    private void Remark(int organization, EditScope scope)
    {
        var (before, after) = (marks[organization], FindMark(organization));
        if (before == after)
        {
            return;
        }

        marks = marks.With(organization, after, scope);
        Map = before.Shown ? Map.Without(organization, before, scope) : Map;
        Map = after.Shown ? Map.With(organization, after, scope) : Map;
    }

    /// <summary>The family of an organization's kind; civil society where the kind is not known.</summary>
    public Family FamilyOf(Organization organization) => Term(Taxonomy.ActorKind, organization.ActorKind)?.Family ?? Family.CivilSociety;

    private MapMark FindMark(int organization) =>
        positions[organization] is { } position && organizations[organization] is { Retired: null } element
            ? new MapMark(position.Point, FamilyOf(element))
            : default;

    /// <summary>A kind that moves to another family takes its organizations along.</summary>
    private void RemarkKind(TermKey key, EditScope scope)
    {
        if (key.Taxonomy == Taxonomy.ActorKind)
        {
            foreach (var organization in OrganizationsWith(key.Taxonomy, key.Code))
            {
                Remark(organization, scope);
            }
        }
    }

    /// <summary>The point of a region stands for everybody there and below it whose own point is not known, as far as no finer region has a point.</summary>
    private void RepositionIn(int region, EditScope scope)
    {
        foreach (var organization in organizationsIn[region].Span)
        {
            Reposition(organization, scope);
        }

        foreach (var place in placesIn[region].Span)
        {
            Reposition(Owner(places[place]?.Organization), scope);
        }

        foreach (var below in regionsIn[region].Span)
        {
            if (regions[below] is not { Point: not null })
            {
                RepositionIn(below, scope);
            }
        }
    }
}
