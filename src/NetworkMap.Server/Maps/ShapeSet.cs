using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Maps;

/// <summary>The shapes of the regions of a level as GeoJSON (RFC 7946), each with <c>code</c>, <c>name</c> and <c>schematic</c>: true for a shape that only stands for
/// the region.</summary>
internal sealed class ShapeSet(IReadOnlyList<(Region Region, Geometry Shape)> shapes, bool schematic)
{
    private const int Decimals = 3;
    private readonly Lazy<byte[]> whole = new(() => Write(shapes, schematic));

    /// <summary>The regions that have a shape.</summary>
    internal IEnumerable<RegionCode> Codes => shapes.Select(s => s.Region.Code);

    /// <summary>All of them.</summary>
    internal byte[] Whole => whole.Value;

    /// <summary>Those inside a region.</summary>
    internal byte[] Inside(RegionCode parent) => Write(shapes.Where(s => parent.Holds(s.Region.Code)), schematic);

    private static byte[] Write(IEnumerable<(Region Region, Geometry Shape)> shapes, bool schematic)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var (region, shape) in shapes)
            {
                Write(json, region, shape, schematic);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Region region, Geometry shape, bool schematic)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", region.Code.Value);
        json.WriteString("name", region.Name);
        json.WriteBoolean("schematic", schematic);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                Write(json, polygon);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        Write(json, polygon.ExteriorRing.CoordinateSequence, counterclockwise: true);
        foreach (var hole in polygon.InteriorRings)
        {
            Write(json, hole.CoordinateSequence, counterclockwise: false);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CoordinateSequence ring, bool counterclockwise)
    {
        var turned = Orientation.IsCCW(ring) != counterclockwise;
        var last = (X: double.NaN, Y: double.NaN);
        json.WriteStartArray();
        for (var i = 0; i < ring.Count; i++)
        {
            var at = turned ? ring.Count - 1 - i : i;
            var (x, y) = (Math.Round(ring.GetX(at), Decimals), Math.Round(ring.GetY(at), Decimals));
            if ((x, y) == last)
            {
                continue;
            }

            last = (x, y);
            json.WriteStartArray();
            json.WriteNumberValue(x);
            json.WriteNumberValue(y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
