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
        var cancellation = TestContext.Current.CancellationToken;
        await ring.HoldAsync(other, cancellation);
        await store.AppendAsync(store.Head, [story.Create(1), story.Remove(1)], cancellation);

        await ring.HoldAsync(story.Master, cancellation);
        Assert.Contains("put the right one back", (await Assert.ThrowsAsync<DamagedException>(() => ring.HoldAsync(other, cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_found_whether_they_are_held_or_not()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName);
        var (story, ring) = (new Story(store.Head), new KeyRing(store));
        var entry = story.Create(1);
        await store.AppendAsync(store.Head, [entry], TestContext.Current.CancellationToken);
        var key = Assert.Single(entry.Keys);

        Assert.Equal(key.Wrapped, ring.Find(key.Id)!.Wrapped);
        await ring.HoldAsync(story.Master, TestContext.Current.CancellationToken);
        Assert.Equal(key.Wrapped, ring.Find(key.Id)!.Wrapped);
        ring.LetGo();
        Assert.Equal(key.Element, ring.Find(key.Id)!.Element);
        Assert.Null(ring.Find(Guid.NewGuid()));
    }
}
