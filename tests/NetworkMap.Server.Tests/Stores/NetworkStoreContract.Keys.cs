using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <content>Sealing keys after they were written.</content>
public abstract partial class NetworkStoreContract
{
    private static readonly MasterKey Next = new(Enumerable.Range(101, MasterKey.Size).Select(i => (byte)i).ToArray());

    [Fact]
    public async Task Which_master_key_is_in_force_is_kept_and_changed_only_from_what_was_expected()
    {
        await using (var store = await OpenAsync("a"))
        {
            Assert.Null(store.Mark);
            Assert.True(await store.MarkAsync(null, new MasterMark("one", "two"), Cancellation));
            Assert.False(await store.MarkAsync(null, new MasterMark("three"), Cancellation));
            Assert.Equal(new MasterMark("one", "two"), store.Mark);
        }

        await using var again = await OpenAsync("a");
        Assert.Equal(new MasterMark("one", "two"), again.Mark);
        Assert.True(await again.MarkAsync(new MasterMark("one", "two"), new MasterMark("two"), Cancellation));
        Assert.Equal(new MasterMark("two"), again.Mark);
        var story = await FilledAsync(again, 2);
        Assert.True(story.Position.IsAt(again.Head));
    }

    [Fact]
    public async Task Keys_that_were_wrapped_anew_open_what_they_sealed_and_the_log_is_as_it_was()
    {
        Story story;
        await using (var store = await OpenAsync("a"))
        {
            story = await FilledAsync(store, 5);
            var first = await store.KeysAsync(Cancellation).Take(2).ToListAsync(Cancellation);
            await store.RewrapAsync([.. first.Select(k => story.Master.Rewrap(k, Next)!)], Cancellation);

            // As after a cut: two are done, three are not.
            Assert.Equal(3, await KeyRewrapping.RunAsync(store, story.Master, Next, Cancellation));
            Assert.Equal(0, await KeyRewrapping.RunAsync(store, story.Master, Next, Cancellation));
            await store.ScrubAsync(Cancellation);
            Same(story.Entries, await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
            await store.AppendAsync(store.Head, [story.Rename(1, "Renamed")], Cancellation);
            await KeyRewrapping.RunAsync(store, story.Master, Next, Cancellation);
        }

        await using var again = await OpenAsync("a");
        await foreach (var key in again.KeysAsync(Cancellation))
        {
            Assert.Null(story.Master.Unwrap(key));
            Assert.Null(story.Master.Unwrap(again.FindKey(key.Id)!));
        }

        Assert.Equal([], (await Verification.OfAsync(again, Next, Cancellation)).Faults);
        Assert.NotEmpty((await Verification.OfAsync(again, story.Master, Cancellation)).Faults);
    }

    [Fact]
    public async Task What_was_erased_opens_no_more_here_and_in_any_copy_and_the_chain_stays_whole()
    {
        Story story;
        Erasure erasure;
        var folders = new List<DirectoryInfo>();
        await using (var store = await OpenAsync("a"))
        await using (var copy = Elsewhere(out var folder))
        {
            story = await FilledAsync(store, 5);
            await LogCopy.RunAsync(store, copy, (_, _) => { }, Cancellation);
            var element = Story.Organization(1).Ref;
            await store.AppendAsync(store.Head, [story.Rename(1, "Renamed")], Cancellation);
            var told = await store.ReadAsync(0, Cancellation).Where(e => e.Sequence is 1 or 6).ToListAsync(Cancellation);
            erasure = new Erasure(Guid.NewGuid(), element.ToString(), Story.Begin, [.. told.SelectMany(e => LogText.KeysOf(e, element))]);
            Assert.Equal(2, erasure.Keys.Count);
            var wrapped = erasure.Keys.Select(k => store.FindKey(k)!.Wrapped).ToList();

            await store.EraseAsync(erasure, Cancellation);
            await store.EraseAsync(erasure, Cancellation);

            Assert.All(erasure.Keys, k => Assert.Null(store.FindKey(k)));
            Assert.DoesNotContain(await store.KeysAsync(Cancellation).ToListAsync(Cancellation), k => erasure.Keys.Contains(k.Id));
            Same(story.Entries, await store.ReadAsync(0, Cancellation).ToListAsync(Cancellation));
            Assert.Equal([], (await Verification.OfAsync(store, story.Master, Cancellation)).Faults);
            Assert.DoesNotContain(FilesOf("a"), file => wrapped.Exists(w => Held(file).AsSpan().IndexOf(w) >= 0));
            await store.AppendAsync(store.Head, [story.Create(9)], Cancellation);
            await LogCopy.RunAsync(store, copy, (_, _) => { }, Cancellation);
            Assert.All(erasure.Keys, k => Assert.Null(copy.FindKey(k)));
            Assert.Equal([], (await Verification.OfAsync(copy, story.Master, Cancellation)).Faults);
            folders.Add(folder);
        }

        await using var again = await OpenAsync("a");
        Assert.Equal([erasure.ToString()], (await again.ErasuresAsync(Cancellation).ToListAsync(Cancellation)).Select(e => e.ToString()));
        Assert.Equal([], (await Verification.OfAsync(again, story.Master, Cancellation)).Faults);
        folders.ForEach(f => f.Delete(recursive: true));
    }

    private static SqliteNetworkStore Elsewhere(out DirectoryInfo folder)
    {
        folder = Directory.CreateTempSubdirectory("networkmap-elsewhere-");
        return SqliteNetworkStore.Open(folder.FullName);
    }

    private static byte[] Held(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
