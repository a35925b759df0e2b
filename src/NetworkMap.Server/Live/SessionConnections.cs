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
    private readonly ConcurrentDictionary<string, (string Account, Audience Audience, HubCallerContext Context)> open = new(StringComparer.Ordinal);
    private readonly NetworkView view;
    private readonly TimeProvider clock;

    public SessionConnections(SessionEnds ends, NetworkView view, TimeProvider clock)
    {
        (this.view, this.clock) = (view, clock);
        ends.Ended += account => Close(c => c.Account == account);
    }

    /// <summary>Who the connection belongs to, by the grants that hold now.</summary>
    internal Caller CallerOf(HubCallerContext context) => Caller.AccountOf(context.User) is { } account ? CallerOf(account) : Caller.Public;

    internal void Add(HubCallerContext context)
    {
        if (Caller.AccountOf(context.User) is { } account)
        {
            open[context.ConnectionId] = (account, CallerOf(account).Audience, context);
        }
    }

    internal void Remove(HubCallerContext context) => open.TryRemove(context.ConnectionId, out _);

    /// <summary>Closes every connection whose account is another audience by now.</summary>
    internal void Recheck() => Close(c => CallerOf(c.Account).Audience != c.Audience);

    private Caller CallerOf(string account) => Caller.Of(account, view.Latest.Full, Today.By(clock));

    private void Close(Func<(string Account, Audience Audience, HubCallerContext Context), bool> ends)
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
