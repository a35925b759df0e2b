using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using Sylvan.Data.Csv;

namespace NetworkMap.Server.Tests.Features.Exports;

[Collection(DemonstrationCollection.Name)]
public sealed class ExportTests(DemonstrationServer demonstration)
{
    private const string Group = "89ee382d-bde1-874d-9e0c-c112fa646bbd";

    private static readonly XNamespace Ml = "http://graphml.graphdrawing.org/xmlns";
    private static readonly XNamespace Ef = "http://www.gexf.net/1.2draft";

    private NetworkGraph Public => demonstration.Server.Services.GetRequiredService<NetworkView>().Latest.For(NetworkMap.Domain.Privacy.Audience.Public);

    private int Organizations => Public.All(ElementKind.Organization).Count();

    private int Ties => Public.All(ElementKind.Tie).Count();

    [Fact]
    public async Task GraphML_has_every_organization_and_every_tie_with_what_its_keys_say()
    {
        var file = XDocument.Parse(await TextAsync("graphml"));
        var keys = file.Descendants(Ml + "key").ToDictionary(k => k.Attribute("id")!.Value, k => k);
        var nodes = file.Descendants(Ml + "node").ToList();
        var edges = file.Descendants(Ml + "edge").ToList();

        Assert.Equal((Organizations, Ties), (nodes.Count, edges.Count));
        Assert.All(file.Descendants(Ml + "data"), d => Assert.Contains(d.Attribute("key")!.Value, keys.Keys));
        Assert.True(nodes.Select(n => n.Attribute("id")!.Value).ToHashSet().IsSupersetOf(edges.SelectMany(e => new[] { e.Attribute("source")!.Value, e.Attribute("target")!.Value })));
        Assert.Contains(nodes, n => n.Elements(Ml + "data").Any(d => d.Value == "Yayasan Annisa Swasti" || d.Value.StartsWith("Yayasan Annisa Swasti", StringComparison.Ordinal)));
        Assert.Contains(keys.Values, k => k.Attribute("attr.name")!.Value == "symmetric" && k.Attribute("attr.type")!.Value == "boolean" && k.Attribute("for")!.Value == "edge");
    }

    [Fact]
    public async Task GEXF_has_the_same_graph()
    {
        var file = XDocument.Parse(await TextAsync("gexf"));
        var declared = file.Descendants(Ef + "attributes").ToDictionary(a => a.Attribute("class")!.Value, a => a.Elements().Select(x => x.Attribute("id")!.Value).ToHashSet());

        Assert.Equal((Organizations, Ties), (file.Descendants(Ef + "node").Count(), file.Descendants(Ef + "edge").Count()));
        Assert.All(file.Descendants(Ef + "node").Descendants(Ef + "attvalue"), v => Assert.Contains(v.Attribute("for")!.Value, declared["node"]));
        Assert.All(file.Descendants(Ef + "edge").Descendants(Ef + "attvalue"), v => Assert.Contains(v.Attribute("for")!.Value, declared["edge"]));
    }

    [Fact]
    public async Task GeoJSON_says_how_far_around_its_point_a_place_may_be()
    {
        var features = JsonNode.Parse(await TextAsync("geojson"))!["features"]!.AsArray();
        Assert.Equal(Organizations, features.Count);
        Assert.All(features.Where(f => f!["geometry"] is not null), f =>
        {
            Assert.InRange((double)f!["geometry"]!["coordinates"]![0]!, 94, 142);
            Assert.InRange((double)f["geometry"]!["coordinates"]![1]!, -12, 7);
            Assert.Equal(f["properties"]!["positionOf"] is null, f["properties"]!["radiusKm"] is null);
        });
        Assert.Contains(features, f => (string?)f!["properties"]!["positionOf"] == "district");
    }

    [Fact]
    public async Task A_zip_file_has_every_list_and_each_can_be_had_alone()
    {
        using var archive = new ZipArchive(new MemoryStream(await BytesAsync("csv")));
        Assert.Equal(["terms", "organizations", "contacts", "units", "places", "services", "areas", "ties", "needs", "about"], archive.Entries.Select(e => Path.GetFileNameWithoutExtension(e.Name)));
        using var text = new StreamReader(archive.GetEntry("organizations.csv")!.Open());
        var whole = await text.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Organizations, Rows(whole).Count);
        Assert.Equal(whole, (await TextAsync("csv?list=organizations")).TrimStart('\uFEFF'));
        Assert.Equal(Ties, Rows(await TextAsync("csv?list=ties")).Count);
        Assert.Contains(Rows(await TextAsync("csv?list=ties&separator=semicolon")), r => r["type"] == "partners_with" && r["_from"].Length > 0);
        Assert.Empty(Rows(await TextAsync("csv?list=contacts")));
    }

    [Fact]
    public async Task A_workbook_has_a_sheet_for_every_list_with_headings_in_the_asked_language()
    {
        using var archive = new ZipArchive(new MemoryStream(await BytesAsync("xlsx")));
        var sheets = Xml(archive, "xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "sheet").Select(e => e.Attribute("name")!.Value);
        Assert.Equal(["Istilah", "Organisasi", "Kontak", "Unit", "Tempat", "Layanan", "Wilayah layanan", "Hubungan", "Kebutuhan", "Tentang berkas ini"], sheets);
        var rows = Xml(archive, "xl/worksheets/sheet2.xml").Descendants().Where(e => e.Name.LocalName == "row").ToList();
        Assert.Equal(Organizations + 1, rows.Count);
        Assert.Contains("Jenis organisasi", rows[0].Value, StringComparison.Ordinal);

        using var english = new ZipArchive(new MemoryStream(await BytesAsync("xlsx?region=34", "en")));
        Assert.Contains("Kind", Xml(english, "xl/worksheets/sheet2.xml").Descendants().First(e => e.Name.LocalName == "row").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kumu_joins_by_labels_that_are_there_once()
    {
        var file = JsonNode.Parse(await TextAsync("kumu"))!;
        var labels = file["elements"]!.AsArray().Select(e => (string)e!["label"]!).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Ties, file["connections"]!.AsArray().Count);
        Assert.All(file["connections"]!.AsArray(), c => Assert.Contains((string)c!["from"]!, labels));
    }

    [Fact]
    public async Task HXL_has_its_hashtags_under_the_headings_and_a_row_for_every_area()
    {
        var rows = Rows(await TextAsync("hxl"));
        Assert.Equal("#org +name", rows[0]["Organisasi"]);
        Assert.Equal(Public.All(ElementKind.Service).Cast<NetworkMap.Domain.Services.Service>().Sum(s => s.Areas.Length), rows.Count - 1);
        Assert.All(rows.Skip(1), r => Assert.Matches(@"^\d\d$", r["Kode provinsi"]));
    }

    [Fact]
    public async Task Linked_data_names_every_organization_by_its_page()
    {
        var nodes = JsonNode.Parse(await TextAsync("jsonld"))!["@graph"]!.AsArray();
        Assert.Equal(Organizations, nodes.Count(n => (string)n!["@type"]! != "Service"));
        Assert.Contains(nodes, n => ((string)n!["@id"]!).EndsWith("/organisasi/" + Group, StringComparison.Ordinal));
        Assert.All(nodes.Where(n => n!["memberOf"] is not null), n => Assert.All(n!["memberOf"]!.AsArray(), m => Assert.Contains(nodes, o => (string)o!["@id"]! == (string)m!)));
    }

    [Fact]
    public async Task A_part_has_what_belongs_to_it_and_no_more()
    {
        var region = RegionCode.Parse("34").Value;
        var inside = Rows(await TextAsync("csv?list=organizations&region=34"));
        Assert.NotEmpty(inside);
        Assert.All(inside, o => Assert.True(region.Holds(RegionCode.Parse(o["region"]).Value)));
        var ids = inside.Select(o => o["id"]).ToHashSet();
        Assert.All(Rows(await TextAsync("csv?list=ties&region=34")), t => Assert.True(ids.Contains(t["from"]) && ids.Contains(t["to"])));
        Assert.All(Rows(await TextAsync("csv?list=needs&region=34")), n => Assert.StartsWith("34", n["region"], StringComparison.Ordinal));
        Assert.All(Rows(await TextAsync("csv?list=organizations&kind=ngo&region=34")), o => Assert.Equal("ngo", o["actorKind"]));

        var alone = Rows(await TextAsync($"csv?list=organizations&organizations={Group}"));
        var with = Rows(await TextAsync($"csv?list=organizations&organizations={Group}&neighbours=true"));
        Assert.Equal(Group, Assert.Single(alone)["id"]);
        var neighbours = Public.All(ElementKind.Tie).Cast<Tie>().Where(t => t.From.ToString() == Group || t.To.ToString() == Group).SelectMany(t => new[] { t.From, t.To }).Distinct().Count();
        Assert.Equal(neighbours, with.Count);
        Assert.True(with.Count > 1);
    }

    [Fact]
    public async Task On_a_day_there_is_what_holds_on_it()
    {
        var day = new DateOnly(2026, 3, 1);
        var ties = Public.All(ElementKind.Tie).Cast<Tie>().Where(t => t.Valid.Contains(day)).ToList();
        Assert.True(ties.Count < Ties);
        var rows = Rows(await TextAsync("csv?list=ties&at=2026-03-01"));
        Assert.Equal(ties.Count(t => Lives(t.From, day) && Lives(t.To, day)), rows.Count);
    }

    [Theory]
    [InlineData("pdf", "export_format_unknown", "format")]
    [InlineData("csv?list=everything", "choice_unknown", "list")]
    [InlineData("csv?separator=dot", "choice_unknown", "separator")]
    [InlineData("csv?region=11.1", "region_code_malformed", "region")]
    [InlineData("csv?region=99", "region_unknown", "region")]
    [InlineData("csv?at=yesterday", "date_malformed", "at")]
    [InlineData("csv?organizations=nobody", "id_malformed", "organizations")]
    [InlineData("csv?organizations=5ec7e700-0000-4000-8000-000000000001", "element_unknown", "organizations")]
    [InlineData("csv?neighbours=yes", "parameter_malformed", "neighbours")]
    public async Task What_cannot_be_given_is_told(string question, string code, string field)
    {
        var (_, body, _) = await demonstration.AskAsync("exports/" + question);
        Assert.Contains(body["errors"]!.AsArray(), e => (string)e!["code"]! == code && (string)e["field"]! == field);
    }

    [Fact]
    public async Task The_same_export_twice_is_the_same_file()
    {
        foreach (var format in new[] { "csv", "graphml" })
        {
            Assert.Equal(await BytesAsync(format), await BytesAsync(format));
        }

        // The library that writes workbooks puts the time of day on their parts.
        Assert.Equal(Parts(await BytesAsync("xlsx")), Parts(await BytesAsync("xlsx")));
    }

    private static List<(string Name, string Text)> Parts(byte[] packed)
    {
        using var archive = new ZipArchive(new MemoryStream(packed));
        return [.. archive.Entries.Select(e =>
        {
            using var text = new StreamReader(e.Open());
            return (e.FullName, text.ReadToEnd());
        })];
    }

    private bool Lives(OrganizationId id, DateOnly day) => Public.Organization(id) is { } o && (o.Retired is not { } retired || day < retired);

    private static XDocument Xml(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv.TrimStart('\uFEFF')));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString, StringComparer.Ordinal));
        }

        return rows;
    }

    private async Task<string> TextAsync(string question) => Encoding.UTF8.GetString(await BytesAsync(question));

    private async Task<byte[]> BytesAsync(string question, string language = "id")
    {
        using var client = demonstration.Server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync("/api/exports/" + question, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("networkmap-", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
