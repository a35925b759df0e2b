using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Elements;

/// <summary>An edit of an element, made from the version that <c>If-Match</c> names, or from whichever there is (<c>*</c>). The request is the whole written form.</summary>
public static class ChangeElement
{
    /// <summary>The request, with the day it was given at the edge and what of it could not be read.</summary>
    public sealed record Request(ElementDraft Draft, IReadOnlyList<Refusal> Unread, int? From, bool ConfirmWidening, DateOnly Today, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) => group.MapPut("/{id}", async (string id, HttpContext context, IMediator mediator, ElementAnswers answers, TimeProvider clock) =>
    {
        var body = await BodyReader.ReadElementAsync(context, kind);
        var request = body.Then(b => Writes.Attribute(context, b.Reason, ElementText.ToBytes(b.Draft)).Then(a => Writes.VersionOf(context)
            .Then<Request>(version => new Request(ElementAnswers.Asserted(b.Draft with { Id = id }, a.Author), b.Unread, version, b.ConfirmWidening, Today.By(clock), a))));
        if (!request.TryValue(out var change))
        {
            return Problems.Refused(request.Refusals, context);
        }

        var element = new ElementRef(kind, id);
        if (Writes.Closed(context, element) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var outcome = await mediator.Send(change, context.RequestAborted);
        if (!outcome.TryValue(out var accepted))
        {
            return answers.Refused(outcome.Refusals, context, element, change.Draft);
        }

        answers.Tell(context, accepted);
        return answers.Found(context, element, Asking.Of(context));
    })
        .WithSummary($"Changes {ElementExamples.Of(kind).Name}: the whole written form, made from the version in If-Match.")
        .Takes(ElementExamples.Of(kind).IdInPath(), Parameter.IfMatch, Parameter.IdempotencyKey)
        .TakesBody(ElementExamples.Of(kind).Body, ElementExamples.Of(kind).Shape)
        .Gives(ElementExamples.Of(kind).Answer(kind), about: "Changed. A stale edit (409) gets the current element and the fields that differ. Where others would see more than before it is refused (409, `change_widens`), until `confirmWidening` says that this is meant.")
        .Refuses([.. ElementExamples.Of(kind).Refusals, "element_unknown", "change_widens"]);

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Unread.Refuse(Plausibility.Sound(Retirement.Sound(Edits.Change(request.Draft, request.From), request.Today), request.Today), request.Unread), request.Attribution, ConfirmWidening: request.ConfirmWidening), cancellationToken);
    }
}
