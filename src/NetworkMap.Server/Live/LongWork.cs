using System.Runtime.CompilerServices;
using NetworkMap.Domain;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Live;

/// <summary>Work that is under way for somebody who waits, and who wants to hear how far it is. Whoever asks for the work gives it an id of her own, and listens under that id as the same account: nobody
/// else can. What she hears is stage and numbers, at most four times a second, and the last of it always; without a listener, or when the connection is lost, the work goes on all the same.</summary>
internal sealed class LongWork(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Dictionary<(string Account, Guid Id), Slot> slots = [];
    private readonly Lock turn = new();

    /// <summary>How many are known now: each that is under way under an id, and each that somebody listens for.</summary>
    internal int Known
    {
        get
        {
            lock (turn)
            {
                return slots.Count;
            }
        }
    }

    /// <summary>Work begins; to be disposed of when it ended, however it did. Without an id, or when other work of the account has it, nobody hears of it.</summary>
    internal Running Begin(string? account, Guid? id)
    {
        if (account is null || id is not { } name)
        {
            return new Running(this, null);
        }

        lock (turn)
        {
            var slot = Take((account, name));
            if (slot.IsTaken)
            {
                slot.Holders--;
                return new Running(this, null);
            }

            slot.IsTaken = true;
            return new Running(this, slot);
        }
    }

    /// <summary>How far the work of an account is, from now until it ends; before it began nothing.</summary>
    internal async IAsyncEnumerable<LiveMessage> HearAsync(string account, Guid id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Slot slot;
        lock (turn)
        {
            slot = Take((account, id));
        }

        try
        {
            for ((WorkStage, long, long)? told = null; ;)
            {
                var ended = slot.Ended.Task.IsCompleted;
                if (slot.IsTaken && slot.Progress.Now is var now && now != told)
                {
                    told = now;
                    yield return LiveMessage.Of(Names<WorkStage>.Of(now.Stage), now.Done, now.Of);
                }

                if (ended)
                {
                    yield break;
                }

                await Task.WhenAny(slot.Ended.Task, Task.Delay(Pause, clock, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Leave(slot);
        }
    }

    private Slot Take((string, Guid) name)
    {
        if (!slots.TryGetValue(name, out var slot))
        {
            slots.Add(name, slot = new Slot(name));
        }

        slot.Holders++;
        return slot;
    }

    private void Leave(Slot slot)
    {
        lock (turn)
        {
            if (--slot.Holders == 0)
            {
                slots.Remove(slot.Name);
            }
        }
    }

    /// <summary>Work that is under way.</summary>
    internal sealed class Running : IDisposable
    {
        private readonly LongWork all;
        private readonly Slot? slot;

        internal Running(LongWork all, Slot? slot) => (this.all, this.slot, Progress) = (all, slot, slot?.Progress ?? new WorkProgress());

        /// <summary>Where it tells how far it is.</summary>
        internal WorkProgress Progress { get; }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (slot is not null)
            {
                slot.Ended.TrySetResult();
                all.Leave(slot);
            }
        }
    }

    internal sealed class Slot((string, Guid) name)
    {
        internal (string Account, Guid Id) Name { get; } = name;

        internal WorkProgress Progress { get; } = new();

        internal TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal bool IsTaken { get; set; }

        internal int Holders { get; set; }
    }
}
