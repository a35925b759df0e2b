using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Answering;

/// <summary>What an element speaks of by its id.</summary>
/// <param name="Kind">The kind of what is meant.</param>
/// <param name="Id">Its id, as it stands in the field.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Gone">True when it was removed since, so that there is no page to go to.</param>
public sealed record MentionAnswer(string Kind, string Id, string Name, bool? Gone);

/// <summary>The ids that stand in the fields of an element.</summary>
internal static class Mentions
{
    /// <summary>Every element that the fields name by its id, each once.</summary>
    internal static IEnumerable<ElementRef> Of(Element element) => Fields(element).OfType<ElementRef>().Distinct();

    private static IEnumerable<ElementRef?> Fields(Element element) => element switch
    {
        Organization o => [o.Region?.Ref, o.MergedInto?.Ref, .. (o.Sameness?.DistinctFrom ?? []).Select(id => (ElementRef?)id.Ref)],
        Unit u => [u.Organization.Ref, u.Parent?.Ref, u.Region?.Ref],
        Place p => [p.Organization.Ref, p.Unit?.Ref, p.Region.Ref],
        Service s => [s.Organization.Ref, .. s.Areas.Select(a => (ElementRef?)a.Region.Ref)],
        Tie t => [t.From.Ref, t.To.Ref, t.Details?.Service?.Ref],
        Need n => [n.Region.Ref],
        Grant g => [g.Organization?.Ref, g.Region?.Ref],
        Suggestion s => [s.About, s.Organization?.Ref, s.Other?.Ref, s.Region?.Ref],
        Region r => r.Successors.Select(s => (ElementRef?)s.Ref),
        _ => [],
    };
}
