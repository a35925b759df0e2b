using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>What there is to ask: the first page, what it conforms to, and the collections.</summary>
public static class ReadOgc
{
    private const string Crs = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /// <summary>West, south, east and north of Indonesia, which is where everything here is.</summary>
    private static readonly double[] Extent = [95, -11, 141.1, 6.1];

    private static readonly string[] Conforms = [.. new[] { "core", "oas30", "html", "geojson" }.Select(c => "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + c)];
    private static readonly Sentence Title = new("Peta organisasi pekerja rumahan", "Map of home workers' organizations");
    private static readonly Sentence About = new("Untuk QGIS dan program peta lain: OGC API Features. Isinya yang boleh dilihat siapa saja.", "For QGIS and other programs of maps: OGC API Features. It says what anybody may see.");
    private static readonly Sentence Collections = new("Kumpulan data", "Collections");
    private static readonly Sentence Conformance = new("Bagian standar yang dipenuhi", "Parts of the standard that are met");
    private static readonly Sentence Description = new("Uraian untuk program (OpenAPI 3.0)", "Description for programs (OpenAPI 3.0)");
    private static readonly Sentence Documentation = new("Dokumentasi API", "Documentation of the API");
    private static readonly Sentence Features = new("Lihat isinya", "See what is in it");

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/", (HttpContext context, TimeProvider clock) => AnswerAsync(context, clock, Landing, a => new OgcShown(Title.In(a.Language), About.In(a.Language),
            [(Collections.In(a.Language), "/ogc/collections?f=html"), (Conformance.In(a.Language), "/ogc/conformance?f=html"), (Description.In(a.Language), OgcRoutes.Description), (Documentation.In(a.Language), "/docs/")], [])))
            .WithSummary("What this API is, and where it leads.")
            .Takes(OgcAnswer.Taken)
            .Gives("""{"title":"Map of home workers' organizations","links":[{"href":"https://map.example.org/ogc/collections","rel":"data","type":"application/json"}]}""");

        group.MapGet("/conformance", (HttpContext context, TimeProvider clock) => AnswerAsync(context, clock,
            _ => new JsonObject { ["conformsTo"] = new JsonArray([.. Conforms.Select(c => (JsonNode?)c)]) }, a => new OgcShown(Conformance.In(a.Language), null, [.. Conforms.Select(c => (c, c))], [])))
            .WithSummary("The parts of the standard that are met.")
            .Takes(OgcAnswer.Taken)
            .Gives("""{"conformsTo":["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"]}""");

        group.MapGet("/collections", (HttpContext context, TimeProvider clock) => AnswerAsync(context, clock,
            a => new JsonObject { ["links"] = new JsonArray(a.OfThis(OgcAnswer.Json)), ["collections"] = new JsonArray([.. OgcCollection.Known.Select(c => Told(c, a))]) },
            a => new OgcShown(Collections.In(a.Language), null, [.. OgcCollection.Known.Select(c => (c.Title.In(a.Language), $"/ogc/collections/{c.Id}?f=html"))], [])))
            .WithSummary("The collections.")
            .Takes(OgcAnswer.Taken)
            .Gives("""{"links":[],"collections":[{"id":"organizations","title":"Organizations","itemType":"feature","links":[{"href":"https://map.example.org/ogc/collections/organizations/items","rel":"items","type":"application/geo+json"}]}]}""");

        group.MapGet("/collections/{collection}", async (string collection, HttpContext context, TimeProvider clock) => OgcCollection.Find(collection) is { } found
            ? await AnswerAsync(context, clock, a => Told(found, a), a => new OgcShown(found.Title.In(a.Language), found.About.In(a.Language), [(Features.In(a.Language), $"/ogc/collections/{found.Id}/items?f=html"), (Collections.In(a.Language), "/ogc/collections?f=html")], []))
            : Problems.Refused(Refusal.Of("element_unknown", "collection"), context))
            .WithSummary("A collection.")
            .Takes([Named, .. OgcAnswer.Taken])
            .Gives("""{"id":"organizations","title":"Organizations","itemType":"feature","links":[{"href":"https://map.example.org/ogc/collections/organizations/items","rel":"items","type":"application/geo+json"}]}""")
            .Refuses("element_unknown");
    }

    /// <summary>The name of a collection, in paths.</summary>
    internal static Parameter Named { get; } = Parameter.Path("collection", "The name of a collection.", "organizations") with { Choices = [.. OgcCollection.Known.Select(c => c.Id)] };

    private static async Task<IResult> AnswerAsync(HttpContext context, TimeProvider clock, Func<OgcAnswer, JsonObject> body, Func<OgcAnswer, OgcShown> page)
    {
        var answer = new OgcAnswer(context, clock);
        return answer.Refused ?? await answer.GiveAsync(() => body(answer), () => page(answer));
    }

    private static JsonObject Landing(OgcAnswer answer) => new()
    {
        ["title"] = Title.In(answer.Language),
        ["description"] = About.In(answer.Language),
        ["links"] = new JsonArray(
        [
            .. answer.OfThis(OgcAnswer.Json),
            OgcAnswer.Link(answer.Home + OgcRoutes.Description, "service-desc", OgcRoutes.DescriptionType, Description.In(answer.Language)),
            OgcAnswer.Link(answer.Home + "/docs/", "service-doc", OgcAnswer.Html, Documentation.In(answer.Language)),
            OgcAnswer.Link(answer.Home + "/ogc/conformance", "conformance", OgcAnswer.Json, Conformance.In(answer.Language)),
            OgcAnswer.Link(answer.Home + "/ogc/collections", "data", OgcAnswer.Json, Collections.In(answer.Language)),
        ]),
    };

    private static JsonObject Told(OgcCollection collection, OgcAnswer answer)
    {
        var address = $"{answer.Home}/ogc/collections/{collection.Id}";
        return new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title.In(answer.Language),
            ["description"] = collection.About.In(answer.Language),
            ["itemType"] = "feature",
            ["extent"] = new JsonObject { ["spatial"] = new JsonObject { ["bbox"] = new JsonArray(new JsonArray([.. Extent.Select(n => (JsonNode?)n)])), ["crs"] = Crs } },
            ["crs"] = new JsonArray(Crs),
            ["links"] = new JsonArray(
                OgcAnswer.Link(address, "self", OgcAnswer.Json),
                OgcAnswer.Link(address + "?f=html", "alternate", OgcAnswer.Html),
                OgcAnswer.Link(address + "/items", "items", OgcAnswer.GeoJson, collection.Title.In(answer.Language)),
                OgcAnswer.Link(address + "/items?f=html", "items", OgcAnswer.Html, collection.Title.In(answer.Language))),
        };
    }
}
