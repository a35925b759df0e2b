using System.Text.Json;
using NetTopologySuite.Geometries;

namespace NetworkMap.Server.Maps;

/// <summary>Reads the polygons of a TopoJSON file, quantized or not: arcs that neighbours share become rings of their own.</summary>
internal sealed class TopologyReader
{
    private readonly JsonElement root;
    private readonly Coordinate[][] arcs;

    internal TopologyReader(JsonElement root)
    {
        this.root = root;
        arcs = [.. root.GetProperty("arcs").EnumerateArray().Select(root.TryGetProperty("transform", out var transform) ? Scaled(transform) : Plain)];
    }

    /// <summary>Every polygon and multipolygon of every object, with its rings.</summary>
    internal IEnumerable<(JsonElement Object, List<List<Coordinate[]>> Coordinates)> Objects() =>
        root.GetProperty("objects").EnumerateObject().SelectMany(o => o.Value.TryGetProperty("geometries", out var several) ? several.EnumerateArray() : Enumerable.Repeat(o.Value, 1))
            .Select(g => (g, Polygons(g)));

    private static Coordinate[] Plain(JsonElement arc) => [.. arc.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble()))];

    private static Func<JsonElement, Coordinate[]> Scaled(JsonElement transform)
    {
        var (scale, translate) = (transform.GetProperty("scale"), transform.GetProperty("translate"));
        var (sx, sy, tx, ty) = (scale[0].GetDouble(), scale[1].GetDouble(), translate[0].GetDouble(), translate[1].GetDouble());
        return arc =>
        {
            var (x, y) = (0.0, 0.0);
            return [.. arc.EnumerateArray().Select(step => new Coordinate(((x += step[0].GetDouble()) * sx) + tx, ((y += step[1].GetDouble()) * sy) + ty))];
        };
    }

    private List<List<Coordinate[]>> Polygons(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => [Rings(geometry.GetProperty("arcs"))],
        "MultiPolygon" => [.. geometry.GetProperty("arcs").EnumerateArray().Select(Rings)],
        _ => [],
    };

    private List<Coordinate[]> Rings(JsonElement polygon) => [.. polygon.EnumerateArray().Select(ring => Ring([.. ring.EnumerateArray().Select(i => i.GetInt32())]))];

    private Coordinate[] Ring(int[] indices)
    {
        var ring = new List<Coordinate>();
        foreach (var index in indices)
        {
            var arc = index < 0 ? arcs[~index].Reverse() : arcs[index];
            ring.AddRange(ring.Count == 0 ? arc : arc.Skip(1));
        }

        return [.. ring];
    }
}
