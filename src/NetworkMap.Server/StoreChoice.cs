using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>Which database keeps the network: a SQLite file in the data folder, or the one that the setting <c>store</c> names by its address.</summary>
internal static class StoreChoice
{
    /// <summary>What is wrong with an address for <c>--store</c>, in a sentence; null when it can be used.</summary>
    internal static string? Fault(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0
            ? $"--store {address} is no address of a Neo4j server that this program can speak to. Give its HTTP address, such as http://localhost:7474; without --store the network is kept in a file."
        : uri.UserInfo.Length > 0 ? "The address for --store must not hold a user or password, which others would see. Give them in the environment variables Neo4j__User and Neo4j__Password."
        : uri.PathAndQuery is not ("/" or "") ? $"The address for --store ends after the port: {uri.GetLeftPart(UriPartial.Authority)}. Choose a database with --Neo4j:Database NAME."
        : null;

    /// <summary>True when a Neo4j server keeps the network.</summary>
    internal static bool IsNeo4j(IConfiguration configuration) => configuration["store"] is not null;

    /// <summary>How to reach the server of the setting <c>store</c>. Throws <see cref="StoreFailedException"/> when its address cannot be used.</summary>
    internal static Neo4jSettings Neo4j(IConfiguration configuration) => Fault(configuration["store"]!) is { } fault
        ? throw new StoreFailedException(fault)
        : new Neo4jSettings
        {
            Address = new Uri(configuration["store"]!),
            Database = configuration["Neo4j:Database"] ?? "neo4j",
            User = configuration["Neo4j:User"] ?? "neo4j",
            Password = configuration["Neo4j:Password"],
            Token = configuration["Neo4j:Token"],
        };

    /// <summary>Opens it, and warns of what may be missing.</summary>
    internal static INetworkStore Open(IConfiguration configuration, string data)
    {
        if (IsNeo4j(configuration))
        {
            var settings = Neo4j(configuration);
            return Task.Run(() => Neo4jNetworkStore.OpenAsync(settings, CancellationToken.None)).GetAwaiter().GetResult();
        }

        var store = SqliteNetworkStore.Open(data);
        if (store.MissingEnd is { } missing)
        {
            Console.Error.WriteLine("Warning: " + missing);
        }

        return store;
    }
}
