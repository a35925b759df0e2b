using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>A change can be taken back as long as what it left is there; how it got there does not matter.</summary>
public sealed class RevertTests
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };
    private static readonly ElementRef Group = Named(ElementKind.Organization, 7);
    private NetworkSnapshot now = new Sketch().Terms(Taxonomy.ActorKind, "ngo").TieType("supports", 0.7).TieType("partners_with", 0.9, symmetric: true)
        .Region("34", 110, -7).Region("34.02").Organization(1).Organization(2).Snapshot();

    [Fact]
    public void A_creation_can_be_reverted_when_the_edit_after_it_was()
    {
        var creation = Do(Edits.Create(Organization("Mekar Sari")));
        var edit = Do(Edits.Change(Organization("Mekar Wangi"), 1));
        Assert.Equal(["revert_blocked"], Codes(Revert.Of(creation, confirmWidening: false)));

        Do(Revert.Of(edit, confirmWidening: false));
        Do(Revert.Of(creation, confirmWidening: false));
        Assert.Null(now.Full.Find(Group));
    }

    [Fact]
    public void A_creation_can_be_reverted_when_somebody_changed_it_and_changed_it_back()
    {
        var creation = Do(Edits.Create(Organization("Mekar Sari")));
        Do(Edits.Change(Organization("Mekar Wangi"), 1));
        Do(Edits.Change(Organization("Mekar Sari"), 2));
        Do(Revert.Of(creation, confirmWidening: false));
        Assert.Null(now.Full.Find(Group));
    }

    [Fact]
    public void A_revert_goes_on_from_the_version_of_today()
    {
        Do(Edits.Create(Organization("Mekar Sari")));
        var edit = Do(Edits.Change(Organization("Mekar Wangi"), 1));
        Do(Edits.Change(Organization("Mekar Harum"), 2));
        Do(Edits.Change(Organization("Mekar Wangi"), 3));
        var back = Do(Revert.Of(edit, confirmWidening: false)).Revisions.Single();
        Assert.Equal(("Mekar Wangi", 4, "Mekar Sari", 5), (((Organization)back.Before!).Name, back.Before.Version, ((Organization)back.After!).Name, back.After.Version));
    }

    [Fact]
    public void A_creation_on_which_something_stands_cannot_be_reverted_although_it_was_changed_back()
    {
        var creation = Do(Edits.Create(Organization("Mekar Sari")));
        Do(Revert.Of(Do(Edits.Change(Organization("Mekar Wangi"), 1)), confirmWidening: false));
        Do(Edits.Create(Tie(1, 7, "supports", 20)));
        Assert.Equal(["revert_leaned_on"], Codes(Revert.Of(creation, confirmWidening: false)));
    }

    [Fact]
    public void What_is_gone_cannot_lose_what_it_was_given()
    {
        Do(Edits.Create(Organization("Mekar Sari")));
        var edit = Do(Edits.Change(Organization("Mekar Wangi"), 1));
        Do(Edits.Remove(Group, 2));
        Assert.Equal(["revert_blocked"], Codes(Revert.Of(edit, confirmWidening: false)));
    }

    [Fact]
    public void What_was_removed_does_not_come_back_without_what_it_refers_to()
    {
        Do(Edits.Create(Organization("Mekar Sari")));
        Do(Edits.Create(Tie(1, 7, "supports", 20)));
        var parting = Do(Edits.Remove(Named(ElementKind.Tie, 20), 1));
        var removal = Do(Edits.Remove(Group, 1));
        Assert.Equal(["revert_unfounded"], Codes(Revert.Of(parting, confirmWidening: true)));

        Do(Revert.Of(removal, confirmWidening: true));
        Do(Revert.Of(parting, confirmWidening: true));
        Assert.NotNull(now.Full.Find(Named(ElementKind.Tie, 20)));
    }

    [Fact]
    public void A_tie_that_was_made_again_does_not_come_back_beside_its_twin()
    {
        Do(Edits.Create(Tie(1, 2, "partners_with", 20)));
        var parting = Do(Edits.Remove(Named(ElementKind.Tie, 20), 1));
        Do(Edits.Create(Tie(1, 2, "partners_with", 21)));
        Assert.Equal(["tie_duplicate"], Codes(Revert.Of(parting, confirmWidening: true)));
    }

    [Fact]
    public void What_went_together_comes_back_together()
    {
        Do(Edits.Create(Organization("Mekar Sari")));
        Do(Edits.Create(Tie(1, 7, "supports", 20)));
        var removal = Do(Batch.Remove([Group, Named(ElementKind.Tie, 20)]));
        Do(Revert.Of(removal, confirmWidening: true));
        Assert.NotNull(now.Full.Find(Named(ElementKind.Tie, 20)));
    }

    private static ElementRef Named(ElementKind kind, int number) => new(kind, Sketch.Guid(number).ToString("D"));

    private static OrganizationDraft Organization(string name) => new() { Id = Group.Id, Name = name, ActorKind = "ngo", Region = "34.02", Provenance = Told };

    private static TieDraft Tie(int from, int to, string type, int number) => new()
    {
        Id = Named(ElementKind.Tie, number).Id, Type = type, From = Named(ElementKind.Organization, from).Id, To = Named(ElementKind.Organization, to).Id,
        Status = Names<TieStatus>.Of(TieStatus.Confirmed), Provenance = Told,
    };

    private List<string> Codes(Decision decision) => [.. decision(now.Full).Refusals.Select(r => r.Code)];

    private Changeset Do(Decision decision)
    {
        var sequence = now.Sequence + 1;
        var revisions = decision(now.Full).Value.Select(r => r.At(sequence));
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions] };
        now = now.After(changeset, new EditScope()).Next;
        return changeset;
    }
}
