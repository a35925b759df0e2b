using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Changes;

/// <summary>A change after which others see more than before is asked for twice, whoever makes it and however: by a form, a revert, a restore or a suggestion that is accepted.</summary>
public static class Widened
{
    /// <summary>The decision, refused with <c>change_widens</c> where others would see more of what there already was. What is entered anew is not asked about: who fills in a form says
    /// there what is public of it, and nothing that was hidden comes out by it.</summary>
    public static Decision Asked(Decision decision) => network => decision(network).Then(revisions =>
    {
        var widening = OfWhatThereWas(network, revisions).FirstOrDefault();
        return widening is not null ? Refusal.Of("change_widens", "confirmWidening", ("element", widening.Element.ToString())) : Outcome.Made(revisions);
    });

    /// <summary>Those of some revisions that let others see more of what there already was.</summary>
    internal static IReadOnlyList<Revision> OfWhatThereWas(INetwork network, IEnumerable<Revision> revisions) => [.. In(network, revisions.Where(r => !IsNew(r)))];

    /// <summary>Those of some revisions that let others see more. What moves to an organization whose place is told more exactly is told more exactly with it.</summary>
    internal static IEnumerable<Revision> In(INetwork network, IEnumerable<Revision> revisions)
    {
        var all = revisions.ToList();
        var (later, merged) = (new Overlay(network), all.Where(r => r is { Before: Organization { MergedInto: null }, After: Organization { MergedInto: not null } }).ToList());
        all.ForEach(r => later.Put(r.Element, r.After));
        return all.Where(r => r.After is { } after && (Widening.Between(Seen(merged, r), after) || MovesIntoTheOpen(network, later, r.Before, after)));
    }

    /// <summary>What was to be seen of an element before. Of one that another goes into, what was to be seen of that counts as well: it moves, and nobody sees more of it.</summary>
    private static Element? Seen(List<Revision> merged, Revision revision)
    {
        if (revision is not { Before: Organization before, After: Organization after })
        {
            return revision.Before;
        }

        foreach (var other in merged.Where(r => ((Organization)r.After!).MergedInto == after.Id).Select(r => (Organization)r.Before!))
        {
            before = before with { Contacts = [.. before.Contacts, .. other.Contacts.Select(c => MergedForm.Carried(c, other.Precision))], Members = after.Members == other.Members ? other.Members : before.Members };
        }

        return before;
    }

    /// <summary>True of an addition; what comes back after a removal goes on with its versions.</summary>
    private static bool IsNew(Revision revision) => revision is { Before: null, After.Version: 1 };

    private static bool MovesIntoTheOpen(INetwork network, Overlay later, Element? before, Element after) =>
        before is not null && References.OwnerOf(before) is { } from && References.OwnerOf(after) is { } to && from != to
        && network.Organization(from) is { } left && later.Organization(to) is { } joined && joined.Precision < left.Precision;
}
