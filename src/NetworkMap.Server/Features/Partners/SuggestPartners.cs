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
    }).WithSummary("Who would partner with an organization, best first, and why.")
        .Takes(
        [
            Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"),
            Parameter.Term("kind", "Only this kind of actor.", "university"),
            Parameter.Term("issue", "Only those who work on this issue.", "piece_rate"),
            Parameter.Term("skill", "Only those who offer this skill.", "osh_training"),
            Parameter.Region("region", "Only those in this region."),
            Parameter.Query("radiusKm", "Only those within so many kilometres, 0 to 6000.", 50.5, "parameter_malformed", "number_out_of_range"),
            Parameter.Query("withCapacity", "Only those whose services have room.", true, "parameter_malformed"),
            .. Enum.GetValues<PartnerPart>().Select(p => Parameter.Query("weights." + Names<PartnerPart>.Of(p), $"The weight of the part `{Names<PartnerPart>.Of(p)}` of the score, 0 to 100.", PartnerWeights.Default[p], "parameter_malformed", "number_out_of_range")),
            Parameter.At, Parameter.AsOf, Parameter.Limit(20, PartnerOptions.MostSuggestions),
        ])
        .Gives("""
            {"organization":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},
             "at":"2026-03-01",
             "weights":{"issues":0.22,"offers":0.22,"needs":0.12,"nearness":0.14,"regions":0.1,"mutual":0.12,"verified":0.04,"capacity":0.04},
             "items":[{"organization":{"id":"408ee8b1-0415-81c6-b6f4-4edaf714f59f","name":"Yayasan Napas Lega (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"},
               "score":0.865,
               "parts":[{"part":"nearness","value":0.9142,"score":0.128,"facts":[{"fact":"same_region","region":"34.02","regionName":"Kabupaten Bantul"},{"fact":"distance","km":7,"approximate":true}],"sentence":"Both in Kabupaten Bantul; about 7 km apart."}],
               "sentence":"Offers what you need: safety and health training; both in Kabupaten Bantul; about 7 km apart."}]}
            """)
        .Refuses("element_unknown", "weights_all_zero");

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
