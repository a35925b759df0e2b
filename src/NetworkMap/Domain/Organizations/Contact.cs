using System.Collections.Immutable;

namespace NetworkMap.Domain.Organizations;

/// <summary>A way to reach an organization. Personal data: kept sealed, and shown only where there is consent for it.</summary>
public sealed record Contact(string? Name, string? Role, ContactChannel Channel, string Value, string? Purpose, Consent? Consent)
{
    /// <summary>True when there is consent to use it on a day: given, not withdrawn, not over.</summary>
    public bool IsConsentedOn(DateOnly day) => Consent is { } consent && !(consent.Given > day) && !(consent.Withdrawn <= day) && !(consent.Until < day);

    internal static ImmutableArray<Contact> List(Checks checks, string field, IReadOnlyList<ContactDraft>? drafts)
    {
        if (drafts is null)
        {
            return [];
        }

        checks.Require(drafts.Count <= 20, "list_too_long", field, ("limit", 20), ("length", drafts.Count));
        return [.. drafts.Select((d, i) => From(checks, $"{field}[{i}]", d))];
    }

    internal ContactDraft ToDraft() => new()
    {
        Name = Name,
        Role = Role,
        Channel = Names<ContactChannel>.Of(Channel),
        Value = Value,
        Purpose = Purpose,
        Consent = Consent is null ? null : new ConsentDraft { GivenBy = Consent.GivenBy, Given = Consent.Given, Until = Consent.Until, Withdrawn = Consent.Withdrawn },
    };

    private static Contact From(Checks checks, string field, ContactDraft? stated)
    {
        var draft = stated ?? new ContactDraft();
        var consent = draft.Consent is not { } c
            ? null
            : new Consent(checks.Text(field + ".consent.givenBy", c.GivenBy, 200), c.Given, c.Until, c.Withdrawn);
        return new Contact(
            checks.OptionalText(field + ".name", draft.Name, 200),
            checks.OptionalText(field + ".role", draft.Role, 200),
            checks.Choice(field + ".channel", draft.Channel, ContactChannel.Phone),
            checks.Text(field + ".value", draft.Value, 300),
            checks.OptionalText(field + ".purpose", draft.Purpose, 300),
            consent);
    }
}

/// <summary>Consent to keep and show a contact (Law 27/2022).</summary>
public sealed record Consent(string GivenBy, DateOnly? Given, DateOnly? Until, DateOnly? Withdrawn);

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
    public string? Purpose { get; init; }
    public ConsentDraft? Consent { get; init; }
#pragma warning restore CS1591
}

/// <summary>The written form of <see cref="Consent"/>.</summary>
public sealed record ConsentDraft
{
#pragma warning disable CS1591 // The fields are explained on Consent.
    public string? GivenBy { get; init; }
    public DateOnly? Given { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? Withdrawn { get; init; }
#pragma warning restore CS1591
}
