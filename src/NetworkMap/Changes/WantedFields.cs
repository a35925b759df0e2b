using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Changes;

/// <summary>The fields that a suggestion asks to change, as its sender saw them and as they are to be (<see cref="Suggestion.Wanted"/>). Only what she changed is kept, since she may see less of
/// the element than there is: laid over all of it, her form would take away what was hidden from her.</summary>
public static class WantedFields
{
    private const string Was = "was";
    private const string To = "to";

    /// <summary>As text; null when there are none. Who asserted what is no part of it.</summary>
    public static string? Write(IReadOnlyList<FieldDifference> fields)
    {
        var written = new JsonObject();
        foreach (var field in fields.Where(f => f.Field != "id"))
        {
            var (before, after) = (Unsigned(field.Before), Unsigned(field.After));
            if (JsonNode.DeepEquals(before, after))
            {
                continue;
            }

            var one = new JsonObject();
            if (before is not null)
            {
                one[Was] = before;
            }

            if (after is not null)
            {
                one[To] = after;
            }

            written[field.Field] = one;
        }

        return written.Count == 0 ? null : written.ToJsonString();
    }

    /// <summary>The fields of a text; none when there is none, or when its key was destroyed.</summary>
    public static IReadOnlyList<FieldDifference> Read(string? wanted)
    {
        try
        {
            return wanted is not null && JsonNode.Parse(wanted) is JsonObject fields
                ? [.. fields.Where(f => f.Value is JsonObject).Select(f => new FieldDifference(f.Key, f.Value![Was]?.DeepClone(), f.Value[To]?.DeepClone()))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The written form of an element with the wanted fields laid over what is there now; of a list what was added is added and what was taken out is taken out, so that what
    /// the sender could not see stays.</summary>
    /// <param name="about">The element.</param>
    /// <param name="current">As it is now; null when it is to be added.</param>
    /// <param name="wanted">The fields.</param>
    /// <param name="account">Who stands for it from now on.</param>
    public static ElementDraft Over(ElementRef about, Element? current, IReadOnlyList<FieldDifference> wanted, string account)
    {
        var form = current is null ? new JsonObject { ["id"] = about.Id } : ElementText.ToJson(current);
        foreach (var field in wanted)
        {
            var merged = Merged(form[field.Field], field);
            if (merged is null)
            {
                form.Remove(field.Field);
            }
            else
            {
                form[field.Field] = merged;
            }
        }

        var draft = ElementText.Read(about.Kind, form);
        return draft.Provenance is { AssertedBy: null } unsigned ? draft with { Provenance = unsigned with { AssertedBy = account } } : draft;
    }

    private static JsonNode? Merged(JsonNode? now, FieldDifference field)
    {
        if (now is not JsonArray there || field.After is not (JsonArray or null) || field.Before is not (JsonArray or null))
        {
            return field.After?.DeepClone();
        }

        var (before, after) = ((field.Before as JsonArray)?.ToList() ?? [], (field.After as JsonArray)?.ToList() ?? []);
        var kept = there.Where(n => !Holds(before, n) || Holds(after, n)).ToList();
        var merged = new JsonArray([.. kept.Concat(after.Where(n => !Holds(before, n) && !Holds(kept, n))).Select(n => n?.DeepClone())]);
        return merged.Count == 0 ? null : merged;
    }

    private static bool Holds(IEnumerable<JsonNode?> list, JsonNode? item) => list.Any(n => JsonNode.DeepEquals(n, item));

    private static JsonNode? Unsigned(JsonNode? value)
    {
        if (value is JsonObject provenance && provenance.ContainsKey("assertedBy"))
        {
            var unsigned = provenance.DeepClone().AsObject();
            unsigned.Remove("assertedBy");
            return unsigned;
        }

        return value?.DeepClone();
    }
}
