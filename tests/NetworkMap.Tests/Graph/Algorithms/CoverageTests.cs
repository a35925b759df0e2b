using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class CoverageTests
{
    private static readonly Code Childcare = Code.Of("childcare");

    [Property(MaxTest = 300)]
    public void Every_cell_is_what_the_rules_say_of_its_elements(int seed, byte size, byte choice)
    {
        var graph = RandomNetwork.Of(seed, size % 20).Graph();
        var axis = new[] { CoverageAxis.Issue, CoverageAxis.HsoFunction, CoverageAxis.ActorKind }[choice % 3];
        var plain = new PlainCoverage(graph, axis, Sketch.Today);
        foreach (var level in new[] { RegionLevel.Province, RegionLevel.Regency, RegionLevel.District })
        {
            var matrix = Coverage.Matrix(graph, new CoverageOptions { Axis = axis, Level = level, At = Sketch.Today }, CancellationToken.None);
            foreach (var row in matrix.Rows)
            {
                foreach (var (term, cell) in matrix.Terms.Zip(row.Cells))
                {
                    var expected = plain.Of(row.Region.Code, term.Code);
                    Alike(expected, cell);
                    Alike(expected, Coverage.Cell(graph, axis, row.Region.Code, term.Code, Sketch.Today, CancellationToken.None)!.Cell);
                }
            }
        }
    }

    [Fact]
    public void A_service_covers_what_it_states_and_not_where_its_organization_sits()
    {
        var graph = Land().Organization(1, region: "34.02").Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")] }).Graph();

        Assert.Equal((1, 0), (Cell(graph, "34.01").Services, Cell(graph, "34.02").Services));
    }

    [Fact]
    public void A_province_counts_for_its_regencies_only_when_the_statement_says_so()
    {
        var graph = Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("34")] }).Service(1, 51, s => Gives(s) with { Areas = [Area("33", below: true)] }).Graph();

        Assert.Equal((1, 0), (Cell(graph, "34").Services, Cell(graph, "34.01").Services));
        Assert.Equal((1, 1, 1), (Cell(graph, "33").Services, Cell(graph, "33.01").Services, Cell(graph, "33.01.01").Services));
    }

    [Fact]
    public void A_part_is_not_the_whole()
    {
        var graph = Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("33.01", below: true)] }).Graph();

        Assert.Equal((0, 1), (Cell(graph, "33").Services, Cell(graph, "33.01").Services));
    }

    [Fact]
    public void An_umbrella_inherits_no_area_from_its_members_nor_they_from_it()
    {
        var graph = Land().TieType("member_of", 0.8).Organization(1, "network").Organization(2).Tie(2, 1, "member_of")
            .Service(1, 50, s => Gives(s) with { Areas = [Area("33", below: true)] }).Service(2, 51, s => Gives(s) with { Areas = [Area("34.01")] }).Graph();

        Assert.Equal([50], Services(graph, "33.01"));
        Assert.Equal([51], Services(graph, "34.01"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    public void Areas_and_services_count_up_to_their_last_day(int after, bool counts)
    {
        var valid = Interval.Of(null, Sketch.Today).Value;
        var graph = Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [new ServiceArea(RegionCode.Of("34.01"), false, valid)] })
            .Service(1, 51, s => Gives(s) with { Areas = [Area("34.01")], Valid = valid }).Graph();

        Assert.Equal(counts ? 2 : 0, Cell(graph, "34.01", Sketch.Today.AddDays(after)).Services);
    }

    [Fact]
    public void What_a_retired_organization_offered_ends_the_day_before()
    {
        var graph = Land().Organization(1, with: o => o with { Retired = Sketch.Today }).Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")] }).Graph();

        Assert.Equal((1, 0), (Cell(graph, "34.01", Sketch.Today.AddDays(-1)).Services, Cell(graph, "34.01").Services));
    }

    [Theory]
    [InlineData(ServiceStatus.Planned)]
    [InlineData(ServiceStatus.Ended)]
    public void Only_an_active_service_counts(ServiceStatus status) =>
        Assert.Equal(0, Cell(Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")], Status = status }).Graph(), "34.01").Services);

    [Theory]
    [InlineData(TieStatus.Confirmed, 1)]
    [InlineData(TieStatus.Disputed, 0)]
    [InlineData(TieStatus.Proposed, 0)]
    [InlineData(TieStatus.Ended, 0)]
    public void Who_delivers_counts_only_by_a_confirmed_tie(TieStatus status, int services)
    {
        var graph = Land().Organization(1, "funder").Organization(2).Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")] })
            .Tie(2, 1, "delivers", t => t with { Service = new ServiceId(Sketch.Guid(50)), Status = status }).Graph();

        Assert.Equal(services, Coverage.Cell(graph, CoverageAxis.ActorKind, RegionCode.Of("34.01"), Code.Of("ngo"), Sketch.Today, CancellationToken.None)!.Cell.Services);
    }

    [Fact]
    public void Capacity_is_shared_between_the_regions_that_a_service_covers()
    {
        var graph = Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("34", below: true)], Capacity = 100 }).Graph();

        Assert.Equal((50.0, 50.0, 100.0), (Cell(graph, "34.01").Capacity, Cell(graph, "34.02").Capacity, Cell(graph, "34").Capacity));
    }

    [Theory]
    [InlineData(0, null, CoverageState.Unknown, null)]
    [InlineData(0, 80, CoverageState.Nobody, 80)]
    [InlineData(39, 80, CoverageState.Thin, 41)]
    [InlineData(40, 80, CoverageState.Covered, 40)]
    [InlineData(90, 80, CoverageState.Covered, 0)]
    [InlineData(90, null, CoverageState.Covered, null)]
    public void A_cell_is_covered_thin_nobodys_or_unknown(int capacity, int? need, CoverageState state, int? unmet)
    {
        var sketch = Land().Organization(1);
        sketch = capacity > 0 ? sketch.Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")], Capacity = capacity }) : sketch;
        sketch = need is { } women ? sketch.Need("34.01", 2025, women) : sketch;
        var cell = Cell(sketch.Graph(), "34.01");

        Assert.Equal((state, unmet), (cell.State, cell.Unmet));
    }

    [Fact]
    public void An_unknown_capacity_is_not_too_little()
    {
        var cell = Cell(Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")] }).Need("34.01", 2025, 1000).Graph(), "34.01");

        Assert.Equal((CoverageState.Covered, null), (cell.State, cell.Unmet));
    }

    [Fact]
    public void The_greatest_unmet_need_comes_first()
    {
        var graph = Land().Organization(1).Service(1, 50, s => Gives(s) with { Areas = [Area("34.02")], Capacity = 10 })
            .Need("34.01", 2025, 30).Need("34.02", 2025, 100).Need("33.01", 2025, 500).Graph();
        var gaps = Coverage.Gaps(graph, new CoverageOptions { Axis = CoverageAxis.Issue, Level = RegionLevel.Regency, At = Sketch.Today, Terms = [Childcare] }, CancellationToken.None);

        Assert.Equal([("33.01", 500), ("34.02", 90), ("34.01", 30)], gaps.Select(g => (g.Region.Code.Value, g.Cell.Unmet!.Value)));
    }

    [Fact]
    public void Help_comes_from_the_nearest_who_do_it_elsewhere_and_have_room()
    {
        var graph = Land().Need("34.01", 2025, 60)
            .Organization(1, region: "34.01").Service(1, 50, s => Gives(s) with { Areas = [Area("34.01")], Capacity = 5 })
            .Organization(2, region: "33.01").Service(2, 51, s => Gives(s) with { Areas = [Area("33.01")], Capacity = 500, Used = 400 })
            .Organization(3, region: "34.02").Service(3, 52, s => Gives(s) with { Areas = [Area("34.02")], Capacity = 30, Used = 10 })
            .Organization(4, region: "34.02").Service(4, 53, s => Gives(s) with { Areas = [Area("34.02")], Capacity = 30, Used = 30 })
            .Organization(5, region: "34.02").Service(5, 54, s => Gives(s) with { Areas = [] }).Graph();
        var help = Coverage.Helpers(graph, CoverageAxis.Issue, RegionCode.Of("34.01"), Childcare, Sketch.Today, 10, CancellationToken.None)!;

        Assert.Equal([("Organization 3", 20, 20), ("Organization 2", 100, 55)], help.Select(h => (h.Organization.Name, h.SpareCapacity!.Value, h.WouldCover!.Value)));
        Assert.True(help[0].Km < help[1].Km);
    }

    [Fact]
    public void Who_serves_a_part_is_told_beside_the_whole_and_counts_for_nothing_in_it()
    {
        var graph = Land().Need("33", 2025, 60)
            .Organization(1, region: "33.01").Service(1, 50, s => Gives(s) with { Areas = [Area("33.01"), Area("33.01.01"), Area("34.01")], Capacity = 5 })
            .Organization(2, region: "34.01").Service(2, 51, s => Gives(s) with { Areas = [Area("34.01")], Capacity = 5 }).Graph();
        var cell = Coverage.Cell(graph, CoverageAxis.Issue, RegionCode.Of("33"), Childcare, Sketch.Today, CancellationToken.None)!;
        var options = new CoverageOptions { Axis = CoverageAxis.Issue, Level = RegionLevel.Province, At = Sketch.Today };
        var gap = Coverage.Gaps(graph, options, CancellationToken.None).First(g => g.Region.Code.Value == "33" && g.Term.Code == Childcare);
        var help = Coverage.Helpers(graph, CoverageAxis.Issue, RegionCode.Of("33"), Childcare, Sketch.Today, 10, CancellationToken.None)!;

        Assert.Equal((CoverageState.Nobody, 0), (cell.Cell.State, cell.Cell.Services));
        var part = Assert.Single(cell.Parts);
        Assert.Equal(("Organization 1", "33.01 33.01.01"), (part.Organization.Name, string.Join(' ', part.Regions.Select(r => r.Code))));
        Assert.Equal(part.Service, Assert.Single(Assert.Single(Coverage.Parts(graph, options, [gap], CancellationToken.None))).Service);
        Assert.Equal([("Organization 1", 2), ("Organization 2", 0)], help.OrderBy(h => h.Organization.Name).Select(h => (h.Organization.Name, h.Inside.Count)));
        Assert.Empty(Coverage.Cell(graph, CoverageAxis.Issue, RegionCode.Of("33.01"), Childcare, Sketch.Today, CancellationToken.None)!.Parts);
    }

    [Fact]
    public void A_region_or_term_that_is_not_there_has_no_cell()
    {
        var graph = Land().Graph();

        Assert.Null(Coverage.Cell(graph, CoverageAxis.Issue, RegionCode.Of("99"), Childcare, Sketch.Today, CancellationToken.None));
        Assert.Null(Coverage.Cell(graph, CoverageAxis.Pillar, RegionCode.Of("34"), Childcare, Sketch.Today, CancellationToken.None));
        Assert.Null(Coverage.Helpers(graph, CoverageAxis.Issue, RegionCode.Of("99"), Childcare, Sketch.Today, 5, CancellationToken.None));
    }

    private static Sketch Land() => new Sketch().Terms(Taxonomy.Issue, "childcare", "violence").Terms(Taxonomy.ActorKind, "ngo", "funder", "network").TieType("delivers", 0.6)
        .Region("33", 110, -7).Region("33.01", 110, -7).Region("33.01.01").Region("34", 110.4, -7.9).Region("34.01", 110.3, -7.8).Region("34.02", 110.35, -7.9);

    private static Service Gives(Service service) => service with { Issues = [Childcare] };

    private static ServiceArea Area(string region, bool below = false) => new(RegionCode.Of(region), below, Interval.Always);

    private static CoverageCell Cell(NetworkGraph graph, string region, DateOnly? at = null)
    {
        var code = RegionCode.Of(region);
        var options = new CoverageOptions { Axis = CoverageAxis.Issue, Level = code.Level, At = at ?? Sketch.Today, Terms = [Childcare] };
        return Coverage.Matrix(graph, options, CancellationToken.None).Rows.Single(r => r.Region.Code == code).Cells[0];
    }

    private static IEnumerable<int> Services(NetworkGraph graph, string region) =>
        Coverage.Cell(graph, CoverageAxis.Issue, RegionCode.Of(region), Childcare, Sketch.Today, CancellationToken.None)!.Services.Select(s => BitConverter.ToInt32(s.Service.Id.Value.ToByteArray()));

    private static void Alike(CoverageCell expected, CoverageCell actual)
    {
        Assert.Equal((expected.Services, expected.WithoutCapacity, expected.Need), (actual.Services, actual.WithoutCapacity, actual.Need));
        Assert.Equal(expected.Capacity ?? -1, actual.Capacity ?? -1, 1e-9);
    }
}
