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

/// <summary>What a side says of a tie, entered in the product on somebody's word.</summary>
public static class StateTie
{
    /// <summary>Why a statement can be refused, however it comes.</summary>
    internal static readonly string[] Refusals =
    [
        "steward_only", "not_permitted", "element_unknown", "id_malformed", "code_missing", "choice_unknown", "text_missing", "text_too_long", "text_forbidden_character", "date_malformed", "ended_in_future", "interval_reversed", "until_without_end",
        "tie_end_retired", "tie_duplicate", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_doubled", "field_unknown", "field_wrong_type", "store_failed", "store_full",
    ];

    /// <summary>The request, with the day it was given at the edge.</summary>
    public sealed record Request(TieId Tie, TieStatementDraft Said, int? From, DateOnly Today, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/{id}/statements", async (string id, HttpContext context, IMediator mediator, ElementForms forms, ChangesetId ids, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadObjectAsync(context);
        var request = body.Then(b => Writes.Attribute(context, null, Encoding.UTF8.GetBytes(b.ToJsonString())).Then(attribution => Read(b).Then(said => IdOf(id).Then(tie => Writes.VersionOf(context)
            .Then<Request>(version => new Request(tie, said, version, Today.By(clock), attribution))))));
        return request.TryValue(out var state) ? await WriteAsync(state, id, context, mediator, forms, ids, clock) : Problems.Refused(request.Refusals, context);
    }).WithSummary("Records what a side says of a tie: that it is right, that it is not and why, or that it ended and when. Where the tie stands follows.")
        .Takes(ReadTie.InPath, Parameter.IfMatch, Parameter.IdempotencyKey)
        .TakesBody("""{"side":"to","says":"confirmed","word":"The chairwoman, by telephone"}""")
        .Gives(ReadTie.Example, about: "The tie as it stands now.")
        .Refuses(Refusals);

    /// <summary>Carries a request out, and answers with the tie as it stands then.</summary>
    internal static async Task<IResult> WriteAsync(IRequest<Outcome<Accepted>> request, string id, HttpContext context, IMediator mediator, ElementForms forms, ChangesetId ids, TimeProvider clock)
    {
        if (Writes.Closed(context, new ElementRef(ElementKind.Tie, id)) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var outcome = await mediator.Send(request, context.RequestAborted);
        if (!outcome.TryValue(out var accepted))
        {
            return Obstacles.Refused(outcome.Refusals, context);
        }

        Writes.Tell(context, accepted, ids);
        return ReadTie.Found(context, id, Asking.Of(context), forms, Today.By(clock));
    }

    /// <summary>The id of a tie; what is none is as unknown as one that nobody has.</summary>
    internal static Outcome<TieId> IdOf(string id) => Ids.Parse(id).TryValue(out var value) ? new TieId(value) : Refusal.Of("element_unknown", "id");

    private static Outcome<TieStatementDraft> Read(JsonObject body)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "side", "says", "reason", "until", "word");
        var said = new TieStatementDraft
        {
            Side = checks.Stated(body, "side"), Says = checks.Stated(body, "says"), Reason = checks.Stated(body, "reason"), Until = checks.Day(body, "until"), Word = checks.Stated(body, "word"),
        };
        return checks.Finish(said);
    }

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Statements.State(request.Tie, request.Said, StatementWay.Product, request.Today, request.Attribution.Author, request.From), request.Attribution), cancellationToken);
    }
}
