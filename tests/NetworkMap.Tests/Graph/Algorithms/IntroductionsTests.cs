using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class IntroductionsTests
{
    [Property(MaxTest = 300)]
    public void Paths_to_one_are_those_of_trying_every_path(int seed, byte size, bool oneSided)
    {
        var organizations = 2 + (size % 12);
        var graph = RandomNetwork.Of(seed, organizations).Graph();
        var options = new IntroductionOptions { From = Sketch.Id(0), To = Sketch.Id(1), At = Sketch.Today, WithOneSided = oneSided };

        Agree(graph, options, o => o == Sketch.Id(1));
    }

    [Property(MaxTest = 300)]
    public void Paths_to_a_kind_are_those_of_trying_every_path(int seed, byte size, bool inRegion)
    {
        var organizations = 2 + (size % 30);
        var graph = RandomNetwork.Of(seed, organizations).Graph();
        var options = new IntroductionOptions { From = Sketch.Id(0), Kind = Code.Of("company"), Region = inRegion ? RegionCode.Of("33.01") : null, At = Sketch.Today };
        var from = graph.HandleOf(options.From);
        var targets = new IntroductionTargets(graph, options, from);

        Agree(graph, options, o => targets.Fits(graph.HandleOf(o)));
    }

    [Property(MaxTest = 300)]
    public void All_three_ways_of_searching_find_the_same(int seed, byte size, bool one, bool oneSided)
    {
        var graph = RandomNetwork.Of(seed, 2 + (size % 25)).Graph();
        var options = new IntroductionOptions { From = Sketch.Id(0), To = one ? Sketch.Id(1) : null, Kind = one ? null : Code.Of("company"), At = Sketch.Today, WithOneSided = oneSided };
        var (ties, from) = (new TrustedTies(graph, options, onlyCarrying: true), graph.HandleOf(Sketch.Id(0)));
        var targets = new IntroductionTargets(graph, options, from);
        var listed = targets.First(100).Where(ties.Lives).ToList();
        var (spread, met, ended) = (new BestRoutes(5), new BestRoutes(5), new BestRoutes(5));

        new SpreadingRoutes(ties, spread).Find(from, listed.Contains, CancellationToken.None);
        new ListedRoutes(ties, ended, listed).Find(from, CancellationToken.None);
        using var meeting = new MeetingRoutes(ties, from, met, 5, listed.Contains);
        foreach (var target in listed)
        {
            meeting.Find(target, CancellationToken.None);
        }

        var expected = PlainIntroductions.All(graph, options, o => listed.Contains(graph.HandleOf(o))).OrderDescending().Take(5).ToList();
        Alike(expected, spread.All.Select(r => r.Score));
        Alike(expected, ended.All.Select(r => r.Score));
        Alike(expected, met.All.Select(r => r.Score));
    }

    [Fact]
    public void A_tie_that_one_side_has_stated_carries_for_half_where_that_is_asked_for()
    {
        var graph = new Sketch().Terms(Taxonomy.ActorKind, "ngo").TieType("partners_with", 0.8, symmetric: true).Region("34").Region("34.02").Organization(1).Organization(2)
            .Tie(1, 2, with: t => t with { Status = TieStatus.Proposed, Strength = 5 }).Graph();
        var options = new IntroductionOptions { From = Sketch.Id(1), To = Sketch.Id(2), At = Sketch.Today };
        Assert.Equal(NearMissReason.MissingTies, Introductions.Find(graph, options, CancellationToken.None)!.Nearest!.Reason);
        var step = Assert.Single(Assert.Single(Introductions.Find(graph, options with { WithOneSided = true }, CancellationToken.None)!.Paths).Steps);
        Assert.Equal(0.8 * 0.6 * TieTrust.OneSided, step.Trust, 1e-12);
    }

    [Fact]
    public void Every_step_names_the_tie_that_carries_it()
    {
        var answer = Find(Chain(3), 0, 3);
        var path = Assert.Single(answer.Paths);

        Assert.Equal([(0, 1), (1, 2), (2, 3)], path.Steps.Select(s => (Number(s.From.Id), Number(s.To.Id))));
        Assert.All(path.Steps, s => Assert.True((s.Tie.From, s.Tie.To) == (s.From.Id, s.To.Id)));
        Assert.Equal(path.Steps.Aggregate(0.9 * 0.9, (product, s) => product * s.Trust), path.Score, 1e-12);
    }

    [Fact]
    public void Four_steps_are_a_path_and_five_are_not()
    {
        Assert.Equal(4, Find(Chain(4), 0, 4).Paths[0].Steps.Count);

        var answer = Find(Chain(5), 0, 5);
        Assert.Empty(answer.Paths);
        Assert.Equal(NearMissReason.ClosestReached, answer.Nearest!.Reason);
    }

    [Theory]
    [InlineData(TieStatus.Proposed)]
    [InlineData(TieStatus.Disputed)]
    [InlineData(TieStatus.Ended)]
    public void A_tie_that_is_not_confirmed_carries_nobody_but_is_told_of(TieStatus status)
    {
        var answer = Find(Chain(1).Organization(2).Tie(1, 2, with: t => t with { Status = status }), 0, 2);

        Assert.Empty(answer.Paths);
        Assert.Equal(NearMissReason.MissingTies, answer.Nearest!.Reason);
        Assert.Equal(status, Assert.Single(answer.Nearest.Missing!).Status);
        Assert.Equal(2, answer.Nearest.Path!.Steps.Count);
    }

    [Fact]
    public void Nearest_to_a_path_is_what_lacks_the_fewest_ties_however_strong_the_others_are()
    {
        static Tie Weak(Tie tie) => tie with { Strength = 1 };
        static Tie Proposed(Tie tie) => tie with { Status = TieStatus.Proposed, Strength = 5 };
        var sketch = Chain(0).TieType("supplies_work_to", 0.1).Organization(1).Organization(2).Organization(3).Organization(4)
            .Tie(0, 1, "supplies_work_to", Weak).Tie(1, 2, "supplies_work_to", Weak).Tie(2, 3, "supplies_work_to", t => Weak(Proposed(t)))
            .Tie(0, 4, with: Proposed).Tie(4, 3, with: Proposed);

        var nearest = Find(sketch, 0, 3).Nearest!;

        Assert.Single(nearest.Missing!);
        Assert.Equal([1, 2, 3], nearest.Path!.Steps.Select(s => Number(s.To.Id)));
    }

    [Fact]
    public void A_tie_out_of_its_days_carries_nobody()
    {
        var until = Interval.Of(null, Sketch.Today.AddDays(-1)).Value;

        Assert.Empty(Find(new Sketch().Region("34").Region("34.02", 110, -8).TieType("partners_with", 0.9, symmetric: true).Organization(0).Organization(1).Tie(0, 1, with: t => t with { Valid = until }), 0, 1).Paths);
    }

    [Fact]
    public void Of_two_alike_the_one_who_mediates_comes_first()
    {
        var sketch = Chain(0).Organization(1).Organization(2, with: o => o with { Mediates = true }).Organization(3).Tie(0, 1).Tie(0, 2).Tie(1, 3).Tie(2, 3);

        Assert.Equal([2, 1], Find(sketch, 0, 3).Paths.Select(p => Number(p.Steps[0].To.Id)));
    }

    [Fact]
    public void Nobody_is_introduced_by_or_to_the_retired()
    {
        var sketch = Chain(0).Organization(1, with: o => o with { Retired = Sketch.Today }).Organization(2).Tie(0, 1).Tie(1, 2);

        Assert.Empty(Find(sketch, 0, 2).Paths);
        Assert.Equal(NearMissReason.NoTies, Find(sketch, 0, 2).Nearest!.Reason);
        Assert.Equal(NearMissReason.Retired, Find(sketch, 0, 1).Nearest!.Reason);
    }

    [Fact]
    public void A_government_is_responsible_for_what_lies_in_its_region()
    {
        var government = new Term
        {
            Taxonomy = Taxonomy.ActorKind, Code = Code.Of("local_government"), LabelId = "x", LabelEn = "x", Family = Family.Government, Provenance = Sketch.Somebody,
        };
        var scope = new EditScope();
        var graph = Chain(0).Region("34.02.01").Organization(1, "local_government", "34").Organization(2, "local_government", "34.02.01").Tie(0, 1).Tie(0, 2).Graph()
            .With(government.Ref, government, scope);

        IntroductionAnswer Ask(string region) => Introductions.Find(graph, new IntroductionOptions
        {
            From = Sketch.Id(0), Kind = Code.Of("local_government"), Region = RegionCode.Of(region), At = Sketch.Today,
        }, CancellationToken.None)!;

        Assert.Equal([1], Ask("34.02").Paths.Select(p => Number(p.Steps[^1].To.Id)));
        Assert.Equal([1, 2], Ask("34.02.01").Paths.Select(p => Number(p.Steps[^1].To.Id)).Order());
        Assert.Equal(NearMissReason.NobodyFits, Ask("33").Nearest!.Reason);
    }

    [Fact]
    public void The_government_responsible_for_her_region_is_that_of_the_regency_first_and_then_that_of_the_province()
    {
        var sketch = Chain(0).Region("34.02.01").Region("33").Region("33.01", 109, -7)
            .Organization(0, region: "34.02.01").Organization(1, "local_government", "34").Organization(2, "local_government", "34.02").Organization(3, "local_government", "33.01").Organization(4)
            .Tie(0, 1).Tie(0, 4).Tie(4, 2).Tie(0, 3);

        Assert.Equal([2, 1], Governments(sketch).Paths.Select(p => Number(p.Steps[^1].To.Id)));
        Assert.Equal([RegionCode.Of("34.02"), RegionCode.Of("34")], Governments(sketch).Governed);
        var vague = Governments(Chain(0).Organization(0, region: "34").Organization(1, "local_government", "34").Organization(2, "local_government", "34.02").Tie(0, 1).Tie(0, 2));
        Assert.Equal([1], vague.Paths.Select(p => Number(p.Steps[^1].To.Id)));
        Assert.Equal([RegionCode.Of("34")], vague.Governed);
    }

    [Fact]
    public void Without_a_path_to_a_responsible_government_a_tie_that_is_only_proposed_is_nearest_to_one()
    {
        var sketch = Chain(0).Organization(1, "local_government", "34").Organization(2, "local_government", "34.02").Organization(3).Tie(0, 3).Tie(0, 1, with: t => t with { Status = TieStatus.Proposed });
        var (found, far) = (Governments(sketch), Governments(Chain(1).Organization(2, "local_government", "34.02")));

        Assert.Equal((1, NearMissReason.MissingTies), (Number(found.Target!.Id), found.Nearest!.Reason));
        Assert.Equal((2, NearMissReason.ClosestReached), (Number(far.Target!.Id), far.Nearest!.Reason));
        Assert.Equal(NearMissReason.NobodyFits, Governments(Chain(1)).Nearest!.Reason);
    }

    [Fact]
    public void Of_a_target_known_as_far_as_its_province_it_is_told_how_many_of_those_reached_are_there()
    {
        var sketch = new Sketch().Region("33", 110, -7).Region("33.01", 109, -7).Region("34", 110.4, -7.8).Region("34.02", 110.3, -7.9).TieType("partners_with", 0.9, symmetric: true)
            .Organization(0).Organization(1, region: "33.01").Organization(2).Organization(3, region: "33").Organization(4, region: "34").Tie(0, 1).Tie(0, 2);
        var (vague, elsewhere) = (Find(sketch, 0, 3).Nearest!, Find(sketch, 0, 4).Nearest!);
        Assert.Equal((NearMissReason.ClosestReached, null, RegionCode.Of("33"), 1), (vague.Reason, vague.Closest, vague.Province, vague.InProvince));
        Assert.Equal((RegionCode.Of("34"), 1), (elsewhere.Province, elsewhere.InProvince));
    }

    [Fact]
    public void Trust_falls_with_age_and_rises_with_strength()
    {
        Tie Tie(byte strength, int? years) => new()
        {
            Id = default, Type = default, From = default, To = default, Audience = default, Status = TieStatus.Confirmed, Strength = strength,
            Provenance = Sketch.Somebody with { LastVerified = years is { } y ? Sketch.Today.AddYears(-y) : null },
        };

        Assert.Equal(0.9, TieTrust.Of(Tie(5, 0), 0.9, Sketch.Today), 1e-9);
        Assert.Equal(0.8, TieTrust.Of(Tie(0, 0), 1, Sketch.Today), 1e-9);
        Assert.Equal(0.75, TieTrust.Of(Tie(5, 3), 1, Sketch.Today), 1e-3);
        Assert.Equal(0.6, TieTrust.Of(Tie(5, null), 1, Sketch.Today), 1e-9);
    }

    private static void Agree(NetworkGraph graph, IntroductionOptions options, Predicate<OrganizationId> fits)
    {
        var answer = Introductions.Find(graph, options, CancellationToken.None)!;
        var expected = PlainIntroductions.All(graph, options, fits).OrderDescending().Take(5).ToList();

        Alike(expected, answer.Paths.Select(p => p.Score));
        Assert.Equal(expected.Count == 0, answer.Nearest is not null);
        Assert.Equal(answer.Paths.Count, answer.Paths.Select(p => string.Join(' ', p.Steps.Select(s => s.To.Id))).Distinct().Count());
    }

    private static void Alike(IReadOnlyCollection<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static IntroductionAnswer Find(Sketch sketch, int from, int to) =>
        Introductions.Find(sketch.Graph(), new IntroductionOptions { From = Sketch.Id(from), To = Sketch.Id(to), At = Sketch.Today }, CancellationToken.None)!;

    private static IntroductionAnswer Governments(Sketch sketch) =>
        OwnGovernment.Find(sketch.Graph(), new IntroductionOptions { From = Sketch.Id(0), At = Sketch.Today }, CancellationToken.None)!;

    private static Sketch Chain(int last)
    {
        var sketch = new Sketch().Region("34").Region("34.02", 110, -8).TieType("partners_with", 0.9, symmetric: true).Organization(0);
        for (var i = 1; i <= last; i++)
        {
            sketch.Organization(i).Tie(i - 1, i);
        }

        return sketch;
    }

    private static int Number(OrganizationId id) => BitConverter.ToInt32(id.Value.ToByteArray());
}
