using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Loading a store whose current graph may be damaged: what the log still holds is written back, and every record that was is told to whoever starts the
/// server, since a disk that changes one record may change more.</summary>
internal static class Mending
{
    private const int Most = 20;

    /// <summary>Loads everything. What could not be loaded is mended first and loaded then; what loading had to rebuild is written back after.</summary>
    internal static async Task LoadAsync(NetworkLoader loader, INetworkStore store, CancellationToken cancellation)
    {
        try
        {
            await loader.LoadAsync(cancellation);
        }
        catch (Exception damage) when (store.Mends && damage is not (OperationCanceledException or StoreFailedException))
        {
            if (!Tell(await store.MendAsync(cancellation)))
            {
                throw;
            }

            await loader.LoadAsync(cancellation);
            return;
        }

        await WriteBackAsync(store, cancellation);
    }

    /// <summary>What could be loaded is right, in memory; when it cannot be written back, the server answers all the same.</summary>
    private static async Task WriteBackAsync(INetworkStore store, CancellationToken cancellation)
    {
        try
        {
            Tell(await store.MendAsync(cancellation));
        }
        catch (Exception failure) when (failure is StoreFailedException or DamagedException)
        {
            Console.Error.WriteLine($"Warning: records are damaged, were rebuilt in memory, and could not be written back; `verify` names them. {failure.Message}");
        }
    }

    /// <summary>Says what was mended; false when nothing was.</summary>
    private static bool Tell(IReadOnlyList<ElementRow> mended)
    {
        foreach (var row in mended.Take(Most))
        {
            Console.Error.WriteLine(row.Body is null
                ? $"Warning: a damaged record said to be {row.Element}, which the log did not leave. It was taken away."
                : $"Warning: the record of {row.Element} was damaged or lost. It was rebuilt from log entry {row.Sequence} and written back.");
        }

        if (mended.Count > Most)
        {
            Console.Error.WriteLine($"Warning: so it was with {mended.Count - Most} more.");
        }

        if (mended.Count > 0)
        {
            Console.Error.WriteLine("Nothing of the network is lost by that. Check the disk, run `verify` while no server runs, and make a backup.");
        }

        return mended.Count > 0;
    }
}
