using FsCheck.Xunit;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Spatial;

public sealed class MapTreeTests
{
    [Property(MaxTest = 100)]
    public void The_map_of_an_edited_network_is_the_map_of_one_that_was_loaded_so(int seed)
    {
        var tale = new MapTale(seed);
        for (var i = 0; i < 10; i++)
        {
            tale.Go(12);
            foreach (var audience in new[] { Audience.Public, Audience.SignedIn, Audience.Steward })
            {
                Assert.Equal(Told(tale.Reloaded().For(audience)), Told(tale.Snapshots[^1].For(audience)));
            }
        }
    }

    [Property(MaxTest = 50)]
    public void The_map_of_an_older_snapshot_stays_as_it_was(int seed)
    {
        var tale = new MapTale(seed);
        var told = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            tale.Go(2);
            told.Add(Told(tale.Snapshots[^1].Full));
        }

        Assert.Equal(told, tale.Snapshots.Where((_, i) => i >= 3 && (i - 3) % 2 == 0).Select(s => Told(s.Full)));
    }

    [Property(MaxTest = 50)]
    public void Every_zoom_adds_up_to_everybody_who_has_a_place_and_is_not_retired(int seed)
    {
        var tale = new MapTale(seed);
        tale.Go(60);
        foreach (var graph in new[] { tale.Snapshots[^1].Full, tale.Snapshots[^1].Public })
        {
            var there = Enumerable.Range(0, graph.OrganizationLimit).Where(o => graph.PositionOf(o) is not null && graph.OrganizationAt(o) is { Retired: null }).ToList();
            Assert.Equal(there.Count, graph.Map.Count);
            for (var zoom = 0; zoom <= 14; zoom++)
            {
                var tiles = there.Select(o => TileOf(graph.PositionOf(o)!.Value.Point, zoom)).ToHashSet();
                Assert.Equal(there.Count, tiles.Sum(t => graph.Map.CountIn(zoom, t.X, t.Y)));
                Assert.Equal(there.Count, tiles.Sum(t => graph.Map.CellsIn(zoom, t.X, t.Y, 6).Sum(c => c.Count)));
                Assert.Equal(there, tiles.SelectMany(t => graph.Map.CellsIn(zoom, t.X, t.Y, 32)).SelectMany(graph.StandingOn).Order());
            }
        }
    }

    [Fact]
    public void A_cell_of_one_is_the_organization_itself_where_it_stands()
    {
        var graph = new Sketch().Terms(Taxonomy.ActorKind, "ngo").Region("34", 110.4, -7.8).Organization(5, region: "34").Graph();

        var cell = Assert.Single(graph.Map.CellsIn(0, 0, 0, 6));

        Assert.Equal((1, graph.HandleOf(Sketch.Id(5)), true), (cell.Count, cell.Handle, cell.IsPoint));
        Assert.Equal((110.4 + 180) / 360, cell.X / Math.Pow(2, 32), 9);
    }

    [Fact]
    public void A_tile_has_at_most_64_by_64_cells_each_within_the_tile()
    {
        var random = new Random(3);
        var sketch = new Sketch().Terms(Taxonomy.ActorKind, "ngo");
        foreach (var i in Enumerable.Range(0, 9000))
        {
            var code = $"{10 + (i / 100)}.{i % 100:00}";
            sketch.Region(code, 100 + (random.NextDouble() * 11), -10 + (random.NextDouble() * 11)).Organization(i, region: code);
        }

        var map = sketch.Graph().Map;

        var cells = map.CellsIn(5, 25, 16, 6);
        Assert.InRange(cells.Count, 2500, 4096);
        Assert.Equal(map.CountIn(5, 25, 16), cells.Sum(c => c.Count));
        Assert.All(cells, c => Assert.Equal((25u, 16u), (c.X >> 27, c.Y >> 27)));
        Assert.Equal(cells.Count, cells.Select(c => (c.X >> 21, c.Y >> 21)).Distinct().Count());
    }

    private static (int X, int Y) TileOf(GeoPoint point, int zoom)
    {
        var (x, y) = MapGrid.Mercator(point);
        return ((int)(x * (1 << zoom)), (int)(y * (1 << zoom)));
    }

    private static string Told(NetworkGraph graph) =>
        string.Join('\n', Enumerable.Range(0, 33).SelectMany(levels => graph.Map.CellsIn(0, 0, 0, levels).Select(c => Told(graph, c, levels))));

    private static string Told(NetworkGraph graph, MapCell cell, int levels) =>
        $"{levels}: {cell.X} {cell.Y} {string.Join('.', Enum.GetValues<Family>().Select(cell.CountOf))} {(cell.IsPoint ? string.Join(',', graph.StandingOn(cell).Select(o => graph.OrganizationAt(o)!.Id.ToString()).Order(StringComparer.Ordinal)) : "")}";
}
