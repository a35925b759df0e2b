using NetworkMap.Domain.Places;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Regions;

/// <summary>What is asked of regions beside reading and writing them.</summary>
public static class RegionRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapRegions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/regions/{code}/path", (string code, HttpContext context, ElementForms forms) =>
        {
            var asking = Asking.Of(context);
            var outcome = RegionCode.Parse(code);
            return outcome.TryValue(out var region)
                ? Answers.Json(context, new { items = Path(region).Select(asking.Graph.Region).OfType<Region>().Select(r => forms.Write(r, asking)).ToList() })
                : Problems.Refused(outcome.Refusals, context);
        }).WithTags("regions").WithSummary("A region and those that hold it, from the province down.");

    private static IEnumerable<RegionCode> Path(RegionCode code) =>
        Enum.GetValues<RegionLevel>().Where(level => level <= code.Level).Select(code.At);
}
