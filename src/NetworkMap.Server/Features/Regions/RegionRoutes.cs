using NetworkMap.Domain.Places;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Regions;

/// <summary>What is asked of regions beside reading and writing them.</summary>
public static class RegionRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapRegions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/regions").WithTags("regions");
        CountOrganizations.Map(group);
        MapPath(group);
    }

    private static void MapPath(IEndpointRouteBuilder group) =>
        group.MapGet("/{code}/path", async (string code, HttpContext context, TimeProvider clock, ElementForms forms) =>
        {
            var asked = new Asked(context, clock);
            var asking = await Asking.OfAsync(context, asked);
            var region = asked.Checks.Take("code", RegionCode.Parse(code));
            return asked.Refusals.Count == 0
                ? Answers.Json(context, new { items = Path(region).Select(asking.Graph.Region).OfType<Region>().Select(r => forms.Write(r, asking)).ToList() })
                : Problems.Refused(asked.Refusals, context);
        }).WithSummary("A region and those that hold it, from the province down.")
        .Takes(Parameter.Path("code", "A Kemendagri code.", "33.74"), Parameter.AsOf)
        .Gives("""{"items":[{"kind":"region","name":"Jawa Tengah","regionKind":"province","bps":"33","id":"33","level":"province"},{"kind":"region","name":"Kota Semarang","regionKind":"city","bps":"3374","id":"33.74","level":"regency"}]}""")
        .Refuses("region_code_malformed");

    private static IEnumerable<RegionCode> Path(RegionCode code) =>
        Enum.GetValues<RegionLevel>().Where(level => level <= code.Level).Select(code.At);
}
