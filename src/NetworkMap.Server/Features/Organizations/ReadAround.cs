using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>The network around an organization: who is within one to three steps, and what ties them.</summary>
public static class ReadAround
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, NeighbourhoodOptions Options) : IRequest<NeighbourhoodAnswer?>;

    /// <summary>Somebody, and how many steps away.</summary>
    public sealed record Node(OrganizationSummary Organization, int Steps);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/around", async (string id, HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = Read(asked);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is Organization organization
            ? await mediator.Send(new Request(asking.Graph, options with { Of = organization.Id }), context.RequestAborted)
            : null;
        return found is null ? Problems.Refused(Refusal.Of("element_unknown", "id"), context) : Answers.Json(context, new
        {
            at = options.At,
            nodes = found.Organizations.Select(n => new Node(asking.Telling.Summary(n.Organization), n.Steps)).ToList(),
            ties = found.Ties.Select(t => TieLine.Of(t, asking.Telling)).ToList(),
            cut = found.IsCut ? true : (bool?)null,
        });
    }).WithSummary("The network around an organization, one to three steps far.")
        .Takes(
            Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"),
            Parameter.Query("depth", "How many steps, 1 to 3; 1 when absent.", 1, "parameter_malformed", "number_out_of_range"),
            Parameter.Query("status", "`current` ties on that day, or `all`.", "current", "choice_unknown") with { Choices = ["current", "all"] },
            Parameter.At,
            Parameter.AsOf,
            Parameter.Limit(200, Neighbourhood.MostOrganizations))
        .Gives("""
            {"at":"2026-03-01","nodes":[{"organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"steps":0},{"organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"steps":1}],
             "ties":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","type":"mediates_for","label":"mediates for","from":"30eb083d-e054-8da4-a28c-4de1028e0532","to":"89ee382d-bde1-874d-9e0c-c112fa646bbd","status":"confirmed","strength":5}]}
            """, about: "`cut` is true when there was more than the limit.")
        .Refuses("element_unknown");

    private static NeighbourhoodOptions Read(Asked asked)
    {
        var status = asked.Text("status", 20) ?? "current";
        asked.Checks.Require(status is "current" or "all", "choice_unknown", "status", ("value", status), ("choices", "current, all"));
        return new NeighbourhoodOptions
        {
            Of = default,
            At = asked.At(),
            Steps = asked.Number("depth", 1, 1, Neighbourhood.MostSteps),
            Limit = asked.Number("limit", 200, 1, Neighbourhood.MostOrganizations),
            WithFormer = status == "all",
        };
    }

    internal sealed class Handler : IRequestHandler<Request, NeighbourhoodAnswer?>
    {
        public Task<NeighbourhoodAnswer?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Neighbourhood.Find(request.Graph, request.Options, cancellationToken));
    }
}
