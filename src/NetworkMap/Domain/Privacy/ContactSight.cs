using NetworkMap.Domain.Organizations;

namespace NetworkMap.Domain.Privacy;

/// <summary>A contact as somebody sees it.</summary>
/// <param name="Contact">Without its consent for all but its own organization and the stewards.</param>
/// <param name="Last">The last day that it is shown; null while no end is known.</param>
/// <param name="State">How its consent stands.</param>
public readonly record struct SeenContact(Contact Contact, DateOnly? Last, ConsentState State);

/// <summary>Who sees which contacts of an organization on a day: its own organization and the stewards all; others those whose audience reaches them, by a consent that holds on the
/// day and is for that purpose. The day decides, so contacts are part of no projection of theirs (<see cref="Policy"/> leaves them out): they are a question of their own,
/// answered anew each time, and nothing is kept that a consent withdrawn or run out would have to be taken from.</summary>
public static class ContactSight
{
    /// <summary>What is seen.</summary>
    /// <param name="organization">The whole organization.</param>
    /// <param name="standing">Where the asker stands to it.</param>
    /// <param name="day">Today.</param>
    public static IReadOnlyList<SeenContact> Of(Organization organization, Standing standing, DateOnly day) => standing >= Standing.Own
        ? [.. organization.Contacts.Select(c => new SeenContact(c, c.Consent?.Last, c.ConsentOn(day)))]
        : [.. organization.Contacts
            .Where(c => standing >= Least(c, organization.Precision) && c.ConsentOn(day) == ConsentState.Given)
            .Select(c => new SeenContact(c with { Consent = null }, c.Consent?.Last, ConsentState.Given))];

    /// <summary>The least standing that could ever see a contact: its audience, no wider than its consent is for. A postal address tells where somebody lives, so it
    /// goes no further than its organization's precision (DOMAIN 9).</summary>
    public static Standing Least(Contact contact, Precision precision)
    {
        if (TellsWhere(contact, precision) || contact.Consent?.Given is null)
        {
            return Standing.Own;
        }

        var audience = contact.Audience switch
        {
            ContactAudience.Public => Standing.Public,
            ContactAudience.SignedIn => Standing.SignedIn,
            ContactAudience.Coordinators => Standing.Coordinator,
            _ => Standing.Own,
        };
        var purpose = contact.Purposes.Contains(ContactPurpose.Publication) ? Standing.Public
            : contact.Purposes.Contains(ContactPurpose.Introduction) ? Standing.SignedIn
            : Standing.Own;
        return audience > purpose ? audience : purpose;
    }

    /// <summary>True for a postal address of an organization whose place is not told to the point.</summary>
    public static bool TellsWhere(Contact contact, Precision precision) => contact.Channel == ContactChannel.Post && precision != Precision.Exact;

    /// <summary>True when somebody could see a contact after a change whom it was not shown to before, or for longer: also one whose consent was withdrawn, and is not any more.</summary>
    public static bool Widens(Organization? before, Organization after) => after.Contacts.Any(c =>
        Least(c, after.Precision) is var least and < Standing.Own && before?.Contacts.Any(b => Least(b, before.Precision) <= least && Covers(b, c)) != true);

    private static bool Covers(Contact before, Contact after) =>
        (before.Name, before.Role, before.Channel, before.Value) == (after.Name, after.Role, after.Channel, after.Value)
        && (after.Consent!.Given is not { } given || before.Consent!.Given <= given)
        && (before.Consent!.Last is not { } last || after.Consent.Last <= last);
}
