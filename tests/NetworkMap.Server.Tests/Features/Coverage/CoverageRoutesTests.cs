using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Coverage;

[Collection(DemonstrationCollection.Name)]
public sealed class CoverageRoutesTests(DemonstrationServer server)
{
    [Theory]
    [InlineData("hso_function")]
    [InlineData("pillar")]
    [InlineData("issue")]
    [InlineData("actor_kind")]
    [InlineData("service_term")]
    public async Task Every_regency_has_a_cell_for_every_term(string axis)
    {
        var answer = await server.GoodAsync($"coverage?axis={axis}&at={DemonstrationServer.Day}");
        var terms = answer["terms"]!.AsArray().Count;

        Assert.Equal(514, answer["regions"]!.AsArray().Count);
        Assert.All(answer["regions"]!.AsArray(), r => Assert.Equal(terms, r!["cells"]!.AsArray().Count));
        Assert.Equal(514 * terms, answer["counts"]!.AsObject().Sum(c => (int)c.Value!));
        Assert.True((int)answer["counts"]!["covered"]! > 0);
    }

    [Fact]
    public async Task Every_number_opens_the_services_and_needs_that_it_counts()
    {
        var matrix = await server.GoodAsync($"coverage?axis=issue&terms=childcare,violence&parent=34&at={DemonstrationServer.Day}");
        foreach (var row in matrix["regions"]!.AsArray())
        {
            foreach (var cell in row!["cells"]!.AsArray())
            {
                var code = (string)matrix["terms"]![cell!.GetElementIndex()]!["code"]!;
                var opened = await server.GoodAsync($"coverage/cell?axis=issue&region={row["code"]}&term={code}&at={DemonstrationServer.Day}");

                Assert.Equal((int)cell["services"]!, opened["services"]!.AsArray().Count);
                Assert.Equal((int?)cell["need"], opened["needs"]!.AsArray().Count == 0 ? null : opened["needs"]!.AsArray().Sum(n => (int)n!["total"]!));
                Assert.Equal((string)cell["state"]!, (string)opened["state"]!);
                Assert.Equal((int?)cell["unmet"], (int?)opened["unmet"]);
            }
        }
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Gaps_are_paged_by_unmet_need_without_doubles(string language)
    {
        var (cursor, unmet, seen) = ("", int.MaxValue, new HashSet<string>());
        for (var page = 0; page < 3; page++)
        {
            var answer = await server.GoodAsync($"coverage/gaps?axis=service_term&limit=20&at={DemonstrationServer.Day}{cursor}", language);
            foreach (var item in answer["items"]!.AsArray())
            {
                Assert.True((int)item!["unmet"]! <= unmet && (int)item["unmet"]! > 0);
                Assert.True(seen.Add($"{item["region"]!["code"]} {item["term"]!["code"]}"));
                unmet = (int)item["unmet"]!;
            }

            DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
            cursor = "&cursor=" + answer["next"];
        }

        Assert.Equal(60, seen.Count);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Help_for_a_gap_comes_nearest_first(string language)
    {
        var answer = await server.GoodAsync($"coverage/helpers?axis=issue&region=34.03&term=childcare&limit=5&at={DemonstrationServer.Day}", language);
        var km = answer["items"]!.AsArray().Select(i => (double?)i!["km"] ?? double.MaxValue).ToList();

        Assert.NotEmpty(km);
        Assert.Equal(km.Order(), km);
        DemonstrationServer.AreWhole(DemonstrationServer.Sentences(answer));
    }

    [Fact]
    public async Task Provinces_and_districts_of_one_regency_are_rows_as_well()
    {
        Assert.Equal(38, (await server.GoodAsync("coverage?axis=pillar&level=province"))["regions"]!.AsArray().Count);
        Assert.All((await server.GoodAsync("coverage?axis=pillar&level=district&parent=34.02"))["regions"]!.AsArray(), r => Assert.StartsWith("34.02.", (string)r!["code"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id", "tetapi berapa yang membutuhkan belum tercatat.", "yang terlayani, kebutuhannya belum tercatat.")]
    [InlineData("en", "but how many need it is not recorded.", "the need is not recorded.")]
    public async Task A_service_where_no_need_is_recorded_is_told_as_that_and_not_as_enough(string language, string ofCell, string ofAll)
    {
        var matrix = await server.GoodAsync($"coverage?axis=hso_function&level=regency&at={DemonstrationServer.Day}", language);
        var unasked = matrix["regions"]!.AsArray()
            .SelectMany(r => r!["cells"]!.AsArray().Select((c, i) => (Region: (string)r["code"]!, Term: (string)matrix["terms"]![i]!["code"]!, Cell: c!)))
            .Where(c => (int)c.Cell["services"]! > 0 && c.Cell["need"] is null).ToList();
        Assert.NotEmpty(unasked);
        Assert.Equal(unasked.Count, (int)matrix["withoutNeed"]!);
        Assert.EndsWith(ofAll, (string)matrix["sentence"]!, StringComparison.Ordinal);

        var cell = await server.GoodAsync($"coverage/cell?axis=hso_function&region={unasked[0].Region}&term={unasked[0].Term}&at={DemonstrationServer.Day}", language);
        Assert.Equal("covered", (string)cell["state"]!);
        Assert.EndsWith(ofCell, (string)cell["sentence"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "Di Jawa Timur paling banyak 2.500 pekerja rumahan belum terjangkau layanan di bidang kontrol sosial.", "organisasi melayani sebagian wilayahnya: ", "Sudah melayani ")]
    [InlineData("en", "In Jawa Timur, up to 2,500 home workers have no service in social control.", "serve parts of it: ", "Already serves ")]
    public async Task Nobody_for_the_whole_is_told_with_who_serves_parts(string language, string whole, string parts, string help)
    {
        var asked = $"axis=hso_function&region=35&term=social_control&at={DemonstrationServer.Day}";
        var cell = await server.GoodAsync($"coverage/cell?{asked}", language);
        var gaps = await server.GoodAsync($"coverage/gaps?axis=hso_function&level=province&parent=35&limit=20&at={DemonstrationServer.Day}", language);
        var helpers = await server.GoodAsync($"coverage/helpers?{asked}", language);
        var sentence = (string)cell["sentence"]!;

        Assert.StartsWith(whole, sentence, StringComparison.Ordinal);
        Assert.Contains(parts, sentence, StringComparison.Ordinal);
        var serving = cell["parts"]!.AsArray().Count;
        Assert.Equal(serving, (int)gaps["items"]!.AsArray().Single(g => (string)g!["term"]!["code"]! == "social_control")!["partly"]!);
        var matrix = await server.GoodAsync($"coverage?axis=hso_function&level=province&parent=35&term=social_control&at={DemonstrationServer.Day}", language);
        Assert.Equal((serving, 1), ((int)matrix["regions"]![0]!["cells"]![0]!["partly"]!, (int)matrix["withParts"]!));
        Assert.EndsWith(language == "id" ? "sebagian wilayahnya sudah dilayani." : "a part is served.", (string)matrix["sentence"]!, StringComparison.Ordinal);
        Assert.Equal("nobody", (string)cell["state"]!);
        Assert.All(cell["parts"]!.AsArray(), p => Assert.All(p!["regions"]!.AsArray(), r => Assert.StartsWith("35.", (string)r!["code"]!, StringComparison.Ordinal)));
        Assert.Contains(sentence, gaps["items"]!.AsArray().Select(g => (string)g!["sentence"]!));
        Assert.StartsWith(help, (string)helpers["items"]![0]!["sentence"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_asked_for_decides()
    {
        static int Covered(JsonNode answer) => (int)answer["counts"]!["covered"]! + (int)answer["counts"]!["thin"]!;

        Assert.NotEqual(Covered(await server.GoodAsync("coverage?axis=issue&at=2015-01-01")), Covered(await server.GoodAsync($"coverage?axis=issue&at={DemonstrationServer.Day}")));
    }

    [Theory]
    [InlineData("coverage?axis=colour", "choice_unknown", "axis")]
    [InlineData("coverage?level=village", "choice_unknown", "level")]
    [InlineData("coverage?level=district", "parent_missing", "parent")]
    [InlineData("coverage?parent=11.1", "region_code_malformed", "parent")]
    [InlineData("coverage?parent=99", "region_unknown", "parent")]
    [InlineData("coverage?axis=issue&terms=childcare,nothing", "term_unknown", "terms")]
    [InlineData("coverage/gaps?limit=201", "number_out_of_range", "limit")]
    [InlineData("coverage/gaps?cursor=nonsense", "cursor_malformed", "cursor")]
    [InlineData("coverage/cell?axis=issue", "text_missing", "region")]
    [InlineData("coverage/cell?axis=issue&region=34.02", "text_missing", "term")]
    [InlineData("coverage/helpers?axis=issue&region=99&term=childcare", "region_unknown", "region")]
    [InlineData("coverage/helpers?axis=issue&region=34&term=batik", "term_unknown", "term")]
    public async Task A_bad_question_hears_what_is_wrong(string question, string code, string field) =>
        Assert.Contains((code, field), await server.RefusedAsync(question, HttpStatusCode.UnprocessableEntity));
}
