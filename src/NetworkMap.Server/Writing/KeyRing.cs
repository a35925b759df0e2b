using System.Collections.Concurrent;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The sealing keys of the process: loaded once, added to with every append.</summary>
public sealed class KeyRing(INetworkStore store)
{
    private readonly ConcurrentDictionary<Guid, SealingKey> keys = new();

    /// <summary>The key of an id; null when it was destroyed.</summary>
    public SealingKey? Find(Guid id) => keys.GetValueOrDefault(id);

    /// <summary>Takes keys in that were just committed.</summary>
    public void Add(IEnumerable<SealingKey> made)
    {
        foreach (var key in made)
        {
            keys[key.Id] = key;
        }
    }

    /// <summary>Throws <see cref="DamagedException"/> when another master key wrapped what was loaded: what were sealed now would be lost to the right one.</summary>
    public void RequireWrappedBy(MasterKey master)
    {
        if (keys.FirstOrDefault().Value is { } key && master.Unwrap(key) is null)
        {
            throw new DamagedException($"sealing key {key.Id:N} of {key.Element}", "this master key did not wrap it; put the right one back");
        }
    }

    /// <summary>Reads every key of the store.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await foreach (var key in store.KeysAsync(cancellation))
        {
            keys[key.Id] = key;
        }
    }
}
