using System.Text.Json;
using NetworkMap.Changes;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>Several openers of one Neo4j store, as several processes are.</summary>
[Collection(Neo4jServer.Name)]
public sealed class Neo4jTurnTests(Neo4jServer server) : IAsyncLifetime
{
    private Neo4jNetworkStore one = null!;
    private Neo4jNetworkStore other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Neo4jServer.Require();
        await server.EmptyAsync();
        (one, other) = (await server.OpenAsync(), await server.OpenAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await (one?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (other?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task What_one_appends_moves_the_log_of_the_other_which_then_goes_on()
    {
        var (here, there) = (new Story(one.Head), new Story(other.Head));
        Assert.Equal(AppendResult.Appended, await one.AppendAsync(one.Head, [here.Create(1)], Cancellation));
        Assert.Equal(AppendResult.Moved, await other.AppendAsync(other.Head, [there.Create(2)], Cancellation));
        there.Forget(other.Head);
        Assert.Equal(1, other.Head.Sequence);
        Assert.Equal(AppendResult.Appended, await other.AppendAsync(other.Head, [there.Create(2)], Cancellation));

        await FollowAsync(one);
        Assert.Equal(2, one.Head.Sequence);
        Assert.Equal([1, 2], await one.ReadAsync(0, Cancellation).Select(e => e.Sequence).ToListAsync(Cancellation));
        Assert.Equal(2, (await one.RowsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task What_another_process_appends_is_read_once_all_of_it_is_there()
    {
        var cypher = new PiecemealCypher(CypherTransport.Open(Neo4jServer.Settings!));
        await using var late = await Neo4jNetworkStore.OpenAsync(cypher, Neo4jServer.Settings!, Neo4jServer.Clock, Cancellation);
        var story = new Story(one.Head);
        await one.AppendAsync(one.Head, [story.Create(1), story.Rename(1, "Renamed")], Cancellation);
        cypher.Commits = true;
        await FollowAsync(late);
        Assert.Equal([1, 2], await late.ReadAsync(0, Cancellation).Select(e => e.Sequence).ToListAsync(Cancellation));

        await one.AppendAsync(one.Head, [story.Create(2)], Cancellation);
        cypher.Commits = true;
        Assert.Single(await late.RowsAsync(Cancellation));
    }

    [Fact]
    public async Task A_key_that_another_process_used_is_known()
    {
        var (here, there, key) = (new Story(one.Head), new Story(other.Head), new RequestKey("key", "hash"));
        await one.AppendAsync(one.Head, [here.Create(1, key)], Cancellation);
        await FollowAsync(other);
        there.Forget(other.Head);
        Assert.Equal(AppendResult.RequestKnown, await other.AppendAsync(other.Head, [there.Create(2, key)], Cancellation));
        Assert.Equal(1, (await other.FindRequestAsync("key", Story.Begin, Cancellation))!.Sequence);
    }

    [Fact]
    public async Task Two_that_write_flat_out_leave_no_gap_and_no_double_and_each_gets_its_share()
    {
        var wins = new int[2];
        await Task.WhenAll(FlatOutAsync(one, 0, wins), FlatOutAsync(other, 1, wins));

        await FollowAsync(one);
        var entries = await one.ReadAsync(0, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, wins.Sum()).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.All(entries.Zip(entries.Skip(1)), pair => Assert.Equal(pair.First.Hash, LogText.PreviousOf(pair.Second.Text)));
        Assert.Equal(wins.Sum(), (await one.RowsAsync(Cancellation)).Count);
        Assert.True(wins.Min() * 3 >= wins.Sum(), $"One got {wins[0]} of {wins.Sum()} commits, the other {wins[1]}.");
    }

    [Fact]
    public async Task What_is_loaded_while_another_process_writes_is_what_the_log_left_at_some_moment()
    {
        var story = new Story(one.Head);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writing = Task.Run(
            async () =>
            {
                for (var number = 0; !end.IsCancellationRequested; number++)
                {
                    List<StoredEntry> group = [story.Create(number), story.Rename(number, $"Renamed {number}")];
                    if (number > 3)
                    {
                        group.AddRange([story.Rename(number - 2, "Renamed again"), story.Remove(number - 3)]);
                    }

                    Assert.Equal(AppendResult.Appended, await one.AppendAsync(one.Head, group, Cancellation));
                }
            },
            Cancellation);

        for (var loads = 0; (loads < 6 || other.Head.Sequence == 0) && !writing.IsCompleted; loads++)
        {
            await FollowAsync(other);
            var left = await LeftAsync(other);
            Assert.Equal(left, (await other.RowsAsync(Cancellation)).Select(r => $"{r.Element} {r.Version} {r.Sequence}").Order(StringComparer.Ordinal));
        }

        await end.CancelAsync();
        await writing;
        Assert.True(other.Head.Sequence > 0);
    }

    [Theory]
    [InlineData("another log")]
    [InlineData("shorter")]
    [InlineData("another history")]
    public async Task A_store_that_was_exchanged_is_noticed_and_never_written_on(string how)
    {
        var story = new Story(one.Head);
        await one.AppendAsync(one.Head, [story.Create(1), story.Create(2)], Cancellation);
        await FollowAsync(other);
        await server.RunAsync(how switch
        {
            "another log" => "MATCH (l:Log) SET l.id = randomUUID()",
            "shorter" => "MATCH (l:Log) MATCH (c:Changeset {sequence: 1}) SET l.sequence = 1, l.hash = c.hash",
            _ => "MATCH (l:Log) MATCH (c:Changeset {sequence: 2}) SET c.hash = reverse(c.hash), l.sequence = 3",
        });

        await Assert.ThrowsAsync<StoreBehindException>(() => FollowAsync(other));
        await Assert.ThrowsAsync<StoreBehindException>(() => other.AppendAsync(other.Head, [story.Create(3)], Cancellation));
        Assert.Empty(await server.RunAsync("MATCH (c:Changeset {sequence: 3}) RETURN c"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_got_lost_is_looked_up_and_the_group_stands_there_once(bool arrived)
    {
        var cypher = new LosingCypher(CypherTransport.Open(Neo4jServer.Settings!), arrived);
        await using var store = await Neo4jNetworkStore.OpenAsync(cypher, Neo4jServer.Settings!, Neo4jServer.Clock, Cancellation);
        var story = new Story(store.Head);
        cypher.Lose = true;
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(1), story.Create(2)], Cancellation));

        Assert.Equal(2, store.Head.Sequence);
        Assert.Equal([1, 2], await store.ReadAsync(0, Cancellation).Select(e => e.Sequence).ToListAsync(Cancellation));
        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [story.Create(3)], Cancellation));
        Assert.Equal(arrived ? 2 : 3, cypher.Appends);
    }

    /// <summary>A busy machine may take its time to answer.</summary>
    private static async Task FollowAsync(Neo4jNetworkStore store)
    {
        while (true)
        {
            try
            {
                await store.FollowAsync(Cancellation);
                return;
            }
            catch (StoreFailedException late) when (late is not StoreBehindException)
            {
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task FlatOutAsync(Neo4jNetworkStore store, int me, int[] wins)
    {
        var story = new Story(store.Head);
        for (var number = me; wins.Sum() < 90; number += 2)
        {
            while (await store.AppendAsync(store.Head, [story.Create(number)], Cancellation) == AppendResult.Moved)
            {
                story.Forget(store.Head);
            }

            Interlocked.Increment(ref wins[me]);
        }
    }

    private static async Task<IEnumerable<string>> LeftAsync(INetworkStore store)
    {
        var left = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var entry in store.ReadAsync(0, Cancellation))
        {
            using var document = JsonDocument.Parse(entry.Text);
            foreach (var revision in document.RootElement.GetProperty("revisions").EnumerateArray())
            {
                var name = $"{revision.GetProperty("kind")}/{revision.GetProperty("id")}";
                left.Remove(name);
                if (revision.TryGetProperty("after", out _))
                {
                    left.Add(name, $"{name} {revision.GetProperty("version")} {entry.Sequence}");
                }
            }
        }

        return left.Values.Order(StringComparer.Ordinal);
    }

    /// <summary>Loses the first append after it was told to, on the way there or on the way back.</summary>
    private sealed class LosingCypher(ICypher to, bool arrived) : ICypher
    {
        internal bool Lose { get; set; }

        internal int Appends { get; private set; }

        public async Task<IReadOnlyList<object?[]>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, TimeSpan patience, CancellationToken cancellation)
        {
            var isAppend = statement == AppendStatement.Text;
            Appends += isAppend ? 1 : 0;
            var loses = Lose && isAppend;
            Lose &= !isAppend;
            if (loses && !arrived)
            {
                throw new CypherAwayException("lost on the way there");
            }

            var rows = await to.RunAsync(statement, parameters, patience, cancellation);
            return loses ? throw new CypherAwayException("lost on the way back") : rows;
        }

        public ValueTask DisposeAsync() => to.DisposeAsync();
    }

    /// <summary>Sees of what is being committed the log's node alone until it waited for the log's lock, as may be while Neo4j brings its indexes up to date.</summary>
    private sealed class PiecemealCypher(ICypher to) : ICypher
    {
        internal bool Commits { get; set; }

        public Task<IReadOnlyList<object?[]>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, TimeSpan patience, CancellationToken cancellation)
        {
            Commits &= !statement.Contains("SET log.lock", StringComparison.Ordinal);
            return Commits && statement.StartsWith("MATCH (c:Changeset", StringComparison.Ordinal)
                ? Task.FromResult<IReadOnlyList<object?[]>>([])
                : to.RunAsync(statement, parameters, patience, cancellation);
        }

        public ValueTask DisposeAsync() => to.DisposeAsync();
    }
}
