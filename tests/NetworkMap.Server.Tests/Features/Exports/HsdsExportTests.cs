using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Exchange.OpenReferral;
using NetworkMap.Server.Tests.Features.Imports;
using Sylvan.Data.Csv;

namespace NetworkMap.Server.Tests.Features.Exports;

/// <summary>HSDS as a file: what is in it, and that it comes back.</summary>
public sealed class HsdsExportTests
{
    private static readonly string[] Numbers = ["latitude", "longitude", "year_incorporated"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_is_good_by_the_specification_and_names_only_what_is_in_the_file()
    {
        HsdsSpecification.Require();
        await using var server = await RunningServer.StartAsync("demo");
        using var anybody = server.CreateClient();
        var tables = await TablesAsync(anybody);
        var ids = tables.ToDictionary(t => t.Key, t => t.Value.Select(r => r["id"]).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(tables, t => Assert.Equal(t.Value.Count, ids[t.Key].Count));
        Assert.All(tables, t => Assert.NotEmpty(t.Value));
        foreach (var (name, table) in new[] { ("organizations", "organization"), ("services", "service"), ("locations", "location"), ("addresses", "address"), ("service_at_location", "service_at_location"), ("service_areas", "service_area"), ("schedules", "schedule"), ("languages", "language"), ("taxonomies", "taxonomy"), ("taxonomy_terms", "taxonomy_term"), ("attributes", "attribute") })
        {
            Assert.All(tables.GetValueOrDefault(name, []), r => Assert.Empty(HsdsSpecification.Wrong(table, Thing(table, r))));
        }

        Assert.All(tables["services"], s => Assert.Contains(s["organization_id"], ids["organizations"]));
        Assert.All(tables["locations"], l => Assert.Contains(l["organization_id"], ids["organizations"]));
        Assert.All(tables["service_at_location"], a => Assert.True(ids["services"].Contains(a["service_id"]) && ids["locations"].Contains(a["location_id"])));
        Assert.All(tables["service_areas"], a => Assert.Contains(a["service_id"], ids["services"]));
        Assert.All(tables["attributes"], a => Assert.True(ids["taxonomy_terms"].Contains(a["taxonomy_term_id"]) && ids[a["link_entity"] + "s"].Contains(a["link_id"])));
        Assert.All(tables["taxonomy_terms"], t => Assert.Contains(t["taxonomy_id"], ids["taxonomies"]));
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_and_services_that_are_not_offered_come_back_as_they_were()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var id = await MakeAsync(desk.Steward, "organizations", """{"name":"=1+1; \"Melati\", 'Mawar' 😀","acronym":"-KM","otherNames":["+Satu; Dua","@Tiga"],"purpose":"=A1\n'=B2","actorKind":"ngo","region":"33.74","website":"https://contoh.or.id/?q=1","founded":1999,"legalStatus":"incorporated","provenance":{"source":"Uji"}}""");
        foreach (var status in new[] { "active", "planned", "ended" })
        {
            await MakeAsync(desk.Steward, "services", $$"""{"organization":"{{id}}","name":"'=Layanan {{status}}","status":"{{status}}","cost":"-","eligibility":"@semua","areas":[{"region":"33.74","withSubregions":true},{"region":"33.01","valid":{"from":"2026-01-01"} }],"provenance":{"source":"Uji","lastVerified":"2026-01-31"} }""");
        }

        await MakeAsync(desk.Steward, "places", $$"""{"organization":"{{id}}","name":"+Kantor","region":"33.74","point":{"longitude":110.4321987,"latitude":-6.9876543},"address":"=Jalan 1","provenance":{"source":"Uji"} }""");
        var file = await desk.Steward.GetByteArrayAsync("/api/exports/hsds", Cancellation);
        var tables = await TablesAsync(desk.Steward);
        Assert.Equal(["active", "defunct", "inactive"], tables["services"].Select(s => s["status"]).Order(StringComparer.Ordinal));
        Assert.StartsWith("'=1+1", tables["organizations"][0]["name"], StringComparison.Ordinal);

        var plan = await desk.CheckAsync(file, "direktori.zip");
        Assert.True((int)plan["writes"]! == 0 && (int)plan["counts"]!["unchanged"]! == 1 + 3 + 6 + 1, plan.ToJsonString());

        await MakeAsync(desk.Steward, "services", $$"""{"organization":"{{id}}","name":"Baru","provenance":{"source":"Uji"} }""");
        await RemoveAsync(desk.Steward, "services", tables["services"].First(s => s["status"] == "defunct")["id"]);
        plan = await desk.CheckAsync(file, "direktori.zip");
        Assert.Equal(1, (int)plan["counts"]!["create"]!);
    }

    private static JsonObject Thing(string table, Dictionary<string, string> row)
    {
        var thing = new JsonObject();
        foreach (var (column, text) in row.Where(c => c.Value.Length > 0 || (table, c.Key) is ("organization" or "taxonomy_term", "description") or ("address", "address_1" or "city" or "state_province" or "postal_code")))
        {
            thing[column] = Numbers.Contains(column, StringComparer.Ordinal) ? double.Parse(text, CultureInfo.InvariantCulture) : text;
        }

        return thing;
    }

    private static async Task<Dictionary<string, List<Dictionary<string, string>>>> TablesAsync(HttpClient client)
    {
        using var archive = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync("/api/exports/hsds", Cancellation)));
        var described = (await JsonNode.ParseAsync(archive.GetEntry("datapackage.json")!.Open(), cancellationToken: Cancellation))!["resources"]!.AsArray();
        Assert.Equal(described.Select(r => (string)r!["path"]!).Prepend("datapackage.json"), archive.Entries.Select(e => e.FullName));
        return described.ToDictionary(r => Path.GetFileNameWithoutExtension((string)r!["path"]!), r =>
        {
            using var text = new StreamReader(archive.GetEntry((string)r!["path"]!)!.Open());
            using var reader = CsvDataReader.Create(text);
            var rows = new List<Dictionary<string, string>>();
            Assert.Equal(r["schema"]!["fields"]!.AsArray().Select(f => (string)f!["name"]!), Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
            while (reader.Read())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal));
            }

            return rows;
        });
    }

    private static async Task<string> MakeAsync(HttpClient steward, string segment, string body)
    {
        using var answer = await steward.PostAsync("/api/" + segment, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancellation);
        var made = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, made!.ToJsonString());
        return (string)made["id"]!;
    }

    private static async Task RemoveAsync(HttpClient steward, string segment, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/{segment}/{id}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await steward.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
