using Microsoft.Extensions.Time.Testing;
using NetworkMap.Server.Stores.Neo4j;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>The Neo4j server that the environment names: <c>NETWORKMAP_NEO4J_URL</c>, <c>_USER</c>, <c>_PASSWORD</c>; over HTTP or, in a
/// build with it, over Bolt, as the address says. Its database is emptied by the tests; without
/// one they are skipped, and <c>./test.sh</c> says so.</summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    internal const string Name = "Neo4j";
    private readonly ICypher? cypher = Settings is { } settings ? CypherTransport.Open(settings) : null;

    static Neo4jServer()
    {
        // As whoever runs a server does: a password has no business on a command line.
        Environment.SetEnvironmentVariable("Neo4j__User", Settings?.User);
        Environment.SetEnvironmentVariable("Neo4j__Password", Settings?.Password);
    }

    internal static Neo4jSettings? Settings { get; } = Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_URL") is { Length: > 0 } url
        ? new Neo4jSettings
        {
            Address = new Uri(url),
            User = Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_USER"),
            Password = Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_PASSWORD"),
        }
        : null;

    /// <summary>What stores measure by where nobody looks at what they measured.</summary>
    internal static TimeProvider Clock { get; } = new FakeTimeProvider();

    /// <summary>What a server is told on its command line to keep its network there.</summary>
    internal static IReadOnlyDictionary<string, string> Stated => new Dictionary<string, string>(StringComparer.Ordinal) { ["store"] = Settings!.Address.ToString() };

    /// <summary>The folder <c>graph-seed</c> of the repository.</summary>
    internal static string Seed { get; } = NetworkMap.Server.Exchange.Seed.SeedFolder.Find(AppContext.BaseDirectory)!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => cypher?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Skips the test where there is no server.</summary>
    internal static void Require() =>
        Assert.SkipUnless(Settings is not null, "No Neo4j server to test against: start an empty one, then set NETWORKMAP_NEO4J_URL, NETWORKMAP_NEO4J_USER and NETWORKMAP_NEO4J_PASSWORD.");

    /// <summary>Takes everything out of the database but its constraints and indexes.</summary>
    internal Task EmptyAsync() => RunAsync("MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");

    internal async Task<Neo4jNetworkStore> OpenAsync()
    {
        Require();
        return await Neo4jNetworkStore.OpenAsync(Settings!, Clock, Cancellation);
    }

    internal async Task<IReadOnlyList<object?[]>> RunAsync(string statement, params (string Name, object? Value)[] parameters)
    {
        Require();
        return await cypher!.RunAsync(statement, parameters.ToDictionary(p => p.Name, p => p.Value), TimeSpan.FromSeconds(30), Cancellation);
    }
}

/// <summary>One server, one database: its tests take turns.</summary>
[CollectionDefinition(Neo4jServer.Name)]
public sealed class Neo4jTests : ICollectionFixture<Neo4jServer>;
