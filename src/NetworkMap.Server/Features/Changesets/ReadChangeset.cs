using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>One changeset with the fields it changed; of a large one, the first two hundred elements.</summary>
public static class ReadChangeset
{
    private const int Limit = 200;

    internal static void Map(IEndpointRouteBuilder group) => group.MapGet("/{id}", async (string id, HttpContext context, LogReader log, ChangesetId ids, NetworkView view) =>
    {
        var asking = Asking.Of(context);
        var changeset = ids.Read(id).TryValue(out var sequence) ? await log.FindAsync(sequence, context.RequestAborted) : null;
        var shown = changeset is null ? null : new LoggedChange(changeset.Sequence, changeset.At, changeset.Attribution, changeset.Revisions.Count, [.. changeset.Revisions.Take(Limit)]);
        var gone = await Departed.OfAsync(shown?.First ?? [], asking, log, context.RequestAborted);
        return shown is not null && ChangesetAnswer.Of(shown, view.Latest.Full, asking, ids, gone) is { } answer
            ? Answers.Json(context, answer)
            : Problems.Refused(Refusal.Of("changeset_unknown", "id"), context);
    }).WithSummary("One change, field by field.")
        .Takes(ChangesetAnswer.IdInPath)
        .Gives(ChangesetAnswer.Example)
        .Refuses("changeset_unknown");
}
