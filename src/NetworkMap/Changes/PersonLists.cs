using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Changes;

/// <summary>No list of persons comes in by any way: every change is looked at, whatever form or file it came from. What stands there from before is in nobody's way.</summary>
public static class PersonLists
{
    /// <summary>Shorter texts are no list, and no number of an identity card.</summary>
    private const int Shortest = 16;

    /// <summary>The decision, refused where a text that it would bring looks like a list of persons (<see cref="PersonList"/>).</summary>
    /// <param name="decision">What is to be decided.</param>
    /// <param name="reason">Why it is asked for, which anybody may read who sees the change.</param>
    public static Decision Refused(Decision decision, string? reason) => network => decision(network).Then(revisions =>
    {
        var refusals = revisions.SelectMany(In).Concat(reason is not null && PersonList.InText(reason) is { } bad ? [bad.Under("reason")] : Array.Empty<Refusal>()).Take(20).ToList();
        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : Outcome.Made(revisions);
    });

    private static IEnumerable<Refusal> In(Revision revision)
    {
        if (revision.After is not { } after || after.Ref.Kind is ElementKind.Region or ElementKind.Grant)
        {
            return [];
        }

        if (after is not Suggestion && !MayHold(after))
        {
            return [];
        }

        var texts = Texts(after).Where(t => t.Text.Length >= Shortest && PersonList.InText(t.Text) is not null).ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        var before = revision.Before is { } b ? Texts(b).Select(t => t.Text).ToHashSet(StringComparer.Ordinal) : [];
        return texts.Where(t => !before.Contains(t.Text)).Select(t => PersonList.InText(t.Text)!.Under(t.Field));
    }

    /// <summary>False when no text of an element can be one: looked at without making a tree of it, since of nearly all elements that is all there is to do.</summary>
    private static bool MayHold(Element element)
    {
        var json = new Utf8JsonReader(ElementText.ToBytes(element.ToDraft()));
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.String && json.ValueSpan.Length >= Shortest && PersonList.InText(json.GetString()!) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts of an element by their fields. What a suggestion wants is kept as JSON, whose line ends are no line ends: it is read as what it would become.</summary>
    private static IEnumerable<(string Field, string Text)> Texts(Element element) => element is Suggestion suggestion
        ? Texts(ElementText.ToJson(suggestion with { Wanted = null }), "").Concat(WantedFields.Read(suggestion.Wanted).SelectMany(f => Texts(f.After, f.Field)))
        : Texts(ElementText.ToJson(element), "");

    private static IEnumerable<(string Field, string Text)> Texts(JsonNode? node, string field) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Texts(f.Value, field.Length == 0 ? f.Key : $"{field}.{f.Key}")),
        JsonArray items => items.SelectMany((item, i) => Texts(item, $"{field}[{i}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && field != "id" => [(field, value.GetValue<string>())],
        _ => [],
    };
}
