using System.Text.Json.Nodes;
using NetworkMap.Server.Tests.Features.Elements;

namespace NetworkMap.Server.Tests.Features.Coverage;

/// <summary>Numbers under five, as anybody and as a steward is answered, through every answer that counts home workers.</summary>
public sealed class FewTests(StewardDesk desk) : IClassFixture<StewardDesk>
{
    private const string Term = "term=legal_aid&axis=service_term&at=2031-06-01";

    [Fact]
    public async Task A_need_under_five_is_told_as_that_with_a_reason_and_what_would_give_it_away_is_not_told()
    {
        await NeedAsync("33", """{"women":44}""");
        await NeedAsync("33.01", """{"women":3}""");
        await NeedAsync("33.02", """{"women":41}""");

        var few = await AskAsync($"/api/coverage/cell?region=33.01&{Term}");
        Assert.Equal((null, 5, 1, "nobody", "under_five"), ((int?)few["need"], (int?)few["needUnder"], (int?)few["held"], (string?)few["state"], (string?)few["needs"]![0]!["held"]));
        Assert.Contains("kurang dari 5 pekerja rumahan", (string)few["sentence"]!, StringComparison.Ordinal);
        var province = await AskAsync($"/api/coverage/cell?region=33&{Term}");
        Assert.Equal((41, 1), ((int?)province["need"], (int?)province["held"]));
        Assert.Contains("Belum termasuk 1 angka yang tidak disebut", (string)province["sentence"]!, StringComparison.Ordinal);

        var matrix = await AskAsync($"/api/coverage?level=regency&parent=33&{Term}");
        Assert.Equal(5, (int?)matrix["regions"]!.AsArray().Single(r => (string)r!["code"]! == "33.01")!["cells"]![0]!["needUnder"]);
        var gaps = (await AskAsync($"/api/coverage/gaps?level=regency&parent=33&{Term}&limit=1"))!;
        Assert.Equal("33.02", (string)gaps["items"]![0]!["region"]!["code"]!);
        var rest = await AskAsync($"/api/coverage/gaps?level=regency&parent=33&{Term}&limit=1&cursor={Uri.EscapeDataString((string)gaps["next"]!)}");
        Assert.Equal(("33.01", 5), ((string)rest["items"]![0]!["region"]!["code"]!, (int)rest["items"]![0]!["needUnder"]!));

        var whole = JsonNode.Parse(await desk.Client.GetStringAsync($"/api/coverage/cell?region=33&{Term}", TestContext.Current.CancellationToken))!;
        Assert.Equal((44, null), ((int?)whole["need"], (int?)whole["held"]));
    }

    private Task NeedAsync(string region, string counts) =>
        desk.MakeAsync("needs", StewardDesk.Of($$"""{"region":"{{region}}","year":2030}""", counts));

    private async Task<JsonNode> AskAsync(string path)
    {
        using var anybody = desk.Server.CreateClient();
        return JsonNode.Parse(await anybody.GetStringAsync(path, TestContext.Current.CancellationToken))!;
    }
}
