using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Where something is kept that tells of a person.</summary>
/// <param name="Element">Kind and id; <c>account/…</c> for an account.</param>
/// <param name="Field">In which field.</param>
/// <param name="Contact">The place of the contact in the list of its organization.</param>
/// <param name="Past">True when only an earlier form says so.</param>
public sealed record PersonPlace(string Element, string Field, int? Contact, bool Past);

/// <summary>Looks for a person by what she gives: a name, a number, an address, through every sealed field and the accounts, today and in the past. What was looked for is kept nowhere.</summary>
public sealed class PersonFinder(NetworkView view, LogReader log, AccountVault vault)
{
    private const int FewestDigits = 6;

    /// <summary>Every place, those of today first.</summary>
    public async Task<IReadOnlyList<PersonPlace>> FindAsync(string sought, bool past, CancellationToken cancellation)
    {
        var matches = Matcher(sought);
        var full = view.Latest.Full;
        var found = new List<PersonPlace>(new[] { ElementKind.Organization, ElementKind.Place, ElementKind.Tie, ElementKind.Suggestion }.SelectMany(full.All).SelectMany(e => In(e, matches, past: false)));
        foreach (var account in await vault.ListAsync<Account>(null, cancellation))
        {
            if (matches(account.Value.Name) || matches(account.Value.SignInName))
            {
                found.Add(new PersonPlace("account/" + account.Id, "account", null, Past: false));
            }
        }

        if (past)
        {
            var known = found.Select(f => f.Element).ToHashSet(StringComparer.Ordinal);
            await foreach (var changeset in log.DownAsync(view.Latest.Sequence, cancellation))
            {
                found.AddRange(changeset.Revisions.SelectMany(r => new[] { r.Before, r.After }).OfType<Element>().SelectMany(e => In(e, matches, past: true)).Where(p => known.Add(p.Element)));
            }
        }

        return found;
    }

    /// <summary>Whether a text tells of her: it holds the words that she gave, or her number however it is written.</summary>
    internal static Func<string?, bool> Matcher(string sought)
    {
        var (words, digits) = (sought.Trim(), Digits(sought));
        return text => text is not null && ((words.Length > 1 && text.Contains(words, StringComparison.OrdinalIgnoreCase)) || (digits.Length >= FewestDigits && Digits(text).Contains(digits, StringComparison.Ordinal)));
    }

    /// <summary>Every text that a suggestion asks for or saw before: of its fields, as they stand in it.</summary>
    internal static IEnumerable<string> TextsOf(string? wanted) => WantedFields.Read(wanted).SelectMany(f => TextsIn(f.Before).Concat(TextsIn(f.After)));

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => TextsIn(f.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    private static string Digits(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..] : digits.TrimStart('0');
    }

    private static IEnumerable<PersonPlace> In(Element element, Func<string?, bool> matches, bool past)
    {
        var name = element.Ref.ToString();
        PersonPlace? At(string field, params ReadOnlySpan<string?> texts)
        {
            foreach (var text in texts)
            {
                if (matches(text))
                {
                    return new PersonPlace(name, field, null, past);
                }
            }

            return null;
        }

        IEnumerable<PersonPlace?> places = element switch
        {
            Organization o => [.. o.Contacts.Select((c, i) => At("contacts", c.Name, c.Role, c.Value, c.Purpose, c.Consent?.GivenBy) is { } at ? at with { Contact = past ? null : i } : null), At("note", o.Note)],
            Place p => [At("name", p.Name), At("address", p.Address)],
            Tie t => [At("note", t.Details?.Note), At("statements", t.Statements.From?.Word, t.Statements.From?.Reason, t.Statements.To?.Word, t.Statements.To?.Reason)],
            Suggestion s => [At("wanted", [.. TextsOf(s.Wanted)]), At("words", s.Words), At("sender", s.Sender), At("answer", s.Answer)],
            _ => [],
        };
        return places.OfType<PersonPlace>();
    }
}
