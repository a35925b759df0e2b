using System.Globalization;
using NetworkMap.Domain;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Exchange.Reading;

/// <summary>Files that other people made, where they are at hand: in the folder <c>shared/samples</c> beside the repository, or in the one that NETWORKMAP_SAMPLES names.</summary>
public sealed class SampleFilesTests
{
    private static readonly string? Folder = Find();

    [Theory]
    [InlineData("hsds/sample-datapackage-1.1/simple/organizations.csv", FileForm.HsdsTabular, "organization 10x10")]
    [InlineData("hsds/sample-datapackage-1.1/simple/services.csv", FileForm.HsdsTabular, "service 16x13")]
    [InlineData("hsds/sample-datapackage-1.1/simple/services_at_location.csv", FileForm.HsdsTabular, "service_at_location 4x13")]
    [InlineData("hsds/spec-3.0/core_tables.csv", FileForm.Csv, " 1x3")]
    [InlineData("hsds/spec-3.0/examples/csv/organizations.csv", FileForm.HsdsTabular, "organization 13x1")]
    [InlineData("hsds/spec-3.0/examples/csv/schedules.csv", FileForm.HsdsTabular, "schedule 23x1")]
    [InlineData("hsds/spec-3.0/examples/organization_list.json", FileForm.HsdsJson, "organization 12x1")]
    [InlineData("hsds/spec-3.0/examples/service_list.json", FileForm.HsdsJson, "service 23x1, organization 12x1, program 4x1")]
    [InlineData("hsds/spec-3.0/examples/location.json", FileForm.HsdsJson, "location 11x1, language 6x1, address 11x1, contact 6x1, phone 7x1, accessibility 5x1, schedule 21x1")]
    [InlineData("hsds/spec-3.0/examples/taxonomy_term_list.json", FileForm.HsdsJson, "taxonomy_term 9x1, taxonomy 5x1")]
    [InlineData("hxl/libhxl/input-valid.csv", FileForm.Hxl, " 9x4", "utf-8", ",#sector+es,#subsector+es,#org+es,#targeted+f,#targeted+m,#country,#adm1,#date+reported")]
    [InlineData("hxl/libhxl/input-valid.xlsx", FileForm.Hxl, " 9x4", null, ",#sector+es,#subsector+es,#org+es,#targeted+f,#targeted+m,#country,#adm1,#date+reported")]
    [InlineData("hxl/libhxl/input-merged.xlsx", FileForm.Hxl, " 9x4", null, ",#sector+es,#subsector+es,#org+es,#targeted+f,#targeted+m,#country,#adm1,#date+reported")]
    [InlineData("hxl/libhxl/input-valid-latin1.csv", FileForm.Hxl, " 9x4", "windows-1252", ",#sector+es,#subsector+es,#org+es,#targeted+f,#targeted+m,#country,#adm1,#date+reported")]
    [InlineData("hxl/libhxl/input-multiple-headers.csv", FileForm.Hxl, " 4x2", "utf-8", "#org,,#adm1,#affected")]
    [InlineData("hxl/libhxl/input-fuzzy.csv", FileForm.Hxl, " 9x4", "utf-8", ",#sector+es,#subsector+es,#org+es,#targeted+f,#targeted+f,#country,#adm1,")]
    [InlineData("hxl/libhxl/input-untagged.csv", FileForm.Csv, " 9x4", "utf-8", ",,,,,,,,")]
    [InlineData("hxl/libhxl/input-status.csv", FileForm.Hxl, " 8x8", "utf-8", "#sector,#subsector,#org,#population+sex,#targeted,#country,#adm1,#status")]
    [InlineData("hxl/rowca-3w-hxl.csv", FileForm.Hxl, " 20x244", "utf-8", "#sector,#org,,,#period_date,,,#activity_id,#activity,,,,#country,#adm1,#adm2,,,,,")]
    [InlineData("hxl/sector_global_coordination_groups_beta_csv.csv", FileForm.Hxl, " 9x15")]
    [InlineData("kumu/vc-spec-map-elements.csv", FileForm.KumuSheets, "elements 10x54", "windows-1252")]
    [InlineData("kumu/vc-spec-map-connections.csv", FileForm.KumuSheets, "connections 4x70")]
    [InlineData("indonesia/satu-data/puskesmas.csv", FileForm.Csv, " 3x10292")]
    [InlineData("indonesia/satu-data/dinas_kesehatan.csv", FileForm.Csv, " 3x548")]
    [InlineData("indonesia/satu-data/wilayah_administratif.csv", FileForm.Csv, " 4x7778")]
    [InlineData("littlesis/cmp_top_50.csv", FileForm.Csv, " 7x50")]
    [InlineData("littlesis/cmp-data.json", FileForm.JsonList, " 6x200")]
    [InlineData("littlesis/relationship_categories.csv", FileForm.Csv, " 2x12")]
    [InlineData("littlesis/bulk_add_relationships-generic.csv", FileForm.Csv, " 9x3")]
    [InlineData("littlesis/list-bulk-add-csvs-combo.csv", FileForm.Csv, " 3x5")]
    public async Task A_file_comes_in_with_sensible_counts(string path, FileForm form, string tables, string? encoding = null, string? hashtags = null)
    {
        Require();
        var read = await ReadAsync(path);
        Assert.False(read.IsRefused, read.IsRefused ? read.Refusals[0].Code : "");
        Assert.Equal((form, tables), (read.Value.Form, string.Join(", ", read.Value.Tables.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.List} {t.Columns.Count}x{t.RowCount}")))));
        Assert.All(read.Value.Tables, t => Assert.Equal(t.RowCount, t.Rows.Count(r => r.Cells.Count == t.Columns.Count)));
        Assert.Equal(encoding ?? read.Value.Tables[0].Text?.Encoding, read.Value.Tables[0].Text?.Encoding);
        Assert.Equal(hashtags ?? "", hashtags is null ? "" : string.Join(',', read.Value.Tables[0].Columns.Select(c => c.Hashtag)));
    }

    [Theory]
    [InlineData("graph/les_miserables.gexf", "file_is_graph")]
    [InlineData("graph/attributes.graphml", "file_is_graph")]
    [InlineData("kumu/kumu-vc-spec-map-definition.json", "file_kumu_empty")]
    [InlineData("hsds/spec-3.0/datapackage.json", "file_is_description")]
    [InlineData("hsds/sample-datapackage-1.1/simple/datapackage.json", "file_is_description")]
    [InlineData("hsds/spec-3.0/schema/openapi.json", "file_json_no_list")]
    [InlineData("hsds/spec-3.0/examples/base.json", "file_json_no_list")]
    public async Task A_file_is_refused_by_what_it_is(string path, string code)
    {
        Require();
        Assert.Equal(code, Assert.Single((await ReadAsync(path)).Refusals).Code);
    }

    [Fact]
    public async Task Every_file_is_read_or_refused_in_words()
    {
        Require();
        foreach (var path in Directory.EnumerateFiles(Folder!, "*", SearchOption.AllDirectories))
        {
            var read = await ReadAsync(path);
            Assert.True(read.IsRefused ? RefusalWords.Mend(read.Refusals[0], Language.Indonesian) is { Length: > 10 } : read.Value.Tables.Sum(t => t.Rows.Count()) == read.Value.Tables.Sum(t => t.RowCount), path);
        }
    }

    private static void Require() => Assert.SkipUnless(Folder is not null, "The files that other people made are not here: put them into the folder shared/samples beside the repository, or name their folder in NETWORKMAP_SAMPLES.");

    private static async Task<Outcome<ReadFile>> ReadAsync(string path)
    {
        var file = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(Folder!, path), TestContext.Current.CancellationToken));
        return await FileReader.ReadAsync(path, file, ReadingLimits.Usual, TestContext.Current.CancellationToken);
    }

    private static string? Find()
    {
        string?[] places = [Environment.GetEnvironmentVariable("NETWORKMAP_SAMPLES"), Path.Combine(SeedFolder.Find(AppContext.BaseDirectory) ?? ".", "..", "..", "shared", "samples")];
        return Array.Find(places, p => p is not null && Directory.Exists(p));
    }
}
