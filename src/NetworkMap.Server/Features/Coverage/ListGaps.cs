using System.Globalization;
using MediatR;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>The cells that are thin or have nobody, the greatest unmet need first. The cursor is a place in that order, so that a page stays right while others
/// write.</summary>
public static class ListGaps
{
    /// <summary>The request.</summary>
    public sealed record Request(NetworkGraph Graph, CoverageOptions Options) : IRequest<IReadOnlyList<CoverageGap>>;

    /// <summary>One gap; <c>Partly</c> is how many organizations serve a part of a region that nobody covers.</summary>
    public sealed record Item(RegionAnswer Region, ColumnAnswer Term, string State, int? Need, int? NeedUnder, int? Held, int? Capacity, int? Unmet, int? Partly, string Sentence);

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/gaps", async (HttpContext context, TimeProvider clock, IMediator mediator) =>
    {
        var asked = new Asked(context, clock);
        var asking = await Asking.OfAsync(context, asked);
        var options = CoverageAsked.Cells(asked, asking.Graph);
        var limit = asked.Number("limit", 50, 1, 200);
        var after = ReadCursor(asked);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var gaps = await mediator.Send(new Request(asking.Graph, options), context.RequestAborted);
        var page = gaps.Where(g => after is not { } place || Compare(KeyOf(g), place) > 0).Take(limit + 1).ToList();
        var shown = page.Take(limit).ToList();
        var parts = Graph.Algorithms.Coverage.Parts(asking.Graph, options, shown, context.RequestAborted);
        return Answers.Json(context, new
        {
            options.At,
            items = shown.Select((g, index) => Tell(g, parts[index], asking.Telling)).ToList(),
            next = page.Count > limit ? WriteCursor(page[limit - 1]) : null,
        });
    }).WithSummary("Where the need is greatest that nobody meets.")
        .Takes([.. CoverageAsked.CellsTaken, Parameter.Limit(50, 200), Parameter.Cursor])
        .Gives("""
            {"at":"2026-03-01","items":[{"region":{"code":"35","name":"Jawa Timur"},"term":{"code":"social_control","label":"Social control"},"state":"nobody","need":2500,"unmet":2500,"partly":6,"sentence":"In Jawa Timur, up to 2,500 home workers have no service in social control. 6 organizations serve parts of it: Kabupaten Sidoarjo, Kabupaten Mojokerto and Kota Surabaya."}],"next":"2500-35-20-social_control"}
            """);

    private static Item Tell(CoverageGap gap, IReadOnlyList<PartService> parts, Telling telling)
    {
        var cell = telling.Map<CellAnswer>(gap.Cell);
        return new Item(
            RegionAnswer.Of(gap.Region, telling), ColumnAnswer.Of(gap.Term, telling), cell.State, cell.Need, cell.NeedUnder, cell.Held, cell.Capacity, cell.Unmet,
            gap.Cell.Services == 0 && parts.Count > 0 ? parts.Select(p => p.Organization.Id).Distinct().Count() : null,
            CoverageSentences.Of(gap.Region, gap.Term, gap.Cell, parts, telling));
    }

    private static (int Unmet, string Region, int Order, string Term) KeyOf(CoverageGap gap) =>
        (-(gap.Cell.Unmet ?? 0), gap.Region.Code.Value, gap.Term.Order ?? int.MaxValue, gap.Term.Code.Value);

    private static int Compare((int Unmet, string Region, int Order, string Term) one, (int Unmet, string Region, int Order, string Term) other)
    {
        var order = one.Unmet.CompareTo(other.Unmet);
        order = order != 0 ? order : string.CompareOrdinal(one.Region, other.Region);
        order = order != 0 ? order : one.Order.CompareTo(other.Order);
        return order != 0 ? order : string.CompareOrdinal(one.Term, other.Term);
    }

    private static string WriteCursor(CoverageGap gap)
    {
        var (unmet, region, order, term) = KeyOf(gap);
        return string.Create(CultureInfo.InvariantCulture, $"{-unmet}-{region}-{order}-{term}");
    }

    private static (int Unmet, string Region, int Order, string Term)? ReadCursor(Asked asked)
    {
        if (asked.Text("cursor") is not { } text)
        {
            return null;
        }

        var parts = text.Split('-', 4);
        var good = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var unmet) && parts.Length == 4
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        asked.Checks.Require(good, "cursor_malformed", "cursor", ("value", text));
        return good ? (-unmet, parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]) : null;
    }

    internal sealed class Handler : IRequestHandler<Request, IReadOnlyList<CoverageGap>>
    {
        public Task<IReadOnlyList<CoverageGap>> Handle(Request request, CancellationToken cancellationToken) =>
            Task.FromResult(Graph.Algorithms.Coverage.Gaps(request.Graph, request.Options, cancellationToken));
    }
}
