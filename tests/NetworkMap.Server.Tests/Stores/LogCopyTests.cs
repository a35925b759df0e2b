using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NetworkMap.Changes;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

[Collection(Neo4jServer.Name)]
public sealed class LogCopyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-copy-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_copy_holds_the_same_entries_elements_keys_history_and_requests()
    {
        await using var from = Open("from");
        var story = await TellAsync(from);
        await using var to = Open("to");

        Assert.True(story.Position.IsAt(await CopyAsync(from, to)));
        await SameAsync(from, to, story.Master);
        Assert.Equal(new RequestKey("key", "hash"), (await to.FindRequestAsync("key", Story.Begin, Cancellation))!.Request);
    }

    [Fact]
    public async Task A_network_moves_to_neo4j_and_back_without_losing_a_byte()
    {
        Neo4jServer.Require();
        await using var neo4j = new Neo4jServer();
        await neo4j.EmptyAsync();
        await using var from = Open("from");
        var story = await TellAsync(from);
        await using var there = await neo4j.OpenAsync();
        await using var back = Open("back");

        await CopyAsync(from, there);
        await SameAsync(from, there, story.Master);
        await CopyAsync(there, back);
        await SameAsync(from, back, story.Master);
        Assert.Equal(2L, (await neo4j.RunAsync("MATCH (t:Tie)-[:FROM|TO]->(:Organization) RETURN count(*)"))[0][0]);
    }

    [Fact]
    public void A_copy_goes_on_wherever_it_was_cut_off() =>
        Prop.ForAll(Gen.Choose(0, 11).Two().ToArbitrary(), cuts =>
        {
            var name = Guid.NewGuid().ToString("N");
            GoOnAsync(name, cuts.Item1, cuts.Item2).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task What_is_written_while_it_copies_is_copied_too()
    {
        await using var from = Open("from");
        var story = await TellAsync(from);
        await using var to = Open("to");
        var written = false;
        await LogCopy.RunAsync(
            from, to,
            (_, _) =>
            {
                if (!written)
                {
                    written = true;
                    Assert.Equal(AppendResult.Appended, from.AppendAsync(from.Head, [story.Create(99)], Cancellation).GetAwaiter().GetResult());
                }
            },
            Cancellation);
        Assert.True(story.Position.IsAt(to.Head));
    }

    [Theory]
    [InlineData("another network", "holds another network")]
    [InlineData("further", "is further")]
    [InlineData("parted", "is not the same in both")]
    public async Task A_store_that_holds_something_else_is_left_as_it_is(string which, string told)
    {
        await using var from = Open("from");
        var story = await TellAsync(from);
        await using var to = Open("to");
        if (which == "another network")
        {
            Assert.Equal(AppendResult.Appended, await to.AppendAsync(to.Head, [new Story(to.Head).Create(1)], Cancellation));
        }
        else
        {
            await CopyAsync(from, to);
            Assert.Equal(AppendResult.Appended, await to.AppendAsync(to.Head, [new Story(story.Position) { Now = story.Now }.Create(50)], Cancellation));
            if (which == "parted")
            {
                Assert.Equal(AppendResult.Appended, await from.AppendAsync(from.Head, [story.Create(51), story.Create(52)], Cancellation));
            }
        }

        var head = to.Head;
        var refused = await Assert.ThrowsAsync<StoreFailedException>(() => CopyAsync(from, to));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Equal(head, to.Head);
    }

    [Fact]
    public async Task A_key_that_was_destroyed_stays_destroyed()
    {
        await using var from = Open("from");
        var story = await TellAsync(from);
        await using var to = Open("to");
        var erased = (await from.KeysAsync(Cancellation).ToListAsync(Cancellation))[0].Id;

        foreach (var entry in await from.ReadAsync(0, Cancellation).ToListAsync(Cancellation))
        {
            var stored = LogText.Stored(entry, id => id == erased ? null : from.FindKey(id));
            Assert.DoesNotContain(stored.Keys, k => k.Id == erased);
            Assert.Equal(Encoding.UTF8.GetString(story.Entries[(int)entry.Sequence - 1].Text), Encoding.UTF8.GetString(stored.Text));
        }
    }

    private static Task<LogPosition> CopyAsync(INetworkStore from, INetworkStore to) => LogCopy.RunAsync(from, to, (_, _) => { }, Cancellation);

    /// <summary>A story with one of each kind, sealed fields, changes, removals, and a request.</summary>
    private static async Task<Story> TellAsync(INetworkStore store)
    {
        var story = new Story(store.Head);
        story.Write(Story.OneOfEach().Select(Revision.Create));
        story.Create(3, new RequestKey("key", "hash"));
        story.Rename(3, "Another name");
        story.Remove(3);
        for (var i = 4; i < 12; i++)
        {
            story.Create(i);
        }

        Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, story.Entries, Cancellation));
        return story;
    }

    private static async Task SameAsync(INetworkStore one, INetworkStore other, MasterKey master)
    {
        Assert.True(one.Head.IsAt(other.Head));
        Assert.Equal(
            (await one.ReadAsync(0, Cancellation).ToListAsync(Cancellation)).Select(e => Encoding.UTF8.GetString(e.Text)),
            (await other.ReadAsync(0, Cancellation).ToListAsync(Cancellation)).Select(e => Encoding.UTF8.GetString(e.Text)));
        Assert.Equal(await KeysAsync(one), await KeysAsync(other));
        Assert.Empty((await Verification.OfAsync(other, master, Cancellation)).Faults);
    }

    private static async Task<List<string>> KeysAsync(INetworkStore store) =>
        [.. (await store.KeysAsync(Cancellation).ToListAsync(Cancellation)).Select(k => $"{k.Id:N} {k.Element} {Convert.ToHexString(k.Wrapped)}").Order(StringComparer.Ordinal)];

    private SqliteNetworkStore Open(string name) => SqliteNetworkStore.Open(Path.Combine(folder.FullName, name));

    /// <summary>Two beginnings of different length, each left behind as a cut would, then the rest.</summary>
    private async Task GoOnAsync(string name, int first, int second)
    {
        await using var from = Open(name + "-from");
        var story = await TellAsync(from);
        foreach (var length in new[] { first, second })
        {
            await using var to = Open(name);
            if (to.Head.Sequence == 0)
            {
                Assert.True(await to.BecomeAsync(from.Head.Log, Cancellation));
            }

            var part = story.Entries.Skip((int)to.Head.Sequence).Take(length - (int)to.Head.Sequence).Select(e => LogText.Stored(new LogEntry(e.Sequence, e.Text, e.Hash), from.FindKey)).ToList();
            Assert.Equal(AppendResult.Appended, await to.AppendAsync(to.Head, part, Cancellation));
        }

        await using var last = Open(name);
        await CopyAsync(from, last);
        await SameAsync(from, last, story.Master);
    }
}
