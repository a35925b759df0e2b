using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Neo4j keeps the contract of accounts, on a real server.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jAccountStoreTests(Neo4jServer server) : AccountStoreContract
{
    private string? opened;

    /// <summary>A server has one database for us: another name is a store that is made anew.</summary>
    protected override async Task<(INetworkStore Network, IAccountStore Accounts)> OpenAsync(string name)
    {
        if (opened != name)
        {
            await server.EmptyAsync();
            opened = name;
        }

        var store = await server.OpenAsync();
        return (store, store.Accounts);
    }
}
