using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Introductions;

/// <summary>Who can introduce an organization to another one (<c>to</c>), to the nearest of a kind (<c>kind</c>, <c>sector</c>, <c>region</c>), or to the local
/// governments responsible for its own region (<c>responsible</c>).</summary>
public static class FindIntroductions
{
    /// <summary>The request.</summary>
    /// <param name="Graph">The projection.</param>
    /// <param name="Options">Who asks, and for whom.</param>
    /// <param name="Responsible">The local governments responsible for the region of who asks.</param>
    public sealed record Request(NetworkGraph Graph, IntroductionOptions Options, bool Responsible) : IRequest<IntroductionAnswer?>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}/introductions", async (string id, HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var responsible = asked.Flag("responsible");
        var options = Read(asked, asking.Graph, id, responsible);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is Organization organization
            ? await mediator.Send(new Request(asking.Graph, options with { From = organization.Id }, responsible), context.RequestAborted)
            : null;
        return found is null
            ? Problems.Refused(Refusal.Of("element_unknown", asking.Graph.Find(new ElementRef(ElementKind.Organization, id)) is null ? "id" : "to"), context)
            : Answers.Json(context, IntroductionsAnswer.Of(found, options, asking.Telling));
    }).WithSummary("Who can introduce an organization to another one, to the nearest of a kind, or to the local government responsible for its region.")
        .Takes(
            Parameter.Path("id", "The id of an organization.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"),
            Parameter.Query("to", "The id of the other organization; instead of kind and sector.", "b2482be5-07fd-8216-8d91-ddb2c7dc5899", "id_malformed", "introduction_target_missing", "introduction_target_doubled", "introduction_to_itself"),
            Parameter.Term("kind", "The nearest of this kind of actor.", "local_government"),
            Parameter.Term("sector", "The nearest in this sector.", "batik"),
            Parameter.Region("region", "The nearest that is responsible for, or in, this region."),
            Parameter.Query("responsible", "`true`: the local governments responsible for the region of the organization, as far as it is told: its regency's or city's first, then its province's. Instead of all of the above.", true, "parameter_malformed"),
            Parameter.Query("oneSided", "`true`: also over ties that only one side has stated, each for half of its trust; their steps say so.", false, "parameter_malformed"),
            Parameter.At,
            Parameter.AsOf)
        .Gives("""
            {"from":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},
             "target":{"id":"b2482be5-07fd-8216-8d91-ddb2c7dc5899","name":"Kantor Urusan Pekerja Rumahan Sawo Senja (contoh)","actorKind":"local_government","kindLabel":"Local government","family":"government"},
             "at":"2026-03-01",
             "paths":[{"score":0.4318,"steps":[{"tie":{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","type":"mediates_for","label":"relies on the mediation of","status":"confirmed","strength":5,"lastVerified":"2026-08-24"},
               "from":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},
               "to":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},
               "trust":0.95,"sentence":"Kelompok Canting Wedel (contoh) relies on the mediation of Federasi Pekerja Rumahan Rukun Tengah (contoh)."}]}]}
            """)
        .Refuses("element_unknown");

    private static IntroductionOptions Read(Asked asked, NetworkGraph graph, string from, bool responsible)
    {
        var to = asked.Value("to", Ids.Parse);
        var options = new IntroductionOptions
        {
            From = default,
            To = to is { } id ? new OrganizationId(id) : null,
            Kind = asked.Term("kind", Taxonomy.ActorKind, graph),
            Sector = asked.Term("sector", Taxonomy.Sector, graph),
            Region = asked.Value("region", RegionCode.Parse),
            At = asked.At(),
            WithOneSided = asked.Flag("oneSided"),
        };
        asked.Known("region", options.Region, graph);
        var nearest = options.Kind is not null || options.Sector is not null;
        asked.Checks.Require(to is not null || nearest || responsible || asked.Refusals.Count > 0, "introduction_target_missing", "to");
        asked.Checks.Require(to is null || !nearest, "introduction_target_doubled", "to");
        asked.Checks.Require(!responsible || (to is null && !nearest && options.Region is null), "introduction_target_doubled", "responsible");
        asked.Checks.Require(to is not { } other || from != other.ToString("D"), "introduction_to_itself", "to");
        return options;
    }

    internal sealed class Handler : IRequestHandler<Request, IntroductionAnswer?>
    {
        public Task<IntroductionAnswer?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(request.Responsible
                ? OwnGovernment.Find(request.Graph, request.Options, cancellationToken)
                : Graph.Algorithms.Introductions.Find(request.Graph, request.Options, cancellationToken));
    }
}
