using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace NetworkMap.Server.Tests;

public sealed class VerbsTests : IDisposable
{
    private static readonly FakeTimeProvider Clock = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-verbs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData]
    [InlineData("--data", "somewhere")]
    [InlineData("--environment=Development")]
    public void Without_a_verb_the_program_serves(params string[] args) => Assert.Null(Verbs.Find(args, Clock));

    [Theory]
    [InlineData("verfy")]
    [InlineData("data")]
    public async Task An_unknown_verb_is_an_error(string word) => Assert.Equal(2, await Verbs.Find([word], Clock)!());

    [Theory]
    [InlineData("--dat", "somewhere")]
    [InlineData("--seed=nonsense")]
    [InlineData("--store=nonsense")]
    [InlineData("--store", "http://user:secret@localhost:7474")]
    [InlineData("--store", "http://localhost:7474/db/neo4j")]
    [InlineData("--Neo4j:Password", "secret")]
    [InlineData("--Neo4j:Token=secret")]
    [InlineData("--seed", "nonsense")]
    [InlineData("--proxies", "everybody")]
    [InlineData("--urls")]
    [InlineData("--data", "somewhere", "else")]
    [InlineData("verify", "--dta", "somewhere")]
    public async Task Options_that_cannot_be_used_are_told_before_anything_is_made(params string[] args)
    {
        Assert.Equal(2, await Verbs.Find([.. args, "--data", folder.FullName], Clock)!());
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_missing_end_is_a_fault_since_nobody_can_tell_what_was_lost()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
        }

        File.Delete(Path.Combine(folder.FullName, "network.end"));
        var (code, said) = await Journeys.ServerProcess.RunAsync("verify", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("NOT WHOLE", said, StringComparison.Ordinal);
        Assert.Contains("network.end' is missing", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_read_what_is_stored()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights go by folder there.");
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
            foreach (var (name, mode) in new[] { ("network.db", "600"), ("network.db-wal", "600"), ("network.end", "600"), ("keys", "700"), ("keys/master.key", "600") })
            {
#pragma warning disable CA1416 // Skipped on Windows.
                Assert.Equal((name, mode), (name, Convert.ToString((int)File.GetUnixFileMode(Path.Combine(folder.FullName, name)), 8)));
#pragma warning restore CA1416
            }
        }
    }

    [Fact]
    public async Task Verify_says_by_its_exit_code_whether_the_store_is_whole()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
            Assert.Equal(1, await RunAsync("verify"));
        }

        Assert.Equal(0, await RunAsync("verify"));
        Damage();
        Assert.Equal(1, await RunAsync("verify"));
    }

    [Fact]
    public async Task Verify_and_copy_say_what_they_found_as_one_JSON_object()
    {
        long sequence;
        await using (var server = await RunningServer.StartAsync("terms", folder.FullName))
        {
            sequence = server.Sequence;
        }

        var copy = Path.Combine(folder.FullName, "copy");
        var copied = await SayAsync(0, "copy", "--from", folder.FullName, "--to", copy);
        Assert.Equal((sequence, sequence), ((long)copied["copied"]!, (long)copied["sequence"]!));
        var both = await SayAsync(0, "verify", "--against", copy);
        Assert.True((bool)both["whole"]! && (bool)both["against"]!["whole"]! && (bool)both["equal"]!);
        Assert.Equal((sequence, (string)copied["hash"]!), ((long)both["sequence"]!, (string)both["hash"]!));
        Damage();
        var damaged = await SayAsync(1, "verify");
        Assert.False((bool)damaged["whole"]!);
        Assert.Contains(damaged["faults"]!.AsArray(), f => ((string)f!).Contains("log entry 2 is damaged", StringComparison.Ordinal));
        Assert.Contains("network.db' is missing", (string)(await SayAsync(1, "verify", "--against", Path.Combine(folder.FullName, "none")))["error"]!, StringComparison.Ordinal);
        Assert.Contains("copy needs --from", (string)(await SayAsync(2, "copy"))["error"]!, StringComparison.Ordinal);

        async Task<JsonNode> SayAsync(int code, string verb, params string[] more)
        {
            var (ended, said) = await Journeys.ServerProcess.RunAsync(verb, folder.FullName, more: [.. more, "--json"]);
            Assert.True(ended == code, said);
            return JsonNode.Parse(Assert.Single(said.Split('\n'), l => l.StartsWith('{')))!;
        }
    }

    [Theory]
    [InlineData("network.db", "network.db' is missing")]
    [InlineData("keys/master.key", "The master key is missing: '")]
    public async Task Verify_says_which_of_the_two_that_it_needs_is_gone(string file, string told)
    {
        await using (await RunningServer.StartAsync("none", folder.FullName))
        {
        }

        File.Delete(Path.Combine(folder.FullName, file));
        var (code, said) = await Journeys.ServerProcess.RunAsync("verify", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains(told, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("welcome")]
    public async Task A_folder_without_a_network_is_told_and_stays_empty(string verb)
    {
        Assert.Equal(1, await RunAsync(verb));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Welcome_makes_a_new_link_beside_a_running_server()
    {
        await using var server = await RunningServer.StartAsync("none", folder.FullName);
        var before = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "welcome.json"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("welcome"));
        Assert.NotEqual(before, await File.ReadAllTextAsync(Path.Combine(folder.FullName, "welcome.json"), TestContext.Current.CancellationToken));
    }

    private Task<int> RunAsync(string verb) => Verbs.Find([verb, "--data", folder.FullName], Clock)!();

    private void Damage()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "network.db")};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand("UPDATE element SET version = version + 1 WHERE id = '33'; UPDATE log SET at = at, text = text || 'x' WHERE sequence = 2", connection);
        command.ExecuteNonQuery();
    }
}
