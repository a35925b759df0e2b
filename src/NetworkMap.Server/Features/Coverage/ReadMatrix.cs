using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>The regions of a level times the terms of an axis.</summary>
public static class ReadMatrix
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, CoverageOptions Options) : IRequest<CoverageMatrix>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = CoverageAsked.Cells(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var matrix = await mediator.Send(new Request(asking.Graph, options), context.RequestAborted);
        return Answers.Json(context, Answer(matrix, options, asking.Telling));
    }).WithSummary("Which services cover which regions, how many, and what is needed.")
        .Takes(CoverageAsked.CellsTaken)
        .Gives("""
            {"axis":"hso_function","level":"province","at":"2026-03-01","terms":[{"code":"health","label":"Health care"}],
             "regions":[{"code":"35","name":"Jawa Timur","cells":[{"state":"nobody","services":0,"need":2500,"unmet":2500}]}],
             "counts":{"covered":0,"thin":0,"nobody":1,"unknown":0},"withoutNeed":0,"sentence":"0 covered, 0 thin, 1 with nobody, 0 not known yet."}
            """, about: CoverageAsked.States);

    private static object Answer(CoverageMatrix matrix, CoverageOptions options, Telling telling)
    {
        var counts = Enum.GetValues<CoverageState>().ToDictionary(s => s, matrix.Count);
        var unasked = matrix.Rows.Sum(r => r.Cells.Count(c => c.IsCoveredUnasked));
        return new
        {
            axis = Names<CoverageAxis>.Of(options.Axis),
            level = Names<RegionLevel>.Of(options.Level),
            options.At,
            terms = matrix.Terms.Select(t => ColumnAnswer.Of(t, telling)).ToList(),
            regions = matrix.Rows.Select(r => new RowAnswer(r.Region.Code.Value, r.Region.Name, r.Region.Code.Parent?.Value, [.. r.Cells.Select(c => telling.Map<CellAnswer>(c))])).ToList(),
            counts = counts.ToDictionary(c => Names<CoverageState>.Of(c.Key), c => c.Value, StringComparer.Ordinal),
            withoutNeed = unasked,
            sentence = CoverageSentences.Of(counts, unasked, telling),
        };
    }

    internal sealed class Handler : IRequestHandler<Request, CoverageMatrix>
    {
        public Task<CoverageMatrix> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Algorithms.Coverage.Matrix(request.Graph, request.Options, cancellationToken));
    }
}
