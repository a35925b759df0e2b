using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests;
using NetworkMap.Tests.Graph;

namespace NetworkMap.Tests.Changes;

public sealed class OpennessTests
{
    [Property(MaxTest = 100)]
    public void What_is_never_seen_is_seen_in_no_history_and_moved_no_projection(int[][] steps)
    {
        var tale = new Tale();
        Array.ForEach(steps, tale.Go);
        foreach (var (at, changeset) in tale.Changesets.Index().Where(c => Openness.IsNeverSeen(c.Item.Revisions, Audience.Public)))
        {
            Assert.Equal(tale.Snapshots[at].Public.VisibleChanges, tale.Snapshots[at + 1].Public.VisibleChanges);
            foreach (var later in tale.Snapshots.Skip(at + 1).Append(tale.Latest))
            {
                Assert.All(changeset.Revisions, r => Assert.Equal(Past(r.Before, later.Full), Past(r.After, later.Full)));
            }
        }
    }

    [Fact]
    public void A_hidden_tie_is_never_seen_and_a_note_tells_nothing()
    {
        var tie = (Domain.Ties.Tie)FilledElements.Of(ElementKind.Tie) with { Audience = Domain.Ties.TieAudience.Parties };
        var group = (Domain.Organizations.Organization)FilledElements.Of(ElementKind.Organization);
        var home = FilledElements.Of(ElementKind.Place);
        Assert.True(Openness.IsNeverSeen([Revision.Create(tie), Revision.Remove(tie)], Audience.Public));
        Assert.True(Openness.IsNeverSeen([Revision.Change(group, group with { Note = "Another note" })], Audience.Public));
        Assert.False(Openness.IsNeverSeen([Revision.Create(tie)], Audience.Steward));
        Assert.False(Openness.IsNeverSeen([Revision.Create(tie), Revision.Change(group, group with { Name = "Another name" })], Audience.Public));
        Assert.False(Openness.IsNeverSeen([Revision.Create(home)], Audience.Public));
        Assert.False(Openness.IsNeverSeen([Revision.Change(tie, tie with { Audience = Domain.Ties.TieAudience.Public })], Audience.Public));
    }

    private static string? Past(Element? version, NetworkGraph full) =>
        version is not null && Policy.DisclosePast(version, full.Find(version.Ref), Projection.OwnerOf(full, version), Audience.Public) is { } form
            ? ElementText.ToJson(Policy.Signed(form, Audience.Public)).ToJsonString()
            : null;
}
