using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <content>What belongs to what: the questions that a snapshot answers without a search.</content>
public sealed partial class NetworkGraph
{
    private ChunkedArray<Bag<Link>> links = ChunkedArray<Bag<Link>>.Empty();
    private ChunkedArray<Bag<int>> unitsOf = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> placesOf = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> placesIn = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> servicesOf = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> organizationsIn = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> servicesIn = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> needsIn = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> regionsIn = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> mergedInto = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Position?> positions = ChunkedArray<Position?>.Empty();
    private Bag<int> provinces;

    /// <summary>Every tie of an organization as seen from it, ended ones included.</summary>
    public ReadOnlySpan<Link> LinksOf(int organization) => links[organization].Span;

    /// <summary>Where an organization stands, or null when this audience may not know at all.</summary>
    public Position? PositionOf(int organization) => positions[organization];

    /// <summary>Handles of the services of an organization.</summary>
    public ReadOnlySpan<int> ServicesOf(int organization) => servicesOf[organization].Span;

    /// <summary>The units of an organization.</summary>
    public IEnumerable<Unit> UnitsOf(OrganizationId id) => Children(id, unitsOf, units);

    /// <summary>The places of an organization.</summary>
    public IEnumerable<Place> PlacesOf(OrganizationId id) => Children(id, placesOf, places);

    /// <summary>The services of an organization.</summary>
    public IEnumerable<Service> ServicesOf(OrganizationId id) => Children(id, servicesOf, services);

    /// <summary>The ties of an organization.</summary>
    public IEnumerable<Tie> TiesOf(OrganizationId id)
    {
        var organization = HandleOf(id);
        return organization < 0 ? [] : links[organization].Memory.ToArray().Select(l => ties[l.Tie]!);
    }

    /// <summary>The organizations that were merged into one, but not those that were merged into them.</summary>
    public IEnumerable<Organization> MergedInto(OrganizationId id) => Children(id, mergedInto, organizations);

    /// <summary>The organization that an id leads to, from merge to merge; the id itself when it was not merged, or is not shown.</summary>
    public OrganizationId Kept(OrganizationId id)
    {
        for (var next = Organization(id)?.MergedInto; next is { } into; next = Organization(id)?.MergedInto)
        {
            id = into;
        }

        return id;
    }

    /// <summary>True when somebody told two apart, or others that they turned out to be.</summary>
    public bool AreToldApart(OrganizationId one, OrganizationId other) =>
        Records(one).Any(r => r.Sameness is { DistinctFrom: var apart } && apart.Any(id => Kept(id) == other)) || Records(other).Any(r => r.Sameness is { DistinctFrom: var apart } && apart.Any(id => Kept(id) == one));

    /// <summary>An organization with all that were merged into it.</summary>
    private IEnumerable<Organization> Records(OrganizationId id) => (Organization(id) is { } own ? new[] { own } : []).Concat(MergedInto(id).SelectMany(m => Records(m.Id)));

    /// <summary>Handles of the organizations whose seat is stated as exactly this region, not a part of it.</summary>
    public ReadOnlySpan<int> OrganizationsIn(int region) => organizationsIn[region].Span;

    /// <summary>Handles of the services that state exactly this region as an area.</summary>
    public ReadOnlySpan<int> ServicesIn(int region) => servicesIn[region].Span;

    /// <summary>Handles of the needs of exactly this region.</summary>
    public ReadOnlySpan<int> NeedsIn(int region) => needsIn[region].Span;

    /// <summary>Handles of the regions directly below a region.</summary>
    public ReadOnlySpan<int> RegionsIn(int region) => regionsIn[region].Span;

    /// <summary>Handles of the provinces.</summary>
    public ReadOnlySpan<int> Provinces => provinces.Span;

    /// <summary>Handles of a region and of all that lies in it.</summary>
    internal IEnumerable<int> Below(RegionCode region)
    {
        var waiting = new Stack<int>();
        if (HandleOf(region) is >= 0 and var top)
        {
            waiting.Push(top);
        }

        while (waiting.TryPop(out var at))
        {
            yield return at;
            foreach (var deeper in regionsIn[at].Span.ToArray())
            {
                waiting.Push(deeper);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Tie> TiesBetween(OrganizationId one, OrganizationId other)
    {
        var (a, b) = (HandleOf(one), HandleOf(other));
        if (a < 0 || b < 0)
        {
            return [];
        }

        var (few, end) = links[a].Count <= links[b].Count ? (links[a], b) : (links[b], a);
        var found = new List<Tie>();
        foreach (var link in few.Span)
        {
            if (link.Neighbor == end)
            {
                found.Add(ties[link.Tie]!);
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public IEnumerable<Element> DependentsOf(ElementRef element) => Find(element) switch
    {
        Organization o => [.. UnitsOf(o.Id), .. PlacesOf(o.Id), .. ServicesOf(o.Id), .. TiesOf(o.Id), .. GrantsFor(o.Id), .. MergedInto(o.Id)],
        Unit u => [.. UnitsOf(u.Organization).Where(c => c.Parent == u.Id), .. PlacesOf(u.Organization).Where(p => p.Unit == u.Id)],
        Service s => All(ElementKind.Tie).Cast<Tie>().Where(t => t.Service == s.Id),
        Region r => RegionDependents(HandleOf(r.Code)),
        Domain.Taxonomies.Term t => TermUse.Of(this, t),
        _ => [],
    };

    /// <summary>The nearest of the region and those above it that has a point.</summary>
    internal Region? Located(RegionCode? code)
    {
        for (var at = code; at is { } c; at = c.Parent)
        {
            if (Region(c) is { Point: not null } region)
            {
                return region;
            }
        }

        return null;
    }

    private IEnumerable<Element> RegionDependents(int region)
    {
        foreach (var child in regionsIn[region].Memory.ToArray())
        {
            yield return regions[child]!;
        }

        foreach (var organization in organizationsIn[region].Memory.ToArray())
        {
            yield return organizations[organization]!;
        }

        foreach (var service in servicesIn[region].Memory.ToArray())
        {
            yield return services[service]!;
        }

        foreach (var need in needsIn[region].Memory.ToArray())
        {
            yield return needs[need]!;
        }

        foreach (var place in placesIn[region].Memory.ToArray())
        {
            yield return places[place]!;
        }

        foreach (var unit in unitsIn[region].Memory.ToArray())
        {
            yield return units[unit]!;
        }

        foreach (var grant in regions[region] is { } at ? GrantsFor(at.Code) : [])
        {
            yield return grant;
        }
    }

    private IEnumerable<T> Children<T>(OrganizationId id, ChunkedArray<Bag<int>> index, ChunkedArray<T?> elements) where T : class
    {
        var organization = HandleOf(id);
        return organization < 0 ? [] : index[organization].Memory.ToArray().Select(h => elements[h]!);
    }
}
