using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class PartnersTests
{
    [Property(MaxTest = 300)]
    public void Suggestions_are_those_of_scoring_everybody_without_an_index(int seed, byte size, byte filters)
    {
        var organizations = 1 + (size % 30);
        var graph = RandomNetwork.Of(seed, organizations).Graph();
        var options = Options(0) with
        {
            Kind = (filters & 3) == 1 ? Code.Of("ngo") : null,
            Issue = (filters & 12) == 4 ? Code.Of("childcare") : null,
            Skill = (filters & 48) == 16 ? Code.Of("legal_aid") : null,
            RadiusKm = (filters & 64) > 0 ? 40 : null,
            WithCapacity = (filters & 192) == 128,
            Region = (filters & 3) == 2 ? RegionCode.Of("33") : null,
            Limit = 1 + (size % 7),
        };

        var suggested = Partners.Suggest(graph, options, CancellationToken.None)!.Items;
        var expected = new PlainPartners(graph, options).Best();

        Assert.Equal(expected.Count, suggested.Count);
        foreach (var (one, other) in expected.Zip(suggested))
        {
            Assert.Equal(one.Score, other.Score, 1e-9);
        }

        var clear = expected.Where(e => expected.Count(x => Math.Abs(x.Score - e.Score) < 1e-9) == 1 && e != expected[^1]).Select(e => e.Id);
        Assert.Subset(suggested.Select(s => s.Organization.Id).ToHashSet(), clear.ToHashSet());
    }

    [Fact]
    public void She_is_never_suggested_to_herself_and_neither_are_current_partners_or_retired_ones()
    {
        var graph = Neighbours().Tie(1, 2).Tie(1, 3, "supplies_work_to").Organization(4, with: o => About(o) with { Retired = Sketch.Today })
            .Organization(5, with: About).Tie(1, 5, with: t => t with { Status = TieStatus.Ended })
            .Organization(6, with: About).Tie(1, 6, with: t => t with { Status = TieStatus.Proposed })
            .Organization(7, with: About).Tie(1, 7, with: t => t with { Valid = Interval.Of(null, Sketch.Today.AddDays(-1)).Value })
            .Organization(8, with: o => About(o) with { Retired = Sketch.Today.AddDays(1) }).Graph();

        Assert.Equal([5, 6, 7, 8], Suggested(graph, Options(1)).Order());
    }

    [Fact]
    public void Who_was_founded_in_a_later_year_was_nobodys_partner_yet()
    {
        var graph = Neighbours().Organization(4, with: o => About(o) with { Founded = Sketch.Today.Year }).Organization(5, with: o => About(o) with { Founded = Sketch.Today.Year + 1 }).Graph();
        Assert.Contains(4, Suggested(graph, Options(1)));
        Assert.DoesNotContain(5, Suggested(graph, Options(1)));
    }

    [Fact]
    public void A_rare_issue_in_common_counts_more_than_a_usual_one()
    {
        var sketch = Neighbours("piece_rate", "childcare");
        foreach (var other in Enumerable.Range(10, 8))
        {
            sketch.Organization(other, region: "11.01", with: o => o with { Issues = [Code.Of("piece_rate")] });
        }

        sketch.Organization(30, region: "11.01", with: o => o with { Issues = [Code.Of("childcare")] });

        Assert.Equal(30, Suggested(sketch.Graph(), Options(1) with { Region = RegionCode.Of("11") })[0]);
    }

    [Fact]
    public void Each_part_tells_what_it_rests_on()
    {
        var sketch = Neighbours().Organization(9).Tie(1, 9).Tie(2, 9).Service(2, 70, s => s with
        {
            Areas = [new ServiceArea(RegionCode.Of("34"), true, Interval.Always)], Capacity = 50, Used = 20, Terms = [Code.Of("negotiation")],
        });
        var two = Partners.Suggest(sketch.Graph(), Options(1), CancellationToken.None)!.Items.Single(i => i.Organization.Id == Sketch.Id(2));
        List<PartnerFact> Facts(PartnerPart part) => [.. two.Parts.Single(p => p.Part == part).Facts];

        Assert.Equal([new SharedIssue(Code.Of("piece_rate"), 3)], Facts(PartnerPart.Issues));
        Assert.Equal("negotiation", Assert.IsType<OfferedService>(Assert.Single(Facts(PartnerPart.Offers))).Term.Value);
        Assert.Equal(new SameRegion(RegionCode.Of("34.02")), Facts(PartnerPart.Nearness)[0]);
        Assert.Equal(new Distance(0, Approximate: true), Facts(PartnerPart.Nearness)[1]);
        Assert.Equal(70, Assert.IsType<WorksIn>(Assert.Single(Facts(PartnerPart.Regions))).Service!.Id.Value.ToByteArray()[0]);
        Assert.Equal(2, Assert.IsType<MutualPartner>(Assert.Single(Facts(PartnerPart.Mutual))).Degree);
        Assert.Equal(new LastChecked(null, Unverified: false), Assert.Single(Facts(PartnerPart.Verified)));
        Assert.Equal(30, Assert.IsType<RoomLeft>(Assert.Single(Facts(PartnerPart.Capacity))).Spare);
        Assert.Equal(two.Score, two.Parts.Sum(p => p.Score), 1e-12);
    }

    [Fact]
    public void Who_may_be_anywhere_in_a_province_is_near_to_nobody()
    {
        var sketch = Neighbours().Region("33", 110.4, -7.8).Organization(40, region: "33", with: o => o with { Issues = [Code.Of("piece_rate")] });

        var far = Partners.Suggest(sketch.Graph(), Options(1), CancellationToken.None)!.Items.Single(i => i.Organization.Id == Sketch.Id(40));

        Assert.Empty(far.Parts.Where(p => p.Part == PartnerPart.Nearness).SelectMany(p => p.Facts));
        Assert.DoesNotContain(40, Suggested(sketch.Graph(), Options(1) with { RadiusKm = 100 }));
    }

    [Fact]
    public void An_organization_that_the_graph_does_not_show_has_no_answer() =>
        Assert.Null(Partners.Suggest(Neighbours().Graph(), Options(99), CancellationToken.None));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(101)]
    public void A_weight_that_is_no_share_is_refused(double weight)
    {
        var refused = PartnerWeights.Of(new Dictionary<PartnerPart, double> { [PartnerPart.Mutual] = weight });

        Assert.Equal(("number_out_of_range", "weights.mutual"), (Assert.Single(refused.Refusals).Code, refused.Refusals[0].Field));
    }

    [Fact]
    public void Weights_of_nothing_are_refused()
    {
        var refused = PartnerWeights.Of(Enum.GetValues<PartnerPart>().ToDictionary(p => p, _ => 0.0));

        Assert.Equal("weights_all_zero", Assert.Single(refused.Refusals).Code);
    }

    private static PartnerOptions Options(int organization) => new() { For = Sketch.Id(organization), At = Sketch.Today };

    private static Sketch Neighbours(params string[] issues) => new Sketch().Region("11").Region("11.01", 97, 3).Region("34").Region("34.02", 110.3, -7.9)
        .TieType("partners_with", 0.9, symmetric: true).TieType("supplies_work_to", 0.3)
        .Organization(1, with: o => About(o) with { Needs = [Code.Of("negotiation")], Issues = issues.Length > 0 ? [.. issues.Select(Code.Of)] : About(o).Issues })
        .Organization(2, with: About).Organization(3, with: About);

    private static Domain.Organizations.Organization About(Domain.Organizations.Organization o) => o with { Issues = [Code.Of("piece_rate")] };

    private static List<int> Suggested(NetworkGraph graph, PartnerOptions options) =>
        [.. Partners.Suggest(graph, options, CancellationToken.None)!.Items.Select(i => BitConverter.ToInt32(i.Organization.Id.Value.ToByteArray()))];
}
