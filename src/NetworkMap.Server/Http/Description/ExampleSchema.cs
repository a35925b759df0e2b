using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace NetworkMap.Server.Http.Description;

/// <summary>The schema that an example shows: what is in it, and of which type. What an answer leaves out (absent instead of null) is not required.</summary>
internal static class ExampleSchema
{
    internal static OpenApiSchema Of(JsonNode? example) => example switch
    {
        JsonObject o => new OpenApiSchema { Type = JsonSchemaType.Object, Properties = o.ToDictionary(p => p.Key, p => (IOpenApiSchema)Of(p.Value), StringComparer.Ordinal) },
        JsonArray a => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(Whole(a)) },
        { } value => OfValue(value),
        null => new OpenApiSchema(),
    };

    private static OpenApiSchema OfValue(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        JsonValueKind.Number => new OpenApiSchema { Type = value.ToJsonString().Contains('.', StringComparison.Ordinal) ? JsonSchemaType.Number : JsonSchemaType.Integer },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = FormatOf(value.GetValue<string>()) },
    };

    private static string? FormatOf(string text) =>
        Guid.TryParseExact(text, "D", out _) ? "uuid"
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "date"
        : text.Length > 16 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "date-time"
        : null;

    /// <summary>One element with the members of all.</summary>
    private static JsonNode? Whole(JsonArray array)
    {
        if (array.FirstOrDefault() is not JsonObject)
        {
            return array.FirstOrDefault();
        }

        var whole = new JsonObject();
        foreach (var (name, value) in array.OfType<JsonObject>().SelectMany(o => o))
        {
            whole.TryAdd(name, value?.DeepClone());
        }

        return whole;
    }
}
