using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Server.Tests.Stores;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Writing;

public sealed class KeyRingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-ring-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Another_master_key_is_refused_even_when_nothing_sealed_is_in_the_current_graph()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        var (story, ring) = (new Story(store.Head), new KeyRing(store));
        var other = new MasterKey(new byte[MasterKey.Size]);
        ring.RequireWrappedBy(other);
        await store.AppendAsync(store.Head, [story.Create(1), story.Remove(1)], TestContext.Current.CancellationToken);
        await ring.LoadAsync(TestContext.Current.CancellationToken);

        ring.RequireWrappedBy(story.Master);
        Assert.Contains("put the right one back", Assert.Throws<DamagedException>(() => ring.RequireWrappedBy(other)).Message, StringComparison.Ordinal);
    }
}
