namespace NetworkMap.Domain.Places;

/// <summary>A point of the earth in WGS 84 degrees, longitude first.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>Mean radius of the earth in kilometres (IUGG).</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance in kilometres by the haversine formula (Sinnott 1984); good to 0.5 % on the ellipsoid.</summary>
    public double KilometresTo(GeoPoint other)
    {
        const double radian = Math.PI / 180;
        var dLat = (other.Latitude - Latitude) * radian;
        var dLon = (other.Longitude - Longitude) * radian;
        var sinLat = Math.Sin(dLat / 2);
        var sinLon = Math.Sin(dLon / 2);
        var h = (sinLat * sinLat) + (Math.Cos(Latitude * radian) * Math.Cos(other.Latitude * radian) * sinLon * sinLon);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The point of a written form, null without one; refuses what is outside of the map, and says when the two were swapped.</summary>
    public static GeoPoint? From(Checks checks, string field, GeoPointDraft? draft)
    {
        if (draft is null)
        {
            return null;
        }

        var under = field.Length == 0 ? "" : field + ".";
        checks.Require(draft.Longitude is not null, "number_missing", under + "longitude");
        checks.Require(draft.Latitude is not null, "number_missing", under + "latitude");
        if (draft is not { Longitude: { } longitude, Latitude: { } latitude })
        {
            return null;
        }

        if (Math.Abs(latitude) > 85.06 && Math.Abs(latitude) <= 180 && Math.Abs(longitude) <= 85.06)
        {
            checks.Refuse("coordinates_swapped", field, ("longitude", longitude), ("latitude", latitude));
        }
        else
        {
            checks.Require(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 85.06, "coordinates_outside", field, ("longitude", longitude), ("latitude", latitude));
        }

        return new GeoPoint(longitude, latitude);
    }

    internal GeoPointDraft ToDraft() => new() { Longitude = Longitude, Latitude = Latitude };
}

/// <summary>The written form of <see cref="GeoPoint"/>.</summary>
public sealed record GeoPointDraft
{
    /// <summary>Degrees east, -180 to 180.</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north, -85.06 to 85.06 (the Mercator map's end).</summary>
    public double? Latitude { get; init; }

    /// <summary>For a region: true when computed, not stated by a source.</summary>
    public bool? Derived { get; init; }
}
