using System.Text;
using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Storage;

namespace NetworkMap.Server.Tests.Stores;

/// <content>The current graph, its keys, and the past.</content>
public abstract partial class NetworkStoreContract
{
    [Fact]
    public async Task The_current_graph_is_loaded_with_what_is_referred_to_first()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Write(Story.OneOfEach().Select(Revision.Create))], Cancellation);

        var kinds = (await store.RowsAsync(Cancellation)).ConvertAll(r => r.Element.Kind);
        Assert.Equal(
            [ElementKind.Term, ElementKind.Region, ElementKind.Region, ElementKind.Organization, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Suggestion],
            kinds);
    }

    [Fact]
    public async Task A_region_is_loaded_after_the_region_that_holds_it()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        await store.AppendAsync(store.Head, [story.Write(Story.OneOfEach().Select(Revision.Create))], Cancellation);

        var regions = (await store.RowsAsync(Cancellation)).Where(r => r.Element.Kind == ElementKind.Region).Select(r => r.Element.Id);
        Assert.Equal(["33", "33.74"], regions);
    }

    [Fact]
    public async Task The_current_graph_is_what_the_last_entries_left()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 3);
        await store.AppendAsync(store.Head, [story.Rename(1, "Renamed"), story.Remove(2), story.Rename(1, "Renamed again")], Cancellation);

        Assert.Equal(["Organization 3", "Renamed again"], (await ElementsAsync(store, story)).Select(o => o.Name).Order(StringComparer.Ordinal));
        var row = (await store.RowsAsync(Cancellation)).Single(r => r.Element == Story.Organization(1).Ref);
        Assert.Equal((3, 6L), (row.Version, row.Sequence));
    }

    [Fact]
    public async Task A_whole_store_has_nothing_to_mend_and_can_be_written()
    {
        await using var store = await OpenAsync("a");
        await FilledAsync(store, 3);
        Assert.Empty(await store.MendAsync(Cancellation));
        await store.ProbeAsync(Cancellation);

        var rebuilt = 0;
        await store.LoadAsync(element => rebuilt += element.IsRebuilt ? 1 : 0, Cancellation);
        Assert.Equal(0, rebuilt);
        Assert.Empty(await store.MendAsync(Cancellation));
        Assert.Equal(3, store.Head.Sequence);
    }

    [Fact]
    public async Task Sealed_fields_come_back_with_their_keys_and_stay_closed_without()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 2);

        Assert.All(await ElementsAsync(store, story), o => Assert.Equal(Story.Secret, o.Note));
        var row = (await store.RowsAsync(Cancellation))[0];
        var closed = (Organization)new SealedText(story.Master, _ => null).Read(row.Element.Kind, row.Body, row.Version, row.Sequence);
        Assert.Null(closed.Note);
        Assert.Equal(2, (await store.KeysAsync(Cancellation).ToListAsync(Cancellation)).Select(k => k.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_history_of_an_element_is_newest_first_and_pages()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 2);
        await store.AppendAsync(store.Head, [story.Rename(1, "A"), story.Rename(2, "B"), story.Rename(1, "C"), story.Remove(1)], Cancellation);

        Assert.Equal([6, 5, 3, 1], await store.HistoryAsync(Story.Organization(1).Ref, 99, 10, Cancellation));
        Assert.Equal([5, 3], await store.HistoryAsync(Story.Organization(1).Ref, 6, 2, Cancellation));
        Assert.Empty(await store.HistoryAsync(Story.Organization(7).Ref, 99, 10, Cancellation));
        var touched = await store.TouchedAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal([(1, 1L), (1, 3L), (1, 5L), (1, 6L), (2, 2L), (2, 4L)], touched.Select(t => (t.Element == Story.Organization(1).Ref ? 1 : 2, t.Sequence)).Order());
    }

    [Fact]
    public async Task An_instant_finds_the_last_entry_until_then()
    {
        await using var store = await OpenAsync("a");
        var story = await FilledAsync(store, 3);

        Assert.Equal(0, await store.LastUntilAsync(Story.Begin, Cancellation));
        Assert.Equal(1, await store.LastUntilAsync(Story.Begin.AddMinutes(1), Cancellation));
        Assert.Equal(2, await store.LastUntilAsync(Story.Begin.AddMinutes(3).AddMilliseconds(-1), Cancellation));
        Assert.Equal(3, await store.LastUntilAsync(story.Now.AddYears(1), Cancellation));
    }

    [Fact]
    public async Task Equal_entries_make_byte_equal_logs()
    {
        await using var store = await OpenAsync("a");
        var story = new Story(store.Head);
        var entry = story.Write([Revision.Create(Story.Organization(1, secret: false))]);
        var again = new Story(store.Head).Write([Revision.Create(Story.Organization(1, secret: false))]);
        await store.AppendAsync(store.Head, [entry], Cancellation);

        Assert.Equal(Encoding.UTF8.GetString(again.Text), Encoding.UTF8.GetString((await store.ReadAsync(0, Cancellation).FirstAsync(Cancellation)).Text));
        Assert.Equal(Convert.ToHexString(again.Hash), Convert.ToHexString(store.Head.Hash));
    }

    [Fact]
    public async Task Every_entry_names_the_hash_of_the_one_before()
    {
        await using var store = await OpenAsync("a");
        await FilledAsync(store, 4);
        var previous = new byte[32];
        await foreach (var entry in store.ReadAsync(0, Cancellation))
        {
            Assert.Equal(previous, LogText.PreviousOf(entry.Text));
            previous = entry.Hash;
        }

        Assert.Equal(previous, store.Head.Hash);
    }

    [Property(MaxTest = 25)]
    public async Task Whatever_groups_were_appended_the_current_graph_is_the_fold_of_the_log(int[][] groups)
    {
        var name = Guid.NewGuid().ToString("N");
        Story story;
        await using (var store = await OpenAsync(name))
        {
            story = new Story(store.Head);
            foreach (var group in groups)
            {
                Assert.Equal(AppendResult.Appended, await store.AppendAsync(store.Head, [.. group.Chunk(3).Select(part => story.Write(Step(story, part)))], Cancellation));
            }

            await SameAsFoldAsync(store, story);
        }

        await using var again = await OpenAsync(name);
        await SameAsFoldAsync(again, story);
    }

    /// <summary>Each number creates, changes or removes one of seven organizations.</summary>
    private static List<Revision> Step(Story story, int[] numbers)
    {
        var revisions = new List<Revision>();
        foreach (var number in numbers.DistinctBy(n => (uint)n % 7))
        {
            var blank = Story.Organization((int)((uint)number % 7));
            revisions.Add(
                !story.Elements.TryGetValue(blank.Ref, out var current) ? Revision.Create(blank)
                : (uint)number % 3 == 0 ? Revision.Remove(current)
                : Revision.Change(current, (Organization)current with { Name = $"Name {number}" }));
        }

        return revisions;
    }

    private static async Task SameAsFoldAsync(INetworkStore store, Story story)
    {
        var sealing = await SealingAsync(store, story);
        var fold = new Dictionary<ElementRef, Element>();
        await foreach (var entry in store.ReadAsync(0, Cancellation))
        {
            foreach (var revision in LogText.Read(entry.Text, sealing).Revisions)
            {
                fold.Remove(revision.Element);
                if (revision.After is { } after)
                {
                    fold.Add(revision.Element, after);
                }
            }
        }

        var loaded = await ElementsAsync(store, story);
        Assert.Equal(Told(story.Elements.Values), Told(fold.Values));
        Assert.Equal(Told(fold.Values), Told(loaded));
    }

    private static IEnumerable<string> Told(IEnumerable<Element> elements) =>
        elements.Select(e => $"{e.Version} {e.Sequence} {ElementText.ToJson(e).ToJsonString()}").Order(StringComparer.Ordinal);

    private static async Task<SealedText> SealingAsync(INetworkStore store, Story story)
    {
        var keys = (await store.KeysAsync(Cancellation).ToListAsync(Cancellation)).ToDictionary(k => k.Id);
        return new SealedText(story.Master, keys.GetValueOrDefault);
    }

    private static async Task<List<Organization>> ElementsAsync(INetworkStore store, Story story)
    {
        var sealing = await SealingAsync(store, story);
        return (await store.RowsAsync(Cancellation)).ConvertAll(r => (Organization)sealing.Read(r.Element.Kind, r.Body, r.Version, r.Sequence));
    }
}
