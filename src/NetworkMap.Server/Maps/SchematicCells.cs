using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;
using NetTopologySuite.Precision;
using NetTopologySuite.Triangulate;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Maps;

/// <summary>Regencies drawn without their boundaries: each gets the part of its province that is nearest to its point (Voronoi cells, clipped to the province).
/// Good for colours on a map of the country, wrong wherever a real boundary is meant, and labelled so.</summary>
internal static class SchematicCells
{
    private const double Apart = 0.005;

    private static readonly GeometryPrecisionReducer Thousandths = new(new PrecisionModel(1000)) { RemoveCollapsedComponents = true };

    /// <summary>A shape with its corners on thousandths of a degree, about 100 m, and valid there: the outlines are no better than 300 m.</summary>
    internal static Geometry Coarse(Geometry shape) => Thousandths.Reduce(shape);

    /// <summary>A cell for every region with a point, in the order given; together they are the province.</summary>
    internal static IReadOnlyList<(Region Region, Geometry Cell)> Of(Geometry province, IReadOnlyList<Region> regions)
    {
        var sites = new List<Coordinate>();
        foreach (var region in regions)
        {
            sites.Add(SiteOf(region, province, sites));
        }

        return sites.Count == 1 ? [(regions[0], province)] : [.. Voronoi(province, sites).Select((cell, i) => (regions[i], Clip(cell, province)))];
    }

    private static IEnumerable<Geometry> Voronoi(Geometry province, List<Coordinate> sites)
    {
        var frame = province.EnvelopeInternal.Copy();
        frame.ExpandBy(1 + frame.Diameter);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = frame };
        builder.SetSites(sites);
        var cells = builder.GetDiagram(province.Factory).Geometries.ToDictionary(c => (Coordinate)c.UserData);
        return sites.Select(s => cells[s]);
    }

    private static Geometry Clip(Geometry cell, Geometry province) => Coarse(cell.Intersection(province));

    /// <summary>The region's point, or, when the outlines leave it in the sea, the nearest of the province; never where another region stands already.</summary>
    private static Coordinate SiteOf(Region region, Geometry province, List<Coordinate> taken)
    {
        var point = province.Factory.CreatePoint(new Coordinate(region.Point!.Value.Longitude, region.Point.Value.Latitude));
        var wanted = province.Covers(point) ? point.Coordinate : DistanceOp.NearestPoints(province, point)[0];
        var site = wanted;
        for (var turn = 1; taken.Exists(t => t.Distance(site) < Apart) || (turn > 1 && !province.Covers(province.Factory.CreatePoint(site))); turn++)
        {
            // Outwards on a spiral by the golden angle, so that every direction is tried early.
            site = new Coordinate(wanted.X + (Apart * Math.Sqrt(turn) * Math.Cos(turn * 2.39996)), wanted.Y + (Apart * Math.Sqrt(turn) * Math.Sin(turn * 2.39996)));
        }

        return site;
    }
}
