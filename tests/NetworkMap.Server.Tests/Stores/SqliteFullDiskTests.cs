using NetworkMap.Changes;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>No room for the next page: nothing is half done, and the store goes on by itself once there is room.</summary>
public sealed class SqliteFullDiskTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-full-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_full_disk_fails_the_append_and_the_next_one_succeeds_when_there_is_room()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName, pageLimit: 60, path => new EndFile(path));
        var story = new Story(store.Head);
        var failure = await UntilFullAsync(store, story);
        Assert.Contains("Free space", failure.Message, StringComparison.Ordinal);

        var head = store.Head;
        Assert.Equal(head.Sequence, (await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation)).Count);
        Assert.Equal(head.Sequence * 20, (await store.RowsAsync(Cancellation)).Count);
        story.Forget(head);

        // Three times what found no room: how many pages a group takes depends on random keys, and one as large could just fit.
        var next = Group(story, 900, count: 60);
        await Assert.ThrowsAsync<StoreFailedException>(() => store.AppendAsync(head, next, Cancellation));

        store.PageLimit = null;
        story.Forget(head);
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(head, Group(story, 950), Cancellation));
        Assert.True((await Verification.OfAsync(store, story.Master, Cancellation)).IsWhole);
    }

    private static async Task<StoreFailedException> UntilFullAsync(SqliteNetworkStore store, Story story)
    {
        for (var i = 0; i < 40; i++)
        {
            try
            {
                Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, Group(story, i * 20), Cancellation));
            }
            catch (StoreFailedException failure)
            {
                return failure;
            }
        }

        throw new InvalidOperationException("The store never became full.");
    }

    private static StoredEntry[] Group(Story story, int from, int count = 20) => [story.Write(Enumerable.Range(from, count).Select(n => Revision.Create(Story.Organization(n))))];
}
