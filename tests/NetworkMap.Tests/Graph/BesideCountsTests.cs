using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph;

/// <summary>A small count of one unit binds those of its organization and of the other units, in every projection and however it came about.</summary>
public sealed class BesideCountsTests
{
    private readonly List<NetworkSnapshot> snapshots;
    private readonly List<Changeset> changesets = [];

    public BesideCountsTests() => snapshots = [new Sketch().Terms(Taxonomy.ActorKind, "ngo").Terms(Taxonomy.UnitKind, "branch").Region("34").Region("34.02")
        .Organization(1, with: o => o with { Members = Counts(40, 20) }).Organization(2).Snapshot()];

    private NetworkSnapshot Now => snapshots[^1];

    [Fact]
    public void A_units_small_count_takes_the_others_along_and_gives_them_back_when_it_grows_or_goes()
    {
        Do(Revision.Create(Unit(10, Counts(37, 20))));
        Assert.Equal(57, Seen(10));
        Do(Revision.Create(Unit(11, Counts(3, 0))));
        Assert.Equal((null, null, 60), (Seen(10), Seen(11), ((Organization)Now.Public.Find(Named(ElementKind.Organization, 1))!).Members!.Total));
        Assert.Equal([Named(ElementKind.Unit, 11), Named(ElementKind.Unit, 10)], Told);

        Change(Unit(11, Counts(8, 0)));
        Assert.Equal((57, 8), (Seen(10), Seen(11)));
        Change(Unit(11, Counts(3, 0)));
        Change(Unit(11, Counts(3, 0), organization: 2));
        Assert.Equal((57, null), (Seen(10), Seen(11)));
        Change(Unit(11, Counts(3, 0)));
        Do(Revision.Remove(Now.Full.Find(Named(ElementKind.Unit, 11))!));
        Assert.Equal(57, Seen(10));
    }

    [Property(MaxTest = 60)]
    public void A_projection_that_follows_counts_is_the_projection_made_anew(int[] steps)
    {
        foreach (var step in steps.Take(20))
        {
            Go((int)((uint)step % 10_000));
            var elements = new[] { ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Unit }.SelectMany(Now.Full.All);
            Assert.Equal(Description.Of(NetworkSnapshot.Load(elements, Now.Sequence).Public), Description.Of(Now.Public));
        }
    }

    [Property(MaxTest = 60)]
    public void The_past_shows_no_count_that_was_withheld_then_or_is_now(int[] steps)
    {
        Array.ForEach(steps[..Math.Min(steps.Length, 15)], s => Go((int)((uint)s % 10_000)));
        for (var at = 0; at < snapshots.Count; at++)
        {
            var rewind = new Rewind(Now);
            foreach (var changeset in changesets.Skip(at).Reverse())
            {
                rewind.Undo(changeset);
            }

            var (past, then) = (rewind.Finish().Public, snapshots[at].Public);
            Assert.All(past.All(ElementKind.Unit).Cast<Unit>().Where(u => u.Members?.Total is not null), u => Assert.Equal(((Unit)then.Find(u.Ref)!).Members?.Total, u.Members!.Total));
        }
    }

    private static CountSet Counts(int women, int men, bool published = false) => new(women, men, null, null, null, null, published);

    private static ElementRef Named(ElementKind kind, int number) => new(kind, Sketch.Guid(number).ToString("D"));

    private static Unit Unit(int number, CountSet? members, int organization = 1) => new()
    {
        Id = new UnitId(Sketch.Guid(number)), Organization = Sketch.Id(organization), Name = "Unit", UnitKind = Code.Of("branch"), Region = RegionCode.Of("34.02"), Members = members, Provenance = Sketch.Somebody,
    };

    private IReadOnlyList<ElementRef> Told { get; set; } = [];

    private int? Seen(int unit) => ((Unit)Now.Public.Find(Named(ElementKind.Unit, unit))!).Members?.Total;

    private void Change(Unit after) => Do(Revision.Change(Now.Full.Find(after.Ref)!, after));

    private void Go(int number)
    {
        var (which, women, choice) = (10 + (number % 3), number / 3 % 9, number / 27);
        var next = Unit(which, choice % 7 == 0 ? null : Counts(women, choice % 3 * 4, published: choice % 5 == 0), 1 + (choice % 2));
        var current = Now.Full.Find(next.Ref);
        Do(current is null ? Revision.Create(next) : choice % 11 == 0 ? Revision.Remove(current) : Revision.Change(current, next));
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
