using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>A steward says of two that look alike that they are two, or takes that back. It is a change of both, so it stands in the log, and no queue asks again, after a restart and in every process.</summary>
public static class TellApart
{
    /// <summary>The request.</summary>
    public sealed record Request(OrganizationId One, OrganizationId Other, bool AreTwo, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/told-apart", async (HttpContext context, IMediator mediator, ChangesetId ids) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        if (DuplicateRoutes.Closed(Asking.Of(context).Caller) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var settled = body.Then(b => ReadBody(context, b));
        if (!settled.TryValue(out var request))
        {
            return Problems.Refused(settled.Refusals, context);
        }

        var outcome = await mediator.Send(request, context.RequestAborted);
        return MergeOrganizations.Answer(outcome, context, ids, request.One, request.Other);
    }).WithSummary("Says that two organizations are not one (`areTwo`: true), or takes that back (false).")
        .Takes(Parameter.IdempotencyKey)
        .TakesBody("""{"one":"89ee382d-bde1-874d-9e0c-c112fa646bbd","other":"30eb083d-e054-8da4-a28c-4de1028e0532","areTwo":true,"reason":"One is the group, the other its federation"}""")
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":18}""", about: "The change. Where it stood so already there is no change, and no `id`.")
        .Refuses([.. MergeOrganizations.Refusals, "merge_with_itself", "organization_merged", "list_too_long"]);

    private static Outcome<Request> ReadBody(HttpContext context, JsonObject body)
    {
        var (checks, asking) = (new Checks(), Asking.Of(context));
        checks.TakeOnly(body, "one", "other", "areTwo", "reason");
        var one = DuplicateRoutes.Kept(checks, asking, "one", checks.Stated(body, "one"));
        var other = DuplicateRoutes.Kept(checks, asking, "other", checks.Stated(body, "other"));
        var areTwo = body["areTwo"] is null || checks.Truth(body, "areTwo");
        var reason = checks.OptionalText("reason", checks.Stated(body, "reason"), 300);
        return checks.Refusals.Count > 0 || one is null || other is null
            ? Outcome.Refused<Request>(checks.Refusals)
            : Writes.Attribute(context, reason, Encoding.UTF8.GetBytes(body.ToJsonString())).Then<Request>(by => new Request(one.Id, other.Id, areTwo, by));
    }

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(ToldApart.Of(request.One, request.Other, request.AreTwo), request.Attribution), cancellationToken);
    }
}
