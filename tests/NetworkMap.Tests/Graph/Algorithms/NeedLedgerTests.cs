using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class NeedLedgerTests
{
    private static readonly Code Batik = Code.Of("batik");

    [Fact]
    public void Two_sources_for_the_same_are_never_added_and_the_newest_counts() =>
        Assert.Equal(90, Need(Land().Need("34.01", 2024, 70, n => n with { Sector = Batik }).Need("34.01", 2025, 90, n => n with { Sector = Batik, Provenance = Other })));

    [Fact]
    public void Sectors_are_added_but_not_to_a_number_for_all_of_them()
    {
        var sectors = Land().Need("34.01", 2025, 70, n => n with { Sector = Batik }).Need("34.01", 2025, 20, n => n with { Sector = Code.Of("garment") });

        Assert.Equal(90, Need(sectors));
        Assert.Equal(500, Need(sectors.Need("34.01", 2025, 500)));
    }

    [Fact]
    public void Newer_sectors_count_before_an_older_number_for_all() =>
        Assert.Equal(70, Need(Land().Need("34.01", 2016, 500).Need("34.01", 2025, 70, n => n with { Sector = Batik })));

    [Fact]
    public void A_district_counts_for_its_regency_only_when_the_regency_states_nothing()
    {
        var districts = Land().Need("34.01.01", 2025, 30).Need("34.01.02", 2025, 12);

        Assert.Equal(42, Need(districts));
        Assert.Equal(7, Need(districts.Need("34.01", 2020, 7)));
    }

    [Fact]
    public void A_need_that_names_other_things_says_nothing_about_the_cell()
    {
        Assert.Null(Need(Land().Need("34.01", 2025, 30, n => n with { Issues = [Code.Of("violence")] })));
        Assert.Null(Need(Land().Need("34.01", 2025, 30, n => n with { Pillars = [Code.Of("social_security")] })));
    }

    [Fact]
    public void A_need_that_names_the_term_counts_before_one_for_every_cell() =>
        Assert.Equal(30, Need(Land().Need("34.01", 2025, 400).Need("34.01", 2024, 30, n => n with { Issues = [Code.Of("childcare")] })));

    [Fact]
    public void An_invented_number_never_counts_before_a_fact() =>
        Assert.Equal(12, Need(Land().Need("34.01", 2025, 400).Need("34.01", 2016, 12, n => n with { Provenance = n.Provenance with { Example = false } })));

    [Fact]
    public void A_year_to_come_and_a_number_not_stated_are_not_known()
    {
        Assert.Null(Need(Land().Need("34.01", Sketch.Today.Year + 1, 30)));
        Assert.Null(Need(Land().Need("34.01", 2025, null)));
        Assert.Equal(0, Need(Land().Need("34.01", 2025, 0)));
    }

    private static Provenance Other => Sketch.Somebody with { Source = "Somebody else" };

    private static Sketch Land() => new Sketch().Terms(Taxonomy.Issue, "childcare", "violence").Region("34").Region("34.01").Region("34.01.01").Region("34.01.02");

    private static int? Need(Sketch sketch) => NeedLedger.Total(new NeedLedger(sketch.Graph(), CoverageAxis.Issue, Sketch.Today).Of(RegionCode.Of("34.01"), Code.Of("childcare"))).Told;
}
