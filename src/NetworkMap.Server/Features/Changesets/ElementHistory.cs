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

    private static void Map(IEndpointRouteBuilder routes, ElementKind kind, string segment) => routes.MapGet($"/api/{segment}/{{id}}/history", async (string id, HttpContext context, TimeProvider clock, LogReader log, ChangesetId ids, NetworkView view) =>
    {
        var asked = new Asked(context, clock);
        var limit = asked.Number("limit", 30, 1, 100);
        var cursor = asked.Value("cursor", ids.Read) ?? long.MaxValue;
        if (asked.Refusals.Count > 0)
        {
            return Problems.Refused(asked.Refusals, context);
        }

        var asking = Asking.Of(context);
        if (asking.Graph.Find(new ElementRef(kind, id)) is null && !asking.Caller.MayWrite)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        var changes = await log.HistoryAsync(new ElementRef(kind, id), cursor, limit + 1, context.RequestAborted);
        var items = changes.Take(limit).Select(c => ChangesetAnswer.Of(new LoggedChange(c.Sequence, c.At, c.Attribution, c.Revisions.Count, c.Revisions), view.Latest.Full, asking, ids)).OfType<ChangesetAnswer>().ToList();
        return Answers.Json(context, new { items, next = changes.Count > limit ? ids.Of(changes[limit - 1].Sequence) : null });
    }).WithTags(segment).WithSummary("What happened to one element, newest first.")
        .Takes(Parameter.Path("id", "The id of the element.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), Parameter.Limit(30, 100), ChangesetAnswer.Cursor)
        .Gives(ChangesetAnswer.PageExample)
        .Refuses("element_unknown");
}
