using MediatR;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>Without whom, and without which ties, the network falls apart, and who alone serves somewhere.</summary>
public static class FindFragile
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, FragilityOptions Options) : IRequest<FragilityAnswer>;

    /// <summary>What is lost, in numbers.</summary>
    public sealed record LossAnswer(int CutOff, int Groups, int WithoutOffice)
    {
        internal static LossAnswer Of(Loss loss) => new(loss.CutOff, loss.Groups, loss.WithoutOffice);
    }

    /// <summary>Somebody without whom the network falls apart.</summary>
    public sealed record OrganizationItem(OrganizationSummary Organization, LossAnswer Loss, IReadOnlyList<RegionAnswer> Regencies, string Sentence);

    /// <summary>A tie without which it does.</summary>
    public sealed record TieItem(string Id, OrganizationSummary From, OrganizationSummary To, LossAnswer Loss, string Sentence);

    /// <summary>A region and a term that nobody else serves.</summary>
    public sealed record CellItem(RegionAnswer Region, ColumnAnswer Term)
    {
        internal static CellItem Of(LostCell cell, Telling telling) => new(RegionAnswer.Of(cell.Region, telling), ColumnAnswer.Of(cell.Term, telling));
    }

    /// <summary>Who alone serves somewhere; of many cells the first.</summary>
    public sealed record ProviderItem(OrganizationSummary Organization, int Count, IReadOnlyList<CellItem> Cells, string Sentence);

    private const int FirstCells = 10;

    /// <summary>What both questions take.</summary>
    internal static Parameter[] Taken { get; } = [CoverageAsked.AxisTaken(), Parameter.Region("region", "Only what is lost in this region.", "33"), Parameter.At, Parameter.AsOf];

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/fragility", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = Read(asked, asking.Graph) with { Limit = asked.Number("limit", 20, 1, 100) };
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var (found, telling) = (await mediator.Send(new Request(asking.Graph, options), context.RequestAborted), asking.Telling);
        return Answers.Json(context, new
        {
            options.At,
            organizations = found.Organizations.Select(o => new OrganizationItem(telling.Summary(o.Organization), LossAnswer.Of(o.Loss), [.. o.Regencies.Select(r => RegionAnswer.Of(r, telling))], FragilitySentences.Of(o, telling))).ToList(),
            ties = found.Ties.Select(t => new TieItem(t.Tie.Id.ToString(), telling.Summary(t.From), telling.Summary(t.To), LossAnswer.Of(t.Loss), FragilitySentences.Of(t, telling))).ToList(),
            providers = found.Providers.Select(p => new ProviderItem(telling.Summary(p.Organization), p.Cells.Count, [.. p.Cells.Take(FirstCells).Select(c => CellItem.Of(c, telling))], FragilitySentences.Of(p, telling))).ToList(),
        });
    }).WithSummary("What would break: without whom, and without which ties, the network falls apart, and who alone serves somewhere.")
        .WithDescription("""
            Only ties that both sides confirmed and that hold on the day connect, however many in a row. `cutOff`: how many organizations would stand outside of the largest part that is left. `groups`: how many home workers' organizations are among them; with `region`, of that region alone. `withoutOffice`: how many home workers' organizations reach an office of the government now and would reach none. `providers`: who alone serves a regency or city for a term of the axis, by the rules of coverage. Articulation points and bridges after Hopcroft and Tarjan (1973).
            """)
        .Takes([.. Taken, Parameter.Limit(20, 100)])
        .Gives("""
            {"at":"2026-03-01",
             "organizations":[{"organization":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"loss":{"cutOff":3,"groups":2,"withoutOffice":2},"regencies":[{"code":"34.02","name":"Kabupaten Bantul","parent":"34","parentName":"Daerah Istimewa Yogyakarta"}],"sentence":"If Federasi Pekerja Rumahan Rukun Tengah (contoh) leaves, 2 home workers' organizations in Kabupaten Bantul have no link to any government office any more."}],
             "ties":[{"id":"c28613c8-bd4f-84a0-8f69-fc060bf33f33","from":{"id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)","actorKind":"home_worker_organization","kindLabel":"Home-worker organization","family":"home_workers"},"to":{"id":"30eb083d-e054-8da4-a28c-4de1028e0532","name":"Federasi Pekerja Rumahan Rukun Tengah (contoh)","actorKind":"network","kindLabel":"Network or federation","family":"civil_society"},"loss":{"cutOff":1,"groups":1,"withoutOffice":1},"sentence":"If the tie between Kelompok Canting Wedel (contoh) and Federasi Pekerja Rumahan Rukun Tengah (contoh) ends, 1 home workers' organization has no link to any government office any more."}],
             "providers":[{"organization":{"id":"408ee8b1-0415-81c6-b6f4-4edaf714f59f","name":"Yayasan Napas Lega (contoh)","actorKind":"ngo","kindLabel":"Non-governmental organization","family":"civil_society"},"count":1,"cells":[{"region":{"code":"34.02","name":"Kabupaten Bantul","parent":"34","parentName":"Daerah Istimewa Yogyakarta"},"term":{"code":"health","label":"Health care"}}],"sentence":"Without Yayasan Napas Lega (contoh), nobody serves health care in Kabupaten Bantul any more."}]}
            """);

    internal static FragilityOptions Read(Asked asked, NetworkGraph graph)
    {
        var region = asked.Value("region", RegionCode.Parse);
        asked.Known("region", region, graph);
        return new FragilityOptions { Axis = CoverageAsked.Axis(asked), Region = region, At = asked.At() };
    }

    internal sealed class Handler : IRequestHandler<Request, FragilityAnswer>
    {
        public Task<FragilityAnswer> Handle(Request request, CancellationToken cancellationToken) => Task.FromResult(Fragility.Find(request.Graph, request.Options, cancellationToken));
    }
}
