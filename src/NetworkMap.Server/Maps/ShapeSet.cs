using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Maps;

/// <summary>A region and its shape; <c>Schematic</c> when the shape only stands for it.</summary>
internal readonly record struct DrawnRegion(Region Region, Geometry Shape, bool Schematic);

/// <summary>The shapes of the regions of a level as GeoJSON (RFC 7946), each with <c>code</c>, <c>name</c> and <c>schematic</c>: true for a shape that only stands for
/// the region.</summary>
internal sealed class ShapeSet(IReadOnlyList<DrawnRegion> shapes)
{
    private const int Decimals = 3;
    private readonly Lazy<byte[]> whole = new(() => Write(shapes));

    /// <summary>The regions that have a shape.</summary>
    internal IEnumerable<RegionCode> Codes => shapes.Select(s => s.Region.Code);

    /// <summary>All of them.</summary>
    internal byte[] Whole => whole.Value;

    /// <summary>Those inside a region.</summary>
    internal byte[] Inside(RegionCode parent) => Write(shapes.Where(s => parent.Holds(s.Region.Code)));

    /// <summary>The region that is nearest to a point, and how many kilometres it is to its edge: 0 in it. Null when no region has a shape.</summary>
    internal (Region Region, double Km)? Nearest(GeoPoint to)
    {
        (Region Region, double Km)? best = null;
        foreach (var (region, shape, _) in shapes)
        {
            var point = shape.Factory.CreatePoint(new Coordinate(to.Longitude, to.Latitude));
            var edge = DistanceOp.NearestPoints(shape, point)[0];
            var km = to.KilometresTo(new GeoPoint(edge.X, edge.Y));
            if (best is not { } held || km < held.Km)
            {
                best = (region, km);
            }
        }

        return best;
    }

    private static byte[] Write(IEnumerable<DrawnRegion> shapes)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var (region, shape, schematic) in shapes)
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
