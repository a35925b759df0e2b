using System.Collections.Concurrent;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The sealing keys of the process: loaded once, added to with every append. Kept small, since most homes and contacts have one.</summary>
public sealed class KeyRing(INetworkStore store)
{
    private readonly ConcurrentDictionary<Guid, Kept> keys = new();

    private readonly record struct Kept(ElementKind Kind, Guid Element, byte[] Wrapped)
    {
        internal static Kept Of(SealingKey key) => new(key.Element.Kind, Guid.ParseExact(key.Element.Id, "D"), key.Wrapped);

        internal SealingKey Under(Guid id) => new(id, new ElementRef(Kind, Element.ToString("D")), Wrapped);
    }

    /// <summary>The key of an id; null when it was destroyed.</summary>
    public SealingKey? Find(Guid id) => keys.TryGetValue(id, out var kept) ? kept.Under(id) : null;

    /// <summary>Takes keys in that were just committed.</summary>
    public void Add(IEnumerable<SealingKey> made)
    {
        foreach (var key in made)
        {
            keys[key.Id] = Kept.Of(key);
        }
    }

    /// <summary>Throws <see cref="DamagedException"/> when another master key wrapped what was loaded: what were sealed now would be lost to the right one.</summary>
    public void RequireWrappedBy(MasterKey master)
    {
        if (keys.Select(k => k.Value.Under(k.Key)).FirstOrDefault() is { } key && master.Unwrap(key) is null)
        {
            throw new DamagedException($"sealing key {key.Id:N} of {key.Element}", "this master key did not wrap it; put the right one back");
        }
    }

    /// <summary>Reads every key of the store.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        await foreach (var key in store.KeysAsync(cancellation))
        {
            keys[key.Id] = Kept.Of(key);
        }
    }
}
