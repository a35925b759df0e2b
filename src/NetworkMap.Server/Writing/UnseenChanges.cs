using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Writing;

/// <summary>Changes of which the public can never see anything, as far as this process has met them: one bit each. Whoever pages through the log for the public passes
/// over them without reading, so that a run of them costs nothing and moves no page.</summary>
public sealed class UnseenChanges
{
    private readonly Lock adding = new();
    private volatile ulong[] bits = new ulong[64];

    /// <summary>True when nobody of the public can see anything of the change. False when that is not known.</summary>
    public bool Has(long sequence) => sequence >> 6 is var word && word < bits.Length && ((Volatile.Read(ref bits[word]) >> (int)(sequence & 63)) & 1) == 1;

    /// <summary>Looks at a change that was read or written.</summary>
    /// <param name="sequence">Its place in the log.</param>
    /// <param name="count">How many revisions it has.</param>
    /// <param name="first">The first of them; when there are more, nothing is learned.</param>
    public void Learn(long sequence, int count, IReadOnlyList<Revision> first)
    {
        if (count != first.Count || Has(sequence) || !Openness.IsNeverSeen(first, Audience.Public))
        {
            return;
        }

        lock (adding)
        {
            var word = sequence >> 6;
            if (word >= bits.Length)
            {
                var larger = new ulong[Math.Max(word + 1, bits.Length * 2)];
                bits.CopyTo(larger, 0);
                bits = larger;
            }

            bits[word] |= 1UL << (int)(sequence & 63);
        }
    }

    /// <summary>Takes down what was just written and hidden.</summary>
    internal sealed class TakeDown(UnseenChanges unseen) : INotificationHandler<NetworkChanged>
    {
        public Task Handle(NetworkChanged notification, CancellationToken cancellationToken)
        {
            var (changeset, seen) = (notification.Change.Changeset, notification.Change.Public);
            if (seen.Count == 0 && changeset.Revisions.Count <= LoggedChange.Kept)
            {
                unseen.Learn(changeset.Sequence, changeset.Revisions.Count, changeset.Revisions);
            }

            return Task.CompletedTask;
        }
    }
}
