using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Takes a changeset back, as a new one, which says why. What the public would see more of has to be confirmed separately.</summary>
public static class RevertChangeset
{
    /// <summary>The request.</summary>
    public sealed record Request(Changeset Changeset, bool ConfirmWidening, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/{id}/revert", async (string id, HttpContext context, IMediator mediator, LogReader log, ChangesetId ids) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        var settled = body.Then(b => ReadBody(context, b));
        if (!settled.TryValue(out var asked))
        {
            return Problems.Refused(settled.Refusals, context);
        }

        var changeset = ids.Read(id).TryValue(out var sequence) ? await log.FindAsync(sequence, context.RequestAborted) : null;
        if (changeset is null)
        {
            return Problems.Refused(Refusal.Of("changeset_unknown", "id"), context);
        }

        if (Writes.Closed(context, changeset.Revisions) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var outcome = await mediator.Send(new Request(changeset, asked.Confirm, asked.Attribution with { Reverts = changeset.Sequence }), context.RequestAborted);
        return outcome.TryValue(out _) ? TakingBack.Answer(outcome, context, ids) : await LaterChanges.RefusedAsync(outcome.Refusals, context, changeset);
    }).WithSummary("Takes a change back, as a new change.")
        .Takes(ChangesetAnswer.IdInPath, Parameter.IdempotencyKey)
        .TakesBody("""{"reason":"Entered for the wrong organization","confirmWidening":false}""")
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":16}""", about: $"The change that takes it back. In place of `reason`, `because` says why where nobody has to write it, and is told in the language of who reads: {string.Join(", ", Names<RevertReason>.All)}.")
        .Refuses("steward_only", "preview_only_looks", "not_permitted", "changeset_unknown", "revert_blocked", "revert_done", "revert_leaned_on", "revert_unfounded", "tie_duplicate", "revert_widens", "element_erased", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "text_missing", "text_too_long", "text_forbidden_character", "store_failed", "store_full");

    private static Outcome<(bool Confirm, Attribution Attribution)> ReadBody(HttpContext context, System.Text.Json.Nodes.JsonObject body)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "reason", "because", "confirmWidening");
        var because = checks.Stated(body, "because") is { } word ? checks.Choice("because", word, default(RevertReason)) : default(RevertReason?);
        var stated = checks.Stated(body, "reason") ?? (because is { } known ? RevertReasons.Kept(known) : null);
        var confirm = checks.Truth(body, "confirmWidening");
        if (checks.Refusals.Count > 0)
        {
            return Outcome.Refused<(bool, Attribution)>(checks.Refusals);
        }

        var reason = checks.Text("reason", stated, 300);
        return checks.Finish(reason)
            .Then(_ => Writes.Attribute(context, reason, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())))
            .Then<(bool, Attribution)>(a => (confirm, a));
    }

    internal sealed class Handler(NetworkWriter writer, LogReader log, ErasureTurn turn) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            turn.WriteAsync(
                new WriteRequest(Revert.Of(request.Changeset, request.ConfirmWidening), request.Attribution, ConfirmWidening: request.ConfirmWidening),
                request.Changeset.Revisions.Select(r => r.Before), log, writer, cancellationToken);
    }
}
