using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>Who may already be the organization that somebody is about to add, with why. It sees what the asker sees, and nothing more.</summary>
public static class FindAlike
{
    private const int Most = 5;

    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, string Name, string? Acronym, RegionCode? Region, int Limit) : IRequest<IReadOnlyList<Lookalike>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/alike", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var name = asked.Checks.Text("name", context.Request.Query["name"].LastOrDefault(), NameSearch.LongestText);
        var request = new Request(asking.Graph, name, asked.Text("acronym", 40), asked.Value("region", RegionCode.Parse), asked.Number("limit", Most, 1, Most));
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(request, context.RequestAborted);
        return Answers.Json(context, new { items = found.Select(l => new { organization = asking.Telling.Summary(l.Organization), reasons = l.Reasons.Select(Names<Likening>.Of).ToList() }).ToList() });
    }).WithSummary("Organizations that may be the one of this name, so that nobody is added twice; most alike first.")
        .Takes(
            Parameter.Query("name", "The name of the organization.", "Kelompok Canting Wedel", "text_missing") with { Required = true },
            Parameter.Query("acronym", "Its acronym.", "KCW"),
            Parameter.Query("region", "Where it is.", "34.02", "region_code_malformed"),
            Parameter.AsOf,
            Parameter.Limit(Most, Most))
        .Gives("""{"items":[{"organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"reasons":["similar_name","same_region"]}]}""");

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<Lookalike>>
    {
        public Task<IReadOnlyList<Lookalike>> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Lookalikes.Find(request.Graph, request.Name, request.Acronym, request.Region, request.Limit));
    }
}
