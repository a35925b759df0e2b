using NetworkMap.Changes;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

public sealed class RetirementTests
{
    private static readonly DateOnly Planned = Sketch.Today.AddDays(30);

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, "retired_in_future")]
    public void Only_a_day_that_has_come_ends_an_organization(int days, string? code)
    {
        var network = World(null);
        var ended = Draft(network) with { Retired = Sketch.Today.AddDays(days) };
        Assert.Equal(code, Retirement.NotPlanned(Edits.Change(ended, null), Sketch.Today)(network).Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_plan_from_before_the_rule_stands_in_nobodys_way_until_its_day_is_moved()
    {
        var network = World(Planned);
        Assert.False(Retirement.NotPlanned(Edits.Change(Draft(network) with { Name = "Another name" }, null), Sketch.Today)(network).IsRefused);
        Assert.False(Retirement.NotPlanned(Edits.Change(Draft(network) with { Retired = null }, null), Sketch.Today)(network).IsRefused);
        Assert.True(Retirement.NotPlanned(Edits.Change(Draft(network) with { Retired = Planned.AddDays(1) }, null), Sketch.Today)(network).IsRefused);
    }

    private static OrganizationDraft Draft(NetworkMap.Graph.NetworkGraph network) => (OrganizationDraft)network.Organization(Sketch.Id(1))!.ToDraft();

    private static NetworkMap.Graph.NetworkGraph World(DateOnly? retired) =>
        new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34").Region("34.02").Organization(1, with: o => o with { Retired = retired }).Graph();
}
