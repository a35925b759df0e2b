using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Maps;

/// <summary>The ties of everybody in a part of the map, as lines between where they are drawn.</summary>
public static class TieRoutes
{
    private const int MostTies = 500;

    /// <summary>Where a line begins or ends: no closer than the asker may know.</summary>
    public sealed record End(string Id, double Longitude, double Latitude);

    /// <summary>A tie as a line.</summary>
    /// <param name="Strength">1 to 5; null when unknown.</param>
    /// <param name="Symmetric">True when it has no direction.</param>
    public sealed record Line(string Id, string Label, string Status, int? Strength, bool? Symmetric, End From, End To);

    /// <summary>Maps the route.</summary>
    public static void MapTiesInView(this IEndpointRouteBuilder routes) => routes.MapGet("/api/map/ties", async (HttpContext context, TimeProvider clock) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = new TiesInViewOptions
        {
            In = new MapRectangle(asked.NeededDecimal("west", -180, 180), asked.NeededDecimal("south", -90, 90), asked.NeededDecimal("east", -180, 180), asked.NeededDecimal("north", -90, 90)),
            At = asked.At(),
            Limit = asked.Number("limit", 200, 1, MostTies),
        };
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = TiesInView.Find(asking.Graph, options, context.RequestAborted);
        return Answers.Json(context, new { at = options.At, items = found.Ties.Select(t => Draw(t, asking)).ToList(), cut = found.IsCut ? true : (bool?)null });
    }).WithTags("map").WithSummary("The ties of everybody who stands in a rectangle of the map, as lines.")
        .Takes(Parameter.NeededDecimal("west", "Where it begins, in degrees east.", 110.2), Parameter.NeededDecimal("south", "Where it begins, in degrees north.", -8), Parameter.NeededDecimal("east", "Where it ends, in degrees east.", 110.6), Parameter.NeededDecimal("north", "Where it ends, in degrees north.", -7.6), Parameter.At, Parameter.AsOf, Parameter.Limit(200, MostTies))
        .Gives(
            """{"at":"2026-03-01","items":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","label":"mediates for","status":"confirmed","strength":5,"from":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","longitude":110.43,"latitude":-6.99},"to":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","longitude":110.36,"latitude":-7.88}}]}""",
            about: "Ties with both ends in the rectangle come first, then the strongest. `cut` is true when there are more; where there are far too many, none is told.");

    private static Line Draw(Tie tie, Asking asking) => new(
        tie.Id.ToString(),
        asking.Telling.TieLabel(tie.Type, reverse: false),
        Names<TieStatus>.Of(tie.Status),
        tie.Strength == 0 ? null : tie.Strength,
        asking.Graph.Term(Taxonomy.TieType, tie.Type)?.Tie is { Symmetric: true } ? true : null,
        EndOf(tie.From, asking),
        EndOf(tie.To, asking));

    private static End EndOf(OrganizationId organization, Asking asking)
    {
        var point = asking.Graph.PositionOf(asking.Graph.HandleOf(organization))!.Value.Point;
        return new End(organization.ToString(), point.Longitude, point.Latitude);
    }
}
