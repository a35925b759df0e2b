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
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
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
    }).WithSummary("The fewest steps between two organizations.")
        .Takes(
            Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"),
            Parameter.Query("to", "The id of the other organization.", "30eb083d-e054-8da4-a28c-4de1028e0532", "id_malformed", "introduction_target_missing") with { Required = true },
            Parameter.At,
            Parameter.AsOf)
        .Gives("""
            {"at":"2026-03-01","organizations":[{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"}],
             "ties":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","type":"mediates_for","label":"mediates for","from":"30eb083d-e054-8da4-a28c-4de1028e0532","to":"89ee382d-bde1-874d-9e0c-c112fa646bbd","status":"confirmed","strength":5}]}
            """, about: "Both ends and who is between, in order; nobody when nothing joins them.")
        .Refuses("element_unknown");

    internal sealed class Handler : IRequestHandler<Request, ShortestPathAnswer?>
    {
        public Task<ShortestPathAnswer?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(ShortestPath.Find(request.Graph, request.From, request.To, request.At, cancellationToken));
    }
}
