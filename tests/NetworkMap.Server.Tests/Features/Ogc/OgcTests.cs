using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;

namespace NetworkMap.Server.Tests.Features.Ogc;

/// <summary>OGC API Features Part 1 (core), requirement by requirement.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class OgcTests(DemonstrationServer demonstration) : IDisposable
{
    private const string Items = "/ogc/collections/organizations/items";
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    private readonly HttpClient client = demonstration.Server.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NetworkGraph Public => demonstration.Server.Services.GetRequiredService<NetworkView>().Latest.For(Audience.Public);

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task From_the_first_page_every_link_leads_to_what_it_says()
    {
        var landing = await ReadAsync("/ogc");
        var links = landing["links"]!.AsArray().ToDictionary(l => (string)l!["rel"]!, l => l!, StringComparer.Ordinal);
        Assert.All(["self", "alternate", "service-desc", "service-doc", "conformance", "data"], rel => Assert.Contains(rel, links.Keys));
        var collections = await ReadAsync("/ogc/collections");
        foreach (var link in landing["links"]!.AsArray().Concat(collections["collections"]!.AsArray().SelectMany(c => c!["links"]!.AsArray())).Where(l => !((string)l!["href"]!).Contains("/docs", StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync((string)link!["href"]!, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(((string)link["type"]!).Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
        }

        var conforms = (await ReadAsync((string)links["conformance"]["href"]!))["conformsTo"]!.AsArray().Select(c => (string)c!).ToList();
        Assert.All(["core", "oas30", "html", "geojson"], part => Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + part, conforms));
        Assert.Equal(["needs", "organizations", "services"], collections["collections"]!.AsArray().Select(c => (string)c!["id"]!).Order(StringComparer.Ordinal));
        Assert.Equal(collections["collections"]![0]!.ToJsonString(), (await ReadAsync("/ogc/collections/organizations")).ToJsonString());
    }

    [Fact]
    public async Task It_is_described_in_OpenAPI_3_0_with_its_own_routes_alone()
    {
        using var answer = await client.GetAsync("/openapi/ogc.json", Cancellation);
        Assert.Equal("application/vnd.oai.openapi+json; version=3.0", answer.Content.Headers.ContentType!.ToString().Replace(";version", "; version", StringComparison.Ordinal));
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.StartsWith("3.0.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal(["/ogc", "/ogc/collections", "/ogc/collections/{collection}", "/ogc/collections/{collection}/items", "/ogc/collections/{collection}/items/{id}", "/ogc/conformance"], document["paths"]!.AsObject().Select(p => p.Key.TrimEnd('/')).Order(StringComparer.Ordinal));
        var items = document["paths"]!["/ogc/collections/{collection}/items"]!["get"]!;
        Assert.All(["bbox", "datetime", "limit"], name => Assert.Contains(items["parameters"]!.AsArray(), p => (string)p!["name"]! == name));
        Assert.NotNull(items["responses"]!["400"]);
        Assert.Null(items["responses"]!["422"]);
    }

    [Theory]
    [InlineData("organizations", ElementKind.Organization)]
    [InlineData("services", ElementKind.Service)]
    [InlineData("needs", ElementKind.Need)]
    public async Task Following_the_links_gives_every_feature_once(string collection, ElementKind kind)
    {
        var ids = new List<string>();
        for (var next = $"/ogc/collections/{collection}/items?limit=97"; next is not null;)
        {
            var page = await ReadAsync(next);
            Assert.Equal("FeatureCollection", (string?)page["type"]);
            Assert.Equal((int)page["numberReturned"]!, page["features"]!.AsArray().Count);
            Assert.InRange(page["features"]!.AsArray().Count, 0, 97);
            Assert.Equal(Public.All(kind).Count(), (int)page["numberMatched"]!);
            ids.AddRange(page["features"]!.AsArray().Select(f => (string)f!["id"]!));
            next = (string?)page["links"]!.AsArray().FirstOrDefault(l => (string)l!["rel"]! == "next")?["href"];
        }

        Assert.Equal(Public.All(kind).Select(e => e.Ref.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        Assert.Equal(10, (await ReadAsync($"/ogc/collections/{collection}/items"))["features"]!.AsArray().Count);
        Assert.Equal(ids.Count, (await ReadAsync($"/ogc/collections/{collection}/items?limit=1000000"))["features"]!.AsArray().Count);
        foreach (var id in ids.Take(3))
        {
            var alone = await ReadAsync($"/ogc/collections/{collection}/items/{id}");
            Assert.Equal(("Feature", id), ((string?)alone["type"], (string?)alone["id"]));
            Assert.All(["self", "alternate", "collection"], rel => Assert.Contains(alone["links"]!.AsArray(), l => (string)l!["rel"]! == rel));
        }
    }

    [Fact]
    public async Task A_rectangle_has_the_features_whose_points_lie_in_it_also_over_the_date_line()
    {
        var all = (await ReadAsync(Items + "?limit=10000"))["features"]!.AsArray();
        await Same("110,-8,111,-7", (x, y) => x is >= 110 and <= 111 && y is >= -8 and <= -7);
        await Same("110,-8,0,111,-7,1000", (x, y) => x is >= 110 and <= 111 && y is >= -8 and <= -7);
        await Same("120,-11,100,6", (x, y) => (x >= 120 || x <= 100) && y is >= -11 and <= 6);
        await Same("0,0,1,1", (_, _) => false);

        async Task Same(string box, Func<double, double, bool> holds) => Assert.Equal(
            all.Where(f => f!["geometry"] is { } at && holds((double)at["coordinates"]![0]!, (double)at["coordinates"]![1]!)).Select(f => (string)f!["id"]!),
            (await ReadAsync($"{Items}?limit=10000&bbox={box}"))["features"]!.AsArray().Select(f => (string)f!["id"]!));
    }

    [Theory]
    [InlineData("2015-06-01", "2015-06-01", "2015-06-01")]
    [InlineData("../2000-01-01", "0001-01-01", "2000-01-01")]
    [InlineData("2010-01-01/2012-12-31T23:59:59Z", "2010-01-01", "2013-01-01")]
    [InlineData("2030-01-01/..", "2030-01-01", "9999-12-31")]
    [InlineData("1990-01-01/", "1990-01-01", "9999-12-31")]
    public async Task A_time_has_the_features_whose_own_touches_it(string time, string from, string until)
    {
        var (first, last) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture));
        Assert.Equal(
            Public.All(ElementKind.Organization).Cast<Organization>().Where(o => (o.Founded is not { } year || new DateOnly(year, 1, 1) <= last) && (o.Retired is not { } gone || gone >= first)).Select(o => o.Id.ToString()).Order(StringComparer.Ordinal),
            (await ReadAsync($"{Items}?limit=10000&datetime={time}"))["features"]!.AsArray().Select(f => (string)f!["id"]!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?bbox=1,2,3", "bbox_malformed")]
    [InlineData("?bbox=110,-7,111,-8", "bbox_malformed")]
    [InlineData("?bbox=a,b,c,d", "bbox_malformed")]
    [InlineData("?bbox=110,-98,111,-7", "bbox_malformed")]
    [InlineData("?datetime=kemarin", "datetime_malformed")]
    [InlineData("?datetime=2026-02-01/2026-01-01", "datetime_malformed")]
    [InlineData("?datetime=..", "datetime_malformed")]
    [InlineData("?limit=0", "number_out_of_range")]
    [InlineData("?limit=x", "parameter_malformed")]
    [InlineData("?f=xml", "choice_unknown")]
    [InlineData("?warna=merah", "parameter_unknown")]
    public async Task What_cannot_be_used_is_answered_400_with_how_to_mend_it(string question, string code)
    {
        using var answer = await client.GetAsync(Items + question, Cancellation);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal((HttpStatusCode.BadRequest, code, 400), (answer.StatusCode, (string?)problem["code"], (int)problem["status"]!));
        Assert.NotEmpty((string)problem["errors"]![0]!["mend"]!);
    }

    [Theory]
    [InlineData("/ogc/collections/jalan")]
    [InlineData("/ogc/collections/jalan/items")]
    [InlineData(Items + "/apa-ini")]
    [InlineData("/ogc/lain")]
    public async Task What_is_not_there_is_answered_404(string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_gets_pages_in_both_languages_that_lead_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Items);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var answer = await client.SendAsync(request, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Organisasi</h1>", page, StringComparison.Ordinal);
        Assert.Contains("1 sampai 10 dari", page, StringComparison.Ordinal);
        Assert.Contains("offset=10", page, StringComparison.Ordinal);
        var english = await client.GetStringAsync($"{Items}/{Group}?f=html&language=en", Cancellation);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Within (km)", english, StringComparison.Ordinal);
        Assert.Contains("/organisasi/" + Group, english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task Both_forms_of_an_address_say_that_they_depend_on_what_is_accepted(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Items);
        request.Headers.Accept.ParseAdd(accepted);
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task Coordinates_have_no_more_digits_than_a_centimetre_has()
    {
        var points = (await ReadAsync(Items + "?limit=10000"))["features"]!.AsArray().Select(f => f!["geometry"]?["coordinates"]).OfType<JsonNode>().SelectMany(c => c.AsArray()).Select(n => n!.ToJsonString()).ToList();

        Assert.NotEmpty(points);
        Assert.All(points, p => Assert.InRange(p.Length - p.IndexOf('.', StringComparison.Ordinal) - 1, 0, 7));
    }

    [Fact]
    public async Task A_steward_is_told_no_more_than_anybody()
    {
        using var steward = await demonstration.Server.StewardAsync();
        foreach (var path in new[] { Items + "?limit=10000", Items + "/" + Group, "/ogc/collections/services/items?limit=10000", "/ogc/collections/needs/items?limit=10000" })
        {
            Assert.Equal(await client.GetStringAsync(path, Cancellation), await steward.GetStringAsync(path, Cancellation));
        }
    }

    private async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }
}
