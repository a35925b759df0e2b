using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>The fewest steps from an organization to another one (<c>to</c>), whatever the ties are worth; who can introduce whom is another question.</summary>
public static class FindShortestPath
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, OrganizationId From, OrganizationId To, DateOnly At) : IRequest<ShortestPathAnswer?>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/shortest-path", async (string id, HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asking = Asking.Of(context);
        var asked = new Asked(context, clock);
        var at = asked.At();
        asked.Checks.Require(asked.Text("to") is not null, "introduction_target_missing", "to");
        var to = asked.Value("to", Ids.Parse);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var start = asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) as Organization;
        var found = start is null ? null : await mediator.Send(new Request(asking.Graph, start.Id, new OrganizationId(to!.Value), at), context.RequestAborted);
        return found is null ? Problems.Refused(Refusal.Of("element_unknown", start is null ? "id" : "to"), context) : Answers.Json(context, new
        {
            at,
            organizations = found.Organizations.Select(asking.Telling.Summary).ToList(),
            ties = found.Ties.Select(t => TieLine.Of(t, asking.Telling)).ToList(),
            cut = found.IsCut ? true : (bool?)null,
        });
    }).WithSummary("The fewest steps between two organizations.");

    internal sealed class Handler : IRequestHandler<Request, ShortestPathAnswer?>
    {
        public Task<ShortestPathAnswer?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(ShortestPath.Find(request.Graph, request.From, request.To, request.At, cancellationToken));
    }
}
