using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Told;

/// <summary>A small need binds those that share people with it, in every projection, in the past and in a history, and however it came about.</summary>
public sealed class NeedsBesideTests
{
    private readonly List<NetworkSnapshot> snapshots = [new Sketch().Region("34").Region("34.01").Region("34.02").Snapshot()];
    private readonly List<Changeset> changesets = [];

    private NetworkSnapshot Now => snapshots[^1];

    [Fact]
    public void A_small_one_takes_those_along_that_would_tell_it_and_gives_them_back()
    {
        Do(Revision.Create(Need(1, "34", 100)));
        Do(Revision.Create(Need(2, "34.01", 97)));
        Assert.Equal("Beside 97", Seen(1, 2));
        Do(Revision.Create(Need(3, "34.02", 3)));
        Assert.Equal("Beside 97 UnderFive", Seen(1, 2, 3));
        Do(Revision.Change(Now.Full.Find(Of(3))!, Need(3, "34.02", 4)));
        Assert.Equal([], Told);
        Do(Revision.Remove(Now.Full.Find(Of(3))!));
        Do(Revision.Change(Now.Full.Find(Of(1))!, Need(1, "34", 97)));
        Assert.Equal("97 97", Seen(1, 2));
    }

    [Fact]
    public void An_earlier_number_is_withheld_when_it_would_tell_a_small_one_today()
    {
        Do(Revision.Create(Need(2, "34.01", 97)));
        Do(Revision.Create(Need(3, "34.02", 3)));
        Do(Revision.Create(Need(1, "34", 2500)));
        Assert.Equal("2500 97 UnderFive", Seen(1, 2, 3));
        Assert.Equal(CountHeld.Beside, Projection.ComplementOf(Now.Full, Need(1, "34", 100)).Need);
    }

    [Property(MaxTest = 60)]
    public void A_projection_that_follows_needs_is_the_projection_made_anew_and_the_past_shows_no_more_than_it_did(int[] steps)
    {
        foreach (var step in steps.Take(15).Select(s => (int)((uint)s % 10_000)))
        {
            Go(step);
            var elements = new[] { ElementKind.Region, ElementKind.Need }.SelectMany(Now.Full.All);
            Assert.Equal(Description.Of(NetworkSnapshot.Load(elements, Now.Sequence).Public), Description.Of(Now.Public));
        }

        for (var at = 0; at < snapshots.Count; at++)
        {
            var rewind = new Rewind(Now);
            changesets.Skip(at).Reverse().ToList().ForEach(rewind.Undo);
            var (past, then) = (rewind.Finish().Public, snapshots[at].Public);
            Assert.All(past.All(ElementKind.Need).Cast<Need>().Where(n => n.Total is not null), n => Assert.Equal(((Need)then.Find(n.Ref)!).Total, n.Total));
        }
    }

    private IReadOnlyList<ElementRef> Told { get; set; } = [];

    private static ElementRef Of(int number) => new(ElementKind.Need, Sketch.Guid(number).ToString("D"));

    private static Need Need(int number, string region, int total, int year = 2025) =>
        new() { Id = new NeedId(Sketch.Guid(number)), Region = RegionCode.Of(region), Year = year, Unknown = total, Provenance = Sketch.Somebody };

    private string Seen(params int[] numbers) =>
        string.Join(' ', numbers.Select(n => (Need)Now.Public.Find(Of(n))!).Select(n => n.Total is { } total ? $"{total}" : $"{n.Held}"));

    private void Go(int number)
    {
        var next = Need(1 + (number % 4), new[] { "34", "34.01", "34.02" }[number / 4 % 3], number / 12 % 9, number % 11 == 0 ? 2024 : 2025);
        next = number % 5 == 0 ? next with { Unknown = 20 * (1 + (number % 3)) } : next;
        var current = Now.Full.Find(next.Ref);
        Do(current is null ? Revision.Create(next) : number % 13 == 0 ? Revision.Remove(current) : Revision.Change(current, next));
    }

    private void Do(Revision revision)
    {
        var sequence = Now.Sequence + 1;
        changesets.Add(new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [revision.At(sequence)] });
        var (next, change) = Now.After(changesets[^1], new EditScope());
        snapshots.Add(next);
        Told = change.Public;
    }
}
