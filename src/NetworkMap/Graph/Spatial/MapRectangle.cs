using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Spatial;

/// <summary>A rectangle of the map, in degrees; one that ends before it begins holds nothing.</summary>
public readonly record struct MapRectangle(double West, double South, double East, double North)
{
    /// <summary>The map ends here to the north and to the south.</summary>
    private const double LastLatitude = 85;

    /// <summary>The steps of <see cref="MapMark"/> at which it begins and ends.</summary>
    internal (uint West, uint North, uint East, uint South) Steps()
    {
        var (first, last) = (Mark(West, North), Mark(East, South));
        return (first.X, first.Y, last.X, last.Y);
    }

    private static MapMark Mark(double longitude, double latitude) =>
        new(new GeoPoint(Math.Clamp(longitude, -180, 180), Math.Clamp(latitude, -LastLatitude, LastLatitude)), default);
}
