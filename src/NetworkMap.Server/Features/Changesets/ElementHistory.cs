using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>The changes of one element, newest first, as its asker may see them today.</summary>
public static class ElementHistory
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (kind, segment) in ElementSegments.All)
        {
            Map(routes, kind, segment);
        }
    }

    private static void Map(IEndpointRouteBuilder routes, ElementKind kind, string segment) => routes.MapGet($"/api/{segment}/{{id}}/history", async (string id, HttpContext context, TimeProvider clock, LogReader log, MergedPast merged, ChangesetId ids, UnseenChanges unseen, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", 30, 1, 100);
        var cursor = asked.Value("cursor", ids.ReadBelow) ?? long.MaxValue;
        var element = asked.Checks.Take("", ElementRef.Named(kind, id));
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var asking = Asking.Of(context);
        if (asking.Graph.Find(element) is null && !asking.Caller.IsSteward)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        var page = new ChangePage(limit, ids, unseen, asking.Caller.Audience);
        await foreach (var whole in log.DownAsync(element, cursor, page.PassesOver, context.RequestAborted, page.Misses))
        {
            if (page.Ends(whole.Sequence))
            {
                break;
            }

            var change = whole with { Revisions = await merged.BoundAsync(whole.Revisions, whole.Sequence, asking.Caller.Audience, view.Latest.Full, context.RequestAborted) };
            var part = PartOf(change, element);
            var gone = await Departed.OfAsync(part.First, asking, log, context.RequestAborted, page.Misses);
            if (!page.Take(change.Sequence, change.Revisions.Count, change.Revisions, ChangesetAnswer.Of(part, view.Latest.Full, asking, ids, gone, change.Revisions)))
            {
                break;
            }
        }

        return Answers.Json(context, await page.AnswerToAsync(context));
    }).WithTags(segment).WithSummary("What happened to one element, newest first.")
        .Takes(Parameter.Path("id", "The id of the element.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), Parameter.Limit(30, 100), ChangesetAnswer.Cursor)
        .Gives(ChangesetAnswer.PageExample, about: ChangesetAnswer.AboutPage)
        .Refuses(kind == ElementKind.Region ? ["region_code_malformed", "element_unknown"] : ["element_unknown"]);

    private static LoggedChange PartOf(Changeset change, ElementRef element)
    {
        var part = change.Revisions.Where(r => r.Element == element).ToList();
        return new LoggedChange(change.Sequence, change.At, change.Attribution, part.Count, part);
    }
}
