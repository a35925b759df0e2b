using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>How the author of a change is called: a steward hears the account, everybody else her own and of others only that it was a steward. By what right she acted is told to whom sees that right.</summary>
public static class Authorship
{
    /// <summary>What an author is called whose account is not there any more.</summary>
    public const string Erased = "erased";

    /// <summary>The right of a steward of a region, whose role is called as that of a steward of everything.</summary>
    private const string RegionSteward = "region_steward";

    /// <summary>The name.</summary>
    /// <param name="attribution">Whose change.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="own">Her own account, if she has one: what she did herself is no secret to her.</param>
    public static string By(Attribution attribution, Audience audience, string? own) =>
        audience == Audience.Steward || attribution.Author == own || attribution.Author is Provenance.Seed or Domain.Suggestions.Suggestion.Public ? attribution.Author : Provenance.Steward;

    /// <summary>The narrowest right that let the author make a change on its day, of those that still stand; null when there is none, or the asker does not see it. Rights are seen by who keeps their scope, so
    /// nobody learns by this that an organization has an editor.</summary>
    /// <param name="attribution">Whose change.</param>
    /// <param name="at">When.</param>
    /// <param name="revisions">All of it; the asker sees all of it.</param>
    /// <param name="full">The whole network of today.</param>
    /// <param name="seen">What the asker sees of it.</param>
    public static string? RightOf(Attribution attribution, DateTimeOffset at, IReadOnlyList<Revision> revisions, NetworkGraph full, NetworkGraph seen)
    {
        var held = Rights.Held(seen, attribution.Author, Today.Of(at)).OrderBy(g => (g.IsWhole, g.Organization is null, g.Role));
        return held.FirstOrDefault(g => revisions.All(r => Rights.Permits(full, [g], r))) is { } used ? NameOf(used) : null;
    }

    private static string NameOf(Grant grant) => grant is { Role: Role.Steward, IsWhole: false } ? RegionSteward : Names<Role>.Of(grant.Role);
}
