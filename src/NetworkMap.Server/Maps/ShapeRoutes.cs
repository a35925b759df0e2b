using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Maps;

/// <summary>The shapes of regions, for maps that colour them.</summary>
public static class ShapeRoutes
{
    private const string MediaType = "application/geo+json";

    /// <summary>Maps the route.</summary>
    public static void MapShapes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/regions/shapes", (HttpContext context, RegionShapes shapes, TimeProvider clock) =>
        {
            var asking = Asking.Of(context);
            var asked = new Asked(context, clock);
            var level = asked.Text("level") ?? Names<RegionLevel>.Of(RegionLevel.Province);
            asked.Checks.Require(Drawn.Contains(level), "choice_unknown", "level", ("value", level), ("choices", Drawn));
            var parent = asked.Value("parent", RegionCode.Parse);
            asked.Known("parent", parent, asking.Graph);
            var at = asked.At();
            if (asked.Refusals.Count > 0 || !Names<RegionLevel>.TryParse(level, out var wanted))
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var set = shapes.Of(asking.Graph, wanted, at);
            return Answers.Bytes(context, parent is { } inside ? set.Inside(inside) : set.Whole, MediaType);
        }).WithTags("regions").WithSummary("Provinces or regencies as GeoJSON; shapes marked schematic only stand for a region.")
            .Takes(Parameter.Query("level", "Which regions; provinces when absent.", "regency", "choice_unknown") with { Choices = Drawn }, Parameter.Region("parent", "Only what lies in this region.", "34"), Parameter.At)
            .Gives("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"34.02","name":"Bantul","schematic":true},"geometry":{"type":"Polygon","coordinates":[[[110.2,-7.9],[110.5,-7.9],[110.4,-8.0],[110.2,-7.9]]]}}]}""");

    private static readonly string[] Drawn = [Names<RegionLevel>.Of(RegionLevel.Province), Names<RegionLevel>.Of(RegionLevel.Regency)];
}
