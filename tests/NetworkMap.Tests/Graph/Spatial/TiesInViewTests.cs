using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Spatial;

public sealed class TiesInViewTests
{
    [Property(MaxTest = 200)]
    public void The_ties_in_a_rectangle_are_those_that_looking_at_every_tie_finds(int seed, byte size)
    {
        var graph = RandomNetwork.Of(seed, 1 + (size % 60)).Graph();
        var random = new Random(seed);
        var (west, south) = (109 + (3 * random.NextDouble()), -8.5 + (2 * random.NextDouble()));
        var options = new TiesInViewOptions { In = new MapRectangle(west, south, west + (2 * random.NextDouble()), south + random.NextDouble()), At = Sketch.Today, Limit = 1 + random.Next(60) };

        var found = TiesInView.Find(graph, options, CancellationToken.None);

        var all = graph.All(ElementKind.Tie).Cast<Tie>().Where(t => Drawn(t) && OnMap(graph, t.From) && OnMap(graph, t.To)).Select(t => (Tie: t, Ends: Count(graph, t, options.In))).Where(t => t.Ends > 0).ToList();
        Assert.Equal(all.Count > options.Limit, found.IsCut);
        Assert.Equal(Math.Min(all.Count, options.Limit), found.Ties.Select(t => t.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(t => t.Ends).ThenByDescending(t => t.Tie.Strength).Take(options.Limit).Select(t => (t.Ends, t.Tie.Strength)), found.Ties.Select(t => (Count(graph, t, options.In), t.Strength)));
    }

    [Fact]
    public void Where_too_many_stand_nothing_is_told_but_that()
    {
        var sketch = new Sketch().Terms(Domain.Taxonomies.Taxonomy.ActorKind, "ngo").TieType("partners_with", 1, symmetric: true).Region("33", 110, -7);
        for (var i = 0; i <= TiesInView.MostOrganizations; i++)
        {
            sketch.Organization(i, "ngo", "33");
        }

        var graph = sketch.Tie(0, 1).Graph();

        Assert.Equal((0, true), Told(graph, new MapRectangle(95, -11, 141, 6)));
        Assert.Equal((0, true), Told(graph, new MapRectangle(110, -7, 110, -7)));
        Assert.Equal((0, false), Told(graph, new MapRectangle(111, -11, 141, 6)));
        Assert.Equal((0, false), Told(graph, new MapRectangle(141, 6, 95, -11)));
    }

    private static (int Count, bool IsCut) Told(NetworkGraph graph, MapRectangle rectangle)
    {
        var found = TiesInView.Find(graph, new TiesInViewOptions { In = rectangle, At = Sketch.Today }, CancellationToken.None);
        return (found.Ties.Count, found.IsCut);
    }

    private static bool Drawn(Tie tie) => tie.IsCurrentOn(Sketch.Today) || tie.Status is TieStatus.Proposed or TieStatus.Disputed;

    private static bool OnMap(NetworkGraph graph, OrganizationId id) => graph.Organization(id) is { Retired: null } && graph.PositionOf(graph.HandleOf(id)) is not null;

    private static int Count(NetworkGraph graph, Tie tie, MapRectangle rectangle) =>
        new[] { tie.From, tie.To }.Select(id => graph.PositionOf(graph.HandleOf(id))!.Value.Point)
            .Count(p => p.Longitude >= rectangle.West && p.Longitude <= rectangle.East && p.Latitude >= rectangle.South && p.Latitude <= rectangle.North);
}
