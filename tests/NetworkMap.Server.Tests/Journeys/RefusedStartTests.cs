using Microsoft.Data.Sqlite;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>What keeps the program from starting is told in a sentence, with exit code 1, and nothing is changed.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-refused-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a newer store", "newer than schema")]
    [InlineData("a store cut off", "cannot")]
    [InlineData("no store", "changes 1 to")]
    [InlineData("no key", "master.key' is gone")]
    [InlineData("another key", "this master key did not seal them")]
    [InlineData("a spoiled key", "there is no master key")]
    [InlineData("a damaged graph", "Stored record log entry")]
    public async Task A_store_that_cannot_be_served_is_told(string damage, string told)
    {
        await using (var server = await RunningServer.StartAsync("terms", folder.FullName))
        {
            using var steward = await server.StewardAsync();
            using var body = new StringContent("""{"name":"A","actorKind":"ngo","region":"33.74","note":"sealed","provenance":{"source":"a test"}}""", System.Text.Encoding.UTF8, "application/json");
            using var made = await steward.PostAsync("/api/organizations", body, TestContext.Current.CancellationToken);
            Assert.True(made.IsSuccessStatusCode);
        }

        Damage(damage);
        var (code, said) = await ServerProcess.RunAsync("--urls=http://127.0.0.1:0", folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("The server cannot start. ", said, StringComparison.Ordinal);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at NetworkMap", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graph_that_the_log_can_mend_is_mended_aloud_and_for_good()
    {
        await using (await RunningServer.StartAsync("terms", folder.FullName))
        {
        }

        Change("DELETE FROM element WHERE id = '33'; UPDATE element SET version = version + 1 WHERE id = '34'");
        var (code, said) = await ServerProcess.RunAsync("verify", folder.FullName);
        Assert.Equal(1, code);
        Assert.Matches(@"region/33: its record is lost; log entry \d+ holds what it said, so it can be rebuilt from there, which the next start does", said);
        Assert.Contains("region/34: its record is damaged", said, StringComparison.Ordinal);

        using (var server = await ServerProcess.ServeAsync(folder.FullName))
        {
            Assert.Matches(@"the record of region/33 was damaged or lost\. It was rebuilt from log entry \d+ and written back", server.Said);
            Assert.Contains("the record of region/34 was", server.Said, StringComparison.Ordinal);
            await server.KillAsync();
        }

        (code, said) = await ServerProcess.RunAsync("verify", folder.FullName);
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told()
    {
        await using var server = await RunningServer.StartAsync("none", folder.FullName);
        var (code, said) = await ServerProcess.RunAsync("--urls=http://127.0.0.1:0", folder.FullName);
        Assert.Equal(1, code);
        Assert.Contains("Another process has the store", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_it_cannot_listen_at_is_told_in_one_sentence_with_what_to_do()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        foreach (var (urls, told) in new[] { ($"http://127.0.0.1:{port}", "Something else listens at"), ("nonsense", "It cannot listen at 'nonsense'"), ("http://127.0.0.1:99999", "It cannot listen at") })
        {
            var (code, said) = await ServerProcess.RunAsync("--urls=" + urls, folder.FullName);
            Assert.Equal(1, code);
            Assert.Contains("The server cannot start. " + told, said, StringComparison.Ordinal);
            Assert.Contains("--urls http://localhost:5081", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
    }

    private void Damage(string damage)
    {
        var (database, key) = (Path.Combine(folder.FullName, "network.db"), Path.Combine(folder.FullName, "keys", "master.key"));
        switch (damage)
        {
            case "a newer store": Change("PRAGMA user_version = 99"); break;
            case "a store cut off": File.WriteAllBytes(database, File.ReadAllBytes(database)[..20_000]); break;
            case "no store": File.Delete(database); break;
            case "no key": File.Delete(key); break;
            case "another key": File.WriteAllText(key, Convert.ToBase64String(new byte[32])); break;
            case "a spoiled key": File.WriteAllText(key, "spoiled"); break;
            case "a damaged graph": Change("DELETE FROM element WHERE id = '33.74'; UPDATE log SET text = x'00' WHERE sequence = (SELECT MAX(sequence) FROM touched WHERE id = '33.74')"); break;
            default: throw new ArgumentOutOfRangeException(nameof(damage), damage, "Not a damage.");
        }
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "network.db")};Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // The statements stand in this file.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
