using NetworkMap.Domain.Organizations;
using NetworkMap.Graph.Duplicates;

namespace NetworkMap.Graph;

/// <content>Who is reached by a number or an address. A projection that hides a contact does not know it here either.</content>
public sealed partial class NetworkGraph
{
    private ChunkedArray<Bag<int>> reachedBy = ChunkedArray<Bag<int>>.Empty();

    /// <summary>Handles of the organizations that state a channel.</summary>
    internal ReadOnlySpan<int> ReachedBy(Channel channel) => handles.Channels.Find(channel) is >= 0 and var known ? reachedBy[known].Span : [];

    private void PutChannelsOf(int handle, Organization? before, Organization? after, EditScope scope)
    {
        if (before?.Website == after?.Website && (before?.Contacts ?? []).SequenceEqual(after?.Contacts ?? []))
        {
            return;
        }

        var (old, now) = (before is null ? [] : Channels.Of(before), after is null ? [] : Channels.Of(after));
        foreach (var channel in old.Except(now))
        {
            reachedBy = Moved(reachedBy, handles.Channels.FindOrAdd(channel), -1, handle, scope);
        }

        foreach (var channel in now.Except(old))
        {
            reachedBy = Moved(reachedBy, -1, handles.Channels.FindOrAdd(channel), handle, scope);
        }
    }
}
