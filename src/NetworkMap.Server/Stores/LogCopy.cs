using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>Moves a network to another store: its log, entry by entry and byte for byte under the same identity, and with each entry the current graph that it leaves
/// behind, in whatever form the other store keeps that. What is sealed stays sealed. A copy that was cut off goes on where it stopped.</summary>
public sealed class LogCopy
{
    private const int MostEntries = 512;
    private const int MostRevisions = 5_000;
    private readonly INetworkStore from;
    private readonly INetworkStore to;
    private readonly Action<long, long> tell;

    private LogCopy(INetworkStore from, INetworkStore to, Action<long, long> tell) => (this.from, this.to, this.tell) = (from, to, tell);

    /// <summary>Copies what the other store does not hold yet, also what is written meanwhile; tells after each group how far it is, and of how many. Gives where both
    /// logs end. Throws <see cref="StoreFailedException"/> when the other one holds something else, or when somebody else writes to it.</summary>
    public static async Task<LogPosition> RunAsync(INetworkStore from, INetworkStore to, Action<long, long> tell, CancellationToken cancellation)
    {
        var copy = new LogCopy(from, to, tell);
        await copy.BeginAsync(cancellation);
        await copy.BringKeysAsync(cancellation);
        while (to.Head.Sequence < from.Head.Sequence)
        {
            await copy.CatchUpAsync(cancellation);
            await from.FollowAsync(cancellation);
        }

        await copy.BringErasuresAsync(cancellation);
        return to.Head;
    }

    /// <summary>The other store is empty, and takes the identity of the log, or it holds the beginning of it.</summary>
    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (to.Head.Sequence == 0 && !await to.BecomeAsync(from.Head.Log, cancellation))
        {
            throw new StoreFailedException("Somebody else began to write to the store that was to be copied to. Stop the servers that use it, or choose an empty one.");
        }

        var end = to.Head;
        if (end.Log != from.Head.Log)
        {
            throw new StoreFailedException($"The store that was to be copied to holds another network (log {end.Log:D}, {end.Sequence} entries). Choose an empty one; nothing was changed.");
        }

        if (end.Sequence > from.Head.Sequence)
        {
            throw new StoreFailedException($"The store that was to be copied to is further ({end.Sequence}) than the one to copy from ({from.Head.Sequence}): somebody wrote to it after an earlier copy. Copy the other way round, or choose an empty one; nothing was changed.");
        }

        if (end.Sequence > 0 && !(await from.ReadAsync(end.Sequence - 1, cancellation).FirstAsync(cancellation)).Hash.AsSpan().SequenceEqual(end.Hash))
        {
            throw new StoreFailedException($"Entry {end.Sequence} is not the same in both stores: somebody wrote to each of them after an earlier copy. Choose an empty store to copy to; nothing was changed.");
        }
    }

    /// <summary>The keys that the other store holds are wrapped as they are here: by another master key since an earlier copy, when that was changed.</summary>
    private async Task BringKeysAsync(CancellationToken cancellation)
    {
        if (from.Mark is { Next: not null })
        {
            throw new StoreFailedException("The keys of the store to copy from are being wrapped by a new master key, and that was not ended. Run `rotate-key` again first; nothing was changed.");
        }

        if (from.Mark is not { } mark || to.Mark == mark)
        {
            return;
        }

        // Not to be served before all of them are there.
        var begun = new MasterMark(to.Mark?.InForce ?? "unknown", mark.InForce);
        await MarkAsync(begun, cancellation);
        await foreach (var piece in from.KeysAsync(cancellation).Chunk(MostEntries).WithCancellation(cancellation))
        {
            await to.RewrapAsync(piece, cancellation);
        }

        await MarkAsync(mark, cancellation);
        await to.ScrubAsync(cancellation);
    }

    /// <summary>What was erased here is erased there, also of what was copied before.</summary>
    private async Task BringErasuresAsync(CancellationToken cancellation)
    {
        var there = await to.ErasuresAsync(cancellation).Select(e => e.Id).ToHashSetAsync(cancellationToken: cancellation);
        await foreach (var erasure in from.ErasuresAsync(cancellation))
        {
            if (!there.Contains(erasure.Id))
            {
                await to.EraseAsync(erasure, cancellation);
            }
        }
    }

    private async Task MarkAsync(MasterMark mark, CancellationToken cancellation)
    {
        if (!await to.MarkAsync(to.Mark, mark, cancellation))
        {
            throw new StoreFailedException("Another process changes the master key of the store that is copied to. Stop the servers that use it, and copy again.");
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var (group, revisions) = (new List<StoredEntry>(), 0);
        await foreach (var entry in from.ReadAsync(to.Head.Sequence, cancellation))
        {
            group.Add(LogText.Stored(entry, from.FindKey));
            revisions += group[^1].Rows.Count;
            if (group.Count >= MostEntries || revisions >= MostRevisions)
            {
                await AppendAsync(group, cancellation);
                (group, revisions) = ([], 0);
            }
        }

        await AppendAsync(group, cancellation);
    }

    private async Task AppendAsync(List<StoredEntry> group, CancellationToken cancellation)
    {
        if (await to.AppendAsync(to.Head, group, cancellation) != AppendResult.Appended)
        {
            throw new StoreFailedException($"Somebody else writes to the store that is copied to; it holds the first {to.Head.Sequence} entries. Stop the servers that use it, then begin with an empty one.");
        }

        tell(to.Head.Sequence, from.Head.Sequence);
    }
}
