using NetworkMap.Domain.Organizations;

namespace NetworkMap.Graph.Text;

/// <summary>Organizations by where they have their seat: whoever looks for her own group and does not know how it is written types where it is.</summary>
public static class SeatSearch
{
    /// <summary>So many regions of a name are looked into: a regency and the city of the same name are two.</summary>
    private const int MostRegions = 3;

    /// <summary>A region that fits less than this is not what was typed.</summary>
    private const double Least = 0.6;

    /// <summary>So many organizations are looked at; a large city has more than anybody wants to read.</summary>
    private const int MostLookedAt = 2_000;

    /// <summary>Below every name.</summary>
    private const double Score = 0.1;

    /// <summary>Who has its seat in a region that is called what was typed, or in a part of it, and exists: home-worker organizations first, then the shorter name.</summary>
    /// <param name="graph">The projection of who asks: a seat that is hidden, or told only as its province, is found no finer.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<Found> Find(NetworkGraph graph, string text, int limit) =>
    [
        .. NameSearch.Find(graph, text, FoundKind.Region, MostRegions).Where(r => r.Score >= Least)
            .SelectMany(r => graph.Below(((Domain.Places.Region)r.Element).Code))
            .SelectMany(region => graph.OrganizationsIn(region).ToArray())
            .Distinct()
            .Take(MostLookedAt)
            .Select(handle => (Handle: handle, Organization: graph.OrganizationAt(handle)))
            .Where(o => o.Organization is { Retired: null, MergedInto: null })
            .OrderBy(o => o.Organization!.ActorKind != Organization.HomeWorkerOrganization)
            .ThenBy(o => Standing.Precedence(o.Organization)).ThenBy(o => o.Organization!.Id.Value)
            .Take(limit)
            .Select(o => new Found(FoundKind.Organization, o.Handle, o.Organization!, Score)),
    ];
}
