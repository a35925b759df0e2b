using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Maps;

/// <summary>Where a point lies: on the land of which province, or how far from it.</summary>
public static class LandRoutes
{
    /// <summary>Kilometres from an outline within which a point may well be on land: outlines are simplified, and who asks rounds the point.</summary>
    private const double Coast = 3;

    /// <summary>Maps the route.</summary>
    public static void MapLand(this IEndpointRouteBuilder routes) => routes.MapGet("/api/regions/land", (HttpContext context, RegionShapes shapes, TimeProvider clock) =>
    {
        var asking = Asking.Of(context);
        var asked = new Asked(context, clock);
        var (longitude, latitude) = (asked.NeededDecimal("longitude", -180, 180), asked.NeededDecimal("latitude", -90, 90));
        var at = asked.At();
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = shapes.Of(asking.Graph, RegionLevel.Province, at).Nearest(new GeoPoint(longitude, latitude));
        return Answers.Json(context, new { at, region = found is { } one ? new Province(one.Region.Code.Value, one.Region.Name) : null, off = found?.Km > Coast ? Math.Round(found.Value.Km) : (double?)null });
    }).WithTags("regions").WithSummary("The province that is nearest to a point, and how far off its land the point lies.")
        .Takes(Parameter.NeededDecimal("longitude", "Degrees east.", 110.4), Parameter.NeededDecimal("latitude", "Degrees north.", -5.5), Parameter.At)
        .Gives(
            """{"at":"2026-03-01","region":{"code":"33","name":"Jawa Tengah"},"off":96}""",
            about: "`off` is in kilometres, and absent where the point is on land or so near to it that our outlines cannot tell. A point that is off the land is in the sea, or in another country.");

    /// <summary>A province by its code and name.</summary>
    private sealed record Province(string Code, string Name);
}
