using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Elements;

/// <summary>A new element. The request is its written form; the server gives the id.</summary>
public static class CreateElement
{
    /// <summary>The request, with the id and the day it was given at the edge, and what of it could not be read.</summary>
    public sealed record Request(ElementDraft Draft, IReadOnlyList<Refusal> Unread, DateOnly Today, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) => group.MapPost("", async (HttpContext context, IMediator mediator, ElementAnswers answers, TimeProvider clock) =>
    {
        var body = (await BodyReader.ReadElementAsync(context, kind)).Then(b => Unnamed(kind, b));
        var request = body.Then(b => Writes.Attribute(context, b.Reason, ElementText.ToBytes(b.Draft)).Then<Request>(a => new Request(Identified(kind, b.Draft, a), b.Unread, Today.By(clock), a)));
        if (!request.TryValue(out var create))
        {
            return Problems.Refused(request.Refusals, context);
        }

        var outcome = await mediator.Send(create, context.RequestAborted);
        if (!outcome.TryValue(out var accepted))
        {
            return Obstacles.Refused(outcome.Refusals, context);
        }

        answers.Tell(context, accepted);
        return answers.Created(context, RefOf(kind, create.Draft));
    })
        .WithSummary($"Adds {ElementExamples.Of(kind).Name}.")
        .Takes(Parameter.IdempotencyKey)
        .TakesBody(ElementExamples.Of(kind).Body, ElementExamples.Of(kind).Shape)
        .Gives(ElementExamples.Of(kind).Answer(kind), StatusCodes.Status201Created, "Added; Location is its address, ETag its version.")
        .Refuses(ElementExamples.Of(kind).Refusals);

    /// <summary>What was read, without an id that is the server's to give, which is refused.</summary>
    private static Outcome<Http.ReadElement> Unnamed(ElementKind kind, Http.ReadElement read) => kind is ElementKind.Region or ElementKind.Term || read.Draft.Id is null
        ? read
        : read with { Unread = [.. read.Unread, Refusal.Of("id_given", "id", ("value", read.Draft.Id))] };

    /// <summary>The draft with its id and with whoever asks as the one who asserts it.</summary>
    private static ElementDraft Identified(ElementKind kind, ElementDraft draft, Attribution attribution)
    {
        var id = kind is ElementKind.Region or ElementKind.Term ? draft.Id : Identity(attribution).ToString("D");
        return ElementAnswers.Asserted(draft with { Id = id }, attribution.Author);
    }

    /// <summary>A term is named by its taxonomy and code, which an accepted draft has; everything else by its id.</summary>
    private static ElementRef RefOf(ElementKind kind, ElementDraft draft) => kind == ElementKind.Term ? draft.Check().Value.Ref : new ElementRef(kind, draft.Id!);

    /// <summary>Random; for a repeatable request made of its key, so that the same request names the same element.</summary>
    private static Guid Identity(Attribution attribution) =>
        attribution.Request is { } key ? new Guid(Convert.FromHexString(key.Key).AsSpan(0, 16)) : Guid.NewGuid();

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Unread.Refuse(Plausibility.Sound(Retirement.Sound(Edits.Create(request.Draft), request.Today), request.Today), request.Unread), request.Attribution), cancellationToken);
    }
}
