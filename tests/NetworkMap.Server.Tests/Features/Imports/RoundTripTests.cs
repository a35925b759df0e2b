using System.Net;
using System.Text.Json.Nodes;

namespace NetworkMap.Server.Tests.Features.Imports;

/// <summary>What leaves comes back without a change, on the demonstration network.</summary>
public sealed class RoundTripTests(DemonstrationServer demonstration) : IClassFixture<DemonstrationServer>
{
    [Theory]
    [InlineData("xlsx", "jaringan.xlsx", "id")]
    [InlineData("xlsx", "jaringan.xlsx", "en")]
    [InlineData("csv", "jaringan.zip", "id")]
    public async Task A_file_of_everything_is_known_again_row_by_row(string format, string name, string language)
    {
        using var steward = await demonstration.Server.StewardAsync();
        var file = await steward.GetByteArrayAsync($"/api/exports/{format}?language={language}", TestContext.Current.CancellationToken);
        var (status, plan) = await ImportDesk.SendAsync(steward, "/api/imports/check", file, name, null);
        Assert.True(status == HttpStatusCode.OK, plan?.ToJsonString());
        Assert.True((int)plan!["counts"]!["unchanged"]! > 4000, ImportDesk.Counts(plan));
        Assert.Equal(0, (int)plan["writes"]!);
        Assert.True(!ImportDesk.Counts(plan).Contains(',', StringComparison.Ordinal), ImportDesk.Counts(plan) + "\n" + string.Join('\n', plan["rows"]!.AsArray().Take(12).Select(r => r!.ToJsonString())));
    }

    /// <summary>Tables that have no list here (addresses, attributes, terms and others) are left aside; of what comes in nothing is news.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task HSDS_of_everything_is_known_again_row_by_row(string language)
    {
        using var steward = await demonstration.Server.StewardAsync();
        var file = await steward.GetByteArrayAsync($"/api/exports/hsds?language={language}", TestContext.Current.CancellationToken);
        var (status, plan) = await ImportDesk.SendAsync(steward, "/api/imports/check", file, "jaringan.hsds.zip", null);
        Assert.True(status == HttpStatusCode.OK, plan?.ToJsonString());
        Assert.Equal("hsds_tabular", (string?)plan!["form"]);
        Assert.Equal(["areas", "organizations", "places", "services"], plan["tables"]!.AsArray().Select(t => (string?)t!["list"]).OfType<string>().Order(StringComparer.Ordinal));
        Assert.True((int)plan["counts"]!["unchanged"]! > 1000, ImportDesk.Counts(plan));
        Assert.True((int)plan["writes"]! == 0 && !ImportDesk.Counts(plan).Contains(',', StringComparison.Ordinal), ImportDesk.Counts(plan) + "\n" + string.Join('\n', plan["rows"]!.AsArray().Take(12).Select(r => r!.ToJsonString())));
    }
}
