using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>Which database keeps the network: a SQLite file in the data folder, or the one that the setting <c>store</c> names by its address.</summary>
internal static class StoreChoice
{
    /// <summary>What is wrong with an address for <c>--store</c>, in a sentence; null when it can be used.</summary>
    internal static string? Fault(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !(CypherTransport.IsHttp(uri) || CypherTransport.IsBolt(uri)) || uri.Host.Length == 0
            ? $"--store {address} is no address of a Neo4j server that this program can speak to. Give its HTTP address, such as http://localhost:7474; without --store the network is kept in a file."
        : uri.UserInfo.Length > 0 ? "The address for --store must not hold a user or password, which others would see. Give them in the environment variables Neo4j__User and Neo4j__Password."
        : uri.PathAndQuery is not ("/" or "") ? $"The address for --store ends after the port: {uri.GetLeftPart(UriPartial.Authority)}. Choose a database with --Neo4j:Database NAME."
        : CypherTransport.IsBolt(uri) && !CypherTransport.HasBolt
            ? $"--store {address} asks for Bolt, which this build of the program does not speak. Build it with: {CypherTransport.BuildWithBolt}. Or give the HTTP address of the server, such as http://localhost:7474."
        : null;

    /// <summary>True when a Neo4j server keeps the network.</summary>
    internal static bool IsNeo4j(IConfiguration configuration) => configuration["store"] is not null;

    /// <summary>True when a place is the address of a server, not a folder.</summary>
    internal static bool IsAddress(string place) => place.Contains("://", StringComparison.Ordinal);

    /// <summary>How to reach the server of an address; one that is copied to may have settings of its own, <c>Neo4j:To:…</c>. Throws
    /// <see cref="StoreFailedException"/> when the address cannot be used.</summary>
    internal static Neo4jSettings Neo4j(IConfiguration configuration, string address, bool isTarget = false) => Fault(address) is { } fault
        ? throw new StoreFailedException(fault)
        : new Neo4jSettings
        {
            Address = new Uri(address),
            Database = Setting(configuration, "Database", isTarget) ?? "neo4j",
            User = Setting(configuration, "User", isTarget) ?? "neo4j",
            Password = Setting(configuration, "Password", isTarget),
            Token = Setting(configuration, "Token", isTarget),
        };

    /// <summary>Opens the one at a place: the address of a server, or a folder. It is made when it is not there.</summary>
    internal static INetworkStore OpenAt(IConfiguration configuration, string place, TimeProvider clock, bool isTarget = false)
    {
        if (IsAddress(place) || place == configuration["store"])
        {
            var settings = Neo4j(configuration, place, isTarget);
            return Task.Run(() => Neo4jNetworkStore.OpenAsync(settings, clock, CancellationToken.None)).GetAwaiter().GetResult();
        }

        var store = SqliteNetworkStore.Open(Path.GetFullPath(place));
        if (store.MissingEnd is { } missing)
        {
            Console.Error.WriteLine("Warning: " + missing);
        }

        return store;
    }

    /// <summary>The accounts in the database of a network.</summary>
    internal static IAccountStore AccountsOf(INetworkStore store) => store switch
    {
        SqliteNetworkStore file => file.Accounts,
        Neo4jNetworkStore server => server.Accounts,
        _ => throw new ArgumentException($"{store.GetType()} keeps no accounts.", nameof(store)),
    };

    private static string? Setting(IConfiguration configuration, string name, bool isTarget) =>
        (isTarget ? configuration["Neo4j:To:" + name] : null) ?? configuration["Neo4j:" + name];
}

/// <summary>A store with whatever was erased carried out on it, so that a backup that was put back shows nothing of it.</summary>
/// <param name="Store">The store.</param>
/// <param name="Erasures">The list beside the master key.</param>
internal sealed record OpenedStore(INetworkStore Store, IErasureKeeper Erasures)
{
    /// <summary>Opens the one that the settings choose, and warns of what may be missing.</summary>
    internal static OpenedStore Open(IConfiguration configuration, string data, TimeProvider clock) => Open(configuration, configuration["store"] ?? data, data, clock);

    /// <summary>Opens the one at a place, with the list of a data folder.</summary>
    internal static OpenedStore Open(IConfiguration configuration, string place, string data, TimeProvider clock) => With(StoreChoice.OpenAt(configuration, place, clock), data);

    /// <summary>A store that is open already, with the list of a data folder; closed again when that cannot be carried out.</summary>
    internal static OpenedStore With(INetworkStore store, string data)
    {
        try
        {
            return new OpenedStore(store, Task.Run(() => ErasureList.ApplyAsync(data, store, StoreChoice.AccountsOf(store), CancellationToken.None)).GetAwaiter().GetResult());
        }
        catch
        {
            Task.Run(async () => await store.DisposeAsync()).GetAwaiter().GetResult();
            throw;
        }
    }
}
