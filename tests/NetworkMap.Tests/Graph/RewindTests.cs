using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;

namespace NetworkMap.Tests.Graph;

public sealed class RewindTests
{
    [Property(MaxTest = 150)]
    public void Rewinding_gives_the_network_as_it_was(int[][] steps)
    {
        var tale = Told(steps);
        for (var sequence = 0; sequence <= tale.Latest.Sequence; sequence++)
        {
            Assert.Equal(Description.Of(tale.Snapshots[sequence].Full), Description.Of(Back(tale, sequence).Full));
        }
    }

    [Property(MaxTest = 150)]
    public void The_public_past_tells_no_more_than_then_and_no_more_than_now(int[][] steps)
    {
        var tale = Told(steps);
        for (var sequence = 0; sequence <= tale.Latest.Sequence; sequence++)
        {
            var (past, then) = (Back(tale, sequence).Public, tale.Snapshots[sequence].Public);
            foreach (var element in Enum.GetValues<ElementKind>().SelectMany(past.All))
            {
                Assert.NotNull(then.Find(element.Ref));
                Assert.NotNull(tale.Latest.Public.Find(element.Ref));
                if (element is Organization { Region: { } region } organization)
                {
                    var finest = Disclosure.Stricter(Full(tale.Snapshots[sequence], organization).Precision, Full(tale.Latest, organization).Precision);
                    Assert.Equal(Disclosure.Region(region, finest), region);
                }
            }
        }
    }

    [Property(MaxTest = 60)]
    public void Going_on_from_a_kept_past_is_the_same_as_going_back_from_now(int[][] steps)
    {
        var tale = Told(steps);
        for (var middle = 1; middle <= tale.Latest.Sequence; middle += 2)
        {
            var kept = Back(tale, middle);
            var rewind = new Rewind(kept, tale.Latest);
            rewind.Undo(tale.Changesets[middle - 1]);
            var (found, expected) = (rewind.Finish(), Back(tale, middle - 1));
            Assert.Equal(Description.Of(expected.Full), Description.Of(found.Full));
            Assert.Equal(Description.Of(expected.Public), Description.Of(found.Public));
        }
    }

    [Property(MaxTest = 60)]
    public void A_kept_past_looked_at_again_is_under_the_policy_of_now(int[][] steps, int[][] later)
    {
        var tale = Told(steps);
        var kept = Back(tale, 1);
        var before = tale.Latest.Sequence;
        Array.ForEach(later, tale.Go);

        var rewind = new Rewind(kept, tale.Latest);
        rewind.Review(tale.Changesets.Skip((int)before).SelectMany(c => c.Revisions).Select(r => r.Element));
        Assert.Equal(Description.Of(Back(tale, 1).Public), Description.Of(rewind.Finish().Public));
    }

    [Fact]
    public void A_changeset_that_is_not_the_newest_is_not_taken_back()
    {
        var tale = Told([[1], [2]]);
        Assert.Throws<ArgumentException>(() => new Rewind(tale.Latest).Undo(tale.Changesets[0]));
    }

    private static Tale Told(int[][] steps)
    {
        var tale = new Tale();
        Array.ForEach(steps, tale.Go);
        return tale;
    }

    private static NetworkSnapshot Back(Tale tale, long sequence)
    {
        var rewind = new Rewind(tale.Latest);
        for (var i = tale.Latest.Sequence; i > sequence; i--)
        {
            rewind.Undo(tale.Changesets[(int)i - 1]);
        }

        return rewind.Finish();
    }

    private static Organization Full(NetworkSnapshot snapshot, Organization organization) => snapshot.Full.Organization(organization.Id)!;

    /// <summary>All that a graph says, as text.</summary>
}
