using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>One changeset with the fields it changed; of a large one, the first two hundred elements. A steward hears whether it can be reverted as things are.</summary>
public static class ReadChangeset
{
    private const int Limit = 200;

    /// <summary>How many revisions are tried: what leans on a service or a term is looked for in the whole network.</summary>
    private const int Tried = 30;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}", async (string id, HttpContext context, LogReader log, ChangesetId ids, NetworkView view) =>
    {
        var asking = Asking.Of(context);
        var changeset = ids.Read(id).TryValue(out var sequence) ? await log.FindAsync(sequence, context.RequestAborted) : null;
        var shown = changeset is null ? null : new LoggedChange(changeset.Sequence, changeset.At, changeset.Attribution, changeset.Revisions.Count, [.. changeset.Revisions.Take(Limit)]);
        var gone = await Departed.OfAsync(shown?.First ?? [], asking, log, context.RequestAborted);
        return shown is not null && ChangesetAnswer.Of(shown, view.Latest.Full, asking, ids, gone) is { } answer
            ? Answers.Json(context, asking.Caller.MayWrite && changeset!.Revisions.Count <= Tried ? Try(changeset, answer, view.Latest.Full, context) : answer)
            : Problems.Refused(Refusal.Of("changeset_unknown", "id"), context);
    }).WithSummary("One change, field by field.")
        .Takes(ChangesetAnswer.IdInPath)
        .Gives(ChangesetAnswer.Example, about: $"The change. A steward also gets `revertible`: whether a revert would be accepted now, a wider view for the public agreed to; if not, `obstacles` is the problem it would be answered with. Without `revertible` the change has more than {Tried} elements, and only the revert itself tells.")
        .Refuses("changeset_unknown", "record_damaged");

    private static ChangesetAnswer Try(Changeset changeset, ChangesetAnswer answer, NetworkGraph full, HttpContext context)
    {
        var refusals = Revert.Of(changeset, confirmWidening: true)(full).Refusals;
        return answer with { Revertible = refusals.Count == 0, Obstacles = refusals.Count == 0 ? null : Obstacles.Foretold(refusals, context, changeset.Revisions) };
    }
}
