using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http.Description;

/// <summary>Refusals in the description of the API: each code with its status and its words, once, and a reference to it wherever it can happen.</summary>
internal static class ProblemDescription
{
    private const string Schema = "Problem";

    /// <summary>The answer of one status, with an example for each code.</summary>
    internal static OpenApiResponse Response(IReadOnlyList<string> codes, OpenApiDocument document) => new()
    {
        Description = "Refused: " + string.Join(", ", codes.Select(c => $"`{c}`")) + ".",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchemaReference(Schema, document),
                Examples = codes.ToDictionary(c => c, c => (IOpenApiExample)new OpenApiExampleReference(c, document), StringComparer.Ordinal),
            },
        },
    };

    /// <summary>The shape of a problem, and every code, as components.</summary>
    internal static void AddTo(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSchema>(Schema, ExampleSchema.Of(Example("text_missing")));
        foreach (var code in RefusalWords.Codes)
        {
            document.AddComponent<IOpenApiExample>(code, new OpenApiExample { Summary = $"{Problems.StatusOf(code)} {code}", Value = Example(code) });
        }
    }

    private static JsonNode Example(string code) => JsonSerializer.SerializeToNode(Problems.BodyOf([Refusal.Of(code, "")], Language.English), Wire.Options)!;
}
