using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Maps;

/// <summary>Outlines of regions out of a TopoJSON or GeoJSON file: every polygon or multipolygon whose property <c>code</c> is a region code.</summary>
internal static class OutlineFile
{
    private static readonly GeometryFactory Earth = new(new PrecisionModel(), 4326);

    /// <summary>The outlines, each valid.</summary>
    /// <exception cref="InvalidDataException">The file is neither, or has no outline with a region code.</exception>
    internal static IReadOnlyDictionary<RegionCode, Geometry> Read(Stream file, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var root = document.RootElement;
            var found = root.GetProperty("type").GetString() switch
            {
                "Topology" => new TopologyReader(root).Objects().Select(o => (Properties(o.Object), o.Coordinates)),
                "FeatureCollection" => root.GetProperty("features").EnumerateArray().Select(f => (Properties(f), Coordinates(f.GetProperty("geometry")))),
                var other => throw new InvalidDataException($"{name} is of type {other}; a Topology or a FeatureCollection is expected."),
            };
            var outlines = new Dictionary<RegionCode, Geometry>();
            foreach (var (properties, polygons) in found)
            {
                if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("code", out var text) && RegionCode.Parse(text.ToString()).TryValue(out var code) && polygons.Count > 0)
                {
                    outlines[code] = Valid(polygons);
                }
            }

            return outlines.Count > 0 ? outlines : throw new InvalidDataException($"{name} has no outline with a region code in its property code.");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{name} cannot be read as TopoJSON or GeoJSON: {failure.Message}", failure);
        }
    }

    private static JsonElement Properties(JsonElement feature) => feature.TryGetProperty("properties", out var properties) ? properties : default;

    private static List<List<Coordinate[]>> Coordinates(JsonElement geometry)
    {
        var polygons = geometry.ValueKind == JsonValueKind.Null ? [] : geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [geometry.GetProperty("coordinates")],
            "MultiPolygon" => geometry.GetProperty("coordinates").EnumerateArray().ToArray(),
            _ => Array.Empty<JsonElement>(),
        };
        return [.. polygons.Select(p => p.EnumerateArray().Select(ring => ring.EnumerateArray().Select(c => new Coordinate(c[0].GetDouble(), c[1].GetDouble())).ToArray()).ToList())];
    }

    private static Geometry Valid(List<List<Coordinate[]>> polygons)
    {
        var drawn = polygons.Select(rings => Earth.CreatePolygon(Earth.CreateLinearRing(rings[0]), [.. rings.Skip(1).Select(Earth.CreateLinearRing)]));
        var whole = Earth.CreateMultiPolygon([.. drawn]);
        return whole.IsValid ? whole : GeometryFixer.Fix(whole);
    }
}
