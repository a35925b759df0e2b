using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>Two organizations that are to become one.</summary>
/// <param name="Kept">Which stays.</param>
/// <param name="KeptFrom">The version of it that was looked at; whichever there is when null.</param>
/// <param name="Other">Which goes into it.</param>
/// <param name="OtherFrom">The version of that.</param>
/// <param name="Fields">Whose value a field has; the usual one where nothing is said (<see cref="MergedForm.Usual"/>).</param>
/// <param name="Today">The day on which the other one ends.</param>
public sealed record MergeAsked(OrganizationId Kept, int? KeptFrom, OrganizationId Other, int? OtherFrom, IReadOnlyDictionary<string, MergeChoice> Fields, DateOnly Today);

/// <summary>One organization that was recorded twice becomes one again. All that refers to the other comes to the kept one; the other is retired, and its id leads to the kept one.</summary>
public static class Merge
{
    /// <summary>The merge as one change, which always has a revision of both. <c>organization_merged</c> when one of them is part of another already, <c>version_stale</c> when one moved on;
    /// what cannot stand at the kept one is refused by name.</summary>
    public static Decision Of(MergeAsked asked) => network => Found(network, asked).Then(pair => MergedForm.Of(pair.Kept, pair.Other, asked.Fields).Then(form =>
    {
        var (revisions, refusals) = (new List<Revision> { Revision.Change(pair.Kept, form), Revision.Change(pair.Other, Ended(pair.Other, pair.Kept.Id, asked.Today)) }, new List<Refusal>());
        var ties = new MergedTies(network, pair.Kept.Id, pair.Other.Id);
        var hasMain = network.DependentsOf(pair.Kept.Ref).Any(d => d is Place { Main: true });
        foreach (var element in Rehoming.Of(network, pair.Other.Id))
        {
            switch (element)
            {
                case Tie tie:
                    ties.Take(tie);
                    break;
                case Suggestion:
                    break;
                default:
                    var moved = Rehoming.Moved(network, element, pair.Other.Id, pair.Kept.Id);
                    revisions.Add(Revision.Change(element, hasMain && moved is Place { Main: true } place ? place with { Main = false } : moved));
                    break;
            }
        }

        revisions.AddRange(ties.Revisions(refusals));
        revisions.AddRange(network.SuggestionsFor(pair.Other.Id).OrderBy(s => s.Ref.Id, StringComparer.Ordinal).Select(s => Revision.Change(s, ties.Followed((Suggestion)Rehoming.Moved(network, s, pair.Other.Id, pair.Kept.Id)))));
        refusals.AddRange(Unfit(network, revisions, form.Retired is not null && pair.Other.Retired is not null));
        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : revisions;
    }));

    /// <summary>What a merge made of a changeset's revisions: the organization that went into another, before and after; null when it was none.</summary>
    public static Revision? MergingIn(IEnumerable<Revision> revisions, OrganizationId other) =>
        revisions.LastOrDefault(r => r is { Before: Organization { MergedInto: null }, After: Organization { MergedInto: not null } } && r.Element == other.Ref);

    /// <summary>What an element says after a change that it may not, as a refusal that names it.</summary>
    internal static IEnumerable<Refusal> Unfit(INetwork network, IReadOnlyList<Revision> revisions, bool ofEnded)
    {
        var after = new Overlay(network);
        foreach (var revision in revisions)
        {
            after.Put(revision.Element, revision.After);
        }

        return from revision in revisions
               where revision.After is not null
               let refusal = References.Check(after, revision.After!).FirstOrDefault(r => !ofEnded || r.Code is not ("organization_retired" or "tie_end_retired"))
               where refusal is not null
               select Refusal.Of("merge_unfit", "", ("element", revision.Element.ToString()), ("field", refusal.Field), ("reason", refusal.Code));
    }

    private static Outcome<(Organization Kept, Organization Other)> Found(INetwork network, MergeAsked asked)
    {
        if (asked.Kept == asked.Other)
        {
            return Refusal.Of("merge_with_itself", "other");
        }

        var refusals = new List<Refusal>();
        foreach (var (id, from, field) in new[] { (asked.Kept, asked.KeptFrom, "kept"), (asked.Other, asked.OtherFrom, "other") })
        {
            var refusal = network.Organization(id) is not { } found ? Refusal.Of("organization_unknown", field, ("id", id.ToString()))
                : found.MergedInto is { } into ? Edits.Merged(found.Ref, into) with { Field = field }
                : from is { } version && version != found.Version ? Edits.Stale(found, version, []) with { Field = field + "Version" }
                : null;
            refusals.AddRange(refusal is null ? [] : [refusal]);
        }

        return refusals.Count > 0 ? Outcome.Refused<(Organization, Organization)>(refusals) : (network.Organization(asked.Kept)!, network.Organization(asked.Other)!);
    }

    /// <summary>Its contacts went along, so that what becomes of a consent is decided in one place; all else of it stays as it was.</summary>
    private static Organization Ended(Organization other, OrganizationId kept, DateOnly today) =>
        other with { Retired = other.Retired ?? today, Contacts = [], Sameness = (other.Sameness ?? Sameness.Nothing) with { MergedInto = kept } };
}

/// <summary>The ties of one organization as they come to another: moved, together with one that is there, or dropped where they would tie it to itself.</summary>
internal sealed class MergedTies(INetwork network, OrganizationId kept, OrganizationId other)
{
    private readonly List<Tie> dropped = [];
    private readonly List<(Tie Before, Tie After)> moved = [];
    private readonly List<(Tie Gone, Tie Twin)> met = [];

    internal void Take(Tie tie)
    {
        var after = (Tie)Rehoming.Moved(network, tie, other, kept);
        if (after.From == after.To)
        {
            dropped.Add(tie);
        }
        else if (network.TiesBetween(after.From, after.To).FirstOrDefault(t => AreTwins(network, after, t)) is { } twin)
        {
            met.Add((tie, twin));
        }
        else
        {
            moved.Add((tie, after));
        }
    }

    /// <summary>Removals first, so that no two stand beside each other.</summary>
    internal List<Revision> Revisions(List<Refusal> refusals)
    {
        var revisions = dropped.Concat(met.Select(m => m.Gone)).Select(Revision.Remove).ToList();
        foreach (var meeting in met.GroupBy(m => m.Twin.Ref))
        {
            var twin = meeting.First().Twin;
            var union = meeting.Aggregate(new Outcome<Element>(twin, []), (one, m) => one.Then(u => TieUnion.Of((Tie)u, (Tie)Rehoming.Moved(network, m.Gone, other, kept))));
            refusals.AddRange(union.Refusals.Select(r => Refusal.Of("merge_unfit", "", ("element", twin.Ref.ToString()), ("field", r.Field), ("reason", r.Code))));
            if (union.TryValue(out var made))
            {
                revisions.Add(Revision.Change(twin, made));
            }
        }

        revisions.AddRange(moved.Select(m => Revision.Change(m.Before, m.After)));
        return revisions;
    }

    /// <summary>What is suggested of a tie that came together with another is suggested of that.</summary>
    internal Suggestion Followed(Suggestion suggestion) => met.Find(m => m.Gone.Ref == suggestion.About) is { Twin: { } twin } ? suggestion with { About = twin.Ref } : suggestion;

    /// <summary>True when two ties say the same of the same two, and neither has ended.</summary>
    internal static bool AreTwins(INetwork network, Tie tie, Tie other) =>
        other.Id != tie.Id && TieReferences.IsTwin(tie, other, network.Term(Taxonomy.TieType, tie.Type)?.Tie is { Symmetric: true });
}
