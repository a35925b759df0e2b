using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using MessagePack.Formatters;

namespace NetworkMap.Server.Live;

/// <summary>One message of a stream, written once as JSON and, when a program asks for it, once as MessagePack; every connection copies the same bytes.</summary>
[JsonConverter(typeof(Json))]
internal sealed class LiveMessage
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] json;
    private readonly Lazy<byte[]> pack;

    private LiveMessage(byte[] json, long position)
    {
        this.json = json;
        Position = position;
        pack = new Lazy<byte[]>(() => MessagePackSerializer.ConvertFromJson(Encoding.UTF8.GetString(this.json)));
    }

    /// <summary>Says that the content of a queue was dropped; each stream tells it with its own cursor.</summary>
    internal static LiveMessage Dropped { get; } = new([], -1);

    /// <summary>The sequence that a client is at when it has this message.</summary>
    internal long Position { get; }

    /// <summary>Bytes as JSON.</summary>
    internal int Size => json.Length;

    /// <summary>A message that says nothing but where the follower is: <c>caughtUp</c>, <c>heartbeat</c>, <c>behind</c>, <c>refetch</c> with its reason.</summary>
    internal static LiveMessage Of(string type, string cursor, long position, string? why = null) => Write(type, cursor, position, json =>
    {
        if (why is not null)
        {
            json.WriteString("why"u8, why);
        }
    });

    /// <summary>How far a piece of work is: <c>progress</c>, with numbers alone.</summary>
    internal static LiveMessage Of(string stage, long done, long of) => Write("progress", null, -1, json =>
    {
        json.WriteString("stage"u8, stage);
        json.WriteNumber("done"u8, done);
        json.WriteNumber("of"u8, of);
    });

    /// <summary>A message of changes from items that are written already.</summary>
    internal static LiveMessage Of(string cursor, long position, DateTimeOffset at, string? by, string? reason, IEnumerable<byte[]> items) => Write("changes", cursor, position, json =>
    {
        if (by is not null)
        {
            json.WriteString("by"u8, by);
        }

        if (reason is not null)
        {
            json.WriteString("reason"u8, reason);
        }

        json.WriteString("at"u8, at);
        json.WriteStartArray("items"u8);
        foreach (var item in items)
        {
            json.WriteRawValue(item, skipInputValidation: true);
        }

        json.WriteEndArray();
    });

    private static LiveMessage Write(string type, string? cursor, long position, Action<Utf8JsonWriter> more)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Written))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            if (cursor is not null)
            {
                json.WriteString("cursor"u8, cursor);
            }

            more(json);
            json.WriteEndObject();
        }

        return new LiveMessage(bytes.WrittenSpan.ToArray(), position);
    }

    /// <summary>Copies the JSON.</summary>
    private sealed class Json : JsonConverter<LiveMessage>
    {
        public override LiveMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Messages only go out.");

        public override void Write(Utf8JsonWriter writer, LiveMessage value, JsonSerializerOptions options) => writer.WriteRawValue(value.json, skipInputValidation: true);
    }

    /// <summary>Copies the MessagePack.</summary>
    internal sealed class Pack : IMessagePackFormatter<LiveMessage?>
    {
        public LiveMessage Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => throw new NotSupportedException("Messages only go out.");

        public void Serialize(ref MessagePackWriter writer, LiveMessage? value, MessagePackSerializerOptions options) => writer.WriteRaw(value!.pack.Value);
    }
}
