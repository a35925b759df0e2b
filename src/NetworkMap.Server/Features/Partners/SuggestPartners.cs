using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Partners;

/// <summary>Who would partner with an organization, best first, and why. The weights may be given with the question, as <c>weights.issues=0.3</c>.</summary>
public static class SuggestPartners
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, PartnerOptions Options) : IRequest<PartnerSuggestions?>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/partners", async (string id, HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = Read(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is Organization organization
            ? await mediator.Send(new Request(asking.Graph, options with { For = organization.Id }), context.RequestAborted)
            : null;
        return found is null
            ? Problems.Refused(Refusal.Of("element_unknown", "id"), context)
            : Answers.Json(context, PartnersAnswer.Of(found, options, asking.Telling));
    }).WithSummary("Who would partner with an organization, best first, and why.");

    private static PartnerOptions Read(Asked asked, NetworkGraph graph)
    {
        var options = new PartnerOptions
        {
            For = default,
            At = asked.At(),
            Weights = Weights(asked),
            Kind = asked.Term("kind", Taxonomy.ActorKind, graph),
            Issue = asked.Term("issue", Taxonomy.Issue, graph),
            Skill = asked.Term("skill", Taxonomy.Skill, graph),
            Region = asked.Value("region", RegionCode.Parse),
            RadiusKm = asked.Decimal("radiusKm", 0, 6000),
            WithCapacity = asked.Flag("withCapacity"),
            Limit = asked.Number("limit", 20, 1, PartnerOptions.MostSuggestions),
        };
        asked.Known("region", options.Region, graph);
        return options;
    }

    private static PartnerWeights Weights(Asked asked)
    {
        var changed = new Dictionary<PartnerPart, double>();
        foreach (var part in Enum.GetValues<PartnerPart>())
        {
            if (asked.Decimal("weights." + Names<PartnerPart>.Of(part), 0, 100) is { } weight)
            {
                changed[part] = weight;
            }
        }

        return asked.Refusals.Count > 0 ? PartnerWeights.Default : asked.Checks.Take("", PartnerWeights.Of(changed)) ?? PartnerWeights.Default;
    }

    internal sealed class Handler : IRequestHandler<Request, PartnerSuggestions?>
    {
        public Task<PartnerSuggestions?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Algorithms.Partners.Suggest(request.Graph, request.Options, cancellationToken));
    }
}
