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
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, string Text, FoundKind? Kind, int Limit) : IRequest<IReadOnlyList<Found>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/search", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asking = Asking.Of(context);
        var asked = new Asked(context, clock);
        var text = asked.Checks.Text("q", context.Request.Query["q"].LastOrDefault(), NameSearch.LongestText);
        var kind = asked.Text("kind") is { } name ? asked.Checks.Choice("kind", name, FoundKind.Organization) : default(FoundKind?);
        var limit = asked.Number("limit", 10, 1, NameSearch.MostFound);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, text, kind, limit), context.RequestAborted);
        return Answers.Json(context, new { items = found.Select(f => FoundAnswer.Of(f, asking.Telling)).ToList() });
    }).WithSummary("Organizations, regions and services by name, acronym or abbreviation, forgiving typing errors; best first.");

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<Found>>
    {
        public Task<IReadOnlyList<Found>> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(NameSearch.Find(request.Graph, request.Text, request.Kind, request.Limit));
    }
}
