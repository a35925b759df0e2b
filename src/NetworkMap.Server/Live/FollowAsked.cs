using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using MessagePack.Formatters;

namespace NetworkMap.Server.Live;

/// <summary>The argument of <c>Follow</c> as it came, whatever it is, so that nonsense is refused in words instead of failing to bind.</summary>
[JsonConverter(typeof(Json))]
internal sealed record FollowAsked(JsonElement Value)
{
    private sealed class Json : JsonConverter<FollowAsked>
    {
        public override bool HandleNull => true;

        public override FollowAsked Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, FollowAsked value, JsonSerializerOptions options) => value.Value.WriteTo(writer);
    }

    /// <summary>Takes MessagePack as the JSON that means the same; what JSON has no word for is nothing.</summary>
    internal sealed class Pack : IMessagePackFormatter<FollowAsked?>
    {
        public FollowAsked Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            var raw = reader.ReadRaw();
            try
            {
                return new FollowAsked(JsonElement.Parse(MessagePackSerializer.ConvertToJson(raw, options)));
            }
            catch (Exception wordless) when (wordless is JsonException or MessagePackSerializationException or InvalidOperationException)
            {
                return new FollowAsked(default(JsonElement));
            }
        }

        public void Serialize(ref MessagePackWriter writer, FollowAsked? value, MessagePackSerializerOptions options) => throw new NotSupportedException("Arguments only come in.");
    }
}
