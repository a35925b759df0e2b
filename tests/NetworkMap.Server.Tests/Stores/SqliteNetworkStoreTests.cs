using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>SQLite keeps the contract.</summary>
public sealed class SqliteNetworkStoreTests : NetworkStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-store-");

    public void Dispose() => folder.Delete(recursive: true);

    protected override Task<INetworkStore> OpenAsync(string name) => Task.FromResult<INetworkStore>(SqliteNetworkStore.Open(Path.Combine(folder.FullName, name)));

    protected override IEnumerable<string> FilesOf(string name) => Directory.EnumerateFiles(Path.Combine(folder.FullName, name)).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal));
}
