using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Live;

/// <summary>The connections that were opened with a session. They end with it, and when their account becomes another audience, by a grant that is given, taken back, begins
/// or runs out: whoever was cut off comes back at once, as who she is now.</summary>
internal sealed class SessionConnections
{
    private readonly ConcurrentDictionary<string, (Credential Who, Audience Audience, HubCallerContext Context)> open = new(StringComparer.Ordinal);
    private readonly SessionEnds ends;
    private readonly NetworkView view;
    private readonly TimeProvider clock;

    public SessionConnections(SessionEnds ends, NetworkView view, TimeProvider clock)
    {
        (this.ends, this.view, this.clock) = (ends, view, clock);
        ends.Ended += credential => Close(c => c.Who.Id == credential);
    }

    /// <summary>Who the connection belongs to, by the grants that hold now, as who it was opened to look.</summary>
    internal Caller CallerOf(HubCallerContext context) =>
        Credential.Of(context.User) is not { } who ? Caller.Public : context.GetHttpContext() is { } http ? Preview.Of(CallerOf(who), http.Request) : CallerOf(who);

    internal void Add(HubCallerContext context)
    {
        if (Credential.Of(context.User) is { } who)
        {
            open[context.ConnectionId] = (who, CallerOf(who).Audience, context);
            ends.Listen(who.Id);
        }
    }

    internal void Remove(HubCallerContext context)
    {
        if (open.TryRemove(context.ConnectionId, out var closed))
        {
            ends.Leave(closed.Who.Id);
        }
    }

    /// <summary>Closes every connection whose account is another audience by now, or whose token ended with the right that it rests on.</summary>
    internal void Recheck() => Close(c => CallerOf(c.Who) is var now && (now.Audience != c.Audience || now.IsOver));

    private Caller CallerOf(Credential who) => Caller.Of(who, view.Latest.Full, Today.By(clock));

    private void Close(Func<(Credential Who, Audience Audience, HubCallerContext Context), bool> ends)
    {
        foreach (var connection in open.Values.Where(ends))
        {
            connection.Context.Abort();
        }
    }

    /// <summary>Hears of grants. What else can make an account another audience, an organization that becomes a company, is found with the next heartbeat.</summary>
    internal sealed class Listener(SessionConnections sessions) : INotificationHandler<NetworkChanged>
    {
        public Task Handle(NetworkChanged notification, CancellationToken cancellationToken)
        {
            if (notification.Change.Changeset.Revisions.Any(r => r.Before is Grant || r.After is Grant))
            {
                sessions.Recheck();
            }

            return Task.CompletedTask;
        }
    }
}
