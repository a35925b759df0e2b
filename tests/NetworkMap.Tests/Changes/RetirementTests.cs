using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
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
        Assert.Equal(code, Retirement.Sound(Edits.Change(ended, null), Sketch.Today)(network).Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_plan_from_before_the_rule_stands_in_nobodys_way_until_its_day_is_moved()
    {
        var network = World(Planned);
        Assert.False(Retirement.Sound(Edits.Change(Draft(network) with { Name = "Another name" }, null), Sketch.Today)(network).IsRefused);
        Assert.False(Retirement.Sound(Edits.Change(Draft(network) with { Retired = null }, null), Sketch.Today)(network).IsRefused);
        Assert.True(Retirement.Sound(Edits.Change(Draft(network) with { Retired = Planned.AddDays(1) }, null), Sketch.Today)(network).IsRefused);
    }

    [Theory]
    [InlineData(2020, "2019-12-31", "retired_before_founded")]
    [InlineData(2020, "2020-01-01", null)]
    [InlineData(null, "1999-01-01", null)]
    public void An_organization_does_not_end_before_the_year_it_was_founded_in(int? founded, string day, string? code)
    {
        var network = World(null);
        var ended = Draft(network) with { Founded = founded, Retired = DateOnly.Parse(day, CultureInfo.InvariantCulture) };
        var refusal = Retirement.Sound(Edits.Change(ended, null), Sketch.Today)(network).Refusals.SingleOrDefault();
        Assert.Equal((code, code is null ? null : "retired"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void An_end_before_the_beginning_is_told_beside_whatever_else_is_wrong()
    {
        var network = World(null);
        var wrong = Draft(network) with { Name = "", Founded = 2020, Retired = new DateOnly(2019, 12, 31) };
        var codes = Retirement.Sound(Edits.Change(wrong, null), Sketch.Today)(network).Refusals.Select(r => r.Code).ToList();
        Assert.Contains("retired_before_founded", codes);
        Assert.Equal(2, codes.Count);
    }

    [Fact]
    public void An_end_before_the_beginning_from_before_the_rule_stands_in_nobodys_way_until_either_is_moved()
    {
        var network = World(new DateOnly(2019, 5, 1), founded: 2020);
        Assert.False(Retirement.Sound(Edits.Change(Draft(network) with { Name = "Another name" }, null), Sketch.Today)(network).IsRefused);
        Assert.True(Retirement.Sound(Edits.Change(Draft(network) with { Founded = 2021 }, null), Sketch.Today)(network).IsRefused);
        Assert.False(Retirement.Sound(Edits.Change(Draft(network) with { Founded = 2019 }, null), Sketch.Today)(network).IsRefused);
    }

    [Fact]
    public void Nothing_is_added_to_an_organization_that_has_ended_but_what_it_has_can_be_mended()
    {
        var network = World(Sketch.Today);
        var had = (ServiceDraft)network.ServicesOf(Sketch.Id(1)).Single().ToDraft();
        Assert.False(Edits.Change(had with { Status = "ended" }, null)(network).IsRefused);
        var refusal = Assert.Single(Edits.Create(had with { Id = Sketch.Guid(99).ToString() })(network).Refusals);
        Assert.Equal(("organization_retired", "organization"), (refusal.Code, refusal.Field));
    }

    private static OrganizationDraft Draft(NetworkMap.Graph.NetworkGraph network) => (OrganizationDraft)network.Organization(Sketch.Id(1))!.ToDraft();

    private static NetworkMap.Graph.NetworkGraph World(DateOnly? retired, int? founded = null) =>
        new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34").Region("34.02").Organization(1, with: o => o with { Retired = retired, Founded = founded }).Service(1, 50, s => s).Graph();
}
