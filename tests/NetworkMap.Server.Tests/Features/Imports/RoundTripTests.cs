using System.Diagnostics;
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

    /// <summary>Opened and saved by a real LibreOffice; skipped aloud where there is none.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task A_workbook_that_LibreOffice_saved_is_known_again_row_by_row(string language)
    {
        Assert.SkipUnless(LibreOffice is not null, "There is no LibreOffice on this machine, so a workbook that it saved was not read back: install libreoffice-calc.");
        using var steward = await demonstration.Server.StewardAsync();
        var folder = Directory.CreateTempSubdirectory("networkmap-libreoffice-").FullName;
        try
        {
            var given = Path.Combine(folder, "jaringan.xlsx");
            await File.WriteAllBytesAsync(given, await steward.GetByteArrayAsync($"/api/exports/xlsx?language={language}", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            var saved = await SavedByLibreOfficeAsync(folder, given);
            var (status, plan) = await ImportDesk.SendAsync(steward, "/api/imports/check", saved, "jaringan.xlsx", null);
            Assert.True(status == HttpStatusCode.OK, plan?.ToJsonString());
            Assert.True((int)plan!["counts"]!["unchanged"]! > 4000, ImportDesk.Counts(plan));
            Assert.Equal((0, 0), ((int)plan["writes"]!, plan["remarks"]!.AsArray().Count));
            Assert.True(!ImportDesk.Counts(plan).Contains(',', StringComparison.Ordinal), ImportDesk.Counts(plan));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? LibreOffice { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>A profile of its own lets it run beside one that somebody has open.</summary>
    private static async Task<byte[]> SavedByLibreOfficeAsync(string folder, string workbook)
    {
        var start = new ProcessStartInfo(LibreOffice!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder, "saved"), workbook })
        {
            start.ArgumentList.Add(argument);
        }

        using var office = Process.Start(start)!;
        var told = office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(office.ExitCode == 0, await told);
        return await File.ReadAllBytesAsync(Path.Combine(folder, "saved", Path.GetFileName(workbook)), TestContext.Current.CancellationToken);
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
