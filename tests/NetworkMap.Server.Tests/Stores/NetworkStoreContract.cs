using System.Text;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>What every store must do: the log and its appends. Each store has one subclass; it says only how such a store is opened.</summary>
public abstract partial class NetworkStoreContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens the store of that name, made when it is not there, with what was written to it before.</summary>
    protected abstract Task<INetworkStore> OpenAsync(string name);

    /// <summary>Every file that the store of that name keeps, as far as it keeps files here.</summary>
    protected virtual IEnumerable<string> FilesOf(string name) => [];

    [Fact]
    public async Task A_new_store_is_an_empty_log_with_an_identity_that_it_keeps()
    {
        LogPosition first;
        await using (var store = await OpenAsync("a"))
        {
            first = store.Head;
            Assert.NotEqual(Guid.Empty, first.Log);
            Assert.Equal(0, first.Sequence);
            Assert.Equal(new byte[32], first.Hash);
            Assert.Empty(await store.RowsAsync(Cancellation));
            Assert.Empty(await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
            Assert.Empty(await store.ReadBackAsync(long.MaxValue, Cancellation).ToListAsync(Cancellation));
        }

        await using var again = await OpenAsync("a");
        await using var other = await OpenAsync("b");
        Assert.Equal(first.Log, again.Head.Log);
        Assert.NotEqual(first.Log, other.Head.Log);
    }

    [Fact]
    public async Task An_empty_log_takes_the_identity_of_another_and_one_that_holds_something_keeps_its_own()
    {
        var log = Guid.NewGuid();
        await using (var store = await OpenAsync("a"))
        {
            Assert.True(await store.BecomeAsync(log, Cancellation));
            Assert.Equal(log, store.Head.Log);
        }

        await using var again = await OpenAsync("a");
        Assert.Equal(log, again.Head.Log);
        var story = await FilledAsync(again, 2);
        Assert.False(await again.BecomeAsync(Guid.NewGuid(), Cancellation));
        Assert.True(story.Position.IsAt(again.Head));
    }

    [Fact]
    public async Task What_was_appended_is_read_in_order_and_back_byte_for_byte()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 5);

        Same(story.Entries, await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
        Same(story.Entries[3..], await store.ReadAsync(3, Cancellation).ToListAsync(Cancellation));
        Same([story.Entries[2], story.Entries[1], story.Entries[0]], await store.ReadBackAsync(3, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(5, (await store.ReadBackAsync(99, Cancellation).FirstAsync(Cancellation)).Sequence);
    }

    [Fact]
    public async Task What_was_appended_is_there_after_reopening()
    {
        Story story;
        await using (var store = await OpenAsync("a"))
        {
            story = await FilledAsync(store, 5);
        }

        await using var again = await OpenAsync("a");
        Assert.Equal((story.Position.Log, 5, Convert.ToHexString(story.Position.Hash)), (again.Head.Log, again.Head.Sequence, Convert.ToHexString(again.Head.Hash)));
        Same(story.Entries, await again.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(5, (await again.RowsAsync(Cancellation)).Count);
    }

    [Theory]
    [InlineData("behind")]
    [InlineData("ahead")]
    [InlineData("another hash")]
    [InlineData("another log")]
    public async Task An_append_that_expects_another_head_changes_nothing(string wrong)
    {
        await using var store = await OpenAsync("a");
        await FilledAsync(store, 3);
        var head = store.Head;
        var expected = wrong switch
        {
            "behind" => head with { Sequence = 2 },
            "ahead" => head with { Sequence = 4 },
            "another hash" => head with { Hash = new byte[32] },
            _ => head with { Log = Guid.NewGuid() },
        };

        Assert.Equal(AppendResult.Moved, await store.AppendAsync(expected, [new Story(expected).Create(9)], Cancellation));
        Assert.Equal(head, store.Head);
        Assert.Equal(3, (await store.RowsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Entries_that_do_not_follow_the_head_are_the_callers_bug()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        var (first, second) = (story.Create(1), story.Create(2));

        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(store.Head, [second], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(store.Head, [second, first], Cancellation));
        Assert.Equal(0, store.Head.Sequence);
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [first, second], Cancellation));
    }

    [Fact]
    public async Task An_empty_group_is_no_change()
    {
        await using var store = await OpenAsync("a");
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [], Cancellation));
        Assert.Equal(0, store.Head.Sequence);
    }

    [Fact]
    public async Task A_key_is_known_for_thirty_days_and_no_longer()
    {
        await using var store = await OpenAsync("a");
        var (story, key) = (new Story(store.Head), new RequestKey("key", "hash"));
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(1, key)], Cancellation));
        var (at, before) = (story.Now, store.Head);

        Assert.Equal(new KnownRequest(key, 1, at), await store.FindRequestAsync("key", at, Cancellation));
        Assert.Null(await store.FindRequestAsync("key", at.AddMilliseconds(1), Cancellation));
        Assert.Null(await store.FindRequestAsync("other", at, Cancellation));

        story.Now = at.AddDays(29);
        Assert.Equal(AppendResult.RequestKnown, await store.AppendAsync(before, [story.Create(2, key with { Request = "other hash" })], Cancellation));
        Assert.Equal(before, store.Head);

        story.Forget(before);
        story.Now = at.AddDays(31);
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(before, [story.Create(2, key)], Cancellation));
        Assert.Equal(2, (await store.FindRequestAsync("key", story.Now.AddDays(-30), Cancellation))!.Sequence);
    }

    [Fact]
    public async Task A_group_with_one_known_key_is_not_appended_at_all()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Create(1, new RequestKey("known", "x"))], Cancellation);
        var before = store.Head;

        var group = new[] { story.Create(2), story.Rename(1, "Renamed"), story.Create(3, new RequestKey("known", "x")) };
        Assert.Equal(AppendResult.RequestKnown, await store.AppendAsync(before, group, Cancellation));
        Assert.Equal(before, store.Head);
        Assert.Equal("Organization 1", Assert.Single(await ElementsAsync(store, story)).Name);
        Assert.Equal([1], await store.HistoryAsync(Story.Organization(1).Ref, 99, 10, Cancellation));
        Assert.Single(await store.KeysAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_key_that_stands_twice_in_one_group_refuses_the_group()
    {
        await using var store = await OpenAsync("a");
        var (story, key) = (new Story(store.Head), new RequestKey("twice", "x"));
        Assert.Equal(AppendResult.RequestKnown, await store.AppendAsync(store.Head, [story.Create(1, key), story.Create(2, key)], Cancellation));
        Assert.Equal(0, store.Head.Sequence);
    }

    [Fact]
    public async Task A_cancelled_append_either_is_there_or_is_not()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync(store.Head, [story.Create(1)], cancelled.Token));
        Assert.Equal(0, store.Head.Sequence);
        Assert.Empty(await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_read_while_others_append_is_whole_at_some_moment()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 1);
        var reads = new int[2];
        using var appending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var readers = Enumerable.Range(0, reads.Length).Select(reader => Task.Run(() => ReadUntilAsync(store, () => Interlocked.Increment(ref reads[reader]), appending.Token), Cancellation)).ToList();
        for (var number = 2; reads.Min() < 8 && !readers.Exists(r => r.IsCompleted); number++)
        {
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(number), story.Rename(number, "Renamed")], Cancellation));

            // The longer the log, the longer it takes to read: who appends must not run away.
            while (number > 4 * (reads.Sum() + 1) && !readers.Exists(r => r.IsCompleted))
            {
                await Task.Delay(1, Cancellation);
            }
        }

        await appending.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static async Task ReadUntilAsync(INetworkStore store, Action done, CancellationToken end)
    {
        for (; !end.IsCancellationRequested; done())
        {
            var head = store.Head;
            var back = await store.ReadBackAsync(long.MaxValue, Cancellation).Select(e => e.Sequence).ToListAsync(Cancellation);
            Assert.Equal(Enumerable.Range(1, back.Count).Select(i => (long)i).Reverse(), back);
            Assert.True(back.Count >= head.Sequence);
            Assert.True((await store.ReadAsync(0, Cancellation).CountAsync(Cancellation)) >= back.Count);

            // One entry creates an element and the next renames it, in one group: half of a group is never there.
            Assert.Single(await store.RowsAsync(Cancellation), r => r.Version == 1);
            Assert.NotEmpty(await store.KeysAsync(Cancellation).ToListAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Sealed_text_stands_nowhere_in_clear()
    {
        await using (var store = await OpenAsync("a"))
        {
            var story = await FilledAsync(store, 3);
            await store.AppendAsync(store.Head, [story.Write([.. Story.OneOfEach().Where(e => !story.Elements.ContainsKey(e.Ref)).Select(Revision.Create)])], Cancellation);
            await store.AppendAsync(store.Head, [story.Rename(1, "Renamed"), story.Remove(3)], Cancellation);
            Unclear("a");
        }

        Unclear("a");
    }

    private void Unclear(string name)
    {
        foreach (var file in FilesOf(name))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Story.Secret)) < 0, $"{file} holds sealed text in clear.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Kenanga")) < 0, $"{file} holds sealed text in clear.");
        }
    }

    private static async Task<Story> FilledAsync(INetworkStore store, int count)
    {
        var story = new Story(store.Head);
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [.. Enumerable.Range(1, count).Select(i => story.Create(i))], Cancellation));
        return story;
    }

    private static void Same(IReadOnlyList<StoredEntry> expected, IReadOnlyList<LogEntry> found) => Assert.Equal(
        expected.Select(e => (e.Sequence, Encoding.UTF8.GetString(e.Text), Convert.ToHexString(e.Hash))),
        found.Select(e => (e.Sequence, Encoding.UTF8.GetString(e.Text), Convert.ToHexString(e.Hash))));
}
