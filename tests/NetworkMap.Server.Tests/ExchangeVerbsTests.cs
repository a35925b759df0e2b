using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Changes;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Tests.Journeys;

namespace NetworkMap.Server.Tests;

/// <summary>Files in and out by the command line, of a server that runs.</summary>
public sealed class ExchangeVerbsTests : IAsyncLifetime
{
    private const string Rows = "Nama;Jenis;Wilayah\nYayasan Baris Satu;ngo;33.74\nYayasan Baris Dua;ngo;33.01\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-exchange-");
    private RunningServer server = null!;
    private Dictionary<string, string> environment = [];
    private string address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync("terms", listening: true);
        address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var steward = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        steward.DefaultRequestHeaders.Add("Origin", address);
        using var welcome = await steward.PostAsync($"/welcome/{server.Services.GetRequiredService<WelcomeCode>().Make()}", null);
        var account = (string)JsonNode.Parse(await steward.GetStringAsync("/api/me"))!["account"]!;
        environment = new(StringComparer.Ordinal) { ["NETWORKMAP_TOKEN"] = await server.SecretAsync(account, new Delegation()) };
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_looked_at_then_brought_in_and_the_same_once_more_is_no_change()
    {
        var file = await FileAsync("mitra.csv", Rows);
        var before = server.Sequence;
        var (code, said) = await RunAsync("import", "--from", file);
        Assert.True(code == 0 && said.Contains("2 create", StringComparison.Ordinal), said);
        Assert.Equal(before, server.Sequence);

        (code, said) = await RunAsync("import", "--from", file, "--apply", "yes", "--json");
        Assert.True(code == 0, said);
        Assert.Equal(2, (int)JsonOf(said)["writes"]!);
        Assert.Equal(before + 1, server.Sequence);

        (code, said) = await RunAsync("import", "--from", file, "--apply", "yes", "--json");
        Assert.Equal((0, 0), (code, (int)JsonOf(said)["writes"]!));
        Assert.Equal(before + 1, server.Sequence);
    }

    [Fact]
    public async Task Rows_that_are_open_keep_a_file_out_unless_they_are_left_out()
    {
        var file = await FileAsync("salah.csv", Rows.Replace("Baris", "Kolom", StringComparison.Ordinal) + "Yayasan Kolom Tiga;ngo;99.99\n");
        var before = server.Sequence;
        var (code, said) = await RunAsync("import", "--from", file, "--apply", "yes");
        Assert.True(code == 1 && said.Contains("1 refused", StringComparison.Ordinal) && said.Contains("Nothing was written", StringComparison.Ordinal), said);
        Assert.Equal(before, server.Sequence);
        (code, said) = await RunAsync("import", "--from", file, "--apply", "yes", "--leave-out", "yes");
        Assert.True(code == 0 && said.Contains("2 changes were written", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task A_file_is_taken_out_for_whoever_asks()
    {
        var file = Path.Combine(folder.FullName, "organisasi.csv");
        var (code, said) = await RunAsync("export", "--format", "csv", "--list", "organizations", "--to", file, "--json");
        Assert.True(code == 0, said);
        Assert.Equal(new FileInfo(file).Length, (long)JsonOf(said)["bytes"]!);
        Assert.StartsWith("id,name,", (await File.ReadAllTextAsync(file, Cancellation)).TrimStart('\uFEFF'), StringComparison.Ordinal);
        (code, said) = await RunAsync("export", "--format", "log", "--to", file);
        Assert.True(code == 0, said);
        Assert.All((await File.ReadAllLinesAsync(file, Cancellation)).Take(2), l => Assert.NotNull(JsonNode.Parse(l)!["sequence"]));
        environment.Clear();
        Assert.Equal(0, (await RunAsync("export", "--format", "log", "--to", file)).Code);
        Assert.All((await File.ReadAllLinesAsync(file, Cancellation)).Take(2), l => Assert.Null(JsonNode.Parse(l)!["sequence"]));
        Assert.Equal(["organisasi.csv"], folder.GetFiles("organisasi*").Select(f => f.Name));
    }

    [Fact]
    public async Task What_is_refused_is_told_in_the_words_of_the_server()
    {
        var (code, said) = await RunAsync("export", "--format", "csv", "--region", "99", "--to", Path.Combine(folder.FullName, "x"));
        Assert.True(code == 1 && said.Contains("no region with the code 99", StringComparison.OrdinalIgnoreCase), said);
        environment.Clear();
        (code, said) = await RunAsync("import", "--from", await FileAsync("a.csv", Rows));
        Assert.True(code == 1 && said.Contains("NETWORKMAP_TOKEN", StringComparison.Ordinal), said);
        Assert.Equal(2, (await RunAsync("export", "--format", "gambar", "--to", "x")).Code);
        Assert.Equal(2, (await RunAsync("import")).Code);
        (code, said) = await ServerProcess.RunAsync("export", folder.FullName, null, "--server", "http://127.0.0.1:9", "--to", Path.Combine(folder.FullName, "x"));
        Assert.True(code == 1 && said.Contains("No server answers", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_a_sentence_and_as_JSON()
    {
        await RefusedAsync(1, "There is no folder", "export", "--to", Path.Combine(folder.FullName, "none", "x.xlsx"));
        await RefusedAsync(1, "is a folder", "export", "--to", folder.FullName);
        await RefusedAsync(2, "--to needs a value", "export", "--to", "");
        await RefusedAsync(2, "a --format of", "export", "--to", "x", "--format", "bogus");
        await RefusedAsync(1, "There is no file", "import", "--from", Path.Combine(folder.FullName, "none.csv"));
        await RefusedAsync(1, "is a folder", "import", "--from", folder.FullName);
        environment["NETWORKMAP_TOKEN"] = "rahasia é";
        await RefusedAsync(1, "NETWORKMAP_TOKEN holds is no token", "export", "--to", Path.Combine(folder.FullName, "x"));
        address = "notaurl";
        await RefusedAsync(2, "--server is the address", "export", "--to", Path.Combine(folder.FullName, "x"));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    private async Task RefusedAsync(int code, string why, string verb, params string[] more)
    {
        var (ended, said) = await RunAsync(verb, [.. more, "--json"]);
        Assert.True(ended == code, said);
        Assert.Contains(why, (string)JsonNode.Parse(Assert.Single(said.Split('\n'), l => l.StartsWith('{')))!["error"]!, StringComparison.Ordinal);
    }

    private static JsonNode JsonOf(string said) => JsonNode.Parse(said.Split('\n').First(l => l.StartsWith('{')))!;

    private async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text, Cancellation);
        return path;
    }

    private Task<(int Code, string Said)> RunAsync(string verb, params string[] more) => ServerProcess.RunAsync(verb, folder.FullName, environment, [.. more, "--server", address]);
}
