using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>A merge that is to be taken apart again, also when much has happened since.</summary>
/// <param name="Merged">The change that merged the two.</param>
/// <param name="Other">Which of them went into the other.</param>
/// <param name="Known">What the kept one had right after it.</param>
/// <param name="Assigned">To which of the two goes what came later: by <c>kind/id</c>, by <c>fields.name</c> for what an edit changed, by <c>fields.contacts</c> for contacts that were added.</param>
/// <param name="Rest">Where all goes of which nothing is said; null to be asked.</param>
public sealed record UnmergeAsked(Changeset Merged, OrganizationId Other, IReadOnlySet<ElementRef> Known, IReadOnlyDictionary<string, MergeSide> Assigned, MergeSide? Rest)
{
    /// <summary>The contacts that each of them had before the merge, as far as they are not erased; null as the merge itself says.</summary>
    public ContactsBefore? Contacts { get; init; }

    /// <summary>Those of the kept one, and those of the one that went into it.</summary>
    /// <param name="Kept">Of the kept one: what it had after the merge and did not come from the other.</param>
    /// <param name="Other">Of the other.</param>
    public sealed record ContactsBefore(IReadOnlyList<Contact> Kept, IReadOnlyList<Contact> Other)
    {
        /// <summary>Those of both.</summary>
        /// <param name="after">What the kept one had after the merge.</param>
        /// <param name="brought">What the other brought, twice where the kept one had it as well.</param>
        public static ContactsBefore Of(IReadOnlyList<Contact> after, IReadOnlyList<Contact> brought)
        {
            var other = brought.Where((c, i) => !brought.Take(i).Any(b => MergedForm.Alike(b, c))).ToList();
            return new ContactsBefore([.. after.Where(IsOfKept)], other);

            bool IsOfKept(Contact contact)
            {
                var times = brought.Count(b => MergedForm.IsSame(b, contact));
                return times == 0 || (times > other.Count(b => MergedForm.IsSame(b, contact)) && (after.Count(a => MergedForm.IsSame(a, contact)) == 1 || !other.Exists(o => MergedForm.Alike(o, contact))));
            }
        }
    }
}

/// <summary>One of the two that a merge is taken apart into.</summary>
public enum MergeSide
{
    /// <summary>The one that stayed.</summary>
    Kept,

    /// <summary>The one that comes back.</summary>
    Other,
}

/// <summary>Takes a merge apart: both are there again, each with what it had. What was changed since stays changed, on the side where it belongs; what came since, and what an edit of the two as
/// one meant, somebody has to say.</summary>
public static class Unmerge
{
    private const int ShownUndecided = 50;

    /// <summary>Both again, as one change. <c>unmerge_undecided</c> names what nobody decided, <c>merge_unfit</c> what cannot stand where it would come, <c>unmerge_later_first</c> the merge that came
    /// on top of this one, <c>unmerge_choice_unknown</c> what is assigned and is not there to be decided, <c>not_merged</c> when the two are not one.</summary>
    public static Decision Of(UnmergeAsked asked) => network =>
    {
        if (Merge.MergingIn(asked.Merged.Revisions, asked.Other) is not { Before: Organization before } merging || network.Organization(asked.Other) is not { MergedInto: { } into } now || (merging.After as Organization)?.MergedInto != into)
        {
            return Refusal.Of("not_merged", "id", ("id", asked.Other.ToString()));
        }

        if (network.Organization(into) is not { } kept)
        {
            return Edits.Unknown(into.Ref);
        }

        if (kept.MergedInto is { } further)
        {
            return Refusal.Of("unmerge_later_first", "id", ("element", kept.Ref.ToString()), ("into", further.Ref.ToString()));
        }

        var work = new Unmerging(network, asked, kept, new Two(before, (Organization)merging.After!, now));
        var revisions = work.Revisions();
        if (asked.Assigned.Keys.Except(work.Decided, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } nothing)
        {
            return Refusal.Of("unmerge_choice_unknown", "assign." + nothing, ("value", nothing));
        }

        return work.Undecided.Count > 0
            ? Refusal.Of("unmerge_undecided", "assign", ("count", work.Undecided.Count), ("undecided", work.Undecided.Take(ShownUndecided).ToList()))
            : Merge.Unfit(network, revisions, ofEnded: true).ToList() is { Count: > 0 } unfit ? Outcome.Refused<IReadOnlyList<Revision>>(unfit) : revisions;
    };

    /// <summary>What somebody has to decide before a merge can be taken apart, as keys of <see cref="UnmergeAsked.Assigned"/>.</summary>
    public static IReadOnlyList<string> Undecided(INetwork network, UnmergeAsked asked) =>
        Of(asked with { Rest = null })(network).Refusals.FirstOrDefault(r => r.Code == "unmerge_undecided")?.Arguments["undecided"] as IReadOnlyList<string> ?? [];

    /// <summary>One of the two, before and after the merge and now.</summary>
    internal sealed record Two(Organization Before, Organization After, Organization Now);
}

/// <summary>One merge while it is taken apart.</summary>
internal sealed class Unmerging(INetwork network, UnmergeAsked asked, Organization kept, Unmerge.Two other)
{
    private const string Field = "fields.";
    private readonly Dictionary<ElementRef, Revision> then = asked.Merged.Revisions.ToDictionary(r => r.Element);
    private readonly List<Revision> made = [];

    /// <summary>What nobody decided.</summary>
    internal List<string> Undecided { get; } = [];

    /// <summary>All that somebody can decide.</summary>
    internal HashSet<string> Decided { get; } = new(StringComparer.Ordinal);

    internal List<Revision> Revisions()
    {
        Organizations();
        foreach (var revision in asked.Merged.Revisions.Where(r => r.Element.Kind != ElementKind.Organization && !IsUnion(r)))
        {
            switch (revision)
            {
                case { Before: { } before, After: { } after }:
                    Return(before, after);
                    break;
                case { Before: Tie before, After: null }:
                    Part(before);
                    break;
                default:
                    break;
            }
        }

        foreach (var element in Rehoming.Of(network, kept.Id).Where(e => !then.ContainsKey(e.Ref) && !asked.Known.Contains(e.Ref)))
        {
            if (SideOf(element.Ref.ToString()) == MergeSide.Other)
            {
                made.Add(Revision.Change(element, Rehoming.Moved(network, element, kept.Id, other.Now.Id)));
            }
        }

        return made;
    }

    private MergeSide? SideOf(string key)
    {
        Decided.Add(key);
        var side = asked.Assigned.TryGetValue(key, out var said) ? said : asked.Rest;
        if (side is null)
        {
            Undecided.Add(key);
        }

        return side;
    }

    /// <summary>Of the kept one, what the merge changed goes back; of the other, all comes back. What was edited since goes where somebody says.</summary>
    private void Organizations()
    {
        var merged = then[kept.Ref];
        var (before, after, now) = (ElementText.ToJson(merged.Before!), ElementText.ToJson(merged.After!), ElementText.ToJson(kept));
        var back = ElementText.ToJson(other.Before);
        foreach (var field in before.Concat(after).Concat(now).Select(p => p.Key).Where(f => f is not ("id" or "contacts" or "mergedInto" or "distinctFrom")).Distinct(StringComparer.Ordinal).ToList())
        {
            var edited = !System.Text.Json.Nodes.JsonNode.DeepEquals(now[field], after[field]);
            var side = edited && field != "provenance" ? SideOf(Field + field) : null;
            if (side == MergeSide.Other)
            {
                MergedForm.Put(back, field, now[field]?.DeepClone());
            }

            if (!edited || side == MergeSide.Other)
            {
                MergedForm.Put(now, field, before[field]?.DeepClone());
            }
        }

        foreach (var change in Differences.Between(other.After, other.Now).Where(d => d.Field is not ("mergedInto" or "retired" or "contacts")))
        {
            MergedForm.Put(back, change.Field, change.After?.DeepClone());
        }

        var (own, returned) = Contacts((Organization)merged.Before!, (Organization)merged.After!);
        made.Add(Revision.Change(other.Now, Checked(back) with { Contacts = [.. returned], Sameness = (other.Now.Sameness ?? Sameness.Nothing) with { MergedInto = null } is var left ? left.OrNull() : null }));
        made.Add(Revision.Change(kept, Checked(now) with { Contacts = [.. own], Sameness = kept.Sameness }));
    }

    private static Organization Checked(System.Text.Json.Nodes.JsonObject form) => (Organization)(MergedForm.Read(form) with { Contacts = null }).Check().Value;

    /// <summary>Each goes back as it stands now: a consent that was withdrawn stays withdrawn, a contact that was taken out stays out. One that both had is both's again.</summary>
    private (List<Contact> Own, List<Contact> Returned) Contacts(Organization before, Organization after)
    {
        var (ofKept, ofOther) = asked.Contacts is { } told ? (told.Kept, told.Other) : (before.Contacts, other.Before.Contacts);
        var returned = ofOther.Select(c => Now(c, after)).OfType<Contact>().ToList();
        var own = ofKept.Select(c => Now(c, after)).OfType<Contact>().ToList();
        var added = kept.Contacts.Where(c => !ofKept.Concat(ofOther).Any(b => MergedForm.IsSame(b, c))).ToList();
        if (added.Count > 0)
        {
            (SideOf(Field + "contacts") == MergeSide.Other ? returned : own).AddRange(added);
        }

        return (own, returned);
    }

    /// <summary>What became of a contact; null when it was taken out.</summary>
    private Contact? Now(Contact contact, Organization after)
    {
        var carried = MergedForm.Carried(contact, after.Precision);
        var same = kept.Contacts.Where(c => MergedForm.IsSame(contact, c)).ToList();
        return same.Exists(c => MergedForm.Alike(c, carried)) ? contact : same.Find(c => c.Name == contact.Name) ?? same.FirstOrDefault();
    }

    /// <summary>What was moved goes back, as it is now. What was moved on since, or is gone, is left.</summary>
    private void Return(Element before, Element after)
    {
        if (network.Find(before.Ref) is not { } now)
        {
            return;
        }

        var back = Differences.Between(after, now).Count == 0 ? before : Rehoming.Moved(network, now, kept.Id, other.Now.Id);
        back = (before, after, now, back) switch
        {
            (Place { Main: true }, Place { Main: false }, Place { Main: false }, Place place) => place with { Main = true },
            (Domain.Suggestions.Suggestion b, Domain.Suggestions.Suggestion a, Domain.Suggestions.Suggestion n, Domain.Suggestions.Suggestion s) => s with { About = n.About == a.About ? b.About : n.About },
            _ => back,
        };
        if (Differences.Between(now, back).Count > 0)
        {
            made.Add(Revision.Change(now, back));
        }
    }

    /// <summary>A tie that the merge took away comes back: one between the two as it was; one that came together with another beside that, which loses what it had of it.</summary>
    private void Part(Tie before)
    {
        if (network.Find(before.Ref) is not null)
        {
            return;
        }

        var moved = (Tie)Rehoming.Moved(network, before, other.Now.Id, kept.Id);
        if (moved.From == moved.To || Array.Find([.. then.Values], r => r is { Before: Tie b, After: Tie } && MergedTies.AreTwins(network, moved, b)) is not { Before: Tie twin, After: { } union })
        {
            made.Add(Revision.Restore(before));
            return;
        }

        var now = network.Find(union.Ref) as Tie;
        if (made.Exists(r => r.Element == union.Ref))
        {
            made.Add(Revision.Restore(before)); // Several came together with it, and one of them has parted it already.
        }
        else if (now is not null && Differences.Between(union, now).Count == 0)
        {
            made.Add(Revision.Change(now, twin));
            made.Add(Revision.Restore(before));
        }
        else if (SideOf(union.Ref.ToString()) is not MergeSide.Other)
        {
            made.Add(Revision.Restore(before));
        }
        else if (now is null)
        {
            made.Add(Revision.Restore(twin));
        }
        else
        {
            made.Add(Revision.Change(now, twin));
            made.Add(Revision.Restore((Tie)Rehoming.Moved(network, now, kept.Id, other.Now.Id) with { Id = before.Id, Version = before.Version }));
        }
    }

    /// <summary>A tie of the kept one that another came together with; it is parted with that.</summary>
    private bool IsUnion(Revision revision) => revision is { Before: Tie before, After: Tie } && before.From != other.Now.Id && before.To != other.Now.Id;
}
