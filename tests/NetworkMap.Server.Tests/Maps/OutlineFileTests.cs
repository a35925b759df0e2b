using System.Text;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Maps;

namespace NetworkMap.Server.Tests.Maps;

/// <summary>A boundary pack is somebody else's file: both formats are read, and what cannot be used is said.</summary>
public sealed class OutlineFileTests
{
    [Fact]
    public void Neighbours_that_share_an_arc_are_read_whole_from_a_quantized_topology()
    {
        var read = Read("""
            {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[110,-8]},"arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
             "objects":{"all":{"type":"GeometryCollection","geometries":[
               {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"33.01"}},{"type":"MultiPolygon","arcs":[[[-1,2]]],"properties":{"code":"33.02"}}]}}}
            """);

        Assert.Equal(["33.01 1 POLYGON", "33.02 1 POLYGON"], read.Select(r => $"{r.Key} {r.Value.Area} {r.Value.GetGeometryN(0).GeometryType.ToUpperInvariant()}").Order());
        Assert.Equal(110.5, read[RegionCode.Of("33.01")].Centroid.X);
        Assert.Equal(111.5, read[RegionCode.Of("33.02")].Centroid.X);
    }

    [Fact]
    public void Holes_and_several_parts_are_read_from_GeoJSON_and_what_crosses_itself_is_mended()
    {
        var read = Read("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"code":"33"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]],[[[9,9],[10,9],[10,10],[9,9]]]]}},
              {"type":"Feature","properties":{"code":"34"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}},
              {"type":"Feature","properties":{"code":"35"},"geometry":null},{"type":"Feature","properties":{"name":"No code"},"geometry":{"type":"Point","coordinates":[1,1]}}]}
            """);

        Assert.Equal(["33 15.5", "34 2"], read.Select(r => $"{r.Key} {r.Value.Area}").Order());
        Assert.All(read.Values, shape => Assert.True(shape.IsValid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11.1"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0]]]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"Polygon","coordinates":[]}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"11"},"geometry":{"type":"Polygon","coordinates":[[["a",0],[1,0],[1,1],["a",0]]]}}]}""")]
    [InlineData("""{"type":"Topology","arcs":[],"objects":{"all":{"type":"Polygon","arcs":[[7]],"properties":{"code":"11"}}}}""")]
    public void A_file_that_cannot_be_used_is_refused_by_name(string text) =>
        Assert.Contains("pack.json", Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static IReadOnlyDictionary<RegionCode, NetTopologySuite.Geometries.Geometry> Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return OutlineFile.Read(file, "pack.json");
    }
}
