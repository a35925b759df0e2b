using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What stands in the way of a revert: the elements by their names, and of each that is not as the change left it, which later change did that and when. A change
/// that was reverted already says so.</summary>
internal static class LaterChanges
{
    /// <summary>How many elements are looked up in the log; who mends those asks again.</summary>
    private const int Looked = 20;

    /// <summary>The answer to a refused revert, naming what is gone by what it would have taken back.</summary>
    internal static async Task<IResult> RefusedAsync(IReadOnlyList<Refusal> refusals, HttpContext context, Changeset reverted) =>
        Obstacles.Refused(await NamedAsync(refusals, context, reverted), context, reverted.Revisions);

    /// <summary>What a revert would be answered, as a part of another answer.</summary>
    internal static async Task<IReadOnlyDictionary<string, object?>> ForetoldAsync(IReadOnlyList<Refusal> refusals, HttpContext context, Changeset reverted) =>
        Obstacles.Foretold(await NamedAsync(refusals, context, reverted), context, reverted.Revisions);

    private static async Task<IReadOnlyList<Refusal>> NamedAsync(IReadOnlyList<Refusal> refusals, HttpContext context, Changeset reverted)
    {
        var named = new List<Refusal>(refusals.Count);
        foreach (var refusal in refusals)
        {
            named.Add(refusal.Code == "revert_blocked" && named.Count < Looked ? await NamedAsync(refusal, context, reverted) : refusal);
        }

        return named;
    }

    private static async Task<Refusal> NamedAsync(Refusal refusal, HttpContext context, Changeset reverted)
    {
        var log = context.RequestServices.GetRequiredService<LogReader>();
        var element = reverted.Revisions.Select(r => r.Element).First(e => e.ToString() == (string)refusal.Arguments["element"]!);
        if ((await log.HistoryAsync(element, long.MaxValue, 1, context.RequestAborted)) is not [var later] || later.Sequence == reverted.Sequence)
        {
            return refusal;
        }

        var (code, day) = (later.Attribution.Reverts == reverted.Sequence ? "revert_done" : refusal.Code, Today.Of(later.At));
        return Refusal.Of(code, "", ("element", element.ToString()), ("later", context.RequestServices.GetRequiredService<ChangesetId>().Of(later.Sequence)), ("day", day), ("reason", later.Attribution.Reason));
    }
}
