using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Server.Maps;

namespace NetworkMap.Server.Tests.Maps;

public sealed class BoundaryPackTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly string pack = Path.GetTempFileName();

    public void Dispose() => File.Delete(pack);

    [Fact]
    public void A_pack_takes_the_place_of_schematic_regencies_and_leaves_provinces_alone()
    {
        File.WriteAllText(pack, """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"33.01"},"geometry":{"type":"Polygon","coordinates":[[[109,-7],[110,-7],[110,-8],[109,-7]]]}}]}""");
        var shapes = Shapes(pack);

        Assert.Equal(["33.01"], shapes.Of(Graph(109.1), RegionLevel.Regency, Day).Codes.Select(c => c.Value));
        Assert.Contains("\"schematic\":false", Text(shapes, RegionLevel.Regency), StringComparison.Ordinal);
        Assert.Matches(@"\[(\[109,-7\],\[110,-8\],\[110,-7\]|\[110,-8\],\[110,-7\],\[109,-7\]|\[110,-7\],\[109,-7\],\[110,-8\]),", Text(shapes, RegionLevel.Regency));
        Assert.Equal(["33"], shapes.Of(Graph(109.1), RegionLevel.Province, Day).Codes.Select(c => c.Value));
    }

    [Fact]
    public void A_province_without_an_outline_of_its_own_is_its_regencies_together_when_all_of_them_have_one()
    {
        const string Half = """{"type":"Feature","properties":{"code":"33.01"},"geometry":{"type":"Polygon","coordinates":[[[109,-7],[110,-7],[110,-8],[109,-8],[109,-7]]]}}""";
        const string Rest = """{"type":"Feature","properties":{"code":"33.02"},"geometry":{"type":"Polygon","coordinates":[[[110,-7],[111,-7],[111,-8],[110,-8],[110,-7]]]}}""";
        File.WriteAllText(pack, $$"""{"type":"FeatureCollection","features":[{{Half}},{{Rest}}]}""");

        var whole = Shapes(pack).Of(Graph(109.1), RegionLevel.Province, Day);
        Assert.Equal([0, 0, 110], [Off(whole, 109.1), Off(whole, 110.9), Off(whole, 112)]);
        Assert.DoesNotMatch(@"\[110,-7\.5\]", Encoding.UTF8.GetString(whole.Whole));

        File.WriteAllText(pack, $$"""{"type":"FeatureCollection","features":[{{Half}}]}""");
        Assert.Equal(Shapes(null).Of(Graph(109.1), RegionLevel.Province, Day).Whole, Shapes(pack).Of(Graph(109.1), RegionLevel.Province, Day).Whole);
    }

    [Fact]
    public void Provinces_of_which_the_pack_has_nothing_keep_their_schematic_regencies()
    {
        File.WriteAllText(pack, """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"33.01"},"geometry":{"type":"Polygon","coordinates":[[[109,-7],[110,-7],[110,-8],[109,-7]]]}}]}""");
        var graph = new MapSketch().Region("33", 110, -7).Region("33.01", 109.1, -7.2).Region("34", 110.4, -7.9).Region("34.02", 110.3, -7.9).Region("34.04", 110.4, -7.7).Snapshot().Full;

        var shapes = Shapes(pack).Of(graph, RegionLevel.Regency, Day);

        Assert.Equal(["33.01", "34.02", "34.04"], shapes.Codes.Select(c => c.Value));
        var text = Encoding.UTF8.GetString(shapes.Whole);
        Assert.Equal(["false", "true", "true"], System.Text.RegularExpressions.Regex.Matches(text, "\"schematic\":(true|false)").Select(m => m.Groups[1].Value));
    }

    private static double Off(ShapeSet shapes, double longitude) => Math.Round(shapes.Nearest(new GeoPoint(longitude, -7.5))!.Value.Km);

    [Fact]
    public void A_folder_gives_the_levels_of_all_its_files()
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-pack-").FullName;
        foreach (var (name, code) in new[] { ("a.json", "33"), ("b.geojson", "33.01"), ("README.md", "") })
        {
            File.WriteAllText(Path.Combine(folder, name), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109,-7],[110,-7],[110,-8],[109,-7]]]}}]}");
        }

        var shapes = Shapes(folder);
        Assert.Equal(["33.01"], shapes.Of(Graph(109.1), RegionLevel.Regency, Day).Codes.Select(c => c.Value));
        Assert.Matches(@"\[109,-7\]", Text(shapes, RegionLevel.Province));
        File.Delete(Path.Combine(folder, "a.json"));
        File.Delete(Path.Combine(folder, "b.geojson"));
        Assert.Contains(folder, Assert.Throws<InvalidDataException>(() => Shapes(folder)).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_pack_that_is_not_there_or_not_one_is_refused_by_name()
    {
        File.WriteAllText(pack, "nothing of use");

        Assert.Contains(pack, Assert.Throws<InvalidDataException>(() => Shapes(pack)).Message, StringComparison.Ordinal);
        Assert.Contains("boundaries", Assert.Throws<InvalidDataException>(() => Shapes(pack + ".gone")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_are_made_once_and_again_only_when_a_region_moved()
    {
        var (shapes, graph) = (Shapes(null), Graph(109.1));
        var first = shapes.Of(graph, RegionLevel.Regency, Day);
        var other = MapSketch.Somebody;
        var elsewhere = graph.With(graph.Region(RegionCode.Of("33"))!.Ref, graph.Region(RegionCode.Of("33"))! with { Provenance = other with { Source = "Somebody else" } }, new EditScope());

        Assert.Same(first, shapes.Of(graph, RegionLevel.Regency, Day.AddDays(1)));
        Assert.Same(first, shapes.Of(elsewhere, RegionLevel.Regency, Day));
        Assert.NotEqual(first.Whole, shapes.Of(Graph(110.9), RegionLevel.Regency, Day).Whole);
    }

    [Fact]
    public void Two_regencies_with_one_point_and_one_in_the_sea_get_a_cell_each()
    {
        var graph = new MapSketch().Region("33", 110, -7).Region("33.01", 110, -7.2).Region("33.02", 110, -7.2).Region("33.03", 110, -2).Snapshot().Full;

        var cells = Shapes(null).Of(graph, RegionLevel.Regency, Day);

        Assert.Equal(["33.01", "33.02", "33.03"], cells.Codes.Select(c => c.Value));
        Assert.DoesNotContain("\"coordinates\":[]", Encoding.UTF8.GetString(cells.Whole), StringComparison.Ordinal);
    }

    private static RegionShapes Shapes(string? path) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["boundaries"] = path }).Build(), NullLogger<RegionShapes>.Instance);

    private static NetworkGraph Graph(double longitude) => new MapSketch().Region("33", 110, -7).Region("33.01", longitude, -7.2).Region("33.02", 110.3, -7.4).Snapshot().Full;

    private static string Text(RegionShapes shapes, RegionLevel level) => Encoding.UTF8.GetString(shapes.Of(Graph(109.1), level, Day).Whole);
}
