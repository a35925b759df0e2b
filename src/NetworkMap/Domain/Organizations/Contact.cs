using System.Collections.Immutable;

namespace NetworkMap.Domain.Organizations;

/// <summary>A way to reach an organization. Personal data: kept sealed, and shown only where there is consent for it (<see cref="Privacy.ContactSight"/>).</summary>
/// <param name="Name">The person's.</param>
/// <param name="Role">What she is there.</param>
/// <param name="Channel">By what she is reached.</param>
/// <param name="Value">Her number or address.</param>
/// <param name="Purpose">In somebody's own words, what else than <see cref="Purposes"/> it may be used for.</param>
/// <param name="Consent">Who allowed it; null while nobody did.</param>
public sealed record Contact(string? Name, string? Role, ContactChannel Channel, string Value, string? Purpose, Consent? Consent)
{
    /// <summary>What the consent is for. For what it is not, the contact is not shown.</summary>
    public ImmutableArray<ContactPurpose> Purposes { get; init; } = [];

    /// <summary>For whom it is; nobody else sees it, and not they without consent.</summary>
    public ContactAudience Audience { get; init; } = ContactAudience.Own;

    /// <summary>How the consent stands on a day.</summary>
    public ConsentState ConsentOn(DateOnly day) => Consent?.On(day) ?? ConsentState.Missing;

    internal static ImmutableArray<Contact> List(Checks checks, string field, IReadOnlyList<ContactDraft>? drafts)
    {
        if (drafts is null)
        {
            return [];
        }

        checks.Require(drafts.Count <= 20, "list_too_long", field, ("limit", 20), ("length", drafts.Count));
        return [.. drafts.Select((d, i) => From(checks, $"{field}[{i}]", d))];
    }

    /// <summary>The written form.</summary>
    public ContactDraft ToDraft() => new()
    {
        Name = Name,
        Role = Role,
        Channel = Names<ContactChannel>.Of(Channel),
        Value = Value,
        Purposes = Purposes.IsEmpty ? null : [.. Purposes.Select(Names<ContactPurpose>.Of)],
        Purpose = Purpose,
        Consent = Consent?.ToDraft(),
        Audience = Audience == ContactAudience.Own ? null : Names<ContactAudience>.Of(Audience),
    };

    private static Contact From(Checks checks, string field, ContactDraft? stated)
    {
        var draft = stated ?? new ContactDraft();
        var contact = new Contact(
            checks.OptionalText(field + ".name", draft.Name, 200),
            checks.OptionalText(field + ".role", draft.Role, 200),
            checks.Choice(field + ".channel", draft.Channel, ContactChannel.Phone),
            checks.Text(field + ".value", draft.Value, 300),
            checks.OptionalText(field + ".purpose", draft.Purpose, 300),
            Consent.From(checks, field + ".consent", draft.Consent))
        {
            Purposes = [.. (draft.Purposes ?? []).Select((p, i) => PurposeOf(checks, $"{field}.purposes[{i}]", p)).OfType<ContactPurpose>().Distinct().Order()],
            Audience = checks.Choice(field + ".audience", draft.Audience, ContactAudience.Own),
        };
        contact.RequireConsent(checks, field + ".audience");
        return contact;
    }

    /// <summary>Whoever is to see it beside its own organization sees it by a consent that says who gave it, when, and for what.</summary>
    private void RequireConsent(Checks checks, string field)
    {
        if (Audience == ContactAudience.Own)
        {
            return;
        }

        checks.Require(Consent?.Given is not null, "contact_without_consent", field);
        var wanted = Audience == ContactAudience.Public ? ContactPurpose.Publication : ContactPurpose.Introduction;
        checks.Require(Purposes.Contains(wanted) || Purposes.Contains(ContactPurpose.Publication), "contact_purpose_missing", field, ("purpose", Names<ContactPurpose>.Of(wanted)));
    }

    private static ContactPurpose? PurposeOf(Checks checks, string field, string? name)
    {
        var known = Names<ContactPurpose>.TryParse(name ?? "", out var purpose);
        checks.Require(known, "choice_unknown", field, ("value", name), ("choices", Names<ContactPurpose>.All));
        return known ? purpose : null;
    }
}

/// <summary>For what a contact may be used. Anything else stands in its own words beside.</summary>
public enum ContactPurpose : byte
{
    /// <summary>To be told to those who look for a partner, and to those who introduce.</summary>
    Introduction,

    /// <summary>To be asked whether a tie is true.</summary>
    ConfirmingTies,

    /// <summary>To stand on the open page of the organization.</summary>
    Publication,
}

/// <summary>For whom a contact is, from wide to narrow.</summary>
public enum ContactAudience : byte
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>Whoever signed in.</summary>
    SignedIn,

    /// <summary>Who coordinates the region.</summary>
    Coordinators,

    /// <summary>Its organization and the stewards alone.</summary>
    Own,
}

/// <summary>How a contact is used.</summary>
public enum ContactChannel
{
    /// <summary>By voice.</summary>
    Phone,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By messenger.</summary>
    Whatsapp,

    /// <summary>A page of the web.</summary>
    Web,

    /// <summary>By letter.</summary>
    Post,
}

/// <summary>The written form of <see cref="Contact"/>.</summary>
public sealed record ContactDraft
{
#pragma warning disable CS1591 // The fields are explained on Contact.
    public string? Name { get; init; }
    public string? Role { get; init; }
    public string? Channel { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<string>? Purposes { get; init; }
    public string? Purpose { get; init; }
    public ConsentDraft? Consent { get; init; }
    public string? Audience { get; init; }
#pragma warning restore CS1591
}
