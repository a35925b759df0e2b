using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The network as it was known at a sequence or an instant (<c>asOf</c>), for whoever may see what of it today. One past is built at a time, from the
/// nearest later one that is kept; a few are kept, and looked at again when the present has moved on, since today's policy binds them.</summary>
public sealed class Past(INetworkStore store, NetworkView view, LogReader log) : IDisposable
{
    private const int KeptLimit = 8;
    private readonly SemaphoreSlim building = new(1);
    private readonly List<Kept> kept = [];

    private sealed record Kept(NetworkSnapshot Snapshot, long SeenFrom);

    /// <summary>The network as it was known at a sequence; the latest when that lies ahead.</summary>
    public async Task<NetworkSnapshot> AtAsync(long sequence, CancellationToken cancellation)
    {
        var now = view.Latest;
        if (sequence >= now.Sequence)
        {
            return now;
        }

        await building.WaitAsync(cancellation);
        try
        {
            now = view.Latest;
            var start = await NearestAsync(Math.Max(0, sequence), now, cancellation);
            var snapshot = start.Sequence == sequence ? start : await BackAsync(start, now, Math.Max(0, sequence), cancellation);
            Keep(new Kept(snapshot, now.Sequence));
            return snapshot;
        }
        finally
        {
            building.Release();
        }
    }

    /// <summary>The network as it was known at an instant.</summary>
    public async Task<NetworkSnapshot> AtAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        await AtAsync(await store.LastUntilAsync(instant, cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => building.Dispose();

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

    private void Keep(Kept made)
    {
        kept.RemoveAll(k => k.Snapshot.Sequence == made.Snapshot.Sequence);
        kept.Add(made);
        if (kept.Count > KeptLimit)
        {
            kept.RemoveAt(0);
        }
    }
}
