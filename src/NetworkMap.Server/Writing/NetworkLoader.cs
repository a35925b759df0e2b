using System.Collections.Concurrent;
using System.Runtime;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Fills the read model from the current graph of the store: cold start reads what is, not the whole history.</summary>
public sealed class NetworkLoader(INetworkStore store, NetworkView view, KeyRing keys, MasterKey master)
{
    private const int BatchesAhead = 16;

    /// <summary>Loads everything and shows it. One thread fetches, several make elements of what was fetched, and one builds in the order of the store, so
    /// that every core works.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await keys.HoldAsync(master, cancellation);
        var head = store.Head;
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var batches = new BlockingCollection<Task<Element[]>>(BatchesAhead);
        // On a thread of its own: it waits whenever the others are behind, and must not take one of theirs for that.
        var fetching = Task.Factory.StartNew(() => FetchAsync(batches, given.Token), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            var snapshot = NetworkSnapshot.Load(batches.GetConsumingEnumerable(cancellation).SelectMany(b => b.GetAwaiter().GetResult()), head.Sequence);
            await fetching;
            view.Swap(snapshot);
        }
        finally
        {
            // When building failed, nobody takes batches any more.
            await given.CancelAsync();
            await Task.WhenAny(fetching);
            keys.LetGo();
        }

        GiveBack();
    }

    /// <summary>Gives back what loading left behind. The snapshot stays for the life of the process, and a collector that sees little change would not come to
    /// tidy up by itself.</summary>
    private static void GiveBack()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private async Task FetchAsync(BlockingCollection<Task<Element[]>> batches, CancellationToken cancellation)
    {
        var sealing = new SealedText(master, keys.Find);
        void Hand(StoredBatch full) => batches.Add(Task.Run(() => full.Read(sealing), cancellation), cancellation);
        try
        {
            var batch = new StoredBatch();
            await store.LoadAsync(
                stored =>
                {
                    batch.Add(stored);
                    if (batch.IsFull)
                    {
                        Hand(batch);
                        batch = new StoredBatch();
                    }
                },
                cancellation);
            Hand(batch);
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
