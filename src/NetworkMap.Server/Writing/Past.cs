using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The network as it was known at a sequence or an instant (<c>asOf</c>), for whoever may see what of it today. One past is built at a time, from the
/// nearest later one that is kept; a few are kept, and looked at again when the present has moved on, since today's policy binds them. Far back takes seconds, so
/// whoever comes when <see cref="WaitingLimit"/> wait already is sent away, instead of a queue that grows without end.</summary>
public sealed class Past(INetworkStore store, NetworkView view, LogReader log) : IDisposable
{
    /// <summary>So many may wait for a past, the one that is being built included.</summary>
    public const int WaitingLimit = 6;

    private const int KeptLimit = 8;
    private readonly SemaphoreSlim building = new(1);
    private volatile Kept[] kept = [];
    private int forgotten;
    private int waiting;

    private sealed record Kept(NetworkSnapshot Snapshot, long SeenFrom);

    /// <summary>The network as it was known at a sequence, the latest when that lies ahead; or <c>too_many_requests</c>.</summary>
    public async Task<Outcome<NetworkSnapshot>> AtAsync(long sequence, CancellationToken cancellation)
    {
        var now = view.Latest;
        if (sequence >= now.Sequence)
        {
            return now;
        }

        var asked = Math.Max(0, sequence);
        if (Array.Find(kept, k => k.Snapshot.Sequence == asked && k.SeenFrom == now.Sequence) is { } ready)
        {
            return ready.Snapshot;
        }

        try
        {
            return Interlocked.Increment(ref waiting) > WaitingLimit ? Refusal.Of("too_many_requests", "asOf") : await BuildAsync(asked, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>The network as it was known at an instant.</summary>
    public async Task<Outcome<NetworkSnapshot>> AtAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        await AtAsync(await store.LastUntilAsync(instant, cancellation), cancellation);

    /// <summary>Lets go of every past, since something of it was erased; one that is being built is not kept.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        kept = [];
    }

    /// <inheritdoc/>
    public void Dispose() => building.Dispose();

    private async Task<NetworkSnapshot> BuildAsync(long sequence, CancellationToken cancellation)
    {
        await building.WaitAsync(cancellation);
        try
        {
            var before = Volatile.Read(ref forgotten);
            var now = view.Latest;
            var start = await NearestAsync(sequence, now, cancellation);
            var snapshot = start.Sequence == sequence ? start : await BackAsync(start, now, sequence, cancellation);
            if (before != Volatile.Read(ref forgotten))
            {
                return await BackAsync(now, now, sequence, cancellation);
            }

            Keep(new Kept(snapshot, now.Sequence));
            return snapshot;
        }
        finally
        {
            building.Release();
        }
    }

    /// <summary>The nearest snapshot from which to go back, under the policy of now.</summary>
    private async Task<NetworkSnapshot> NearestAsync(long sequence, NetworkSnapshot now, CancellationToken cancellation)
    {
        var nearest = kept.Where(k => k.Snapshot.Sequence >= sequence).MinBy(k => k.Snapshot.Sequence);
        if (nearest is null || now.Sequence - nearest.SeenFrom > nearest.SeenFrom - sequence)
        {
            return now;
        }

        var changed = new HashSet<ElementRef>();
        await foreach (var changeset in log.DownAsync(now.Sequence, cancellation))
        {
            if (changeset.Sequence <= nearest.SeenFrom)
            {
                break;
            }

            changed.UnionWith(changeset.Revisions.Select(r => r.Element));
        }

        if (changed.Count == 0)
        {
            return nearest.Snapshot;
        }

        var rewind = new Rewind(nearest.Snapshot, now);
        rewind.Review(changed);
        return rewind.Finish();
    }

    private async Task<NetworkSnapshot> BackAsync(NetworkSnapshot start, NetworkSnapshot now, long sequence, CancellationToken cancellation)
    {
        var rewind = new Rewind(start, now);
        await foreach (var changeset in log.DownAsync(start.Sequence, cancellation))
        {
            if (changeset.Sequence <= sequence)
            {
                break;
            }

            rewind.Undo(changeset);
        }

        return rewind.Finish();
    }

    private void Keep(Kept made) => kept = [.. kept.Where(k => k.Snapshot.Sequence != made.Snapshot.Sequence).Append(made).TakeLast(KeptLimit)];
}
