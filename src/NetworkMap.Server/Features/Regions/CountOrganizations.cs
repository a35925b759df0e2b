using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Regions;

/// <summary>How many organizations sit in each region one level down, as far as the asker may know where they sit.</summary>
public static class CountOrganizations
{
    /// <summary>A region and how many sit in it.</summary>
    public sealed record Item(string Code, string Name, int Organizations);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/tally", async (HttpContext context, TimeProvider clock) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var parent = asked.Value("parent", RegionCode.Parse);
        asked.Known("parent", parent, asking.Graph);
        var without = asked.Choices<Family>("without");
        return asked.Refusals.Count > 0
            ? Problems.Refused(asked.Refusals, context)
            : Answers.Json(context, new { region = parent is { } code ? new { code = code.Value, name = asking.Telling.RegionName(code) } : null, items = Count(asking, parent, without) });
    }).WithSummary("How many organizations sit in each region one level down; in each province when no region is named. Retired ones do not count.")
        .Takes(Parameter.Region("parent", "The region whose parts are counted.", "34"), Parameter.Query("without", "The families that are not counted, separated by commas: " + string.Join(", ", Names<Family>.All) + ".", "government,economy", "choice_unknown"), Parameter.AsOf)
        .Gives("""{"items":[{"code":"34","name":"Daerah Istimewa Yogyakarta","organizations":66}]}""", about: "`region` is the one whose parts are counted, when one was named.");

    private static List<Item> Count(Asking asking, RegionCode? parent, IReadOnlySet<Family> without)
    {
        var level = parent is { } p ? p.Level + 1 : RegionLevel.Province;
        var counts = new Dictionary<RegionCode, int>();
        foreach (var organization in asking.Graph.All(ElementKind.Organization).Cast<Organization>())
        {
            if (organization is { Retired: null, Region: { } region } && region.Level >= level && !without.Contains(asking.Graph.FamilyOf(organization)))
            {
                counts[region.At(level)] = counts.GetValueOrDefault(region.At(level)) + 1;
            }
        }

        return
        [
            .. asking.Graph.All(ElementKind.Region).Cast<Region>()
                .Where(r => r.Code.Level == level && r.Code.Parent == parent)
                .OrderBy(r => r.Code)
                .Select(r => new Item(r.Code.Value, r.Name, counts.GetValueOrDefault(r.Code))),
        ];
    }
}
