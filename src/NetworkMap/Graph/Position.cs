using NetworkMap.Domain.Places;

namespace NetworkMap.Graph;

/// <summary>Where an organization stands on the map of a projection: a point, or the point of a region with the radius of what is not told.</summary>
/// <param name="Point">Centre of the disc.</param>
/// <param name="Level">The level of the region that the point stands for; null for a point that is known.</param>
public readonly record struct Position(GeoPoint Point, RegionLevel? Level)
{
    /// <summary>0 for a point that is known; else a radius typical of the level, the same for everybody in the region.</summary>
    public double RadiusKm => Level is { } level ? TypicalRadiusKm(level) : 0;

    /// <summary>True when no more than the province is known: its middle stands for 126 km around it and says nothing about who is near.</summary>
    public bool IsVague => Level == RegionLevel.Province;

    /// <summary>Kilometres from here to there; null when one of the two is vague.</summary>
    public double? KilometresTo(Position there) => IsVague || there.IsVague ? null : Point.KilometresTo(there.Point);

    /// <summary>Half the width of a typical region of a level in kilometres: the square root of (area of Indonesia / number of regions / pi), 1.905 million km²
    /// over the counts of Kepmendagri 300.2.2-2138/2025, rounded.</summary>
    public static double TypicalRadiusKm(RegionLevel level) => level switch
    {
        RegionLevel.Province => 126,
        RegionLevel.Regency => 34,
        RegionLevel.District => 9,
        RegionLevel.Village => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };
}
