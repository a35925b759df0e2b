using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>One cell with the services and the needs that it counts.</summary>
public static class ReadCell
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, CoverageAxis Axis, RegionCode Region, Code Term, DateOnly At) : IRequest<CoverageDetail?>;

    /// <summary>A service that covers it; <paramref name="Share"/> is its part of the capacity for this region.</summary>
    public sealed record ServiceItem(
        string Id, string Name, OrganizationSummary Organization, int? Capacity, double? Share, int Regions, AreaItem Area, IReadOnlyList<OrganizationSummary>? DeliveredBy, bool? Example);

    /// <summary>The statement by which it does.</summary>
    public sealed record AreaItem(string Region, string? RegionName, bool WithSubregions, DateOnly? From, DateOnly? Until);

    /// <summary>A need that counts.</summary>
    public sealed record NeedItem(
        string Id, string Region, string? RegionName, string? Sector, int? Women, int? Men, int? Unknown, int? Total, string? Held, int Year, string Source, bool? Unverified, bool? Example);

    /// <summary>Who serves parts of the region and does not count for it, with its services and the regions that they state.</summary>
    public sealed record PartItem(OrganizationSummary Organization, IReadOnlyList<ServiceName> Services, IReadOnlyList<RegionAnswer> Regions);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/cell", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var (axis, region, term, at) = CoverageAsked.Cell(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var found = await mediator.Send(new Request(asking.Graph, axis, region, term, at), context.RequestAborted);
        return found is null ? Problems.Refused(Refusal.Of("element_unknown", "region"), context) : Answers.Json(context, Answer(found, at, asking.Telling));
    }).WithSummary("The services and the needs that a cell counts.")
        .Takes(CoverageAsked.CellTaken)
        .Gives("""
            {"region":{"code":"34.02","name":"Kabupaten Bantul","parent":"34","parentName":"Daerah Istimewa Yogyakarta"},"term":{"code":"health","label":"Health care"},"at":"2026-03-01","state":"covered","capacity":140,"withoutCapacity":1,"need":1635,
             "services":[{"id":"10ac8600-ea10-8818-a188-21e18d7bb209","name":"Pemeriksaan K3 rumah Bantul (contoh)","organization":{"id":"408ee8b1-0415-81c6-b6f4-4edaf714f59f","name":"Yayasan Napas Lega (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"},"capacity":280,"share":140,"regions":2,"area":{"region":"34.02","regionName":"Kabupaten Bantul","withSubregions":false}}],
             "needs":[{"id":"3c4229a3-f91c-8e25-a22a-4a56cfbf2d44","region":"34.02","regionName":"Kabupaten Bantul","sector":"Bags and leather goods","women":1510,"men":125,"total":1635,"year":2025,"source":"Perkiraan contoh: rekaan untuk mencoba halaman cakupan, bukan data siapa pun"}],
             "sentence":"In Kabupaten Bantul, there are 2 services in health care; whether that is enough for 1,635 home workers is not known."}
            """)
        .Refuses("text_missing", "element_unknown");

    private static object Answer(CoverageDetail detail, DateOnly at, Telling telling)
    {
        var cell = telling.Map<CellAnswer>(detail.Cell);
        return new
        {
            region = RegionAnswer.Of(detail.Region, telling),
            term = ColumnAnswer.Of(detail.Term, telling),
            at,
            cell.State,
            cell.Capacity,
            cell.WithoutCapacity,
            cell.Need,
            cell.NeedUnder,
            cell.Held,
            cell.Unmet,
            services = detail.Services.Select(s => Tell(s, telling)).ToList(),
            needs = detail.Needs.Select(n => Tell(n, telling)).ToList(),
            parts = detail.Parts.Count == 0 ? null : Tell(detail.Parts, telling),
            sentence = CoverageSentences.Of(detail.Region, detail.Term, detail.Cell, detail.Parts, telling),
        };
    }

    private static List<PartItem> Tell(IReadOnlyList<PartService> parts, Telling telling) => [.. parts.GroupBy(p => p.Organization.Id).Select(of => new PartItem(
        telling.Summary(of.First().Organization),
        [.. of.Select(p => new ServiceName(p.Service.Id.ToString(), p.Service.Name))],
        [.. of.SelectMany(p => p.Regions).DistinctBy(r => r.Code).OrderBy(r => r.Code).Select(r => RegionAnswer.Of(r, telling))]))];

    private static ServiceItem Tell(CoveringService covering, Telling telling) => new(
        covering.Service.Id.ToString(),
        covering.Service.Name,
        telling.Summary(covering.Organization),
        covering.Service.Capacity,
        covering.Share is { } share ? Math.Round(share, 1) : null,
        covering.Regions,
        new AreaItem(covering.Area.Region.Value, telling.RegionName(covering.Area.Region), covering.Area.WithSubregions, covering.Area.Valid.From, covering.Area.Valid.Until),
        covering.DeliveredBy.Count == 0 ? null : [.. covering.DeliveredBy.Select(telling.Summary)],
        covering.Service.Provenance.Example ? true : null);

    private static NeedItem Tell(Need need, Telling telling) => new(
        need.Id.ToString(),
        need.Region.Value,
        telling.RegionName(need.Region),
        need.Sector is { } sector ? telling.Label(Taxonomy.Sector, sector) : null,
        need.Women,
        need.Men,
        need.Unknown,
        need.Total,
        Names<CountHeld>.Unless(need.Held, CountHeld.Nothing),
        need.Year,
        need.Provenance.Source,
        need.Provenance.Unverified ? true : null,
        need.Provenance.Example ? true : null);

    internal sealed class Handler : IRequestHandler<Request, CoverageDetail?>
    {
        public Task<CoverageDetail?> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Algorithms.Coverage.Cell(request.Graph, request.Axis, request.Region, request.Term, request.At, cancellationToken));
    }
}
