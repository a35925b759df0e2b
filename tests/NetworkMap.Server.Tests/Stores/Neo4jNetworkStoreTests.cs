using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Neo4j keeps the contract, on a real server.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jNetworkStoreTests(Neo4jServer server) : NetworkStoreContract, IAsyncLifetime
{
    private string? opened;

    public ValueTask InitializeAsync()
    {
        // Before a test that makes up its own cases begins: it would take a skip for a case that fails.
        Neo4jServer.Require();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A server has one database for us: another name is a store that is made anew.</summary>
    protected override async Task<INetworkStore> OpenAsync(string name)
    {
        if (opened != name)
        {
            await server.EmptyAsync();
            opened = name;
        }

        return await server.OpenAsync();
    }
}
