using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Imports;

/// <summary>Carries out a plan that somebody has seen: all of it as one change, which can be taken back, or nothing.</summary>
public static class ApplyImport
{
    /// <summary>As many elements come in as one change.</summary>
    public const int MostWrites = 50_000;

    /// <summary>The request.</summary>
    public sealed record Request(Decision Decision, bool ConfirmWidening, Attribution Attribution) : IRequest<Outcome<Accepted>>;

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("", (HttpContext context, ImportWork work, IMediator mediator, ChangesetId ids, SecurityLog log, TimeProvider clock) =>
        work.WithAsync(context, async (imported, progress) =>
        {
            var request = Attribute(context, imported).Then<Request>(a => new Request(DecisionOf(imported, Today.By(clock), progress, context.RequestAborted), imported.Settings.ConfirmWidening, a));
            var outcome = request.TryValue(out var asked) ? await mediator.Send(asked, CancellationToken.None) : Outcome.Refused<Accepted>(request.Refusals);
            if (outcome.Refusals is [{ Code: ManyEdits.StoppedCode }])
            {
                context.RequestAborted.ThrowIfCancellationRequested();
            }

            if (!outcome.TryValue(out var accepted))
            {
                return Problems.Refused(outcome.Refusals, context, new Dictionary<string, object?>(StringComparer.Ordinal) { ["now"] = ImportAnswer.Of(imported, Asking.Of(context)) });
            }

            progress.End(accepted.Changed ? WorkStage.Stored : WorkStage.Done);
            if (!accepted.Repeated)
            {
                await work.RememberAsync(imported, accepted, CancellationToken.None);
            }

            if (accepted is { Changed: true, Repeated: false })
            {
                await log.AddAsync(asked!.Attribution.Author, SecurityEvent.Imported, CancellationToken.None, of: imported.Plan.File.Form.ToString());
            }

            Writes.Tell(context, accepted, ids);
            return Results.Json(new { id = accepted.Changed ? ids.Of(accepted.Sequence) : null, sequence = accepted.Changed ? accepted.Sequence : (long?)null, writes = accepted.Changed ? imported.Plan.Entered.Count : 0 }, Wire.Options);
        }))
        .WithSummary("Brings a file in, as one change that can be taken back: all that its plan says, or nothing.")
        .Takes(Parameter.IdempotencyKey, ImportRoutes.Work)
        .TakesFile()
        .Gives("""{"id":"1553bb6b2df0e63c7edc07bb227a7036","sequence":16,"writes":15}""", about: "The change; without an id there was nothing to change. It is taken back like any other change.")
        .Refuses([.. ImportRoutes.Refusals, "import_moved_on", "import_open", "import_nothing_planned", "import_too_large", "change_widens", "store_failed", "store_full"])
        .Costs(Cost.Export);

    private static Outcome<Attribution> Attribute(HttpContext context, Imported imported)
    {
        var checks = new Checks();
        var reason = checks.OptionalText("reason", imported.Settings.Reason, 300);
        return checks.Finish(reason ?? imported.Plan.File.Name).Then(r => Writes.Attribute(context, r, imported.Brought.Hash)).Then<Attribution>(a => a with { Source = imported.Source });
    }

    /// <summary>What the plan means, or why it is not carried out. A request that is repeated is told what it did, whatever would be planned now.</summary>
    private static Decision DecisionOf(Imported imported, DateOnly today, WorkProgress progress, CancellationToken stop)
    {
        var (plan, settings) = (imported.Plan, imported.Settings);
        var refusal = settings.Plan is null ? Refusal.Of("import_nothing_planned", "plan")
            : settings.Plan != plan.Name ? Refusal.Of("import_moved_on", "plan")
            : plan.Open > 0 && !settings.LeaveOut ? Refusal.Of("import_open", "leaveOut", ("count", plan.Open))
            : plan.Entered.Count > MostWrites ? Refusal.Of("import_too_large", "", ("count", plan.Entered.Count), ("limit", MostWrites))
            : null;
        return refusal is not null ? _ => refusal : network =>
        {
            // Decided again when another process was faster.
            progress.Begin(WorkStage.Checking, plan.Entered.Count);
            var made = ManyEdits.All(plan.Entered, today, GoesOn)(network);
            progress.Begin(WorkStage.Writing);
            return made;
        };

        bool GoesOn()
        {
            progress.Step();
            return !stop.IsCancellationRequested;
        }
    }

    internal sealed class Handler(NetworkWriter writer) : IRequestHandler<Request, Outcome<Accepted>>
    {
        public Task<Outcome<Accepted>> Handle(Request request, CancellationToken cancellationToken) =>
            writer.WriteAsync(new WriteRequest(request.Decision, request.Attribution, ConfirmWidening: request.ConfirmWidening), cancellationToken);
    }
}
