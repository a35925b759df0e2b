using NetworkMap.Changes;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>A commit whose kept end could not be written was not acknowledged, so nothing answers as if it had been, until it was read back.</summary>
public sealed class SqliteLostAcknowledgementTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-lost-");

    private FailingEnd? end;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_committed_but_not_acknowledged_is_there_only_after_reading_back()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName, pageLimit: null, path => end = new FailingEnd(path));
        var (story, key, start) = (new Story(store.Head), new RequestKey("key", "request"), store.Head);
        end!.Fails = true;
        await Assert.ThrowsAsync<StoreFailedException>(() => store.AppendAsync(start, [story.Create(1, key)], Cancellation));

        Assert.Equal(0, store.Head.Sequence);
        Assert.Null(await store.FindRequestAsync("key", Story.Begin, Cancellation));
        Assert.Empty(await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await store.ReadBackAsync(9, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(0, await store.LastUntilAsync(story.Now, Cancellation));
        Assert.Empty(await store.HistoryAsync(Story.Organization(1).Ref, 9, 9, Cancellation));

        end.Fails = false;
        Assert.Equal(AppendResult.Moved, await store.AppendAsync(start, [story.Create(2)], Cancellation));
        Assert.Equal(1, store.Head.Sequence);
        Assert.Equal(1, (await store.FindRequestAsync("key", Story.Begin, Cancellation))!.Sequence);
        Assert.Single(await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_never_acknowledged_is_in_the_kept_end_before_it_is_shown(bool restarted)
    {
        var store = await LosingAsync();
        if (restarted)
        {
            await store.DisposeAsync();
            store = SqliteNetworkStore.Open(folder.FullName);
        }
        else
        {
            end!.Fails = false;
            Assert.Equal(AppendResult.Moved, await store.AppendAsync(store.Head, [], Cancellation));
        }

        Assert.Equal(1, store.Head.Sequence);
        Assert.Equal(0, new FileInfo(Path.Combine(folder.FullName, "network.db-wal")).Length);
        await store.DisposeAsync();
        using var kept = new EndFile(Path.Combine(folder.FullName, "network.end"));
        Assert.Equal(1, kept.Read()!.Sequence);
    }

    [Fact]
    public async Task After_a_failure_nothing_is_acknowledged_while_somebody_still_reads_what_may_not_be_on_the_disk()
    {
        await using var store = SqliteNetworkStore.Open(folder.FullName, pageLimit: null, path => end = new FailingEnd(path));
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Create(1), story.Create(2)], Cancellation);
        var head = store.Head;
        var group = new[] { story.Create(3) };
        await using (var reading = store.ReadBackAsync(2, Cancellation).GetAsyncEnumerator(Cancellation))
        {
            Assert.True(await reading.MoveNextAsync());
            end!.Fails = true;
            await Assert.ThrowsAsync<StoreFailedException>(() => store.AppendAsync(head, group, Cancellation));
            end.Fails = false;
            Assert.Contains("still reads it", (await Assert.ThrowsAsync<StoreFailedException>(() => store.AppendAsync(head, group, Cancellation))).Message, StringComparison.Ordinal);
            Assert.True(await reading.MoveNextAsync());
        }

        Assert.Equal(AppendResult.Moved, await store.AppendAsync(head, group, Cancellation));
        Assert.Equal(3, store.Head.Sequence);
    }

    /// <summary>A store that committed its first entry and could not acknowledge it.</summary>
    private async Task<SqliteNetworkStore> LosingAsync()
    {
        var store = SqliteNetworkStore.Open(folder.FullName, pageLimit: null, path => end = new FailingEnd(path));
        end!.Fails = true;
        await Assert.ThrowsAsync<StoreFailedException>(() => store.AppendAsync(store.Head, [new Story(store.Head).Create(1)], Cancellation));
        return store;
    }

    private sealed class FailingEnd(string path) : EndFile(path)
    {
        internal bool Fails { get; set; }

        internal override void Write(LogPosition end)
        {
            if (Fails)
            {
                throw new IOException("No space left on device");
            }

            base.Write(end);
        }
    }
}
