using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>What cannot be true is not written; what was written before the rule stands in nobody's way until it is changed.</summary>
public sealed class PlausibilityTests
{
    private static readonly CountSet Undated = new(5, null, null, null, null, null, Published: false);

    [Fact]
    public void A_day_is_verified_and_an_organization_founded_when_it_has_come()
    {
        Assert.Empty(Codes(d => d with { Founded = Sketch.Today.Year, Provenance = d.Provenance! with { LastVerified = Sketch.Today } }));
        Assert.Equal(["verified_in_future"], Codes(d => d with { Provenance = d.Provenance! with { LastVerified = Sketch.Today.AddDays(1) } }));
        Assert.Equal(["founded_in_future"], Codes(d => d with { Founded = Sketch.Today.Year + 1 }));
    }

    [Theory]
    [InlineData("Rukun\nJaya")]
    [InlineData("Rukun\tJaya")]
    [InlineData("Ru\u00ADkun")]
    [InlineData("Ru\u200Bkun")]
    public void A_name_is_one_line_of_letters_that_can_be_seen(string name)
    {
        Assert.Equal(["name_forbidden_character"], Codes(d => d with { Name = name }));
        Assert.Equal(["name_forbidden_character"], Codes(d => d with { OtherNames = [name] }));
        Assert.Empty(Codes(d => d with { Purpose = name }));
        Assert.Empty(Codes(d => d with { Purpose = "Other" }, o => o with { Name = name }));
    }

    [Fact]
    public void Members_are_counted_with_a_day_and_a_source()
    {
        Assert.Equal(["count_undated", "count_unsourced"], Codes(d => d with { Members = new CountSetDraft { Women = 5 } }));
        Assert.Empty(Codes(d => d with { Members = new CountSetDraft { Women = 5, Date = Sketch.Today, Source = "Member list" } }));
        Assert.Empty(Codes(d => d with { Members = new CountSetDraft { Source = "Member list" } }));
        Assert.Empty(Codes(d => d with { Purpose = "Other" }, o => o with { Members = Undated }));
        Assert.Equal(["count_undated", "count_unsourced"], Codes(d => d with { Members = d.Members! with { Women = 6 } }, o => o with { Members = Undated }));
    }

    private static IEnumerable<string> Codes(Func<OrganizationDraft, OrganizationDraft> edit, Func<Organization, Organization>? before = null)
    {
        var network = new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34").Region("34.02").Organization(1, with: before ?? (o => o)).Graph();
        var draft = edit((OrganizationDraft)network.Organization(Sketch.Id(1))!.ToDraft());
        return Plausibility.Sound(Edits.Change(draft, null), Sketch.Today)(network).Refusals.Select(r => r.Code);
    }
}
