using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>How exactly a place is kept: what tells where a group of home workers is must be sealed from the first changeset (DOMAIN 9), whatever its form left unsaid.</summary>
public sealed class PlaceRulesTests
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };

    private readonly NetworkSnapshot world = new Sketch().Terms(Taxonomy.ActorKind, "ngo", "home_worker_organization").Region("33.74", 110.4, -7).Region("33.74.01").Region(FilledElements.Village).Snapshot();

    [Theory]
    [InlineData("home_worker_organization", null, null, Precision.District)]
    [InlineData("home_worker_organization", "hidden", null, Precision.Hidden)]
    [InlineData("home_worker_organization", "exact", null, Precision.Exact)]
    [InlineData("ngo", null, null, Precision.Exact)]
    [InlineData("ngo", "regency", null, Precision.Regency)]
    [InlineData("ngo", null, true, Precision.District)]
    [InlineData("home_worker_organization", "village", true, Precision.District)]
    [InlineData("home_worker_organization", "hidden", true, Precision.Hidden)]
    public void A_place_that_does_not_say_how_exactly_it_is_told_is_told_no_finer_than_its_organization(string kind, string? precision, bool? home, Precision expected)
    {
        var draft = Place with { Home = home };
        Assert.Equal(expected, ((Place)Assert.Single(Edits.Create(draft)(With(kind, precision).Full).Value).After!).Precision);
        var together = Batch.Create([Organization(kind, precision), draft])(world.Full).Value;
        Assert.Equal(expected, Assert.IsType<Place>(together[1].After).Precision);
    }

    [Fact]
    public void What_an_edit_leaves_unsaid_is_decided_as_for_a_new_place()
    {
        var before = With("home_worker_organization", null);
        var made = Edits.Create(Place with { Precision = "village" })(before.Full).Value;
        Assert.Equal(Precision.Village, ((Place)made[0].After!).Precision);
        var edit = Edits.Change(Place with { Name = "Sanggar" }, 1)(before.After(Changed(3, made), new EditScope()).Next.Full);
        Assert.Equal(Precision.District, ((Place)Assert.Single(edit.Value).After!).Precision);
    }

    [Fact]
    public void A_place_of_nobody_is_refused_as_before() =>
        Assert.Equal("organization_unknown", Assert.Single(Edits.Create(Place)(world.Full).Refusals).Code);

    private static PlaceDraft Place => new() { Id = FilledElements.IdOf(5), Organization = FilledElements.One, Region = FilledElements.Village, Point = new() { Longitude = 110.4, Latitude = -6.9 }, Provenance = Told };

    private static OrganizationDraft Organization(string kind, string? precision) =>
        new() { Id = FilledElements.One, Name = "Melati", ActorKind = kind, Region = FilledElements.Village, Precision = precision, Provenance = Told };

    private NetworkSnapshot With(string kind, string? precision) =>
        world.After(Changed(2, Edits.Create(Organization(kind, precision))(world.Full).Value), new EditScope()).Next;

    private static Changeset Changed(long sequence, IReadOnlyList<Revision> revisions) =>
        new() { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };
}
