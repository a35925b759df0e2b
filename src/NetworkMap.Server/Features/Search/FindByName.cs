using MediatR;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Search;

/// <summary>Organizations, regions and services by what somebody typed, best first.</summary>
public static class FindByName
{
    /// <summary>Whose name only resembles what was typed comes behind those who are where it says.</summary>
    private const double AsCalled = 0.6;

    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, string Text, FoundKind? Kind, int Limit) : IRequest<IReadOnlyList<Found>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/search", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var text = asked.Checks.Text("q", context.Request.Query["q"].LastOrDefault(), NameSearch.LongestText);
        var kind = asked.Text("kind") is { } name ? asked.Checks.Choice("kind", name, FoundKind.Organization) : default(FoundKind?);
        var limit = asked.Number("limit", 10, 1, NameSearch.MostFound);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, text, kind, limit), context.RequestAborted);
        return Answers.Json(context, new { items = found.Select(f => FoundAnswer.Of(f, text, asking.Telling)).ToList() });
    }).WithSummary("Organizations, regions and services by name, acronym or abbreviation, forgiving typing errors; best first. Asked for organizations alone, also those with their seat in a region of that name.")
        .Takes(
            Parameter.Query("q", "What somebody typed.", "yasanti", "text_missing") with { Required = true },
            Parameter.Query("kind", "Only this kind.", "organization", "choice_unknown") with { Choices = Names<FoundKind>.All },
            Parameter.AsOf,
            Parameter.Limit(10, NameSearch.MostFound))
        .Gives("""{"items":[{"kind":"organization","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","score":0.93,"context":"Home-worker organization · Sewon · Kabupaten Bantul","actorKind":"home_worker_organization","family":"home_workers","position":{"longitude":110.35246,"latitude":-7.85616,"radiusKm":9,"precision":"district"}}]}""");

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<Found>>
    {
        public Task<IReadOnlyList<Found>> Handle(Request request, CancellationToken cancellationToken)
        {
            var named = NameSearch.Find(request.Graph, request.Text, request.Kind, request.Limit);
            return Task.FromResult(request.Kind == FoundKind.Organization ? WithThoseThere(named, request) : named);
        }

        /// <summary>Where only organizations are asked for, no region stands among the answers that would lead to those in it.</summary>
        private static IReadOnlyList<Found> WithThoseThere(IReadOnlyList<Found> named, Request request) => named.Count >= request.Limit
            ? named
            : [.. named.Where(f => f.Score >= AsCalled).Concat(SeatSearch.Find(request.Graph, request.Text, request.Limit)).Concat(named).DistinctBy(f => f.Handle).Take(request.Limit)];
    }
}
