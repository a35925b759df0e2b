using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>Wraps every sealing key of a store by a new master key. Log, graph and what is sealed stay as they are. One that was cut off goes on where it stopped: a key that
/// the new master key opens is done.</summary>
public static class KeyRewrapping
{
    private const int AtOnce = 500;

    /// <summary>How many keys were wrapped anew; 0 when all of them were already. Throws <see cref="DamagedException"/> for one that neither master key wrapped.</summary>
    public static async Task<int> RunAsync(INetworkStore store, MasterKey from, MasterKey to, CancellationToken cancellation)
    {
        var old = new List<SealingKey>();
        await foreach (var key in store.KeysAsync(cancellation))
        {
            if (to.Unwrap(key) is null)
            {
                old.Add(from.Rewrap(key, to) ?? throw new DamagedException($"sealing key {key.Id:N} of {key.Element}", "neither of the two master keys wrapped it"));
            }
        }

        foreach (var piece in old.Chunk(AtOnce))
        {
            await store.RewrapAsync(piece, cancellation);
        }

        return old.Count;
    }
}
