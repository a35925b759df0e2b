using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NetworkMap.Server.Http.Description;

/// <summary>One route in the description of the API, from what it says beside its code.</summary>
internal static class OperationDescription
{
    private const string Json = "application/json";

    internal static async Task TellAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var reads = HttpMethods.IsGet(context.Description.HttpMethod ?? "");
        var taken = metadata.OfType<Described.Parameters>().SelectMany(p => p.All).Append(Parameter.AcceptLanguage).Concat(reads ? [Parameter.IfNoneMatch] : []).DistinctBy(p => (p.Name, p.Place)).ToList();
        operation.OperationId = IdOf(context.Description.HttpMethod!, context.Description.RelativePath!);
        operation.Parameters = [.. Inferred(operation, taken), .. taken.Select(Tell)];
        if (metadata.OfType<Described.Body>().LastOrDefault() is { } body)
        {
            operation.RequestBody = body.BesideFile ? TellFile(body) : await TellAsync(body, context, cancellation);
        }

        operation.Responses = [];
        foreach (var answer in metadata.OfType<Described.Answer>())
        {
            operation.Responses[Text(answer.Status)] = Tell(answer, reads);
        }

        if (reads)
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "What you have is still right." };
        }

        var own = metadata.OfType<Described.Refusals>().SelectMany(r => r.Codes);
        string[] always = reads ? ["starting", "write_failed"] : ["origin_foreign", "starting", "write_failed"];
        var bad = metadata.OfType<Described.BadRequests>().FirstOrDefault();
        foreach (var refused in taken.SelectMany(p => p.Refusals).Concat(own).Concat(always).Distinct(StringComparer.Ordinal).GroupBy(c => Described.StatusOf(c, bad)).OrderBy(g => g.Key))
        {
            operation.Responses[Text(refused.Key)] = ProblemDescription.Response([.. refused], context.Document!);
        }
    }

    /// <summary>The name of an operation for programs that are made from the description, as <c>getOrganizationsByIdPartners</c>.</summary>
    private static string IdOf(string method, string path) => string.Concat(path.Replace("api/", "", StringComparison.Ordinal).Split('/', '.', '-').Select(part =>
        part.Trim('{', '}') is var name && name.Length == 0 ? "" : (part.StartsWith('{') ? "By" : "") + char.ToUpperInvariant(name[0]) + name[1..]).Prepend(method.ToLowerInvariant()));

    /// <summary>Path parameters that the route did not tell of.</summary>
    private static IEnumerable<IOpenApiParameter> Inferred(OpenApiOperation operation, List<Parameter> taken) =>
        (operation.Parameters ?? []).Where(p => !taken.Exists(t => t.Name == p.Name));

    private static OpenApiParameter Tell(Parameter parameter)
    {
        var example = JsonValue.Create(parameter.Example);
        var schema = ExampleSchema.Of(example);
        schema.Minimum = parameter.Least?.ToString(CultureInfo.InvariantCulture);
        schema.Maximum = parameter.Most?.ToString(CultureInfo.InvariantCulture);
        schema.Enum = parameter.Choices.Count == 0 ? null : [.. parameter.Choices.Select(c => (JsonNode)c)];
        return new OpenApiParameter { Name = parameter.Name, In = parameter.Place, Description = parameter.About, Required = parameter.Required, Schema = schema, Example = parameter.Example is "" ? null : example };
    }

    private static async Task<OpenApiRequestBody> TellAsync(Described.Body body, OpenApiOperationTransformerContext context, CancellationToken cancellation) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Json] = new() { Schema = body.Shape is null ? ExampleSchema.Of(body.Example) : await ShapeAsync(body.Shape, context, cancellation), Example = body.Example.DeepClone() },
        },
    };

    private static OpenApiRequestBody TellFile(Described.Body body) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["settings"] = new OpenApiSchema { Type = JsonSchemaType.String, ContentMediaType = Json, Description = "What was decided about the file, as JSON; what is left out is guessed, or asked.", Examples = [JsonValue.Create(body.Example.ToJsonString())] },
                        ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, ContentMediaType = "application/octet-stream", Description = "The file." },
                    },
                },
            },
        },
    };

    /// <summary>A written form as a component of the document, with the reason and the agreement that a write may carry beside it and without what is only kept.</summary>
    private static async Task<IOpenApiSchema> ShapeAsync(Type shape, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var schema = await context.GetOrCreateSchemaAsync(shape, null, cancellation);
        schema.Properties?.Remove("sealed");
        schema.Properties?.TryAdd("reason", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 300, Description = "Why, for the history; at most 300 characters." });
        schema.Properties?.TryAdd("confirmWidening", new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Says that others may see more afterwards than before. Asked for separately, by `change_widens`, when a change does that; of an addition nothing is asked." });
        context.Document!.AddComponent<IOpenApiSchema>(shape.Name, schema);
        return new OpenApiSchemaReference(shape.Name, context.Document);
    }

    private static OpenApiResponse Tell(Described.Answer answer, bool reads)
    {
        var response = new OpenApiResponse { Description = answer.About };
        if (answer.Example is { } example)
        {
            response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Json] = new() { Schema = ExampleSchema.Of(example), Example = example.DeepClone() } };
            response.Headers = reads ? new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["ETag"] = new OpenApiHeader { Description = "Opaque; moves only when what you may see of the answer does.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } } } : null;
        }

        else if (answer.MediaType != Json)
        {
            response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [answer.MediaType] = new() };
        }

        return response;
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
