using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Keeps a database of what anybody may see of a network, for those who ask in a query language of their own: the public projection, and nothing that the
/// public pages would not tell. It can be brought up to date again and again, or follow the log.</summary>
public sealed class PublicCopy(INetworkStore store, KeyRing keys, MasterKey master, IGraphCopy copy)
{
    private readonly NetworkView view = new();
    private readonly HashSet<ElementRef> behind = [];

    /// <summary>Loads the network and brings the copy to its public projection. Gives how many elements differed.</summary>
    public async Task<int> BringAsync(CancellationToken cancellation)
    {
        await new NetworkLoader(store, view, keys, master).LoadAsync(cancellation);
        var shown = view.Latest.Public;
        return await copy.BecomeAsync(Enum.GetValues<ElementKind>().SelectMany(shown.All).Select(element => RowOf(element.Ref, element)), cancellation);
    }

    /// <summary>Carries over what was written since it was brought up to date, or since the last time. Gives how many elements that were; nothing is passed over when
    /// either database fails in between.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        await store.FollowAsync(cancellation);
        var sealing = new SealedText(master, keys.Find);
        await foreach (var entry in store.ReadAsync(view.Latest.Sequence, cancellation))
        {
            var (next, change) = view.Latest.After(LogText.Read(entry.Text, sealing), new EditScope());
            behind.UnionWith(change.Public);
            view.Swap(next);
        }

        var changed = behind.Select(element => RowOf(element, view.Latest.Public.Find(element))).ToList();
        if (changed.Count > 0)
        {
            await copy.WriteAsync(changed, cancellation);
            behind.Clear();
        }

        return changed.Count;
    }

    /// <summary>Without version and sequence: they would count what is hidden.</summary>
    private static ElementRow RowOf(ElementRef element, Element? shown) => new(element, 0, 0, shown is null ? null : ElementText.ToBytes(shown.ToDraft()));
}
