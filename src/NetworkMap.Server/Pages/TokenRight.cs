using NetworkMap.Changes;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Pages;

/// <summary>A right of hers to which a token can be limited: an organization, a region, or of the whole network one province.</summary>
/// <param name="Limit">What is left of her rights then.</param>
/// <param name="Role">As what.</param>
/// <param name="Where">The name of the organization or region; null for the whole network.</param>
internal sealed record TokenRight(Delegation Limit, Role Role, string? Where)
{
    /// <summary>What a form says to choose it.</summary>
    internal string Code => $"{Limit.Right}|{Limit.Region}";

    /// <summary>All that she can choose. An administrator gives rights, which a token never does.</summary>
    internal static IReadOnlyList<TokenRight> Of(Caller caller, NetworkGraph full) => [.. caller.Grants.Where(g => g.Role != Role.Administrator).SelectMany(g => Of(g, full))];

    /// <summary>The one that a token is limited to, with what it is called; null when it ended.</summary>
    internal static TokenRight? Of(Delegation limit, Caller caller, NetworkGraph full) =>
        limit.Of(caller.Grants) is [var left] ? new TokenRight(limit, left.Role, Name(left.Region, left, full)) : null;

    private static IEnumerable<TokenRight> Of(Grant grant, NetworkGraph full)
    {
        yield return new TokenRight(new Delegation(grant.Id), grant.Role, Name(grant.Region, grant, full));
        foreach (var province in grant.IsWhole ? full.Provinces.ToArray() : [])
        {
            if (full.RegionAt(province) is { } region)
            {
                yield return new TokenRight(new Delegation(grant.Id, region.Code), grant.Role, region.Name);
            }
        }
    }

    private static string? Name(RegionCode? region, Grant grant, NetworkGraph full) =>
        grant.Organization is { } organization ? full.Organization(organization)?.Name : region is { } code ? full.Region(code)?.Name : null;
}
