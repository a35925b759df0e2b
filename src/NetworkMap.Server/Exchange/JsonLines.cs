using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetworkMap.Domain;

namespace NetworkMap.Server.Exchange;

/// <summary>Short forms for writing JSON piece by piece.</summary>
internal static class JsonLines
{
    private const int Long = 1 << 15;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer to a file, with letters as they are.</summary>
    internal static Utf8JsonWriter Over(Stream output) => new(output, Plain);

    /// <summary>Sends what is written once it is worth sending, so that memory stays flat.</summary>
    internal static Task FlushWhenLongAsync(this Utf8JsonWriter json, CancellationToken cancellation) => json.BytesPending >= Long ? json.FlushAsync(cancellation) : Task.CompletedTask;

    /// <summary>A text; nothing when there is none.</summary>
    internal static void WriteUnlessNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Codes; nothing when there are none.</summary>
    internal static void WriteList(this Utf8JsonWriter json, string name, ImmutableArray<Code> codes) => json.WriteList(name, codes.Select(c => c.Value));

    /// <summary>Texts; nothing when there are none.</summary>
    internal static void WriteList(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in all)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
