using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>The likely duplicates among the organizations that a steward keeps, likeliest first, page by page; computed on what she may see. Those that somebody told apart are not among them.</summary>
public static class ListDuplicates
{
    private const int MostFrom = DuplicateQueue.MostPairs;

    /// <summary>Two that may be one.</summary>
    public sealed record Pair(OrganizationSummary One, OrganizationSummary Other, double Score, IReadOnlyList<ReasonAnswer> Reasons);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, DuplicateWork work, TimeProvider clock) =>
    {
        var asked = new Asked(context, clock);
        var (from, limit) = (asked.Number("from", 0, 0, MostFrom), asked.Number("limit", 20, 1, 100));
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var asking = Asking.Of(context);
        if (DuplicateRoutes.Closed(asking.Caller) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        Func<Organization, bool>? takes = asking.Caller.IsSteward ? null : o => DuplicateRoutes.Keeps(asking, o);
        var (queue, working) = await work.ForAsync(asking.Caller.Audience.Name, asking.Graph, takes, context.RequestAborted);
        var open = queue?.Page(0, MostFrom, p => IsSettled(asking.Graph, p)) ?? [];
        return Answers.Fleeting(context, new
        {
            count = open.Count,
            working = working ? true : (bool?)null,
            items = open.Skip(from).Take(limit).Select(p => Told(p, asking)).ToList(),
        });
    }).WithSummary("Organizations that are likely one, likeliest first, each pair with its score and reasons; only of those that the asker may change both.")
        .Takes(Parameter.Query("from", "How many pairs come before the page.", 0, "parameter_malformed", "number_out_of_range") with { Least = 0, Most = MostFrom }, Parameter.Limit(20, 100))
        .Gives("""{"count":1,"items":[{"one":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"other":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Kel. Canting Wedel","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"score":73,"reasons":[{"reason":"same_name","points":60,"sentence":"They have the same name."},{"reason":"same_region","points":10,"sentence":"They are in the same place."}]}]}""",
            about: "A page. `count` is how many pairs wait in all; `working` is true while the queue of the latest changes is still being made: ask again soon.")
        .Refuses("steward_only", "preview_only_looks", "not_permitted")
        .Costs(Cost.Network);

    /// <summary>Told apart, merged or ended since the queue was made.</summary>
    private static bool IsSettled(NetworkGraph graph, DuplicatePair pair) =>
        graph.Organization(pair.One) is not { Retired: null } || graph.Organization(pair.Other) is not { Retired: null } || graph.AreToldApart(pair.One, pair.Other);

    private static Pair Told(DuplicatePair pair, Asking asking) => new(
        asking.Telling.Summary(asking.Graph.Organization(pair.One)!), asking.Telling.Summary(asking.Graph.Organization(pair.Other)!), pair.Verdict.Score, ReasonAnswer.Of(pair.Verdict, asking.Telling.Language));
}
