using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Http;

/// <summary>Reads the body of a write: an element's written form, with an optional reason beside it and a word that others may see more. Everything that cannot be read is refused with its place.</summary>
public static class BodyReader
{
    /// <summary>The largest body in bytes.</summary>
    public const int Limit = 256 * 1024;

    private const int Depth = 16;
    private const string Confirmation = "confirmWidening";

    /// <summary>The draft and the reason with what of them could not be read, or why the body cannot be used at all.</summary>
    public static async Task<Outcome<ReadElement>> ReadElementAsync(HttpContext context, ElementKind kind)
    {
        var tree = await ReadObjectAsync(context);
        return tree.Then(body =>
        {
            var checks = new Checks();
            var confirms = checks.Truth(body, Confirmation);
            body.Remove(Confirmation);
            return ReadElement(body, kind).Then<ReadElement>(read => read with { ConfirmWidening = confirms, Unread = [.. read.Unread, .. checks.Refusals] });
        });
    }

    /// <summary>The same of a body that was read, or of a part of one. It is used up by that.</summary>
    public static Outcome<ReadElement> ReadElement(JsonObject body, ElementKind kind)
    {
        var checks = new Checks();
        var reason = TakeReason(body, checks);
        if (body.Remove("sealed"))
        {
            checks.Refuse("field_unknown", "sealed", ("value", "sealed"));
        }

        TakePersons(body, checks);
        if (DraftReader.Read(body, kind, checks) is not { } draft)
        {
            return Outcome.Refused<ReadElement>(checks.Refusals);
        }

        checks.Require(draft.Kind is null || draft.Kind == Names<ElementKind>.Of(kind), "choice_unknown", "kind", ("value", draft.Kind), ("choices", Names<ElementKind>.Of(kind)));
        return new ReadElement(draft, reason, checks.Refusals);
    }

    /// <summary>Takes out fields that are for data of single persons, and says why.</summary>
    private static void TakePersons(JsonNode? node, Checks checks)
    {
        if (node is JsonObject fields)
        {
            while (PersonList.OfColumns(fields.Select(f => f.Key)) is { } bad)
            {
                checks.Refuse(bad);
                fields.Remove(bad.Field);
            }
        }

        foreach (var inner in node switch { JsonObject o => o.Select(f => f.Value), JsonArray a => a, _ => [] })
        {
            TakePersons(inner, checks);
        }
    }

    /// <summary>The body as an object.</summary>
    public static async Task<Outcome<JsonObject>> ReadObjectAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Refusal.Of("body_not_json", "");
        }

        var bytes = await ReadBytesAsync(context);
        if (bytes is null)
        {
            return Refusal.Of("body_too_large", "", ("limit", Limit));
        }

        if (bytes.Length == 0)
        {
            return Refusal.Of("body_empty", "");
        }

        if (!Utf8.IsValid(bytes))
        {
            return Refusal.Of("text_not_utf8", "");
        }

        try
        {
            RequireReadable(bytes, anyNumber: true);
            return JsonNode.Parse(bytes, null, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false }) is JsonObject body ? body : Refusal.Of("body_not_object", "");
        }
        catch (JsonException failure)
        {
            return DoubledFields.First(bytes, Depth) is { } doubled ? Refusal.Of("field_doubled", doubled, ("value", doubled))
                : failure.LineNumber is null ? Refusal.Of("body_malformed", "")
                : Refusal.Of("body_malformed", "", ("line", failure.LineNumber + 1), ("position", failure.BytePositionInLine + 1));
        }
    }

    /// <summary>The body, or null when it is over the limit.</summary>
    private static async Task<byte[]?> ReadBytesAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Limit)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var part = new byte[16 * 1024];
        try
        {
            for (int count; (count = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0;)
            {
                bytes.Write(part, 0, count);
                if (bytes.Length > Limit)
                {
                    return null;
                }
            }
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // Nothing is wrong on our side, so nothing of it is logged.
            return null;
        }

        return bytes.ToArray();
    }

    /// <summary>Half a surrogate pair, written as an escape, and a number beyond every number (1e999) pass for JSON, but are no text and no number; the
    /// reader of JSON notices only when they are asked for.</summary>
    /// <param name="bytes">The JSON.</param>
    /// <param name="anyNumber">Lets every number pass: its field refuses it.</param>
    internal static void RequireReadable(ReadOnlySpan<byte> bytes, bool anyNumber = false)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Depth });
        while (reader.Read())
        {
            try
            {
                var good = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? !reader.ValueIsEscaped || reader.GetString() is not null
                    : anyNumber || reader.TokenType is not JsonTokenType.Number || double.IsFinite(reader.GetDouble());
                if (!good)
                {
                    throw new JsonException("A number that is too large.", null, 0, reader.TokenStartIndex);
                }
            }
            catch (InvalidOperationException broken)
            {
                throw new JsonException("Half a surrogate pair.", null, 0, reader.TokenStartIndex, broken);
            }
        }
    }

    private static string? TakeReason(JsonObject body, Checks checks)
    {
        if (!body.Remove("reason", out var node) || node is null)
        {
            return null;
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            checks.Refuse("field_wrong_type", "reason", ("wanted", TypeWords.Text));
            return null;
        }

        return checks.OptionalText("reason", node.GetValue<string>(), 300);
    }
}

/// <summary>An element as a body tells it.</summary>
/// <param name="Draft">Its written form, without what could not be read.</param>
/// <param name="Reason">Why it is written.</param>
/// <param name="Unread">What could not be read, field by field. As long as there is any, nothing may be written.</param>
/// <param name="ConfirmWidening">True when it says separately that others may see more afterwards.</param>
public sealed record ReadElement(ElementDraft Draft, string? Reason, IReadOnlyList<Refusal> Unread, bool ConfirmWidening = false);
