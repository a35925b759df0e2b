using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>Who does elsewhere, or for parts of its region, what a cell lacks, nearest first.</summary>
public static class FindHelp
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, CoverageAxis Axis, RegionCode Region, Code Term, DateOnly At, int Limit) : IRequest<IReadOnlyList<CoverageHelp>?>;

    /// <summary>One organization.</summary>
    public sealed record Item(OrganizationSummary Organization, double? Km, int? SpareCapacity, int? WouldCover, IReadOnlyList<ServiceName> Services, IReadOnlyList<RegionAnswer>? Inside, string Sentence);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/helpers", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var (axis, region, term, at) = CoverageAsked.Cell(asked, asking.Graph);
        var limit = asked.Number("limit", 10, 1, 100);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, axis, region, term, at, limit), context.RequestAborted);
        return found is null
            ? Problems.Refused(Refusal.Of("element_unknown", "region"), context)
            : Answers.Json(context, new { at, items = found.Select(h => Tell(h, asking.Telling.RegionName(region) ?? region.Value, asking.Telling)).ToList() });
    }).WithSummary("Who does elsewhere what a cell lacks, and how much of the need they would cover.")
        .Takes([.. CoverageAsked.CellTaken, Parameter.Limit(10, 100)])
        .Gives("""
            {"at":"2026-03-01","items":[{"organization":{"id":"5fda822b-6904-8306-a31a-f743156a8d10","name":"Yayasan Selasih Ranum (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"},"km":28,"spareCapacity":302,"services":[{"id":"4d4b768a-f484-8cdc-887d-c5866fb5c77d","name":"Pemeriksaan kesehatan kelompok Gunungkidul (contoh)"}],"sentence":"Offers this about 28 km from the middle of Kabupaten Gunungkidul; has room for 302 more people a year."}]}
            """)
        .Refuses("text_missing", "element_unknown");

    private static Item Tell(CoverageHelp help, string region, Telling telling) => new(
        telling.Summary(help.Organization),
        help.Km is { } km ? Apart.Told(km, isApproximate: true) : null,
        help.SpareCapacity,
        help.WouldCover,
        [.. help.Services.Select(s => new ServiceName(s.Id.ToString(), s.Name))],
        help.Inside.Count == 0 ? null : [.. help.Inside.Select(r => RegionAnswer.Of(r, telling))],
        CoverageSentences.Of(help, region, telling));

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<CoverageHelp>?>
    {
        public Task<IReadOnlyList<CoverageHelp>?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Algorithms.Coverage.Helpers(request.Graph, request.Axis, request.Region, request.Term, request.At, request.Limit, cancellationToken));
    }
}
