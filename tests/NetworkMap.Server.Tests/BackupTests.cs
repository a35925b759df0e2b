using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NetworkMap.Graph;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests;

/// <summary>Backups of a network in a file, by the real program: made while a server writes, proven before they replace anything.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

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
        var (code, said) = await RunAsync("backup", "--keep", "0");
        Assert.Equal(2, code);
        Assert.StartsWith("--keep is how many", said.Split('\n')[^1], StringComparison.Ordinal);
        await RefusedAsync(1, "There is no network", "backup");
        await RefusedAsync(2, "--keep is how many", "backup", "--keep", "0");
        await RefusedAsync(2, "--json maybe is not known", "backup", "--json", "maybe");
        await RefusedAsync(2, "needs --from", "restore");
        await RefusedAsync(2, "--to needs a value", "backup", "--to", "");
        await RefusedAsync(2, "--from needs a value", "restore", "--from", "");
        await RefusedAsync(2, "--data needs a value", "restore", "--from", "x", "--data", "");
        Assert.False(Directory.Exists(Data) && Directory.EnumerateFileSystemEntries(Data).Any());
    }

    [Fact]
    public async Task By_a_plan_backups_are_made_in_time_and_only_the_newest_are_kept()
    {
        await using var server = await RunningServer.StartAsync("terms", Data);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 1, 0, 0, TimeSpan.Zero));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Backup:To"] = Backups, ["Backup:Hours"] = "6", ["Backup:Keep"] = "3" }).Build();
        Plant("networkmap-20990101T000000Z", new BackupNote(Guid.NewGuid(), 1, "", "", 1, clock.GetUtcNow().AddYears(70)));
        var log = server.Services.GetRequiredService<INetworkStore>().Head.Log;
        using var care = new ScheduledBackup(BackupPlan.Of(settings), Data, () => log, () => true, clock, NullLogger<ScheduledBackup>.Instance);
        for (var made = 1; made <= 5; made++)
        {
            Assert.True(await care.TryAsync(Cancellation));
            Assert.False(await care.TryAsync(Cancellation));
            Assert.Equal(Math.Min(made, 3) + 1, BackupNote.In(Backups).Count);
            clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(["20261127T130000Z", "20261127T190000Z", "20261128T010000Z", "20990101T000000Z"], BackupNote.In(Backups).Select(b => Path.GetFileName(b.Folder)["networkmap-".Length..]).Order(StringComparer.Ordinal));
        Assert.Null(BackupPlan.Of(new ConfigurationBuilder().Build()));
        Assert.Throws<InvalidDataException>(() => BackupPlan.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Backup:Hours", "6")]).Build()));
        Assert.Throws<InvalidDataException>(() => BackupPlan.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Backup:To", Backups), new("Backup:Keep", "nol")]).Build()));
        Assert.Contains("is a file", Assert.Throws<InvalidDataException>(() => BackupPlan.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Backup:To", Path.Combine(Data, "network.db", "sub"))]).Build())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_older_backups_of_the_same_network_go_and_never_the_one_just_made()
    {
        await using (await RunningServer.StartAsync("terms", Data))
        {
        }

        var clock = new FakeTimeProvider(Noon);
        await MakeAsync("2");
        var own = Assert.Single(BackupNote.In(Backups)).Note;
        Plant("networkmap-20200101T000000Z", own with { Log = Guid.NewGuid(), At = Noon.AddYears(-6) });
        Plant("networkmap-20990101T000000Z", own with { Log = Guid.NewGuid(), At = Noon.AddYears(70) });
        Plant("networkmap-20980101T000000Z", own with { At = Noon.AddYears(69) });
        foreach (var name in new[] { "networkmap-20190101T000000Z", "unfinished-networkmap-20261126T100000Z", "unfinished-networkmap-20261127T110000Z" })
        {
            Directory.CreateDirectory(Path.Combine(Backups, name));
        }

        clock.Advance(TimeSpan.FromHours(1));
        await MakeAsync("2");
        string[] others = ["networkmap-20190101T000000Z", "networkmap-20200101T000000Z", "networkmap-20990101T000000Z", "unfinished-networkmap-20261127T110000Z"];
        Assert.Equal([.. others.Append("networkmap-20261127T130000Z").Append("networkmap-20980101T000000Z").Order(StringComparer.Ordinal)], Names());
        clock.Advance(TimeSpan.FromHours(1));
        await MakeAsync("1");
        Assert.Equal([.. others.Append("networkmap-20261127T140000Z").Order(StringComparer.Ordinal)], Names());

        async Task MakeAsync(string keep) => Assert.Equal(0, await Verbs.Find(["backup", "--data", Data, "--to", Backups, "--keep", keep], clock)!());
        IEnumerable<string> Names() => Directory.GetDirectories(Backups).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_restore_that_was_cut_off_goes_on_into_the_same_folder(int moved)
    {
        var (backup, done) = await RestoredAsync();
        var before = await BackupNote.HashAsync(Path.Combine(done.Replaced!, "network.db"), Cancellation);
        CutOff(backup, done.Replaced!, moved);
        var told = Assert.Throws<StoreFailedException>(() => SqliteNetworkStore.Open(Data)).Message;
        Assert.True(told.Contains("was cut off", StringComparison.Ordinal) && told.Contains(backup, StringComparison.Ordinal) && told.Contains(done.Replaced!, StringComparison.Ordinal), told);

        var again = await SqliteRestore.RunAsync(backup, Data, Master(), Noon.AddHours(2), _ => { }, Cancellation);
        Assert.Equal(done.Replaced, again.Replaced);
        Assert.Equal(before, await BackupNote.HashAsync(Path.Combine(done.Replaced!, "network.db"), Cancellation));
        Assert.True(File.Exists(Path.Combine(done.Replaced!, "network.end")));
        Assert.Equal([done.Replaced!], Directory.GetDirectories(Data, "re*"));
        Assert.False(RestoreMark.IsIn(Data));
        await using var store = SqliteNetworkStore.Open(Data);
        Assert.Equal(again.Log, store.Head.Log);
        Assert.Null(store.MissingEnd);
    }

    [Theory]
    [InlineData("verify", "--json")]
    [InlineData("welcome")]
    [InlineData("backup")]
    [InlineData("rotate-key")]
    [InlineData("copy", "--from", "DATA", "--to", "TO")]
    [InlineData("--urls=http://127.0.0.1:0")]
    public async Task Until_then_nothing_else_is_done_and_everything_says_what_to_do(string verb, params string[] more)
    {
        var (backup, done) = await RestoredAsync();
        CutOff(backup, done.Replaced!, 1);
        var standing = await StateAsync();
        var (code, said) = await RunAsync(verb, [.. more.Select(m => m == "DATA" ? Data : m == "TO" ? Backups + "-copy" : m)]);
        Assert.Equal(1, code);
        Assert.Contains($"A restore into '{Data}' was cut off. Run it again with the same backup: restore --from '{backup}'", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at NetworkMap", said, StringComparison.Ordinal);
        Assert.Equal(standing, await StateAsync());
    }

    [Fact]
    public async Task A_place_that_cannot_hold_a_backup_and_a_backup_without_its_file_are_told()
    {
        var (backup, _) = await RestoredAsync();
        await RefusedAsync(1, "network.db' is a file", "backup", "--to", Path.Combine(Data, "network.db"));
        File.Delete(Path.Combine(backup, "network.db"));
        await RefusedAsync(1, "lacks its file network.db", "restore", "--from", backup);
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

    private MasterKey Master() => MasterKeyFile.Open(null, MasterKeyFile.In(Data), isEmpty: false, _ => { });

    private void Plant(string name, BackupNote note)
    {
        Directory.CreateDirectory(Path.Combine(Backups, name));
        note.Write(Path.Combine(Backups, name));
    }

    private async Task<(string Backup, Restored Done)> RestoredAsync()
    {
        await using (await RunningServer.StartAsync("terms", Data))
        {
        }

        var backup = Path.Combine(Backups, BackupNote.FolderOf(Noon));
        await SqliteBackup.WriteAsync(Data, backup, Noon, (_, _) => { }, Cancellation);
        return (backup, await SqliteRestore.RunAsync(backup, Data, Master(), Noon.AddHours(1), _ => { }, Cancellation));
    }

    /// <summary>The folder as a restore leaves it that is killed after so many of its four moves: the store away, the restored in its place, the kept end away, the restored one in its place.</summary>
    private void CutOff(string backup, string kept, int moved)
    {
        new RestoreMark(backup, kept, [.. Directory.GetFiles(kept).Select(f => Path.GetFileName(f))]).Write(Data);
        Directory.CreateDirectory(Path.Combine(Data, "restoring"));
        File.WriteAllText(Path.Combine(Data, "restoring", "network.db"), "left");
        foreach (var (step, file) in new[] { (4, "network.end"), (2, "network.db") }.Where(s => moved < s.Item1))
        {
            File.Delete(Path.Combine(Data, file));
            if (moved < step - 1)
            {
                File.Move(Path.Combine(kept, file), Path.Combine(Data, file));
            }
        }
    }

    private async Task RefusedAsync(int code, string why, string verb, params string[] more)
    {
        var (ended, said) = await RunAsync(verb, [.. more, "--json"]);
        Assert.True(ended == code, said);
        Assert.Contains(why, (string)JsonNode.Parse(Assert.Single(said.Split('\n'), l => l.StartsWith('{')))!["error"]!, StringComparison.Ordinal);
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
