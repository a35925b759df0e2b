using System.Text.Json;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>A feature of a collection, as far as questions look at it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Points">Where it is, as exactly as the public may know; none where nothing is told.</param>
/// <param name="From">The first day of its time; null when that is open.</param>
/// <param name="Until">The last day of it.</param>
/// <param name="Write">Writes it as GeoJSON.</param>
internal sealed record OgcFeature(string Id, string Name, IReadOnlyList<GeoPoint> Points, DateOnly? From, DateOnly? Until, Action<Utf8JsonWriter> Write);

/// <summary>A rectangle of degrees. One whose west is east of its east goes over the date line.</summary>
internal readonly record struct OgcBox(double West, double South, double East, double North)
{
    internal bool Holds(GeoPoint point) => point.Latitude >= South && point.Latitude <= North
        && (West <= East ? point.Longitude >= West && point.Longitude <= East : point.Longitude >= West || point.Longitude <= East);
}
