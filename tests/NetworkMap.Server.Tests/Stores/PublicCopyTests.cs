using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Graph;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What anybody may see, in a database of its own: nothing that is hidden, and all that is shown.</summary>
[Collection(Neo4jServer.Name)]
public sealed class PublicCopyTests(Neo4jServer neo4j) : IAsyncLifetime
{
    private static readonly object Told = new { source = "a test" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await neo4j.EmptyAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_holds_the_public_elements_and_no_word_of_what_is_hidden()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var steward = await server.StewardAsync();
        var (group, ngo) = (await AddAsync(steward, "Kelompok Rahasia", "home_worker_organization"), await AddAsync(steward, "Yayasan Terbuka", "ngo"));
        await PostAsync(steward, "/api/ties", new { type = "partners_with", from = group, to = ngo, audience = "parties", provenance = Told });
        await PostAsync(steward, "/api/places", new { organization = group, region = "33.74.01", home = true, address = "Jalan Rahasia 1", point = new { latitude = -6.99123, longitude = 110.42123 }, provenance = Told });

        await using var copy = await OpenAsync();
        Assert.True(await BringAsync(server, copy) > 0);
        Assert.Equal(Count(server, "Organization"), await CountAsync("Organization"));
        Assert.Equal(Count(server, "Tie"), await CountAsync("Tie"));
        Assert.Equal([[0L]], await neo4j.RunAsync("MATCH (n) WHERE n:Changeset OR n:Log OR n:SealingKey OR n:Request RETURN count(n)"));
        Assert.Equal([[0L]], await neo4j.RunAsync("MATCH (n:Element) WHERE n.version IS NOT NULL OR n.sequence IS NOT NULL OR n.sealed IS NOT NULL RETURN count(n)"));
        var all = JsonSerializer.Serialize(await neo4j.RunAsync("MATCH (n) RETURN n {.*, point: toString(n.point)}"));
        Assert.Contains("Yayasan Terbuka", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Jalan Rahasia", all, StringComparison.Ordinal);
        Assert.DoesNotContain("110.42123", all, StringComparison.Ordinal);
        Assert.Equal([[0L]], await neo4j.RunAsync("MATCH (:Organization {id: $group})-[r]-(:Organization {id: $ngo}) RETURN count(r)", ("group", group), ("ngo", ngo)));
        Assert.Equal(0, await BringAsync(server, copy));
    }

    [Fact]
    public async Task It_follows_what_becomes_seen_changes_and_is_hidden_again()
    {
        await using var server = await RunningServer.StartAsync("terms");
        using var steward = await server.StewardAsync();
        var (a, b) = (await AddAsync(steward, "Yayasan Satu", "ngo"), await AddAsync(steward, "Yayasan Dua", "ngo"));
        await using var copy = await OpenAsync();
        var following = new PublicCopy(server.Services.GetRequiredService<INetworkStore>(), server.Services.GetRequiredService<KeyRing>(), server.Services.GetRequiredService<MasterKey>(), copy);
        await following.BringAsync(Cancellation);

        var tie = await PostAsync(steward, "/api/ties", new { type = "partners_with", from = a, to = b, audience = "public", provenance = Told });
        Assert.Equal(1, await following.CatchUpAsync(Cancellation));
        Assert.Equal([["Yayasan Dua"]], await neo4j.RunAsync("MATCH (:Organization {id: $a})-[:PARTNERS_WITH {id: $tie}]-(o:Organization) RETURN o.name", ("a", a), ("tie", tie)));

        using var hidden = new HttpRequestMessage(HttpMethod.Put, $"/api/ties/{tie}") { Content = JsonContent.Create(new { type = "partners_with", from = a, to = b, audience = "parties", provenance = Told }) };
        hidden.Headers.Add("If-Match", "\"1\"");
        using var answer = await steward.SendAsync(hidden, Cancellation);
        answer.EnsureSuccessStatusCode();
        Assert.Equal(1, await following.CatchUpAsync(Cancellation));
        Assert.Equal([[0L]], await neo4j.RunAsync("MATCH (n:Element) WHERE n.ref CONTAINS $tie RETURN count(n)", ("tie", tie)));
        Assert.Equal([[0L]], await neo4j.RunAsync("MATCH (:Organization {id: $a})-[r]-(:Organization) RETURN count(r)", ("a", a)));

        // What was followed is what would be brought.
        Assert.Equal(0, await BringAsync(server, copy));
    }

    [Fact]
    public async Task A_database_that_holds_a_network_is_not_made_a_copy()
    {
        await using (await neo4j.OpenAsync())
        {
            Assert.Contains("holds a network with its log", (await Assert.ThrowsAsync<StoreFailedException>(OpenAsync)).Message, StringComparison.Ordinal);
        }
    }

    private static Task<Neo4jGraphCopy> OpenAsync() => Neo4jGraphCopy.OpenAsync(Neo4jServer.Settings!, Cancellation);

    private static Task<int> BringAsync(RunningServer server, IGraphCopy copy) =>
        new PublicCopy(server.Services.GetRequiredService<INetworkStore>(), server.Services.GetRequiredService<KeyRing>(), server.Services.GetRequiredService<MasterKey>(), copy).BringAsync(Cancellation);

    private static long Count(RunningServer server, string kind) =>
        server.Services.GetRequiredService<NetworkView>().Latest.Public.All(Enum.Parse<Domain.ElementKind>(kind)).LongCount();

    private async Task<long> CountAsync(string label) => (long)(await neo4j.RunAsync($"MATCH (n:{label}) RETURN count(n)"))[0][0]!;

    private static Task<string> AddAsync(HttpClient steward, string name, string kind) => PostAsync(steward, "/api/organizations", new { name, actorKind = kind, region = "33.74", provenance = Told });

    private static async Task<string> PostAsync(HttpClient steward, string path, object body)
    {
        using var answer = await steward.PostAsJsonAsync(path, body, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        using var told = JsonDocument.Parse(text);
        return told.RootElement.GetProperty("id").GetString()!;
    }
}
