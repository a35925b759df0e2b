using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>The sealing keys of the process. While the network loads all of them are held, since most homes and contacts have one; before and after, the few that
/// the log asks for come from the store.</summary>
public sealed class KeyRing(INetworkStore store)
{
    private volatile Dictionary<Guid, SealingKey>? held;

    /// <summary>The key of an id; null when it was destroyed.</summary>
    public SealingKey? Find(Guid id) => held is { } all ? all.GetValueOrDefault(id) : store.FindKey(id);

    /// <summary>Reads every key of the store, and holds them until <see cref="LetGo"/>. Throws <see cref="DamagedException"/> when another master key wrapped
    /// them: what were sealed now would be lost to the right one.</summary>
    public async Task HoldAsync(MasterKey master, CancellationToken cancellation)
    {
        var all = new Dictionary<Guid, SealingKey>();
        await foreach (var key in store.KeysAsync(cancellation))
        {
            if (all.Count == 0 && master.Unwrap(key) is null)
            {
                throw new DamagedException($"sealing key {key.Id:N} of {key.Element}", "this master key did not wrap it; put the right one back");
            }

            all.Add(key.Id, key);
        }

        held = all;
    }

    /// <summary>Holds no key any more.</summary>
    public void LetGo() => held = null;
}
