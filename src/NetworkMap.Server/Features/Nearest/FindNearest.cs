using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Spatial;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Nearest;

/// <summary>Who is nearest to an organization (<c>near</c>) or to a point (<c>longitude</c>, <c>latitude</c>), of everybody or of those that a filter leaves.</summary>
public static class FindNearest
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, NearestOptions Options) : IRequest<IReadOnlyList<NearOrganization>>;

    /// <summary>One of the nearest.</summary>
    public sealed record Item(OrganizationSummary Organization, double Km, bool? Approximate);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = Read(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, options), context.RequestAborted);
        return Answers.Json(context, new
        {
            at = options.At,
            items = found.Select(n => new Item(asking.Telling.Summary(n.Organization), Apart.Told(n.Km, n.IsApproximate), n.IsApproximate ? true : null)).ToList(),
        });
    }).WithSummary("Who is nearest to an organization or to a point.")
        .Takes(
            Parameter.Query("near", "The id of an organization; instead of a point.", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed", "element_unknown", "position_unknown", "near_missing"),
            Parameter.Query("longitude", "Degrees east of a point; round your own to two digits.", 110.36, "parameter_malformed", "number_out_of_range", "number_missing", "coordinates_outside", "coordinates_swapped"),
            Parameter.Query("latitude", "Degrees north of the point.", -7.88, "parameter_malformed", "number_out_of_range", "number_missing"),
            Parameter.Query("radiusKm", "Only those within so many kilometres; 50 when absent.", 50.5, "parameter_malformed", "number_out_of_range"),
            Parameter.Term("kind", "Only this kind of actor.", "university"),
            Parameter.Term("issue", "Only those who work on this issue.", "piece_rate"),
            Parameter.Term("skill", "Only those who offer this skill.", "osh_training"),
            Parameter.Query("tied", "`true`: only those with a tie that both sides have confirmed and that holds on the day.", true, "parameter_malformed"),
            Parameter.At,
            Parameter.AsOf,
            Parameter.Limit(20, 200))
        .Gives("""{"at":"2026-03-01","items":[{"organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"km":95,"approximate":true}]}""");

    private static NearestOptions Read(Asked asked, NetworkGraph graph)
    {
        var near = asked.Value("near", Ids.Parse) is { } id ? new OrganizationId(id) : (OrganizationId?)null;
        var options = new NearestOptions
        {
            Of = near is { } organization ? PointOf(asked, graph, organization) : Point(asked),
            Except = near,
            At = asked.At(),
            Kind = asked.Term("kind", Taxonomy.ActorKind, graph),
            Issue = asked.Term("issue", Taxonomy.Issue, graph),
            Skill = asked.Term("skill", Taxonomy.Skill, graph),
            Tied = asked.Flag("tied"),
            RadiusKm = asked.Decimal("radiusKm", 0, Graph.Spatial.Nearest.MostKm) ?? 50,
            Limit = asked.Number("limit", 20, 1, 200),
        };
        return options;
    }

    private static GeoPoint PointOf(Asked asked, NetworkGraph graph, OrganizationId organization)
    {
        var handle = graph.HandleOf(organization);
        if (handle < 0)
        {
            asked.Checks.Refuse("element_unknown", "near");
            return default;
        }

        var position = graph.PositionOf(handle);
        asked.Checks.Require(position is not null, "position_unknown", "near");
        return position?.Point ?? default;
    }

    private static GeoPoint Point(Asked asked)
    {
        var before = asked.Refusals.Count;
        var (longitude, latitude) = (asked.Decimal("longitude", -180, 180), asked.Decimal("latitude", -180, 180));
        if (asked.Refusals.Count > before)
        {
            // A number that cannot be used was told under its own name; what point it would make says nothing more.
            return default;
        }

        if (longitude is null && latitude is null)
        {
            asked.Checks.Require(before > 0, "near_missing", "near");
            return default;
        }

        return GeoPoint.From(asked.Checks, "", new GeoPointDraft { Longitude = longitude, Latitude = latitude }) ?? default;
    }

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<NearOrganization>>
    {
        public Task<IReadOnlyList<NearOrganization>> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Spatial.Nearest.Find(request.Graph, request.Options, cancellationToken));
    }
}
