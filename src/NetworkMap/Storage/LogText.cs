using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>The canonical text of a log entry, format 1: one JSON object, fields in the order written here, byte-equal in every store.
/// Each names the hash (SHA-256) of the entry before; the chain finds damage, it does not prove anything against who can rewrite it.</summary>
public static partial class LogText
{
    /// <summary>The format that is written.</summary>
    public const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry of a changeset that follows <paramref name="previous"/>.</summary>
    public static StoredEntry Write(Changeset changeset, LogPosition previous, MasterKey master)
    {
        if (changeset.Sequence != previous.Sequence + 1)
        {
            throw new ArgumentException($"Entry {changeset.Sequence} cannot follow {previous.Sequence}.", nameof(changeset));
        }

        var sealing = new SealedText(master, _ => null);
        var keys = new List<SealingKey>();
        var rows = new List<ElementRow>(changeset.Revisions.Count);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteHead(json, changeset, previous);
            json.WriteStartArray("revisions"u8);
            foreach (var revision in changeset.Revisions)
            {
                rows.Add(WriteRevision(json, revision, changeset.Sequence, sealing, keys));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var text = buffer.WrittenSpan.ToArray();
        var growth = changeset.Revisions.Sum(r => (r.After is null ? 0 : 1) - (r.Before is null ? 0 : 1));
        return new StoredEntry(changeset.Sequence, changeset.At, text, SHA256.HashData(text), rows, keys, changeset.Attribution.Request, growth);
    }

    /// <summary>The changeset of a text. Throws <see cref="DamagedException"/> when the text is not one.</summary>
    public static Changeset Read(ReadOnlyMemory<byte> text, SealedText sealing)
    {
        try
        {
            return ReadChangeset(text, sealing);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new DamagedException("log entry", malformed.Message);
        }
    }

    private static Changeset ReadChangeset(ReadOnlyMemory<byte> text, SealedText sealing)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (root.GetProperty("v").GetInt32() != Format)
        {
            throw new DamagedException("log entry", $"format {root.GetProperty("v")} is not known here");
        }

        var sequence = root.GetProperty("sequence").GetInt64();
        return new Changeset
        {
            Sequence = sequence,
            At = ReadAt(root),
            Attribution = new Attribution(
                root.GetProperty("by").GetString()!,
                Optional(root, "reason"),
                Optional(root, "source"),
                root.TryGetProperty("reverts", out var reverts) ? reverts.GetInt64() : null,
                ReadRequest(root)),
            Revisions = [.. root.GetProperty("revisions").EnumerateArray().Select(r => ReadRevision(r, sequence, sealing))],
        };
    }

    /// <summary>The hash of the entry before, as the text names it.</summary>
    public static byte[] PreviousOf(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        return Convert.FromHexString(document.RootElement.GetProperty("previous").GetString()!);
    }

    /// <summary>When the entry of a text was accepted.</summary>
    public static DateTimeOffset AcceptedAt(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        return ReadAt(document.RootElement);
    }

    /// <summary>The idempotency key that the entry of a text was made under, if any.</summary>
    public static KnownRequest? RequestOf(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return ReadRequest(root) is { } request ? new KnownRequest(request, root.GetProperty("sequence").GetInt64(), ReadAt(root)) : null;
    }

    private static DateTimeOffset ReadAt(JsonElement root) =>
        DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static RequestKey? ReadRequest(JsonElement root) =>
        root.TryGetProperty("request", out var request) ? new RequestKey(request.GetProperty("key").GetString()!, request.GetProperty("hash").GetString()!) : null;

    private static void WriteHead(Utf8JsonWriter json, Changeset changeset, LogPosition previous)
    {
        json.WriteNumber("v"u8, Format);
        json.WriteString("log"u8, previous.Log);
        json.WriteNumber("sequence"u8, changeset.Sequence);
        json.WriteString("previous"u8, Convert.ToHexStringLower(previous.Hash));
        json.WriteString("at"u8, changeset.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        var a = changeset.Attribution;
        json.WriteString("by"u8, a.Author);
        WriteOptional(json, "reason", a.Reason);
        WriteOptional(json, "source", a.Source);
        if (a.Reverts is { } reverts)
        {
            json.WriteNumber("reverts"u8, reverts);
        }

        if (a.Request is { } request)
        {
            json.WriteStartObject("request"u8);
            json.WriteString("key"u8, request.Key);
            json.WriteString("hash"u8, request.Request);
            json.WriteEndObject();
        }
    }

    private static ElementRow WriteRevision(Utf8JsonWriter json, Revision revision, long sequence, SealedText sealing, List<SealingKey> keys)
    {
        (SealingKey Key, byte[] Plain)? key = null;
        var before = revision.Before is { } b ? sealing.Write(b, ref key) : null;
        var after = revision.After is { } a ? sealing.Write(a, ref key) : null;
        if (key is { } made)
        {
            keys.Add(made.Key);
        }

        json.WriteStartObject();
        json.WriteString("kind"u8, Names<ElementKind>.Of(revision.Element.Kind));
        json.WriteString("id"u8, revision.Element.Id);
        json.WriteNumber("version"u8, revision.Version);
        WriteBody(json, "before", before, revision.Before);
        WriteBody(json, "after", after, null);
        json.WriteEndObject();
        return new ElementRow(revision.Element, revision.Version, sequence, after) { Before = before };
    }

    private static void WriteBody(Utf8JsonWriter json, string name, byte[]? body, Element? earlier)
    {
        if (body is null)
        {
            return;
        }

        if (earlier is not null)
        {
            json.WriteNumber("beforeVersion"u8, earlier.Version);
            json.WriteNumber("beforeSequence"u8, earlier.Sequence);
        }

        json.WritePropertyName(name);
        json.WriteRawValue(body, skipInputValidation: true);
    }

    private static Revision ReadRevision(JsonElement json, long sequence, SealedText sealing)
    {
        var element = ElementOf(json, sequence);
        var before = json.TryGetProperty("before", out var b)
            ? sealing.Read(element.Kind, Bytes(b), json.GetProperty("beforeVersion").GetInt32(), json.GetProperty("beforeSequence").GetInt64())
            : null;
        var after = json.TryGetProperty("after", out var a) ? sealing.Read(element.Kind, Bytes(a), json.GetProperty("version").GetInt32(), sequence) : null;
        return Revision.Read(element, before, after);
    }

    private static ReadOnlySpan<byte> Bytes(JsonElement json) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(json);

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
