using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>Reads the body of a write: an element's written form, with an optional reason beside it. Everything that cannot be read is refused with its place.</summary>
public static class BodyReader
{
    /// <summary>The largest body in bytes.</summary>
    public const int Limit = 256 * 1024;

    private const int Depth = 16;

    /// <summary>The draft and the reason, or why the body cannot be used.</summary>
    public static async Task<Outcome<(ElementDraft Draft, string? Reason)>> ReadElementAsync(HttpContext context, ElementKind kind)
    {
        var tree = await ReadObjectAsync(context);
        return tree.Then(body =>
        {
            var reason = TakeReason(body);
            if (reason.IsRefused)
            {
                return Outcome.Refused<(ElementDraft, string?)>(reason.Refusals);
            }

            if (body.ContainsKey("sealed"))
            {
                return Refusal.Of("field_unknown", "sealed", ("value", "sealed"));
            }

            return ReadDraft(body, kind).Then<(ElementDraft, string?)>(draft => (draft, reason.Value.Text));
        });
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
            RequireReadable(bytes);
            return JsonNode.Parse(bytes, null, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false }) is JsonObject body ? body : Refusal.Of("body_not_object", "");
        }
        catch (JsonException failure)
        {
            return Refusal.Of("body_malformed", "", ("line", failure.LineNumber + 1), ("position", failure.BytePositionInLine + 1));
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
        for (int count; (count = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0;)
        {
            bytes.Write(part, 0, count);
            if (bytes.Length > Limit)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Half a surrogate pair, written as an escape, and a number beyond every number (1e999) pass for JSON, but are no text and no number; the
    /// reader of JSON notices only when they are asked for.</summary>
    internal static void RequireReadable(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Depth });
        while (reader.Read())
        {
            try
            {
                var good = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? !reader.ValueIsEscaped || reader.GetString() is not null
                    : reader.TokenType is not JsonTokenType.Number || double.IsFinite(reader.GetDouble());
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

    private static Outcome<ElementDraft> ReadDraft(JsonObject body, ElementKind kind)
    {
        try
        {
            var draft = ElementText.Read(kind, body);
            return draft.Kind is null || draft.Kind == Names<ElementKind>.Of(kind) ? draft : Refusal.Of("choice_unknown", "kind", ("value", draft.Kind), ("choices", Names<ElementKind>.Of(kind)));
        }
        catch (JsonException failure)
        {
            var path = failure.Path is { Length: > 2 } p ? p[2..] : "";
            var unknown = failure.Message.Contains("could not be mapped", StringComparison.Ordinal);
            return Refusal.Of(unknown ? "field_unknown" : "field_wrong_type", path, ("value", path));
        }
    }

    private static Outcome<(string? Text, bool Given)> TakeReason(JsonObject body)
    {
        if (!body.Remove("reason", out var node) || node is null)
        {
            return (null, false);
        }

        var checks = new Checks();
        if (node.GetValueKind() != JsonValueKind.String)
        {
            return Refusal.Of("field_wrong_type", "reason");
        }

        var text = checks.OptionalText("reason", node.GetValue<string>(), 300);
        return checks.Finish<(string?, bool)>((text, true));
    }
}
