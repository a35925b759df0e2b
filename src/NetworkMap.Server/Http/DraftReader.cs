using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Http;

/// <summary>Reads the written form of an element out of a body. What stands in a field and cannot be read is refused under that field and taken out, and the rest
/// is read nevertheless, so that a person sees all that is to be mended at once.</summary>
internal static partial class DraftReader
{
    /// <summary>As many fields are named; a body with more of them is no form that somebody filled in.</summary>
    private const int Most = 20;

    /// <summary>The draft, without what was refused; null when it cannot be read on.</summary>
    internal static ElementDraft? Read(JsonObject body, ElementKind kind, Checks checks)
    {
        TakeInfinite(body, "", checks);
        for (var refused = 0; refused < Most; refused++)
        {
            try
            {
                return ElementText.Read(kind, body);
            }
            catch (JsonException failure)
            {
                var path = failure.Path is { Length: > 2 } p ? p[2..] : "";
                var steps = Step().Matches(path).Select(m => m.Value).ToList();
                var found = Find(body, path, steps);
                var type = ElementText.TypeAt(kind, steps);
                checks.Refuse(RefusalOf(kind, type, found, path, steps));
                if (found is null || !Take(found))
                {
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>A number beyond every number (1e999) reads as infinite; no field means that.</summary>
    private static void TakeInfinite(JsonNode? node, string path, Checks checks)
    {
        switch (node)
        {
            case JsonObject inner:
                foreach (var (name, value) in inner.ToList())
                {
                    TakeInfinite(value, path.Length == 0 ? name : $"{path}.{name}", checks);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    TakeInfinite(list[i], $"{path}[{i}]", checks);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number && !double.IsFinite(value.GetValue<double>()):
                checks.Refuse("number_too_large", path);
                Take(value);
                break;
            default:
                break;
        }
    }

    /// <summary>What is wrong with what was found where a value of a type belongs; without a type there is no such field.</summary>
    private static Refusal RefusalOf(ElementKind kind, Type? type, JsonNode? found, string path, List<string> steps)
    {
        var text = AsText(found);
        var isRegion = type == typeof(string) && IsRegion(kind, steps);
        return (Type.GetTypeCode(type), found?.GetValueKind()) switch
        {
            _ when type is null => Refusal.Of("field_unknown", path, ("value", path)),
            (TypeCode.Int32, JsonValueKind.Number) => Refusal.Of(Math.Abs(found!.GetValue<double>()) > int.MaxValue ? "number_too_large" : "number_not_whole", path, ("value", path)),
            (TypeCode.Int32 or TypeCode.Double, JsonValueKind.String) when LongNumber().IsMatch(text!) => Refusal.Of("number_too_large", path, ("value", text)),
            (TypeCode.Int32 or TypeCode.Double, JsonValueKind.String) when Number().IsMatch(text!) => Refusal.Of("number_quoted", path, ("value", text)),
            (TypeCode.Int32 or TypeCode.Double, JsonValueKind.String) => Refusal.Of("number_malformed", path, ("value", text), ("example", Type.GetTypeCode(type) == TypeCode.Int32 ? "12" : "110.3")),
            (_, JsonValueKind.String) when type == typeof(DateOnly) => Refusal.Of("date_malformed", path, ("value", text)),
            (_, JsonValueKind.Number) when isRegion && RegionCode.Candidates(found!.ToJsonString()).Count > 0 => RegionCode.Parse(found.ToJsonString()).Refusals[0].Under(path),
            _ => Refusal.Of("field_wrong_type", path, ("value", path), ("wanted", TypeWords.Of(type, isRegion))),
        };
    }

    /// <summary>Fields that hold the code of a region: a number in one of them has lost a zero, or may have.</summary>
    private static bool IsRegion(ElementKind kind, List<string> steps) =>
        steps is [.., "region"] || (kind == ElementKind.Region && steps is ["id"] or ["successors", _]);

    private static string? AsText(JsonNode? found) => found?.GetValueKind() == JsonValueKind.String ? found.GetValue<string>() : null;

    /// <summary>What stands at a path; null when it is not found, as under a name that has to be quoted in a path.</summary>
    private static JsonNode? Find(JsonObject body, string path, List<string> steps)
    {
        JsonNode? node = path.Length == 0 || path.Contains('\'', StringComparison.Ordinal) ? null : body;
        foreach (var step in steps)
        {
            node = node switch
            {
                JsonObject inner => inner[step],
                JsonArray list when int.TryParse(step.Trim('[', ']'), CultureInfo.InvariantCulture, out var at) && at < list.Count => list[at],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Takes a part out of what it stands in; in a list its place stays, so that the others keep their numbers.</summary>
    private static bool Take(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonObject outer: return outer.Remove(node.GetPropertyName());
            case JsonArray list: list[node.GetElementIndex()] = null; return true;
            default: return false;
        }
    }

    [GeneratedRegex(@"^\s*-?[\d.,\s]{10,}\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^\s*-?\d+(\.\d+)?\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[\d+\]|[^.\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
