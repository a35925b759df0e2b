using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>SQLite keeps the contract of accounts.</summary>
public sealed class SqliteAccountStoreTests : AccountStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-accounts-");

    public void Dispose() => folder.Delete(recursive: true);

    protected override Task<(INetworkStore Network, IAccountStore Accounts)> OpenAsync(string name)
    {
        var store = SqliteNetworkStore.Open(Path.Combine(folder.FullName, name));
        return Task.FromResult<(INetworkStore, IAccountStore)>((store, store.Accounts));
    }
}
