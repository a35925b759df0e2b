using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Live;

/// <summary>The connections that were opened with a session. They end with it: whoever signed out comes back as the public.</summary>
internal sealed class SessionConnections
{
    private readonly ConcurrentDictionary<string, (string Account, HubCallerContext Context)> open = new(StringComparer.Ordinal);

    public SessionConnections(SessionEnds ends) => ends.Ended += Close;

    internal void Add(HubCallerContext context)
    {
        if (Caller.Of(context.User).Account is { } account)
        {
            open[context.ConnectionId] = (account, context);
        }
    }

    internal void Remove(HubCallerContext context) => open.TryRemove(context.ConnectionId, out _);

    private void Close(string account)
    {
        foreach (var connection in open.Values.Where(c => c.Account == account))
        {
            connection.Context.Abort();
        }
    }
}
