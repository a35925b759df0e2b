using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http.Description;

/// <summary>The description of the API: OpenAPI 3.1 at <c>/openapi/v1.json</c>.</summary>
public static class DocumentDescription
{
    private const string About = """
        **Bahasa Indonesia.** API terbuka peta organisasi yang mendampingi pekerja rumahan: siapa ada di mana, siapa terhubung dengan siapa, siapa dapat menjadi mitra, siapa dapat memperkenalkan, dan di mana belum ada yang membantu. Yang publik boleh dibaca tanpa masuk; menulis memerlukan akun; program memakai token (`Authorization: Bearer nmt_…`) dari halaman akun. Label, kalimat, dan penolakan dijawab dalam bahasa yang diminta (`Accept-Language: id` atau `en`).

        **English.** A map of the organizations that stand with home workers in Indonesia, and of what joins them.

        **Who asks.** Without a session or a token a caller is the public. Programs send a token that somebody made on the page of her account: `Authorization: Bearer nmt_…`; it acts as her account, reading only or writing too, until its time is over. Every answer is computed on what its asker may see, so what is hidden is not counted, ranked or told of. A hidden id and an unknown one get the same answer.

        **Two times.** `at` is a day in the world; `asOf` is a point of the record. Both combine.

        **Changes.** A change names the version it was made from (`If-Match`) and may carry an `Idempotency-Key`. Every accepted change is one changeset with its author, reason and source, and can be taken back.

        **Refusals** are problem details (RFC 9457): `code` is stable, `errors` says for each field what is wrong and how to mend it, in the language asked for.

        """;

    /// <summary>The name of the description of the OGC API, which stands at <c>/openapi/ogc.json</c>.</summary>
    internal const string Geographic = "ogc";

    private static readonly (string Name, string About)[] Tags =
    [
        ("organizations", "Who is on the map."), ("units", "Branches and departments of an organization."), ("places", "Where an organization is found; homes are never told exactly."),
        ("services", "What an organization does, where and for how many."), ("ties", "What joins two organizations, from when until when."), ("needs", "How many home workers need what, where, after which source."),
        ("regions", "Provinces, regencies, districts and villages, by their Kemendagri codes."), ("terms", "Single terms of the taxonomies, to read and write."), ("taxonomies", "The lists that forms and filters are made of."),
        ("partners", "Who would partner with an organization, and why."), ("introductions", "Who can introduce an organization to another."), ("search", "Who or what is called something like this."), ("nearest", "Who is near."), ("live", HubDescription.About), ("coverage", "Where somebody helps, and where nobody does."),
        ("changesets", "What happened, and taking it back."), ("exports", "The network, or a part of it, as a file."), ("hsds", "The directory of services as Open Referral HSDS 3.0 has it; what the public may see, whoever asks."), ("ogc", "The map as OGC API Features has it; what the public may see, whoever asks."), ("session", "Who the caller is."),
    ];

    /// <summary>What the description needs.</summary>
    public static void AddDescription(this IServiceCollection services)
    {
        services.AddOutputCache().AddOpenApi("v1", options => Describe(options, OpenApiSpecVersion.OpenApi3_1));
        services.AddOpenApi(Geographic, options =>
        {
            // What OGC API Features calls for is OpenAPI 3.0, of its own routes alone.
            options.ShouldInclude = route => route.RelativePath?.StartsWith(Geographic, StringComparison.Ordinal) == true;
            Describe(options, OpenApiSpecVersion.OpenApi3_0);
        });
    }

    private static void Describe(OpenApiOptions options, OpenApiSpecVersion version)
    {
        options.OpenApiVersion = version;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            WrittenForms.Explain(schema, context.JsonTypeInfo, context.JsonPropertyInfo);

            // The framework's options would read numbers from text; a written form does not.
            if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0)
            {
                (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OperationDescription.TellAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            Tell(document);
            return Task.CompletedTask;
        });
    }

    private static void Tell(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "NetworkMap", Version = "1", Description = About + Codes(), License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.About }).ToHashSet();
        ProblemDescription.AddTo(document);
    }

    private static string Codes()
    {
        var table = new StringBuilder("| code | status | says |\n|---|---|---|\n");
        foreach (var code in RefusalWords.Codes)
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{code}` | {Problems.StatusOf(code)} | {RefusalWords.Sentence(Refusal.Of(code, ""), Language.English)} |\n");
        }

        return table.ToString();
    }
}
