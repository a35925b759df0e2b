using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Spatial;

/// <summary>What of an organization is counted on the map: its point on the unit square of Web Mercator in steps of 2^-32 (a centimetre at the equator), and its
/// family. The default is nobody on the map.</summary>
internal readonly record struct MapMark
{
    private const double Steps = 4294967296;

    internal MapMark(GeoPoint point, Family family)
    {
        var (x, y) = MapGrid.Mercator(point);
        (X, Y, Shown, Family) = (Step(x), Step(y), true, family);
    }

    internal bool Shown { get; }

    internal uint X { get; }

    internal uint Y { get; }

    internal Family Family { get; }

    private static uint Step(double part) => (uint)Math.Clamp(part * Steps, 0, Steps - 1);
}
