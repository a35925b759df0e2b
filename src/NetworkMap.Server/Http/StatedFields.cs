using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>The fields of a small body that is no element's written form.</summary>
internal static class StatedFields
{
    /// <summary>Refuses the first field that the request does not take.</summary>
    internal static void TakeOnly(this Checks checks, JsonObject body, params ReadOnlySpan<string> known)
    {
        string? unknown = null;
        foreach (var (field, _) in body)
        {
            if (!known.Contains(field))
            {
                unknown = field;
                break;
            }
        }

        checks.Require(unknown is null, "field_unknown", unknown ?? "", ("value", unknown));
    }

    /// <summary>A text, or null when it is absent or is none, which is refused.</summary>
    internal static string? Stated(this Checks checks, JsonObject body, string field)
    {
        var good = body[field] is null || body[field]!.GetValueKind() == JsonValueKind.String;
        checks.Require(good, "field_wrong_type", field, ("wanted", TypeWords.Text));
        return good ? body[field]?.GetValue<string>() : null;
    }

    /// <summary>True or false; false when it is absent or is neither, which is refused.</summary>
    internal static bool Truth(this Checks checks, JsonObject body, string field)
    {
        var good = body[field] is null || body[field]!.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        checks.Require(good, "field_wrong_type", field, ("wanted", TypeWords.Boolean));
        return good && (body[field]?.GetValue<bool>() ?? false);
    }

    /// <summary>A day, or null when it is absent or is none, which is refused.</summary>
    internal static DateOnly? Day(this Checks checks, JsonObject body, string field)
    {
        var text = checks.Stated(body, field);
        var good = DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day);
        checks.Require(good || text is null, "date_malformed", field, ("value", text));
        return good ? day : null;
    }
}
