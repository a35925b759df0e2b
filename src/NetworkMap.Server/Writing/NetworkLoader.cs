using System.Collections.Concurrent;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Fills the read model from the current graph of the store: cold start reads what is, not the whole history.</summary>
public sealed class NetworkLoader(INetworkStore store, NetworkView view, KeyRing keys, MasterKey master)
{
    private const int BatchSize = 4096;

    /// <summary>Loads everything and shows it. One thread reads and checks, another builds, so that both cores work.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await keys.LoadAsync(cancellation);
        var head = store.Head;
        using var batches = new BlockingCollection<List<Element>>(boundedCapacity: 16);
        var reading = Task.Run(() => ReadAsync(new SealedText(master, keys.Find), batches, cancellation), cancellation);
        var snapshot = NetworkSnapshot.Load(batches.GetConsumingEnumerable(cancellation).SelectMany(b => b), head.Sequence);
        await reading;
        view.Swap(snapshot);
    }

    private async Task ReadAsync(SealedText sealing, BlockingCollection<List<Element>> batches, CancellationToken cancellation)
    {
        try
        {
            var batch = new List<Element>(BatchSize);
            await foreach (var row in store.LoadAsync(cancellation))
            {
                batch.Add(sealing.Read(row.Element.Kind, row.Body, row.Version, row.Sequence));
                if (batch.Count == BatchSize)
                {
                    batches.Add(batch, cancellation);
                    batch = new List<Element>(BatchSize);
                }
            }

            batches.Add(batch, cancellation);
        }
        finally
        {
            batches.CompleteAdding();
        }
    }
}
