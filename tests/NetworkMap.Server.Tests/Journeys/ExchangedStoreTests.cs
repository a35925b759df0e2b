using System.Net.Http.Json;
using System.Text.Json;
using NetworkMap.Server.Tests.Stores;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>A backup is put back under a server that runs.</summary>
[Collection(Neo4jServer.Name)]
public sealed class ExchangedStoreTests(Neo4jServer neo4j) : IDisposable
{
    private static readonly object Told = new { source = "a test" };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-exchanged-");
    private readonly HttpClient client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_server_whose_database_was_put_back_loads_it_anew_and_goes_on_from_there()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
        using var server = await ServerProcess.ServeAsync(folder.FullName, "none", "--store", Neo4jServer.Settings!.Address.ToString());
        // The rights of whoever signs in are the first change.
        using var signedIn = await client.PostAsync(new Uri(server.Address, server.Welcome), null, Cancellation);
        await PostAsync(server, "terms", new { taxonomy = "actor_kind", code = "ngo", labelId = "LSM", labelEn = "NGO", provenance = Told });
        await PostAsync(server, "regions", new { id = "33", name = "Jawa Tengah", provenance = Told });
        await PostAsync(server, "organizations", new { name = "Sebelum", actorKind = "ngo", region = "33", provenance = Told });
        await PostAsync(server, "organizations", new { name = "Sesudah", actorKind = "ngo", region = "33", provenance = Told });

        await neo4j.RunAsync(
            """
            MATCH (l:Log), (kept:Changeset {sequence: 4}), (lost:Changeset {sequence: 5})-[:CHANGED]->(n)
            SET l.sequence = 4, l.hash = kept.hash, l.elements = kept.elements, l.keys = kept.keys
            DETACH DELETE lost, n
            """);
        Assert.Equal(["Sebelum"], await UntilOneAsync(server));
        Assert.Contains("Everything is loaded anew", server.Said, StringComparison.Ordinal);

        // The session still holds, since the keys are the same.
        await PostAsync(server, "organizations", new { name = "Sesudah lagi", actorKind = "ngo", region = "33", provenance = Told });
        Assert.Equal([[5L]], await neo4j.RunAsync("MATCH (l:Log) RETURN l.sequence"));
    }

    private async Task<List<string>> UntilOneAsync(ServerProcess server)
    {
        for (var i = 0; i < 1200; i++)
        {
            try
            {
                var page = await client.GetFromJsonAsync<JsonElement>(new Uri(server.Address, "/api/organizations"), Cancellation);
                var names = page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("name").GetString()!).ToList();
                if (names.Count == 1)
                {
                    return names;
                }
            }
            catch (HttpRequestException)
            {
                // It begins anew.
            }

            await Task.Delay(50, Cancellation);
        }

        throw new InvalidOperationException("It was never loaded anew: " + server.Said);
    }

    private async Task PostAsync(ServerProcess server, string noun, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(server.Address, "/api/" + noun), body, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{noun}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }
}
