using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Removes everything that is marked as an example, and what stands on it, as one change that can be taken back.</summary>
public static class RemoveExamples
{
    /// <summary>The request.</summary>
    public sealed record Request(Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/remove-examples", async (HttpContext context, IMediator mediator, ChangesetId ids) =>
    {
        var attribution = Writes.Attribute(context, context.LanguageOf() == Language.English ? "Removed all examples" : "Menghapus semua contoh", []);
        if (!attribution.TryValue(out var by))
        {
            return Problems.Refused(attribution.Refusals, context);
        }

        var outcome = await mediator.Send(new Request(by), context.RequestAborted);
        return TakingBack.Answer(outcome, context, ids);
    }).WithSummary("Removes every example, as one change that can be taken back.")
        .Takes(Parameter.IdempotencyKey)
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":15}""", about: "The change that removed them.")
        .Refuses("steward_only", "element_in_use", "store_failed", "store_full");

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(Decide, request.Attribution), cancellationToken);

        private static Outcome<IReadOnlyList<Revision>> Decide(INetwork network)
        {
            var graph = (NetworkGraph)network;
            var gone = Enum.GetValues<ElementKind>().SelectMany(graph.All).Where(e => e.Provenance.Example).Select(e => e.Ref).ToHashSet();

            // What somebody tied to an example goes with it; taking the step back brings both.
            for (var next = gone.ToList(); next.Count > 0;)
            {
                next = [.. next.SelectMany(graph.DependentsOf).Select(d => d.Ref).Where(gone.Add)];
            }

            return Batch.Remove(gone)(network);
        }
    }
}
