using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What happened, newest first: only changes of which the asker can see something today.</summary>
public static class ListChangesets
{
    private const int LookedAt = 2000;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, TimeProvider clock, LogReader log, ChangesetId ids, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", 30, 1, 100);
        var cursor = asked.Value("cursor", ids.Read) ?? long.MaxValue;
        var kind = asked.Text("kind");
        asked.Checks.Require(kind is null || Names<ElementKind>.TryParse(kind, out _), "choice_unknown", "kind", ("value", kind), ("choices", Names<ElementKind>.All));
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var asking = Asking.Of(context);
        var items = new List<ChangesetAnswer>();
        string? next = null;
        var last = 0L;
        var looked = 0;
        await foreach (var change in log.BackAsync(cursor, context.RequestAborted))
        {
            // What this asker cannot see is passed over and not counted, so that however much of it there is moves neither the page nor its end.
            var gone = await Departed.OfAsync(change.First, asking, log, context.RequestAborted);
            if (ChangesetAnswer.Of(change, view.Latest.Full, asking, ids, gone) is not { } answer)
            {
                continue;
            }

            // There is a next page only when it has something for this asker, or when the search for a kind has looked at enough.
            var wanted = kind is null || answer.Elements.Any(e => e.Kind == kind);
            if (++looked > LookedAt || (wanted && items.Count == limit))
            {
                next = ids.Of(last);
                break;
            }

            items.AddRange(wanted ? [answer] : []);
            last = change.Sequence;
        }

        return Answers.Json(context, new { items, next });
    }).WithSummary("What happened, newest first.")
        .Takes(Parameter.Query("kind", "Only changes of this kind of element.", "organization", "choice_unknown") with { Choices = Names<ElementKind>.All }, Parameter.Limit(30, 100), ChangesetAnswer.Cursor)
        .Gives(ChangesetAnswer.PageExample);
}
