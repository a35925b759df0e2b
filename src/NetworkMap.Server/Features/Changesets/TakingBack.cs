using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What requests that take something back have in common: the fields of their body, and how they are answered.</summary>
internal static class TakingBack
{
    /// <summary>Which change took it back, if there was anything to change, or why not.</summary>
    internal static IResult Answer(Outcome<Accepted> outcome, HttpContext context, ChangesetId ids) =>
        outcome.TryValue(out var accepted) ? Results.Json(new { id = Named(accepted, ids), sequence = accepted.Changed ? accepted.Sequence : (long?)null }, Wire.Options) : Obstacles.Refused(outcome.Refusals, context);

    /// <summary>Writes what brings forms back, unless one of them is from before an erasure; nothing is erased meanwhile.</summary>
    internal static Task<Outcome<Accepted>> WriteAsync(this ErasureTurn turn, WriteRequest request, IEnumerable<Element?> forms, LogReader log, NetworkWriter writer, CancellationToken cancellation) =>
        turn.TakeAsync(async () => await log.ErasedAsync(forms, cancellation) is { } erased ? erased : await writer.WriteAsync(request, cancellation), cancellation);

    /// <summary>The id of the change that was made; null when nothing was to be changed, since the change before is not for this request to take back.</summary>
    internal static string? Named(Accepted accepted, ChangesetId ids) => accepted.Changed ? ids.Of(accepted.Sequence) : null;
}
