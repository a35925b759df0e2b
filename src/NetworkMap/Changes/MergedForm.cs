using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Changes;

/// <summary>Whose value a field has after two organizations became one.</summary>
public enum MergeChoice
{
    /// <summary>That of the one which stays.</summary>
    Kept,

    /// <summary>That of the one which goes into it.</summary>
    Other,

    /// <summary>Both: of a list what either has, of a note one after the other.</summary>
    Both,
}

/// <summary>The form of the organization that two become, field by field. Nothing that only one of them says is lost unless somebody chooses so; contacts come along whole, each with its consent.</summary>
public static class MergedForm
{
    private static readonly string[] NotChosen = ["id", "contacts", "mergedInto", "distinctFrom"];
    private static readonly string[] Lists = ["otherNames", "issues", "sectors", "offers", "needs", "languages"];

    /// <summary>The fields that somebody can choose of: those that at least one of the two states.</summary>
    public static IReadOnlyList<string> Choosable(Organization kept, Organization other) =>
        [.. ElementText.ToJson(kept).Select(p => p.Key).Union(ElementText.ToJson(other).Select(p => p.Key), StringComparer.Ordinal).Except(NotChosen, StringComparer.Ordinal)];

    /// <summary>The choices that a field has.</summary>
    public static IReadOnlyList<MergeChoice> ChoicesOf(string field) => Lists.Contains(field, StringComparer.Ordinal) || field == "note" ? [MergeChoice.Kept, MergeChoice.Other, MergeChoice.Both] : [MergeChoice.Kept, MergeChoice.Other];

    /// <summary>What is chosen unless somebody says otherwise: both where that can be; else what stays, where it says anything; where it is, no finer than either said; whether it is still there, as what stays.</summary>
    public static MergeChoice Usual(string field, Organization kept, Organization other) => field switch
    {
        "precision" => kept.Precision >= other.Precision ? MergeChoice.Kept : MergeChoice.Other,
        "retired" or "mediates" => MergeChoice.Kept,
        "note" => kept.Note is not null && other.Note is not null && kept.Note != other.Note ? MergeChoice.Both : kept.Note is null ? MergeChoice.Other : MergeChoice.Kept,
        _ when Lists.Contains(field, StringComparer.Ordinal) => MergeChoice.Both,
        _ => ElementText.ToJson(kept)[field] is null ? MergeChoice.Other : MergeChoice.Kept,
    };

    /// <summary>The form; <c>merge_choice_unknown</c> for a field of which that cannot be chosen.</summary>
    internal static Outcome<Organization> Of(Organization kept, Organization other, IReadOnlyDictionary<string, MergeChoice> chosen)
    {
        var (one, two) = (ElementText.ToJson(kept), ElementText.ToJson(other));
        var fields = Choosable(kept, other);
        var unfit = chosen.Where(c => NotChosen.Contains(c.Key, StringComparer.Ordinal) || ElementText.TypeAt(ElementKind.Organization, [c.Key]) is null || !ChoicesOf(c.Key).Contains(c.Value)).Select(c => c.Key).ToList();
        if (unfit.Count > 0)
        {
            return Refusal.Of("merge_choice_unknown", "fields." + unfit[0], ("value", unfit[0]));
        }

        foreach (var field in fields)
        {
            var made = (chosen.TryGetValue(field, out var choice) ? choice : Usual(field, kept, other)) switch
            {
                MergeChoice.Kept => one[field],
                MergeChoice.Other => two[field],
                _ => Both(one[field], two[field]),
            };
            Put(one, field, made?.DeepClone());
        }

        Put(one, "contacts", Contacts(kept, other, one));
        NameBoth(one, kept, other, chosen);
        return Read(one).Check().Then<Organization>(element => (Organization)element);
    }

    /// <summary>A contact as it comes along: where the place is told less exactly than before, a postal address is for nobody else.</summary>
    internal static Contact Carried(Contact contact, Precision precision) => contact.Audience != ContactAudience.Own && ContactSight.TellsWhere(contact, precision) ? contact with { Audience = ContactAudience.Own } : contact;

    /// <summary>A written form with its fields in their order.</summary>
    internal static OrganizationDraft Read(JsonObject form) => (OrganizationDraft)ElementText.Read(ElementKind.Organization, form);

    internal static void Put(JsonObject form, string field, JsonNode? value)
    {
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }
    }

    /// <summary>True when two contacts are written alike.</summary>
    public static bool Alike(Contact one, Contact other) => Text(one) == Text(other);

    /// <summary>True when two contacts reach the same.</summary>
    public static bool IsSame(Contact one, Contact other) => (one.Channel, one.Value) == (other.Channel, other.Value);

    private static string Text(Contact contact) => JsonSerializer.Serialize(contact.ToDraft());

    private static JsonNode? Both(JsonNode? one, JsonNode? two) => (one, two) switch
    {
        (null, _) => two,
        (_, null) => one,
        (JsonArray a, JsonArray b) => new JsonArray([.. a.Concat(b.Where(n => !a.Any(m => JsonNode.DeepEquals(m, n)))).Select(n => n?.DeepClone())]),
        _ => (string?)one == (string?)two ? one : (string?)one + "\n\n" + (string?)two,
    };

    /// <summary>Those of both, each with the consent that it was given with; what is written alike in both stands once.</summary>
    private static JsonArray? Contacts(Organization kept, Organization other, JsonObject form)
    {
        var precision = (string?)form["precision"] is { } text && Names<Precision>.TryParse(text, out var told) ? told : kept.Precision;
        var carried = kept.Contacts.Concat(other.Contacts.Where(c => !kept.Contacts.Any(k => Alike(k, c)))).Select(c => Carried(c, precision)).ToList();
        return ElementText.ToJson(kept with { Contacts = [.. carried] })["contacts"]?.DeepClone().AsArray();
    }

    /// <summary>Who looks for either name finds it: the name that was not chosen is another name, unless somebody chose the other names.</summary>
    private static void NameBoth(JsonObject form, Organization kept, Organization other, IReadOnlyDictionary<string, MergeChoice> chosen)
    {
        if (chosen.TryGetValue("otherNames", out var choice) && choice != MergeChoice.Both)
        {
            return;
        }

        var name = (string?)form["name"];
        var names = (form["otherNames"] as JsonArray ?? []).Select(n => (string?)n).Concat([kept.Name, other.Name]).OfType<string>().Where(n => n != name).Distinct(StringComparer.Ordinal).ToList();
        Put(form, "otherNames", names.Count == 0 ? null : new JsonArray([.. names.Select(n => (JsonNode?)JsonValue.Create(n))]));
    }
}
