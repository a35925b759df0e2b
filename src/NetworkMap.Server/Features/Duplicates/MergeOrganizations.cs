using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Merges two organizations that are one, as one change that can be taken back.</summary>
public static class MergeOrganizations
{
    /// <summary>The request.</summary>
    public sealed record Request(MergeAsked Asked, bool ConfirmWidening, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    /// <summary>Why any of these requests may be refused.</summary>
    internal static readonly string[] Refusals =
    [
        "steward_only", "preview_only_looks", "not_permitted", "organization_unknown", "id_missing", "id_malformed", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "text_not_utf8", "field_doubled", "field_unknown", "field_wrong_type",
        "text_too_long", "text_forbidden_character", "store_failed", "store_full",
    ];

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/merges", async (HttpContext context, IMediator mediator, ChangesetId ids, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        if (DuplicateRoutes.Closed(Asking.Of(context).Caller) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var settled = body.Then(b => ReadBody(context, b, Today.By(clock)));
        if (!settled.TryValue(out var request))
        {
            return Problems.Refused(settled.Refusals, context);
        }

        var outcome = await mediator.Send(request, context.RequestAborted);
        return Answer(outcome, context, ids, request.Asked.Kept, request.Asked.Other);
    }).WithSummary("Merges `other` into `kept`, as one change: the value of each field as chosen, all that the other has comes along, and its id leads to the kept one from then on.")
        .Takes(Parameter.IdempotencyKey)
        .TakesBody("""{"kept":"89ee382d-bde1-874d-9e0c-c112fa646bbd","keptVersion":1,"other":"30eb083d-e054-8da4-a28c-4de1028e0532","otherVersion":1,"fields":{"name":"kept","actorKind":"kept"},"reason":"Entered twice","confirmWidening":false}""")
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":19}""", about: "The change. Where one of the two moved on since the version that was looked at it is refused (409).")
        .Refuses([.. Refusals, "version_stale", "number_malformed", "choice_unknown", "text_missing", "merge_with_itself", "organization_merged", "merge_choice_unknown", "merge_unfit", "change_widens", "retired_in_future"]);

    /// <summary>The change that was made, or why not; when a version moved on, with those that there are.</summary>
    internal static IResult Answer(Outcome<Accepted> outcome, HttpContext context, ChangesetId ids, OrganizationId one, OrganizationId other)
    {
        if (outcome.TryValue(out var accepted))
        {
            Writes.Tell(context, accepted, ids);
            return Results.Json(new { id = accepted.Changed ? ids.Of(accepted.Sequence) : null, sequence = accepted.Changed ? accepted.Sequence : (long?)null }, Wire.Options);
        }

        if (outcome.Refusals[0].Code != "version_stale")
        {
            return Obstacles.Refused(outcome.Refusals, context);
        }

        var graph = Asking.Of(context).Graph;
        return Problems.Refused(outcome.Refusals, context, new Dictionary<string, object?>(StringComparer.Ordinal) { ["versions"] = new[] { one, other }.ToDictionary(id => id.ToString(), id => graph.Organization(id)?.Version, StringComparer.Ordinal) });
    }

    internal static int? Version(Checks checks, JsonObject body, string field)
    {
        var text = body[field]?.ToJsonString();
        var known = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        checks.Require(text is null || known, "number_malformed", field, ("value", text));
        return known ? version : null;
    }

    /// <summary>What is chosen, by field or by element.</summary>
    internal static Dictionary<string, T> Choices<T>(Checks checks, JsonObject body, string field)
        where T : struct, Enum
    {
        var chosen = new Dictionary<string, T>(StringComparer.Ordinal);
        if (body[field] is not JsonObject stated)
        {
            checks.Require(body[field] is null, "field_wrong_type", field, ("wanted", TypeWords.Object));
            return chosen;
        }

        foreach (var (key, value) in stated)
        {
            var text = value is JsonValue said && said.TryGetValue<string>(out var word) ? word : null;
            var known = Names<T>.TryParse(text ?? "", out var choice);
            checks.Require(known, "choice_unknown", $"{field}.{key}", ("value", text), ("choices", Names<T>.All));
            if (known)
            {
                chosen[key] = choice;
            }
        }

        return chosen;
    }

    private static Outcome<Request> ReadBody(HttpContext context, JsonObject body, DateOnly today)
    {
        var (checks, asking) = (new Checks(), Asking.Of(context));
        checks.TakeOnly(body, "kept", "keptVersion", "other", "otherVersion", "fields", "reason", "confirmWidening");
        var kept = DuplicateRoutes.Kept(checks, asking, "kept", checks.Stated(body, "kept"));
        var other = DuplicateRoutes.Kept(checks, asking, "other", checks.Stated(body, "other"));
        var (keptFrom, otherFrom) = (Version(checks, body, "keptVersion"), Version(checks, body, "otherVersion"));
        var fields = Choices<MergeChoice>(checks, body, "fields");
        var confirms = checks.Truth(body, "confirmWidening");
        var reason = checks.Text("reason", checks.Stated(body, "reason"), 300);
        return checks.Refusals.Count > 0 || kept is null || other is null
            ? Outcome.Refused<Request>(checks.Refusals)
            : Writes.Attribute(context, reason, Encoding.UTF8.GetBytes(body.ToJsonString())).Then<Request>(by => new Request(new MergeAsked(kept.Id, keptFrom, other.Id, otherFrom, fields, today), confirms, by));
    }

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Retirement.Sound(Merge.Of(request.Asked), request.Asked.Today), request.Attribution, ConfirmWidening: request.ConfirmWidening), cancellationToken);
    }
}
