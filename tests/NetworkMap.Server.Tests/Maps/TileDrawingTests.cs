using FsCheck.Xunit;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Http;
using NetworkMap.Server.Maps;

namespace NetworkMap.Server.Tests.Maps;

public sealed class TileDrawingTests
{
    [Property(MaxTest = 40)]
    public void The_tiles_of_every_zoom_add_up_to_everybody_on_the_map_of_an_audience(int seed, byte size)
    {
        var snapshot = MapSketch.Random(seed, size).Snapshot();
        foreach (var graph in new[] { snapshot.Full, snapshot.Public })
        {
            var there = Enumerable.Range(0, graph.OrganizationLimit).Where(o => graph.PositionOf(o) is not null && graph.OrganizationAt(o) is { Retired: null }).ToList();
            for (var zoom = 0; zoom <= TileAddress.LastZoom; zoom++)
            {
                var shown = All(graph, zoom);
                Assert.Equal(there.Count, shown.Sum(s => s.Count));
                Assert.All(shown.Where(s => s.Layer == "cells"), s => Assert.Equal(s.Count, Enumerable.Range(0, 6).Sum(f => Convert.ToInt32(s.Properties.GetValueOrDefault("f" + f) ?? 0))));
                Assert.Equal(Family(Domain.Taxonomies.Family.Economy), shown.Sum(s => s.Layer == "cells" ? Convert.ToInt32(s.Properties.GetValueOrDefault("f4") ?? 0) : s.Text("family") == "economy" ? 1 : 0));
            }

            int Family(Family family) => there.Count(o => graph.Term(Taxonomy.ActorKind, graph.OrganizationAt(o)!.ActorKind)!.Family == family);
        }
    }

    [Fact]
    public void An_organization_stands_where_it_is_told_to_be_with_what_a_page_needs_of_it()
    {
        var sketch = new MapSketch().Region("34", 110.4, -7.9).Region("34.02", 110.33, -7.88).Organization(1, "ngo", "34.02", name: "Yasanti").Place(1, "34.02", new GeoPoint(110.361, -7.801));
        var at = new TileAddress(12, 3303, 2137);

        var one = Assert.Single(TileReading.Read(TileReading.Draw(sketch.Snapshot().Public, at, Language.English), at));

        Assert.Equal(("organizations", "Yasanti", "civil_society", "ngo", "ngo (en)", "Region 34.02"), (one.Layer, one.Text("name"), one.Text("family"), one.Text("actorKind"), one.Text("kindLabel"), one.Text("regionName")));
        Assert.False(one.Properties.ContainsKey("radiusKm"));
        Assert.Equal(110.361, one.At.X, 3);
        Assert.Equal(-7.801, one.At.Y, 3);
    }

    [Fact]
    public void Whoever_is_told_to_a_district_is_told_with_the_regency_that_it_lies_in()
    {
        var sketch = new MapSketch().Region("34", 110.4, -7.9).Region("34.02", 110.33, -7.88).Region("34.02.15", 110.361, -7.801).Organization(1, "ngo", "34.02.15", name: "Yasanti").Place(1, "34.02.15", new GeoPoint(110.361, -7.801));
        var at = new TileAddress(12, 3303, 2137);

        var one = Assert.Single(TileReading.Read(TileReading.Draw(sketch.Snapshot().Public, at, Language.English), at));

        Assert.Equal(("Region 34.02.15", "Region 34.02"), (one.Text("regionName"), one.Text("regencyName")));
    }

    [Fact]
    public void Below_zoom_12_a_tile_has_at_most_16_by_16_features_and_cells_know_their_dominant_family()
    {
        var snapshot = Crowd(30_000, spread: 12).Snapshot();
        foreach (var zoom in Enumerable.Range(0, 12))
        {
            Assert.All(TileReading.TilesOf(snapshot.Public.Map, zoom).Take(20), at =>
            {
                var shown = TileReading.Read(TileReading.Draw(snapshot.Public, at), at);
                Assert.InRange(shown.Count, 1, 256);
                Assert.All(shown.Where(s => s.Layer == "cells"), s => Assert.True(s.Count > 1 && s.Text("dominant") is "civil_society" or "economy"));
            });
        }
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(2)]
    [InlineData(12)]
    public void Below_the_last_zoom_no_sign_of_a_tile_lies_on_another_and_sums_keep_off_the_next_tile(double spread)
    {
        var map = Crowd(3_000, spread).Snapshot().Public;
        foreach (var at in Enumerable.Range(0, TileAddress.LastZoom).SelectMany(zoom => TileReading.TilesOf(map.Map, zoom).Take(12)))
        {
            var signs = TileReading.Read(TileReading.Draw(map, at), at).Select(s => (Radius: s.Layer == "cells" ? 14.4 : 10, Sign: s, Pixel: PixelOf(s, at))).ToList();
            Assert.All(signs, one => Assert.All(signs.Where(other => other.Sign != one.Sign), other =>
                Assert.True(double.Hypot(one.Pixel.X - other.Pixel.X, one.Pixel.Y - other.Pixel.Y) > one.Radius + other.Radius - 1, $"{one} {other}")));
            Assert.All(signs.Where(s => s.Sign.Layer == "cells" && spread > 1), s => Assert.True(s.Pixel.X is > 13 and < 499 && s.Pixel.Y is > 13 and < 499, s.ToString()));
        }

        static (double X, double Y) PixelOf(Shown sign, TileAddress at)
        {
            var (x, y) = MapGrid.Mercator(new GeoPoint(sign.At.X, sign.At.Y));
            return (512 * ((x * Math.Pow(2, at.Zoom)) - at.Column), 512 * ((y * Math.Pow(2, at.Zoom)) - at.Row));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(3)]
    [InlineData(12)]
    public void No_tile_is_larger_than_500_KB_with_20000_organizations_with_long_names(double spread)
    {
        var snapshot = Crowd(20_000, spread, name: new string('ñ', 180)).Snapshot();
        foreach (var zoom in Enumerable.Range(0, 15))
        {
            foreach (var at in TileReading.TilesOf(snapshot.Public.Map, zoom).Take(6))
            {
                var tile = TileReading.Draw(snapshot.Public, at);
                Assert.InRange(tile.Length, 1, 500_000);
                Assert.Equal(snapshot.Public.Map.CountIn(at.Zoom, at.Column, at.Row), TileReading.Read(tile, at).Sum(s => s.Count));
            }
        }
    }

    [Fact]
    public void Up_to_eight_on_one_point_are_drawn_around_it_and_more_stay_a_cell_that_names_their_region()
    {
        var few = new MapSketch().Region("33", 110, -7).Region("33.01", 109, -7.5);
        var many = new MapSketch().Region("33", 110, -7).Region("33.01", 109, -7.5);
        foreach (var i in Enumerable.Range(0, 9))
        {
            few = i < 8 ? few.Organization(i, "ngo", "33.01") : few;
            many.Organization(i, "ngo", "33.01");
        }

        var around = All(few.Snapshot().Public, 14);
        var cell = Assert.Single(All(many.Snapshot().Public, 14));

        Assert.Equal(Enumerable.Range(0, 8), around.Select(s => Convert.ToInt32(s.Properties["slot"])).Order());
        Assert.All(around, s => Assert.Equal(("organizations", 34), (s.Layer, Convert.ToInt32(s.Properties["radiusKm"]))));
        Assert.Equal(("cells", 9, "33.01", "Region 33.01"), (cell.Layer, cell.Count, cell.Text("region"), cell.Text("regionName")));
    }

    [Fact]
    public void Those_around_a_point_are_one_cell_with_whoever_their_signs_would_lie_on_until_the_last_zoom()
    {
        var sketch = new MapSketch().Region("33", 110, -7).Region("33.01", 109, -7.5).Place(4, "33.01", new GeoPoint(109.002, -7.5)).Organization(4, "ngo", "33.01");
        foreach (var i in Enumerable.Range(0, 4))
        {
            sketch.Organization(i, "ngo", "33.01");
        }

        var snapshot = sketch.Snapshot().Public;
        var (gathered, alone) = (Assert.Single(All(snapshot, 13)), All(snapshot, 14));

        Assert.Equal(("cells", 5, null), (gathered.Layer, gathered.Count, gathered.Text("region")));
        Assert.Equal((5, 4), (alone.Count(s => s.Layer == "organizations"), alone.Count(s => s.Properties.ContainsKey("slot"))));
    }

    [Fact]
    public void A_hidden_organization_is_in_no_public_tile_and_a_blurred_one_stands_on_its_region()
    {
        var exact = new GeoPoint(110.361, -7.801);
        var snapshot = new MapSketch().Region("34", 110.4, -7.9).Region("34.02", 110.33, -7.88)
            .Organization(1, "ngo", "34.02", Precision.Hidden, name: "Hidden").Place(1, "34.02", exact)
            .Organization(2, "ngo", "34.02", Precision.Regency, name: "Blurred").Place(2, "34.02", exact)
            .Organization(3, "ngo", "34.02", name: "Home is blurred").Place(3, "34.02", exact, Precision.Regency).Snapshot();

        for (var zoom = 0; zoom <= TileAddress.LastZoom; zoom++)
        {
            var shown = All(snapshot.Public, zoom);
            Assert.Equal(2, shown.Sum(s => s.Count));
            Assert.DoesNotContain(shown, s => s.Text("name") == "Hidden");
            Assert.All(shown, s => Assert.Equal(110.33, s.At.X, 360 / Math.Pow(2, zoom) / 2048));
            Assert.Equal(3, All(snapshot.Full, zoom).Sum(s => s.Count));
        }
    }

    [Fact]
    public void A_long_name_is_cut_between_letters_and_says_so()
    {
        var name = string.Concat(Enumerable.Repeat("🧵", 80));
        var shown = Assert.Single(All(new MapSketch().Region("34", 110.4, -7.9).Organization(1, "ngo", "34", name: name).Snapshot().Public, 3));

        Assert.Equal(string.Concat(Enumerable.Repeat("🧵", 49)) + "…", shown.Text("name"));
    }

    private static List<Shown> All(NetworkGraph graph, int zoom) => [.. TileReading.TilesOf(graph.Map, zoom).SelectMany(at => TileReading.Read(TileReading.Draw(graph, at), at))];

    private static MapSketch Crowd(int organizations, double spread, string? name = null)
    {
        var random = new Random(5);
        var sketch = new MapSketch().Region("33", 110, -7).Region("33.01", 109, -7.5);
        for (var i = 0; i < organizations; i++)
        {
            var place = new GeoPoint(109 + (spread * random.NextDouble()), -7.5 + (spread * random.NextDouble()));
            sketch.Organization(i, i % 3 == 0 ? "company" : "ngo", "33.01", name: name is null ? null : name + i).Place(i, "33.01", place);
        }

        return sketch;
    }
}
