using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Server.Writing;

/// <summary>A request on its way through the writer, and the answer it waits for.</summary>
internal sealed class PendingWrite(WriteRequest request, CancellationToken givenUp)
{
    private volatile bool refused;

    internal WriteRequest Request { get; } = request;

    /// <summary>True when nobody waits for the answer any more.</summary>
    internal bool IsGivenUp => refused || givenUp.IsCancellationRequested;

    /// <summary>True when it was decided on a tip that did not hold, perhaps since its key was used before.</summary>
    internal bool IsDecidedAgain { get; set; }

    internal TaskCompletionSource<Outcome<Accepted>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whoever waited was told to try again.</summary>
    internal void GiveUp() => refused = true;

    /// <summary>The answer to a key that was used before: the same request again is accepted as before, another one under the same key is refused.</summary>
    internal Outcome<Accepted> Repeated(RequestKey known, long sequence) =>
        known.Request == Request.Attribution.Request!.Request ? new Accepted(sequence, Repeated: true) : Refusal.Of("idempotency_key_reused", "Idempotency-Key");
}
