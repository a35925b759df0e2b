using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Tests.Features.Imports;
using NetworkMap.Server.Tests.Journeys;

namespace NetworkMap.Server.Tests;

/// <summary>The verb <c>import</c> tells how far it is, and ends when it is told to.</summary>
public sealed class StoppedImportTests : IAsyncLifetime
{
    private const string Planned = "trying what would become of each: 100 %";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-stopped-");
    private readonly HeldImports held = new();
    private RunningServer server = null!;
    private Dictionary<string, string> environment = [];
    private string address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms", listening: true, adjust: held.Adjust);
        address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var steward = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        steward.DefaultRequestHeaders.Add("Origin", address);
        using var welcome = await steward.PostAsync($"/welcome/{server.Services.GetRequiredService<WelcomeCode>().Make()}", null);
        var account = (string)JsonNode.Parse(await steward.GetStringAsync("/api/me"))!["account"]!;
        environment = new(StringComparer.Ordinal) { ["NETWORKMAP_TOKEN"] = await server.SecretAsync(account, new Delegation()) };
    }

    public async ValueTask DisposeAsync()
    {
        held.Release();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_with_its_own_code_and_nothing_was_written()
    {
        var before = server.Sequence;
        await held.HoldAsync(server.Services);
        using var verb = await BeginAsync();
        await verb.SaysAsync("Bringing it in.");
        await Patience.UntilAsync(() => verb.Said.IndexOf("Bringing it in.", StringComparison.Ordinal) is var at and >= 0 && verb.Said.IndexOf(Planned, at, StringComparison.Ordinal) > 0, Cancellation);

        await verb.TerminateAsync();
        await held.Broken;
        held.Release();
        Assert.True(await verb.EndedAsync() == 3 && verb.Said.Contains("nothing was changed", StringComparison.Ordinal), verb.Said);
        Assert.Equal(before, server.Sequence);
    }

    [Fact]
    public async Task Told_to_stop_too_late_it_says_that_it_is_stored()
    {
        var before = server.Sequence;
        held.Append = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var verb = await BeginAsync();
        await held.Appending.Task.WaitAsync(Patience.Limit, Cancellation);
        await verb.SaysAsync("  writing");

        await verb.TerminateAsync();
        await held.Broken;
        held.Append.SetResult();
        Assert.True(await verb.EndedAsync() == 0 && verb.Said.Contains("stored already", StringComparison.Ordinal), verb.Said);
        Assert.Equal(before + 1, server.Sequence);
    }

    private async Task<ServerProcess> BeginAsync()
    {
        var file = Path.Combine(folder.FullName, "mitra.csv");
        await File.WriteAllTextAsync(file, "Nama;Jenis;Wilayah\nYayasan Henti Satu;ngo;33.74\nYayasan Henti Dua;ngo;33.01\n", Cancellation);
        return ServerProcess.Begin("import", folder.FullName, environment, "--from", file, "--apply", "yes", "--server", address);
    }
}
