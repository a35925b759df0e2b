using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What requests that take something back have in common: the fields of their body, and how they are answered.</summary>
internal static class TakingBack
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

    /// <summary>Whether the public may see more by it; false when it is absent or is neither true nor false, which is refused.</summary>
    internal static bool ConfirmsWidening(this Checks checks, JsonObject body)
    {
        var confirm = body["confirmWidening"];
        var good = confirm is null || confirm.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        checks.Require(good, "field_wrong_type", "confirmWidening", ("wanted", TypeWords.Boolean));
        return good && (confirm?.GetValue<bool>() ?? false);
    }

    /// <summary>Which change took it back, if there was anything to change, or why not.</summary>
    internal static IResult Answer(Outcome<Accepted> outcome, HttpContext context, ChangesetId ids) =>
        outcome.TryValue(out var accepted) ? Results.Json(new { id = Named(accepted, ids), sequence = accepted.Changed ? accepted.Sequence : (long?)null }, Wire.Options) : Obstacles.Refused(outcome.Refusals, context);

    /// <summary>The id of the change that was made; null when nothing was to be changed, since the change before is not for this request to take back.</summary>
    internal static string? Named(Accepted accepted, ChangesetId ids) => accepted.Changed ? ids.Of(accepted.Sequence) : null;
}
