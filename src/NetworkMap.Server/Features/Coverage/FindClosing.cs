using MediatR;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>Who together would close the most of some gaps, and who else could do something.</summary>
public static class FindClosing
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, ClosingOptions Options) : IRequest<ClosingAnswer>;

    /// <summary>One gap that an organization could do something for; <c>People</c> is how many of it her room would serve beside the others of the set.</summary>
    public sealed record CellItem(RegionAnswer Region, ColumnAnswer Term, string State, int? Unmet, long? People, double? Km);

    /// <summary>One organization; of many gaps those with the most people come first.</summary>
    public sealed record Item(OrganizationSummary Organization, long? Covers, long? SpareCapacity, int Count, IReadOnlyList<CellItem> Cells, IReadOnlyList<ServiceName> Services, string Sentence);

    private const int MostCells = 12;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/closing", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = new ClosingOptions
        {
            Cells = CoverageAsked.Cells(asked, asking.Graph),
            Count = asked.Number("count", 5, 1, 20),
            WithinKm = asked.Decimal("radiusKm", 1, 6000) ?? 150,
            Listed = asked.Number("limit", 10, 1, 100),
        };
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, options), context.RequestAborted);
        return Answers.Json(context, new
        {
            options.Cells.At,
            gaps = found.Gaps.Count,
            looked = found.Looked,
            unasked = found.Unasked,
            unmet = found.Unmet,
            covered = found.Covered,
            served = found.Served,
            reached = found.Reached,
            able = found.Able,
            unplaced = found.Unplaced > 0 ? found.Unplaced : (int?)null,
            sentence = ClosingSentences.Of(found, options, asking.Telling),
            guarantee = Math.Round(Closing.Guarantee, 4),
            items = found.Chosen.Select(p => Tell(p, found, asking.Telling)).ToList(),
            others = found.Others.Select(p => Tell(p, found, asking.Telling)).ToList(),
        });
    }).WithSummary("What would close gaps: the organizations that are able and near, and the set of so many that would do the most together.")
        .WithDescription($"""
            Able is who offers on the day what a gap lacks, does not cover it, and is not known to be full; near is who is within `radiusKm` of the region's point, or does it in a part of the region already. `items` is the set, each adding the most to those before: first by home workers whom its room would serve (`covers`; room counts once over all gaps of a service), then by the unmet need of the gaps it reaches, then by their number. `others` are the next, by what each would do alone. Who states no room has no `covers`; `served` is in how many gaps the set's room serves somebody, `reached` in how many it could do something. Of the `looked` cells, `unasked` have no need on record, so that nothing can be said of a gap. Of whom it is not told where they are, `unplaced` says how many: they may be near. The set is built greedily and serves at least {Closing.Guarantee:0.0%} of what the best set of that size could (`guarantee`; Nemhauser, Wolsey and Fisher 1978). Where parts of a region are served, its unmet need is a ceiling. `cells` are at most {MostCells}, `count` says of how many.
            """)
        .Takes([
            .. CoverageAsked.CellsTaken,
            Parameter.Query("count", "How many organizations the set may have, 1 to 20.", 5, "parameter_malformed", "number_out_of_range"),
            Parameter.Query("radiusKm", "How far they may be from the middle of a region, 1 to 6000; 150 when absent.", 80.5, "parameter_malformed", "number_out_of_range"),
            Parameter.Limit(10, 100),
        ])
        .Gives("""
            {"at":"2026-03-01","gaps":2,"looked":5,"unasked":0,"unmet":2900,"covered":302,"served":1,"reached":1,"able":7,"sentence":"1 organization could serve 302 of 2,900 home workers who lack it.","guarantee":0.6321,
             "items":[{"organization":{"id":"5fda822b-6904-8306-a31a-f743156a8d10","name":"Yayasan Selasih Ranum (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"},"covers":302,"spareCapacity":302,"count":1,"cells":[{"region":{"code":"34.03","name":"Kabupaten Gunungkidul","parent":"34","parentName":"Daerah Istimewa Yogyakarta"},"term":{"code":"health","label":"Health care"},"state":"nobody","unmet":2900,"people":302,"km":28}],"services":[{"id":"4d4b768a-f484-8cdc-887d-c5866fb5c77d","name":"Pemeriksaan kesehatan kelompok Gunungkidul (contoh)"}],"sentence":"Has room for 302 more people a year; could serve 302 in health care in Kabupaten Gunungkidul."}],
             "others":[]}
            """)
        .Refuses("parent_missing", "number_out_of_range");

    private static Item Tell(ClosingPick pick, ClosingAnswer found, Telling telling)
    {
        var ordered = pick.Cells.OrderByDescending(c => c.People).ThenBy(c => c.Gap).ToList();
        var cells = ordered.Take(MostCells).Select(c => (Gap: found.Gaps[c.Gap], Cell: c)).Select(c => new CellItem(
            RegionAnswer.Of(c.Gap.Region, telling), ColumnAnswer.Of(c.Gap.Term, telling), telling.Map<CellAnswer>(c.Gap.Cell).State, c.Gap.Cell.Unmet,
            pick.Spare is null && c.Cell.People == 0 ? null : c.Cell.People, c.Cell.Km is { } km ? Apart.Told(km, isApproximate: true) : null)).ToList();
        return new Item(
            telling.Summary(pick.Organization), pick.Spare is null && pick.Covers == 0 ? null : pick.Covers, pick.Spare, pick.Cells.Count, cells,
            [.. pick.Services.Select(s => new ServiceName(s.Id.ToString(), s.Name))], ClosingSentences.Of(pick, found, telling));
    }

    internal sealed class Handler : IRequestHandler<Request, ClosingAnswer>
    {
        public Task<ClosingAnswer> Handle(Request request, CancellationToken cancellationToken) => Task.FromResult(Closing.Of(request.Graph, request.Options, cancellationToken));
    }
}
