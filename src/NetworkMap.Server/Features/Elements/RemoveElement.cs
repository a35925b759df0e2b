using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Elements;

/// <summary>Removal of an element that nothing stands on. An organization that ceased to exist is retired instead, so that its id and history stay.</summary>
public static class RemoveElement
{
    /// <summary>The request.</summary>
    public sealed record Request(ElementRef Element, int? From, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group, ElementKind kind) => group.MapDelete("/{id}", async (string id, HttpContext context, IMediator mediator, ElementAnswers answers) =>
    {
        var reason = context.Request.Query["reason"].LastOrDefault();
        var checks = new Checks();
        var text = checks.OptionalText("reason", reason, 300);
        var request = checks.Finish(text ?? "").Then(_ => Writes.Attribute(context, text, []))
            .Then(a => Writes.VersionOf(context).Then(version => ElementRef.Named(kind, id).Then<Request>(element => new Request(element, version, a))));
        if (!request.TryValue(out var remove))
        {
            return Problems.Refused(request.Refusals, context);
        }

        if (Writes.Closed(context, remove.Element) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var outcome = await mediator.Send(remove, context.RequestAborted);
        if (!outcome.TryValue(out var accepted))
        {
            return Obstacles.Refused(outcome.Refusals, context);
        }

        answers.Tell(context, accepted);
        return Results.NoContent();
    })
        .WithSummary($"Removes {ElementExamples.Of(kind).Name} that nothing stands on.")
        .Takes(ElementExamples.Of(kind).IdInPath(), Parameter.IfMatch, Parameter.IdempotencyKey, Parameter.Query("reason", "Why, for the history.", "Entered twice"))
        .GivesNothing("Removed; its history stays.")
        .Refuses([.. kind == ElementKind.Region ? ["region_code_malformed"] : Array.Empty<string>(), "steward_only", "preview_only_looks", "not_permitted", "element_unknown", "element_in_use", "store_failed", "store_full"]);

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Edits.Remove(request.Element, request.From), request.Attribution), cancellationToken);
    }
}
