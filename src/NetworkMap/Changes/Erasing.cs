using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Changes;

/// <summary>Taking what can identify a person out of an element, before the keys of all that it said of her are destroyed.</summary>
public static class Erasing
{
    /// <summary>True when a steward's grant lets its holder erase what an element seals. Whoever edits an organization may take a contact out of it; that nobody can ever read it again is a
    /// steward's to decide.</summary>
    public static bool MayErase(INetwork network, IReadOnlyList<Grant> held, Element element) =>
        held.Where(g => g.Role == Role.Steward).ToList() is { Count: > 0 } stewards && Rights.Permits(network, stewards, Revision.Read(element.Ref, element, element));

    /// <summary>True when an element has fields that are sealed.</summary>
    public static bool Seals(Element element) => element.ToDraft() is ISealedDraft draft && draft.Split().Sealed is not null;

    /// <summary>The element without what it seals, or, of an organization, without some of its contacts alone; retired or removed when nothing of it shall stay. No revision when it
    /// says nothing of the kind, or is gone already: then its past alone is to be erased.</summary>
    /// <param name="element">Which.</param>
    /// <param name="from">The version that was looked at, so that nobody else is erased than who was seen there: refused with <c>version_stale</c> when the element moved on.</param>
    /// <param name="contacts">The places of contacts in the list of the organization, <c>contact_unknown</c> for one that is not there; null for everything that is sealed.</param>
    /// <param name="retire">Whether it goes: an organization is retired, what belongs to one is removed.</param>
    /// <param name="today">The day on which it is retired.</param>
    public static Decision Strip(ElementRef element, int? from, IReadOnlyList<int>? contacts, bool retire, DateOnly today) => network =>
    {
        var current = network.Find(element);
        if (current is not null && from is { } version && current.Version != version)
        {
            return Edits.Stale(current, version, []);
        }

        var there = (current as Organization)?.Contacts.Length ?? 0;
        if (contacts?.Where(place => place < 0 || place >= there).ToList() is { Count: > 0 } unknown)
        {
            return Refusal.Of("contact_unknown", "contacts", ("value", unknown[0]));
        }

        if (current is null)
        {
            return Array.Empty<Revision>();
        }

        if (retire && current is not Organization)
        {
            var dependents = network.DependentsOf(element).Take(5).Select(d => d.Ref.ToString()).ToList();
            return dependents.Count > 0 ? Refusal.Of("element_in_use", "", ("id", element.Id), ("by", dependents)) : new[] { Revision.Remove(current) };
        }

        return Without(current, contacts, retire, today).Check().Then<IReadOnlyList<Revision>>(left =>
            Differences.Between(current, left).Count == 0 ? Array.Empty<Revision>() : new[] { Revision.Change(current, left) });
    };

    /// <summary>The suggestions about an element, the oldest first. What they seal tells of the persons of the element as well: what somebody saw of it, and wants, in her own words.</summary>
    public static IReadOnlyList<Suggestion> SuggestionsAbout(IEnumerable<Element> all, ElementRef element) => [.. all.OfType<Suggestion>().Where(s => s.About == element).OrderBy(s => s.Sequence)];

    /// <summary>Suggestions without what they seal. One that waits is declined with that: nobody could decide on it any more.</summary>
    /// <param name="suggestions">Which.</param>
    /// <param name="today">The day.</param>
    public static Decision StripSuggestions(IReadOnlyList<ElementRef> suggestions, DateOnly today) => network =>
    {
        var (revisions, refusals) = (new List<Revision>(), new List<Refusal>());
        foreach (var current in suggestions.Select(network.Find).OfType<Suggestion>())
        {
            var bare = (SuggestionDraft)((ISealedDraft)current.ToDraft()).Bare();
            var left = (current.State == SuggestionState.Waiting ? bare with { State = Names<SuggestionState>.Of(SuggestionState.Declined), Decided = today } : bare).Check();
            refusals.AddRange(left.Refusals);
            if (left.TryValue(out var stripped) && Differences.Between(current, stripped).Count > 0)
            {
                revisions.Add(Revision.Change(current, stripped));
            }
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : revisions;
    };

    /// <summary>The element as it is, once more: what it still seals goes under a key of its own, so that those before can be destroyed.</summary>
    public static Decision SealAnew(ElementRef element) => network =>
        network.Find(element) is { } current && Seals(current) ? new[] { Revision.Change(current, current) } : Array.Empty<Revision>();

    /// <summary>What is left of the contacts with which one that is merged went into the other, written into its past once more: the keys of those before are destroyed, and when the two are taken
    /// apart, each contact goes back to where it came from. Twice where the other had it as well.</summary>
    /// <param name="merged">The merged one.</param>
    /// <param name="contacts">What is left; none to forget it again, so that it stands in its past alone.</param>
    public static Decision Remember(ElementRef merged, IReadOnlyList<Contact> contacts) => network =>
        network.Find(merged) is Organization { MergedInto: not null } current && (contacts.Count > 0 || !current.Contacts.IsEmpty) ? new[] { Revision.Change(current, current with { Contacts = [.. contacts] }) } : Array.Empty<Revision>();

    /// <summary>A form from before an erasure, as it may be shown afterwards. What a place did not seal then, since it was shown exactly, and does not say any more, is hidden.</summary>
    /// <param name="past">The form of before.</param>
    /// <param name="left">What the erasure left of it; null when it went.</param>
    public static Element Hide(Element past, Element? left) => (past, left as Place) switch
    {
        (Place p, null) => p with { Name = null, Point = null, Address = null, Region = p.Region.At(RegionLevel.Province) },
        (Place p, { } l) => p with
        {
            Name = l.Name is null ? null : p.Name,
            Point = l.Point is null ? null : p.Point,
            Address = l.Address is null ? null : p.Address,
            Region = l.Region.Holds(p.Region) ? l.Region : l.Region.Value == RegionCode.Erased ? p.Region.At(RegionLevel.Province) : p.Region,
        },
        _ => past,
    };

    private static ElementDraft Without(Element current, IReadOnlyList<int>? contacts, bool retire, DateOnly today)
    {
        var draft = current.ToDraft();
        return draft switch
        {
            OrganizationDraft o => (contacts is null ? Coarse((OrganizationDraft)((ISealedDraft)o).Bare(), o.Region) : o with { Contacts = Others(o.Contacts, contacts) }) with
            {
                Retired = retire ? o.Retired ?? today : o.Retired,
            },
            PlaceDraft p => ((PlaceDraft)((ISealedDraft)p).Bare()) is var bare && bare.Region == RegionCode.Erased ? bare with { Region = ProvinceOf(p.Region) } : bare,
            ISealedDraft sealable => sealable.Bare(),
            _ => draft,
        };
    }

    private static OrganizationDraft Coarse(OrganizationDraft bare, string? region) => bare.Region == RegionCode.Erased ? bare with { Region = ProvinceOf(region) } : bare;

    /// <summary>A hidden place stays hidden, and its province says of nobody where she lives.</summary>
    private static string? ProvinceOf(string? region) => region?[..2];

    private static List<ContactDraft>? Others(IReadOnlyList<ContactDraft>? all, IReadOnlyList<int> gone) =>
        (all ?? []).Where((_, i) => !gone.Contains(i)).ToList() is { Count: > 0 } left ? left : null;
}
