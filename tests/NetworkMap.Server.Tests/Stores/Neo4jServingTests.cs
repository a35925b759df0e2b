using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Graph;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>The whole server on a Neo4j database.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jServingTests(Neo4jServer neo4j)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_seeds_an_empty_database_answers_keeps_a_change_and_finds_it_again()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
        var folder = Directory.CreateTempSubdirectory("networkmap-neo4j-");
        try
        {
            string location;
            await using (var server = await RunningServer.StartAsync("terms", folder.FullName, settings: Neo4jServer.Stated))
            {
                using var steward = await server.StewardAsync();
                using var made = await steward.PostAsJsonAsync("/api/organizations", new { name = "Kelompok Uji", actorKind = "ngo", region = "33.74", provenance = new { source = "a test" } }, Cancellation);
                Assert.Equal(HttpStatusCode.Created, made.StatusCode);
                location = made.Headers.Location!.ToString();
            }

            Assert.Equal(1L, (await neo4j.RunAsync("MATCH (:Organization:Ngo {name: 'Kelompok Uji'})-[:SEATED_IN]->(:City)-[:WITHIN]->(:Province {code: '33'}) RETURN count(*)"))[0][0]);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "network.db")));

            await using var again = await RunningServer.StartAsync("terms", folder.FullName, settings: Neo4jServer.Stated);
            using var anybody = again.CreateClient();
            Assert.Contains("Kelompok Uji", await anybody.GetStringAsync(location, Cancellation), StringComparison.Ordinal);
            var report = await Verification.OfAsync(again.Services.GetRequiredService<INetworkStore>(), again.Services.GetRequiredService<MasterKey>(), Cancellation);
            Assert.Empty(report.Faults);
            Assert.Equal(again.Services.GetRequiredService<NetworkView>().Latest.Sequence, report.Entries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("Neo4j:Password", "wrong", "does not accept who asks")]
    [InlineData("Neo4j:Token", "a-token-of-nobody", "does not accept who asks")]
    [InlineData("Neo4j:Database", "elsewhere", "has no such database")]
    [InlineData("store", "http://127.0.0.1:9", "cannot be reached")]
    [InlineData("store", "ftp://127.0.0.1", "is no address of a Neo4j server")]
    public void What_cannot_be_opened_is_told_with_what_helps(string setting, string value, string told)
    {
        Neo4jServer.Require();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["store"] = Neo4jServer.Settings!.Address.ToString(), ["Neo4j:User"] = Neo4jServer.Settings.User, ["Neo4j:Password"] = Neo4jServer.Settings.Password, [setting] = value,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var message = Assert.Throws<StoreFailedException>(() => OpenedStore.Open(configuration, "nowhere", Neo4jServer.Clock)).Message;
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain(Neo4jServer.Settings!.Password!, message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token-of-nobody", message, StringComparison.Ordinal);
    }
}
