using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace NetworkMap.Server.Maps;

/// <summary>Several outlines as one.</summary>
internal static class Outlines
{
    /// <summary>Square degrees, about 6 km²: what is smaller between neighbours that were simplified apart is a gap, and no lake.</summary>
    private const double Gap = 0.0005;

    /// <summary>What the outlines cover together, without the lines between them and without the gaps there.</summary>
    internal static Geometry Together(IReadOnlyCollection<Geometry> outlines)
    {
        var whole = OverlayNGRobust.Union(outlines);
        var parts = Enumerable.Range(0, whole.NumGeometries).Select(whole.GetGeometryN).OfType<Polygon>().Select(Closed).ToArray();
        return whole.Factory.CreateMultiPolygon(parts);
    }

    private static Polygon Closed(Polygon part) =>
        part.Factory.CreatePolygon((LinearRing)part.ExteriorRing, [.. part.InteriorRings.Cast<LinearRing>().Where(hole => part.Factory.CreatePolygon(hole).Area >= Gap)]);
}
