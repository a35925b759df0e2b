using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What happened, newest first: only changes of which the asker can see something today.</summary>
public static class ListChangesets
{
    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("", async (HttpContext context, TimeProvider clock, LogReader log, MergedPast merged, ChangesetId ids, UnseenChanges unseen, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", 30, 1, 100);
        var cursor = asked.Value("cursor", ids.ReadBelow) ?? long.MaxValue;
        var asking = Asking.Of(context);
        var wanted = new ChangesWanted(asked, asking.Graph);
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var page = new ChangePage(limit, ids, unseen, asking.Caller.Audience);
        await foreach (var change in log.BackAsync(cursor, page.PassesOver, context.RequestAborted, page.Misses))
        {
            if (page.Ends(change.Sequence))
            {
                break;
            }

            var gone = await Departed.OfAsync(change.First, asking, log, context.RequestAborted, page.Misses);
            var bound = await merged.BoundAsync(change.First, change.Sequence, asking.Caller.Audience, view.Latest.Full, context.RequestAborted);
            var answer = ChangesetAnswer.Of(change with { First = bound }, view.Latest.Full, asking, ids, gone);
            var told = answer is null ? null : wanted.Told(answer);
            if ((answer is null || told is not null) && !page.Take(change.Sequence, change.Count, change.First, told))
            {
                break;
            }
        }

        return Answers.Json(context, await page.AnswerToAsync(context));
    }).WithSummary("What happened, newest first.")
        .Takes([.. ChangesWanted.Taken, Parameter.Limit(30, 100), ChangesetAnswer.Cursor])
        .Gives(ChangesetAnswer.PageExample, about: ChangesetAnswer.AboutPage);
}
