using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Graph;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests;

/// <summary>Backups of a network in a file, by the real program: made while a server writes, proven before they replace anything.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-backup-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.FullName, "data");

    private string Backups => Path.Combine(folder.FullName, "backups");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_backup_made_while_others_write_is_put_back_whole_with_what_it_replaced_kept()
    {
        JsonNode told;
        LogPosition before;
        string cookie;
        await using (var server = await RunningServer.StartAsync("terms", Data))
        {
            using var steward = await server.StewardAsync();
            (cookie, _) = await server.SessionAsync(new Domain.Roles.GrantDraft { Role = "steward" });
            await MakeAsync(steward, "Yayasan Awal");
            using var enough = new CancellationTokenSource();
            var writing = WriteUntilAsync(steward, enough.Token);
            told = await SucceedAsync("backup", "--to", Backups, "--json");
            await enough.CancelAsync();
            Assert.True(await writing > 0);
            before = server.Services.GetRequiredService<INetworkStore>().Head;
        }

        var backup = (string)told["backup"]!;
        Assert.True((long)told["sequence"]! <= before.Sequence);
        Assert.Equal((string)told["hash"]!, BackupNote.Read(backup).Hash);

        var done = await SucceedAsync("restore", "--from", backup, "--json");
        Assert.Equal(((long)told["sequence"]!, (string)told["hash"]!), ((long)done["sequence"]!, (string)done["hash"]!));
        Assert.NotEqual((string)told["log"]!, (string)done["log"]!);
        Assert.True(File.Exists(Path.Combine((string)done["replaced"]!, "network.db")) && File.Exists(Path.Combine((string)done["replaced"]!, "network.end")));
        Assert.Equal(0, (await RunAsync("verify")).Code);

        await using var again = await RunningServer.StartAsync("none", Data);
        Assert.Equal((long)told["sequence"]!, again.Sequence);
        using var anybody = again.CreateClient();
        Assert.Contains("Yayasan Awal", await anybody.GetStringAsync("/api/organizations?q=awal", Cancellation), StringComparison.Ordinal);
        anybody.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Null(JsonNode.Parse(await anybody.GetStringAsync("/api/me", Cancellation))!["account"]);
    }

    [Fact]
    public async Task What_was_erased_since_comes_back_with_no_backup()
    {
        JsonNode told;
        string id;
        await using (var server = await RunningServer.StartAsync("terms", Data))
        {
            using var steward = await server.StewardAsync();
            id = await MakeAsync(steward, "Kelompok Lupa", """, "note":"rahasia zq" """, "home_worker_organization");
            Assert.Contains("zq", await steward.GetStringAsync("/api/organizations/" + id, Cancellation), StringComparison.Ordinal);
            told = await SucceedAsync("backup", "--to", Backups, "--json");
            using var answer = await steward.PostAsync("/api/personal-data/erasures", Body($$"""{"element":"organization/{{id}}","version":1,"confirm":"Kelompok Lupa"}"""), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        }

        await SucceedAsync("restore", "--from", (string)told["backup"]!, "--json");
        await using var again = await RunningServer.StartAsync("none", Data);
        using var sees = await again.StewardAsync();
        using var shown = await sees.GetAsync("/api/organizations/" + id, Cancellation);
        Assert.DoesNotContain("zq", await shown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_proven_replaces_nothing()
    {
        await using (await RunningServer.StartAsync("terms", Data))
        {
        }

        var backup = (string)(await SucceedAsync("backup", "--to", Backups, "--json"))["backup"]!;
        var (file, note) = (Path.Combine(backup, "network.db"), Path.Combine(backup, "backup.json"));
        var (bytes, said) = (await File.ReadAllBytesAsync(file, Cancellation), await File.ReadAllTextAsync(note, Cancellation));
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        await RefusedAsync("is not the one that was backed up");
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        await File.WriteAllTextAsync(note, said.Replace(BackupNote.Read(backup).Hash, new string('0', 64), StringComparison.Ordinal), Cancellation);
        await RefusedAsync("does not end with the hash");
        await File.WriteAllTextAsync(note, "{", Cancellation);
        await RefusedAsync("backup.json is missing or damaged");
        await File.WriteAllTextAsync(note, said, Cancellation);

        var key = MasterKeyFile.In(Data);
        File.Move(key, key + ".away");
        await RefusedAsync("The master key is missing");
        File.Move(key + ".away", key);

        await using (await RunningServer.StartAsync("none", Data))
        {
            Assert.Contains("Another process has the store", (await RunAsync("restore", "--from", backup)).Said, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync("restore", "--from", backup)).Code);

        async Task RefusedAsync(string why)
        {
            var standing = await StateAsync();
            var (code, told) = await RunAsync("restore", "--from", backup);
            Assert.True(code == 1 && told.Contains(why, StringComparison.Ordinal), told);
            Assert.Equal(standing, await StateAsync());
        }
    }

    [Fact]
    public async Task Command_lines_that_cannot_be_used_are_told()
    {
        Assert.Equal(2, (await RunAsync("restore")).Code);
        Assert.Equal(2, (await RunAsync("backup", "--keep", "0")).Code);
        Assert.Equal(2, (await RunAsync("backup", "--from", "x")).Code);
        var (code, said) = await RunAsync("backup", "--json");
        Assert.Equal(1, code);
        Assert.Contains("There is no network", (string)JsonNode.Parse(said.Split('\n').First(l => l.StartsWith('{')))!["error"]!, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data) && Directory.EnumerateFileSystemEntries(Data).Any());
    }

    [Fact]
    public async Task By_a_plan_backups_are_made_in_time_and_only_the_newest_are_kept()
    {
        await using var server = await RunningServer.StartAsync("terms", Data);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 1, 0, 0, TimeSpan.Zero));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Backup:To"] = Backups, ["Backup:Hours"] = "6", ["Backup:Keep"] = "3" }).Build();
        using var care = new ScheduledBackup(BackupPlan.Of(settings), Data, () => true, clock, NullLogger<ScheduledBackup>.Instance);
        for (var made = 1; made <= 5; made++)
        {
            Assert.True(await care.TryAsync(Cancellation));
            Assert.False(await care.TryAsync(Cancellation));
            Assert.Equal(Math.Min(made, 3), BackupNote.In(Backups).Count);
            clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(["20261127T130000Z", "20261127T190000Z", "20261128T010000Z"], BackupNote.In(Backups).Select(b => Path.GetFileName(b.Folder)["networkmap-".Length..]).Order(StringComparer.Ordinal));
        Assert.Null(BackupPlan.Of(new ConfigurationBuilder().Build()));
        Assert.Throws<InvalidDataException>(() => BackupPlan.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Backup:Hours", "6")]).Build()));
        Assert.Throws<InvalidDataException>(() => BackupPlan.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Backup:To", Backups), new("Backup:Keep", "nol")]).Build()));
    }

    private static StringContent Body(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static async Task<string> MakeAsync(HttpClient steward, string name, string more = "", string kind = "ngo")
    {
        using var answer = await steward.PostAsync("/api/organizations", Body($$"""{"name":"{{name}}","actorKind":"{{kind}}","region":"33.74"{{more}},"provenance":{"source":"Uji"} }"""), Cancellation);
        var made = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, made!.ToJsonString());
        return (string)made["id"]!;
    }

    private static async Task<int> WriteUntilAsync(HttpClient steward, CancellationToken enough)
    {
        var written = 0;
        while (!enough.IsCancellationRequested)
        {
            await MakeAsync(steward, $"Yayasan {++written}");
        }

        return written;
    }

    private async Task<string> StateAsync() =>
        string.Join('\n', await Task.WhenAll(Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("network.lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(async f => $"{f} {await BackupNote.HashAsync(f, Cancellation)}")));

    private async Task<JsonNode> SucceedAsync(string verb, params string[] more)
    {
        var (code, said) = await RunAsync(verb, more);
        Assert.True(code == 0, said);
        return JsonNode.Parse(said.Split('\n').First(l => l.StartsWith('{')))!;
    }

    private Task<(int Code, string Said)> RunAsync(string verb, params string[] more) => Journeys.ServerProcess.RunAsync(verb, Data, more: more);
}
