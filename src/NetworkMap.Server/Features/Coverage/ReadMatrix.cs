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
    public sealed record Request(NetworkGraph Graph, CoverageOptions Options) : IRequest<(CoverageMatrix Matrix, IReadOnlyList<int[]> Partly)>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = CoverageAsked.Cells(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var (matrix, partly) = await mediator.Send(new Request(asking.Graph, options), context.RequestAborted);
        return Answers.Json(context, Answer(matrix, partly, options, asking.Telling));
    }).WithSummary("Which services cover which regions, how many, and what is needed.")
        .Takes(CoverageAsked.CellsTaken)
        .Gives("""
            {"axis":"hso_function","level":"province","at":"2026-03-01","terms":[{"code":"health","label":"Health care"}],
             "regions":[{"code":"35","name":"Jawa Timur","cells":[{"state":"nobody","services":0,"need":2500,"unmet":2500,"partly":6}]}],
             "counts":{"covered":0,"thin":0,"nobody":1,"unknown":0},"withoutNeed":0,"withParts":1,"sentence":"0 covered, 0 thin, 1 with nobody, 0 not known yet. In 1 that nobody covers as a whole, a part is served."}
            """, about: CoverageAsked.States);

    private static object Answer(CoverageMatrix matrix, IReadOnlyList<int[]> partly, CoverageOptions options, Telling telling)
    {
        var counts = Enum.GetValues<CoverageState>().ToDictionary(s => s, matrix.Count);
        var unasked = matrix.Rows.Sum(r => r.Cells.Count(c => c.IsCoveredUnasked));
        var served = partly.Sum(r => r.Count(c => c > 0));
        return new
        {
            axis = Names<CoverageAxis>.Of(options.Axis),
            level = Names<RegionLevel>.Of(options.Level),
            options.At,
            terms = matrix.Terms.Select(t => ColumnAnswer.Of(t, telling)).ToList(),
            regions = matrix.Rows.Select((r, row) => new RowAnswer(r.Region.Code.Value, r.Region.Name, r.Region.Code.Parent?.Value, [.. r.Cells.Select((c, column) => Tell(c, partly[row][column], telling))])).ToList(),
            counts = counts.ToDictionary(c => Names<CoverageState>.Of(c.Key), c => c.Value, StringComparer.Ordinal),
            withoutNeed = unasked,
            withParts = served,
            sentence = CoverageSentences.Of(counts, unasked, served, telling),
        };
    }

    private static CellAnswer Tell(CoverageCell cell, int partly, Telling telling)
    {
        var answer = telling.Map<CellAnswer>(cell);
        return partly == 0 ? answer : answer with { Partly = partly };
    }

    internal sealed class Handler : IRequestHandler<Request, (CoverageMatrix Matrix, IReadOnlyList<int[]> Partly)>
    {
        public Task<(CoverageMatrix Matrix, IReadOnlyList<int[]> Partly)> Handle(Request request, CancellationToken cancellationToken)
        {
            var matrix = Graph.Algorithms.Coverage.Matrix(request.Graph, request.Options, cancellationToken);
            return Task.FromResult((matrix, Graph.Algorithms.Coverage.Partly(request.Graph, request.Options, matrix, cancellationToken)));
        }
    }
}
