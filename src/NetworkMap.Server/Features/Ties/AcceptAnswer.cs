using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Ties;

/// <summary>A steward takes an answer that came by a link which the proposer passed on for that side's own; from then on it counts.</summary>
public static class AcceptAnswer
{
    /// <summary>The request, with the day it was given at the edge.</summary>
    public sealed record Request(TieId Tie, TieSide Side, int? From, DateOnly Today, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/{id}/acceptances", async (string id, HttpContext context, IMediator mediator, ElementForms forms, ChangesetId ids, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        var request = body.Then(b => Writes.Attribute(context, null, Encoding.UTF8.GetBytes(b.ToJsonString())).Then(attribution => Read(b, "side").Then(side => StateTie.IdOf(id).Then(tie => Writes.VersionOf(context)
            .Then<Request>(version => new Request(tie, side, version, Today.By(clock), attribution))))));
        return request.TryValue(out var accept) ? await StateTie.WriteAsync(accept, id, context, mediator, forms, ids, clock) : Problems.Refused(request.Refusals, context);
    }).WithSummary("Accepts the answer of a side that came by a link which the proposer had passed on. From then on it counts.")
        .Takes(ReadTie.InPath, Parameter.IfMatch, Parameter.IdempotencyKey)
        .TakesBody("""{"side":"to"}""")
        .Gives(ReadTie.Example, about: "The tie as it stands now.")
        .Refuses([.. StateTie.Refusals, "statement_not_waiting"]);

    /// <summary>The side that a body names, which takes these fields and no others.</summary>
    internal static Outcome<TieSide> Read(JsonObject body, params ReadOnlySpan<string> known)
    {
        var checks = new Checks();
        checks.TakeOnly(body, known);
        var stated = checks.Stated(body, "side");
        checks.Require(stated is not null || checks.Refusals.Count > 0, "code_missing", "side");
        var side = checks.Choice("side", stated, TieSide.From);
        return checks.Finish(side);
    }

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Statements.Accept(request.Tie, request.Side, request.Today, request.From), request.Attribution), cancellationToken);
    }
}
