using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>A contact as its asker may see it today.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Role">What she is there.</param>
/// <param name="Channel">By what she is reached.</param>
/// <param name="Value">Her number or address.</param>
/// <param name="Purposes">What it may be used for, and nothing else.</param>
/// <param name="Purpose">The same in somebody's own words.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Until">The last day that it is shown.</param>
/// <param name="State">How the consent stands; only for its own organization and the stewards.</param>
/// <param name="Consent">Who gave it and when; only for them.</param>
public sealed record ContactAnswer(
    string? Name, string? Role, string Channel, string Value, IReadOnlyList<string>? Purposes, string? Purpose, string Audience, DateOnly? Until, string? State, ConsentDraft? Consent)
{
    /// <summary>The contacts of an organization that an audience sees on a day.</summary>
    public static IReadOnlyList<ContactAnswer> Of(Organization whole, Audience audience, DateOnly day)
    {
        var standing = audience.Toward(whole, default);
        return [.. ContactSight.Of(whole, standing, day).Select(c => Of(c, standing >= Standing.Own))];
    }

    /// <summary>True when an audience is told of other contacts after a change than before it. Whose own the organization is, she is told by its form.</summary>
    public static bool Differ(Organization before, Organization after, Audience audience, DateOnly day) =>
        !(before.Contacts.IsEmpty && after.Contacts.IsEmpty) && (audience.Toward(before, default) < Standing.Own || audience.Toward(after, default) < Standing.Own) && Written(before, audience, day) != Written(after, audience, day);

    private static string Written(Organization whole, Audience audience, DateOnly day) => Of(whole, audience, day) is { Count: > 0 } told ? JsonSerializer.Serialize(told, Wire.Options) : "";

    private static ContactAnswer Of(SeenContact seen, bool isOwn)
    {
        var draft = seen.Contact.ToDraft();
        return new ContactAnswer(
            draft.Name, draft.Role, draft.Channel!, draft.Value!, draft.Purposes, draft.Purpose, Names<ContactAudience>.Of(seen.Contact.Audience), seen.Last,
            isOwn ? Names<ConsentState>.Of(seen.State) : null, draft.Consent);
    }
}
