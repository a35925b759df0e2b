using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Removes everything that is marked as an example, and what stands on it, as one change that can be taken back. The answer counts both.</summary>
public static class RemoveExamples
{
    /// <summary>The request.</summary>
    public sealed record Request(Attribution Attribution) : IRequest<Outcome<Accepted>>;

    private static readonly Sentence None = new("Tidak ada contoh yang perlu dihapus.", "There is no example to remove.");
    private static readonly Sentence Examples = new("{count} data contoh dihapus.", "{count} {count:example was|examples were} removed.");
    private static readonly Sentence Others = new(
        "Ikut terhapus {count} data yang bukan contoh, karena bergantung pada sebuah contoh: {kinds}.",
        "{count} {count:record|records} that stood on an example went with {removed:it|them}: {kinds}.");

    private static readonly Dictionary<ElementKind, Sentence> Counted = new()
    {
        [ElementKind.Organization] = new("{count} organisasi", "{count} {count:organization|organizations}"),
        [ElementKind.Unit] = new("{count} unit", "{count} {count:unit|units}"),
        [ElementKind.Place] = new("{count} tempat", "{count} {count:place|places}"),
        [ElementKind.Service] = new("{count} layanan", "{count} {count:service|services}"),
        [ElementKind.Tie] = new("{count} hubungan", "{count} {count:tie|ties}"),
        [ElementKind.Need] = new("{count} kebutuhan", "{count} {count:need|needs}"),
        [ElementKind.Region] = new("{count} wilayah", "{count} {count:region|regions}"),
        [ElementKind.Term] = new("{count} istilah", "{count} {count:term|terms}"),
        [ElementKind.Grant] = new("{count} hak", "{count} {count:right|rights}"),
        [ElementKind.Suggestion] = new("{count} usulan", "{count} {count:suggestion|suggestions}"),
    };

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/remove-examples", async (HttpContext context, IMediator mediator, ChangesetId ids, LogReader log) =>
    {
        var attribution = Writes.Attribute(context, context.LanguageOf() == Language.English ? "Removed all examples" : "Menghapus semua contoh", []);
        if (!attribution.TryValue(out var by))
        {
            return Problems.Refused(attribution.Refusals, context);
        }

        if (!Identity.Caller.Of(context).IsSteward)
        {
            return Problems.Refused(Refusal.Of("not_permitted", ""), context);
        }

        var outcome = await mediator.Send(new Request(by), context.RequestAborted);
        if (!outcome.TryValue(out var accepted))
        {
            return Obstacles.Refused(outcome.Refusals, context);
        }

        var removed = accepted.Changed ? (await log.FindAsync(accepted.Sequence, context.RequestAborted))!.Revisions : [];
        return Results.Json(Told(removed, context.LanguageOf(), TakingBack.Named(accepted, ids), accepted), Wire.Options);
    }).WithSummary("Removes every example, as one change that can be taken back.")
        .Takes(Parameter.IdempotencyKey)
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":15,"removed":31,"alongside":{"service":2,"tie":1},"summary":"28 examples were removed. 3 records that stood on an example went with them: 2 services and 1 tie."}""", about: "The change that removed them: how many records in all, and how many of them, by kind, are not examples but stood on one. Where there was no example there is no change, and no `id`.")
        .Refuses("steward_only", "preview_only_looks", "not_permitted", "element_in_use", "store_failed", "store_full");

    private static object Told(IReadOnlyList<Revision> removed, Language language, string? id, Accepted accepted)
    {
        var alongside = LoggedChange.WithExamples(removed).GroupBy(r => r.Element.Kind).OrderBy(g => g.Key).ToList();
        var others = alongside.Sum(g => g.Count());
        var examples = removed.Count - others;
        string[] said =
        [
            (examples == 0 ? None : Examples).In(language, ("count", examples)),
            .. others == 0 ? Array.Empty<string>() : [Others.In(language, ("count", others), ("removed", examples), ("kinds", alongside.ConvertAll(g => Counted[g.Key].In(language, ("count", g.Count())))))],
        ];
        return new
        {
            id,
            sequence = accepted.Changed ? accepted.Sequence : (long?)null,
            removed = removed.Count,
            alongside = alongside.ToDictionary(g => Names<ElementKind>.Of(g.Key), g => g.Count(), StringComparer.Ordinal),
            summary = string.Join(' ', said),
        };
    }

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
