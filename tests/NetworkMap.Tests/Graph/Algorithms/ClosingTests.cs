using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class ClosingTests
{
    private static readonly Code Childcare = Code.Of("childcare");
    private static readonly Code Violence = Code.Of("violence");

    [Property(MaxTest = 400)]
    public void A_greedy_set_serves_what_it_says_and_no_less_than_it_promises_of_the_best_one(int seed, byte size, byte few, byte near)
    {
        var graph = RandomNetwork.Of(seed, 2 + (size % 16)).Graph();
        var options = Asked(1 + (few % 3), 5 + (near % 60), [Childcare, Violence]);
        var answer = Closing.Of(graph, options, CancellationToken.None);
        var plain = new PlainClosing(graph, options, answer.Gaps);

        Assert.Equal(plain.Able.Keys.Order(StringComparer.Ordinal), answer.Chosen.Concat(answer.Others).Select(p => p.Organization.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(plain.Able.Count, answer.Able);
        Assert.Equal(plain.Served([.. answer.Chosen.Select(c => c.Organization.Id.ToString())]), answer.Covered);
        Assert.True(answer.Covered >= (Closing.Guarantee * plain.Best(options.Count)) - 1e-9);
        Assert.All(answer.Others, o => Assert.Equal(plain.Served([o.Organization.Id.ToString()]), o.Covers));
        foreach (var pick in answer.Chosen)
        {
            Assert.Equal(pick.Covers, pick.Cells.Sum(c => c.People));
            Assert.True(pick.Spare is not { } room || pick.Covers <= room);
            Assert.Equal(plain.Able[pick.Organization.Id.ToString()].SelectMany(s => s.Cells).Distinct().Order(), pick.Cells.Select(c => c.Gap));
        }

        foreach (var (gap, served) in answer.Chosen.SelectMany(c => c.Cells).GroupBy(c => c.Gap).Select(g => (answer.Gaps[g.Key], g.Sum(c => c.People))))
        {
            Assert.True(served <= (gap.Cell.Unmet ?? 0));
        }
    }

    [Fact]
    public void The_networks_that_are_tried_have_gaps_that_some_could_fill_together() => Assert.True(
        Enumerable.Range(0, 60).Count(seed => Closing.Of(RandomNetwork.Of(seed, 16).Graph(), Asked(3, 60, [Childcare, Violence]), CancellationToken.None) is { Covered: > 0, Chosen.Count: > 1 }) > 15);

    [Fact]
    public void Where_no_need_is_on_record_nothing_is_said_of_a_gap_and_how_often_is_told()
    {
        var graph = Land().Need("34.01", 2025, 60).Organization(1, region: "34.01").Service(1, 50, s => Gives(s, Childcare) with { Areas = [Area("34.01")], Capacity = 60 }).Graph();
        var answer = Closing.Of(graph, Asked(2, 45, [Childcare]), CancellationToken.None);
        var regions = Coverage.Matrix(graph, Asked(2, 45, [Childcare]).Cells, CancellationToken.None).Rows.Count;

        Assert.Empty(answer.Gaps);
        Assert.True(regions > 1);
        Assert.Equal((regions, regions - 1), (answer.Looked, answer.Unasked));
    }

    [Fact]
    public void Room_is_given_once_and_to_where_nobody_else_can_help()
    {
        // The first could serve both, the second only one: together they serve all, when the first goes where the second cannot.
        var graph = Land().Need("34.01", 2025, 60).Need("34.02", 2025, 50)
            .Organization(1, region: "33.01").Service(1, 50, s => Gives(s, Childcare) with { Areas = [Area("33.01")], Capacity = 60 })
            .Organization(2, region: "34.03").Service(2, 51, s => Gives(s, Childcare) with { Areas = [Area("34.03"), Area("34.01.01")], Capacity = 60 }).Graph();
        var answer = Closing.Of(graph, Asked(2, 45, [Childcare]), CancellationToken.None);

        Assert.Equal(110, answer.Covered);
        Assert.Equal(110, answer.Unmet);
        Assert.Equal(2, answer.Reached);
    }

    [Fact]
    public void Who_states_no_room_comes_after_who_does_and_promises_no_number()
    {
        var graph = Land().Need("34.01", 2025, 60)
            .Organization(1, region: "34.01").Service(1, 50, s => Gives(s, Childcare) with { Areas = [Area("33.01")] })
            .Organization(2, region: "34.01").Service(2, 51, s => Gives(s, Childcare) with { Areas = [Area("33.01")], Capacity = 5 })
            .Organization(3, region: "34.01").Service(3, 52, s => Gives(s, Childcare) with { Areas = [Area("33.01")], Capacity = 5, Used = 5 }).Graph();
        var answer = Closing.Of(graph, Asked(3, 45, [Childcare]), CancellationToken.None);

        Assert.Equal([("Organization 2", 5L, 5L)], answer.Chosen.Select(c => (c.Organization.Name, c.Covers, c.Spare ?? -1)));
        Assert.Equal([("Organization 1", 0L, -1L)], answer.Others.Select(c => (c.Organization.Name, c.Covers, c.Spare ?? -1)));
    }

    [Fact]
    public void Who_is_too_far_is_left_out_and_who_is_nowhere_is_counted()
    {
        var graph = Land().Need("34.01", 2025, 60)
            .Organization(1, region: "33.01").Service(1, 50, s => Gives(s, Childcare) with { Areas = [Area("33.01")], Capacity = 60 })
            .Organization(2, region: "33").Service(2, 51, s => Gives(s, Childcare) with { Areas = [Area("33.01")], Capacity = 60 }).Graph();
        var answer = Closing.Of(graph, Asked(2, 10, [Childcare]), CancellationToken.None);

        Assert.Empty(answer.Chosen);
        Assert.Equal((0, 1), (answer.Able, answer.Unplaced));
    }

    private static ClosingOptions Asked(int count, double within, Code[] terms) => new()
    {
        Cells = new CoverageOptions { Axis = CoverageAxis.Issue, Level = RegionLevel.Regency, Terms = terms, At = Sketch.Today },
        Count = count, WithinKm = within, Listed = 1000,
    };

    private static Sketch Land() => new Sketch().Terms(Taxonomy.Issue, "childcare", "violence").Terms(Taxonomy.ActorKind, "ngo")
        .Region("33", 110, -7).Region("33.01", 110.3, -7.6).Region("34", 110.4, -7.9).Region("34.01", 110.3, -7.8).Region("34.01.01").Region("34.02", 110.35, -7.9).Region("34.03", 111.5, -7.9);

    private static Service Gives(Service service, Code issue) => service with { Issues = [issue] };

    private static ServiceArea Area(string region) => new(RegionCode.Of(region), false, Interval.Always);
}

/// <summary>What would close gaps, by trying everything: who is able from <see cref="Coverage.Helpers"/>, and whom some serve by the smallest cut.</summary>
internal sealed class PlainClosing
{
    private readonly long[] unmet;

    internal PlainClosing(NetworkGraph graph, ClosingOptions options, IReadOnlyList<CoverageGap> gaps)
    {
        unmet = [.. gaps.Select(g => (long)(g.Cell.Unmet ?? 0))];
        var found = from gap in gaps.Index()
                    from help in Coverage.Helpers(graph, options.Cells.Axis, gap.Item.Region.Code, gap.Item.Term.Code, options.Cells.At, int.MaxValue, CancellationToken.None)!
                    where help.Km <= options.WithinKm || help.Inside.Count > 0
                    from service in help.Services
                    where service.Spare != 0
                    select (Id: help.Organization.Id.ToString(), Service: service, Gap: gap.Index);
        Able = found.GroupBy(f => f.Id).ToDictionary(g => g.Key, g => g.GroupBy(f => f.Service.Id).Select(s => (Room: (long)(s.First().Service.Spare ?? 0), Cells: s.Select(f => f.Gap).ToArray())).ToList());
    }

    /// <summary>Who is able and near, with the room and the gaps of each service.</summary>
    internal Dictionary<string, List<(long Room, int[] Cells)>> Able { get; }

    /// <summary>The largest flow is the smallest cut: over all sets of cells, their people, and the room of every service that reaches another cell.</summary>
    internal long Served(IReadOnlyList<string> some)
    {
        var sources = some.SelectMany(id => Able[id]).ToList();
        return Enumerable.Range(0, 1 << unmet.Length).Min(cut =>
            unmet.Index().Where(c => (cut >> c.Index & 1) == 1).Sum(c => c.Item) + sources.Where(s => s.Cells.Any(c => (cut >> c & 1) == 0)).Sum(s => s.Room));
    }

    /// <summary>The most that so many serve.</summary>
    internal long Best(int count) => Sets([.. Able.Keys], count).Max(Served);

    private static IEnumerable<IReadOnlyList<string>> Sets(IReadOnlyList<string> all, int count)
    {
        yield return [];
        for (var i = 0; count > 0 && i < all.Count; i++)
        {
            foreach (var rest in Sets([.. all.Skip(i + 1)], count - 1))
            {
                yield return [all[i], .. rest];
            }
        }
    }
}
