using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Fields of a written form by their paths (<c>members.women</c>); what a side of a tie says stands in a list and is found by its side (<c>statements.from.says</c>).</summary>
internal static class Paths
{
    private const string Statements = "statements";

    private static readonly ConcurrentDictionary<(string List, string Path), Type?> Types = new();

    /// <summary>The type of a field of a list; null where there is no such field. Asked for every cell, and answered once for a path that a column can mean.</summary>
    internal static Type? TypeOf(TargetList list, string path) => Types.GetOrAdd((list.Name, path), static (of, list) => FindType(list, of.Path), list);

    private static Type? FindType(TargetList list, string path) => path switch
    {
        _ when path.StartsWith("place.", StringComparison.Ordinal) => ElementText.TypeAt(ElementKind.Place, path["place.".Length..].Split('.')),
        _ when path.StartsWith("contact.", StringComparison.Ordinal) => typeof(string),
        _ when path.StartsWith(Statements + ".", StringComparison.Ordinal) => ElementText.TypeAt(list.Kind, [Statements, "[0]", path.Split('.')[2]]),
        _ => ElementText.TypeAt(list.Kind, list.Part is { } part ? [part, "[0]", .. path.Split('.')] : path.Split('.')),
    };

    /// <summary>What stands at a path; null when nothing does.</summary>
    internal static JsonNode? Get(JsonObject body, string path)
    {
        JsonNode? at = body;
        foreach (var step in path.Split('.'))
        {
            at = at switch { JsonObject inner => inner[step], JsonArray list => SideOf(list, step), _ => null };
        }

        return at;
    }

    /// <summary>Puts a value at a path; null takes away what stands there, and what is empty without it.</summary>
    internal static void Set(JsonObject body, string path, JsonNode? value)
    {
        var steps = path.Split('.');
        if (steps.Length == 1)
        {
            Put(body, path, value);
            return;
        }

        var rest = path[(steps[0].Length + 1)..];
        if (steps[0] == Statements)
        {
            SetStatement(body, steps[1], steps[2], value);
            return;
        }

        var inner = body[steps[0]] as JsonObject ?? [];
        Set(inner, rest, value);
        Put(body, steps[0], inner.Count == 0 ? null : inner.Parent is null ? inner : inner.DeepClone());
    }

    /// <summary>True when two values say the same: lists in any order, a text whatever the spaces around it and the kind of its line ends, nothing and "no".</summary>
    internal static bool Same(JsonNode? one, JsonNode? other) => Plain(one) == Plain(other);

    /// <summary>What a value says, in one form.</summary>
    internal static string Plain(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(Plain).Order(StringComparer.Ordinal)),
        JsonObject fields => string.Join('\n', fields.Where(f => Plain(f.Value).Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "=" + Plain(f.Value))),
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth ? "true" : "",
        JsonValue value when value.TryGetValue<string>(out var text) => Characters.Letters(text).ReplaceLineEndings("\n").Trim().Normalize(),
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static void SetStatement(JsonObject body, string side, string field, JsonNode? value)
    {
        var list = body[Statements] as JsonArray;
        if (list is null)
        {
            body[Statements] = list = [];
        }

        var stated = SideOf(list, side);
        if (stated is null)
        {
            list.Add(stated = new JsonObject { ["side"] = side });
        }

        Put(stated, field, value);
        if (stated.Count == 1)
        {
            list.Remove(stated);
        }

        if (list.Count == 0)
        {
            body.Remove(Statements);
        }
    }

    private static JsonObject? SideOf(JsonArray list, string side) => list.OfType<JsonObject>().FirstOrDefault(s => (string?)s["side"] == side);

    private static void Put(JsonObject body, string field, JsonNode? value)
    {
        if (value is null)
        {
            body.Remove(field);
        }
        else if (!ReferenceEquals(body[field], value))
        {
            body[field] = value;
        }
    }
}
