using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Spatial;

public sealed class NearestTests
{
    [Property(MaxTest = 300)]
    public void The_nearest_are_those_that_looking_at_everybody_finds(int seed, byte size, byte radius, byte limit)
    {
        var graph = RandomNetwork.Of(seed, 1 + (size % 60)).Graph();
        var random = new Random(seed);
        var options = new NearestOptions
        {
            Of = new GeoPoint(110 + (3 * random.NextDouble()), -8 + random.NextDouble()),
            At = Sketch.Today,
            Except = random.Next(2) == 0 ? Sketch.Id(random.Next(60)) : null,
            Kind = random.Next(2) == 0 ? Code.Of(RandomNetwork.Kinds[random.Next(4)]) : null,
            Issue = random.Next(3) == 0 ? Code.Of(RandomNetwork.Issues[random.Next(4)]) : null,
            Skill = random.Next(3) == 0 ? Code.Of(RandomNetwork.Skills[random.Next(3)]) : null,
            Tied = random.Next(3) == 0,
            RadiusKm = radius * 2,
            Limit = 1 + (limit % 12),
        };

        var found = Nearest.Find(graph, options, CancellationToken.None);

        Assert.Equal(Plain(graph, options), found.Select(n => (n.Organization.Id, n.Km, n.IsApproximate)));
    }

    [Fact]
    public void More_than_a_list_can_hold_are_found_ring_by_ring()
    {
        var sketch = new Sketch().Terms(Domain.Taxonomies.Taxonomy.ActorKind, "ngo").Region("33", 110, -7).Region("34", 111.5, -7.5).Region("35", 120, 1);
        for (var i = 0; i < 4_500; i++)
        {
            sketch.Organization(i, "ngo", i % 3 == 0 ? "33" : i % 3 == 1 ? "34" : "35");
        }

        var graph = sketch.Graph();
        foreach (var radius in new[] { 1.0, 50, 200, 3_000 })
        {
            var options = new NearestOptions { Of = new GeoPoint(110.9, -7.2), At = Sketch.Today, Kind = Code.Of("ngo"), RadiusKm = radius, Limit = 2_000 };
            Assert.Equal(Plain(graph, options), Nearest.Find(graph, options, CancellationToken.None).Select(n => (n.Organization.Id, n.Km, n.IsApproximate)));
        }
    }

    [Fact]
    public void Who_may_be_anywhere_in_a_province_comes_after_those_who_are_known_to_be_near()
    {
        var sketch = new Sketch().Terms(Domain.Taxonomies.Taxonomy.ActorKind, "ngo").Region("33", 110, -7).Region("33.74", 110.4, -7.1);
        sketch.Organization(0, "ngo", "33").Organization(1, "ngo", "33.74").Organization(2, "ngo", "33").Organization(3, "ngo", "33.74");
        var options = new NearestOptions { Of = new GeoPoint(110, -7), At = Sketch.Today, RadiusKm = 100, Limit = 3 };

        var found = Nearest.Find(sketch.Graph(), options, CancellationToken.None);

        Assert.Equal([Sketch.Id(1), Sketch.Id(3), Sketch.Id(0)], found.Select(n => n.Organization.Id));
    }

    [Property(MaxTest = 100)]
    public void From_anywhere_on_the_earth_the_nearest_are_the_same_as_those_of_looking_at_everybody(int seed, byte size)
    {
        var graph = RandomNetwork.Of(seed, 1 + (size % 60)).Graph();
        var random = new Random(seed);
        var options = new NearestOptions
        {
            Of = new GeoPoint((random.NextDouble() * 360) - 180, (random.NextDouble() * 170) - 85), At = Sketch.Today, RadiusKm = random.Next(2) == 0 ? Nearest.MostKm : 30_000, Limit = 1 + random.Next(12),
        };

        Assert.Equal(Plain(graph, options), Nearest.Find(graph, options, CancellationToken.None).Select(n => (n.Organization.Id, n.Km, n.IsApproximate)));
    }

    [Property(MaxTest = 500)]
    public void No_point_of_a_cell_is_nearer_than_the_cell_is_said_to_be(int seed)
    {
        var random = new Random(seed);
        GeoPoint Somewhere() => new((random.NextDouble() * 360) - 180, (random.NextDouble() * 170) - 85);
        var (inside, from) = (Somewhere(), Somewhere());
        from = random.Next(2) == 0 ? from : new GeoPoint(inside.Longitude + random.NextDouble(), Math.Clamp(inside.Latitude + random.NextDouble(), -85, 85));
        var (x, y) = MapGrid.CellOf(inside);

        Assert.InRange(MapGrid.KilometresTo(x, y, from), double.MinValue, from.KilometresTo(inside));
    }

    private static IEnumerable<(OrganizationId, double, bool)> Plain(NetworkGraph graph, NearestOptions options) => graph.All(ElementKind.Organization).Cast<Organization>()
        .Where(o => o.Id != options.Except && !(o.Retired <= options.At))
        .Where(o => (options.Kind is not { } k || o.ActorKind == k) && (options.Issue is not { } i || o.Issues.Contains(i)) && (options.Skill is not { } s || o.Offers.Contains(s)))
        .Where(o => !options.Tied || graph.TiesOf(o.Id).Any(t => t.IsCurrentOn(options.At)))
        .Select(o => (o.Id, Position: graph.PositionOf(graph.HandleOf(o.Id))))
        .Where(o => o.Position is not null)
        .Select(o => (o.Id, Km: options.Of.KilometresTo(o.Position!.Value.Point), Position: o.Position.Value))
        .Where(o => o.Km <= options.RadiusKm)
        .OrderBy(o => o.Position.Level == RegionLevel.Province).ThenBy(o => o.Km).ThenBy(o => o.Id.Value)
        .Take(options.Limit)
        .Select(o => (o.Id, o.Km, o.Position.RadiusKm > 0));
}
