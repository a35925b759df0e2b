using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Brings an element back to how a change left it, as a new change. Unlike a revert it takes back everything since, of this one element.</summary>
public static class RestoreElement
{
    /// <summary>The request.</summary>
    public sealed record Request(Element Then, int? From, bool ConfirmWidening, DateOnly Today, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    private sealed record Body(long Sequence, bool Confirm, Attribution Attribution);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (kind, segment) in ElementSegments.All.Where(s => s.Key != ElementKind.Region))
        {
            Map(routes.MapGroup("/api/" + segment).WithTags(segment), kind);
        }
    }

    private static void Map(IEndpointRouteBuilder group, ElementKind kind) => group.MapPost("/{id}/restore", async (string id, HttpContext context, IMediator mediator, LogReader log, MergedPast merged, NetworkView view, ChangesetId ids, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        var settled = body.Then(b => ReadBody(context, b, ids)).Then(b => Writes.VersionOf(context).Then<(Body Body, int? From)>(version => (b, version)));
        if (!settled.TryValue(out var asked))
        {
            return Problems.Refused(settled.Refusals, context);
        }

        var element = new ElementRef(kind, id);
        var then = (await log.FindAsync(asked.Body.Sequence, context.RequestAborted))?.Revisions.LastOrDefault(r => r.Element == element)?.After;
        if (then is null)
        {
            return Problems.Refused(Refusal.Of("changeset_unknown", "changeset"), context);
        }

        if (Writes.Closed(context, element) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        // What came from an organization that is another again, comes back only by who keeps that as well.
        var audience = Asking.Of(context).Caller.Audience;
        if (then is Organization organization && await merged.MostAsync(organization.Id, asked.Body.Sequence, audience, view.Latest.Full, context.RequestAborted) < Standing.Own)
        {
            return Problems.Refused(Refusal.Of("not_permitted", ""), context);
        }

        var outcome = await mediator.Send(new Request(then, asked.From, asked.Body.Confirm, Today.By(clock), asked.Body.Attribution), context.RequestAborted);
        return TakingBack.Answer(outcome, context, ids);
    }).WithSummary("Brings an element back to how a change left it, as a new change.")
        .Takes(Parameter.Path("id", "The id of the element.", "89ee382d-bde1-874d-9e0c-c112fa646bbd"), Parameter.IfMatch, Parameter.IdempotencyKey)
        .TakesBody("""{"changeset":"1553bb6b2df0e63c7edc07bb227a7036","reason":"The former purpose was right","confirmWidening":false}""")
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":17}""", about: "The change that brought it back.")
        .Refuses("steward_only", "preview_only_looks", "not_permitted", "element_unknown", "changeset_unknown", "restore_widens", "element_erased", "retired_in_future", "retired_before_founded", "organization_unknown", "organization_retired", "tie_end_retired", "term_unknown", "region_unknown", "tie_duplicate", "unit_parent_unknown", "unit_cycle", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "text_too_long", "text_forbidden_character", "store_failed", "store_full");

    private static Outcome<Body> ReadBody(HttpContext context, JsonObject body, ChangesetId ids)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "changeset", "reason", "confirmWidening");
        var changeset = checks.Take("changeset", ids.Read(checks.Stated(body, "changeset")));
        var confirm = checks.Truth(body, "confirmWidening");
        var reason = checks.OptionalText("reason", checks.Stated(body, "reason"), 300);
        return checks.Refusals.Count > 0
            ? Outcome.Refused<Body>(checks.Refusals)
            : Writes.Attribute(context, reason, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())).Then<Body>(a => new Body(changeset, confirm, a));
    }

    internal sealed class Handler(NetworkWriter writer, LogReader log, ErasureTurn turn) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            turn.WriteAsync(new WriteRequest(Retirement.Sound(Restoration.Of(request.Then, request.From, request.ConfirmWidening), request.Today), request.Attribution, ConfirmWidening: request.ConfirmWidening), [request.Then], log, writer, cancellationToken);
    }
}
