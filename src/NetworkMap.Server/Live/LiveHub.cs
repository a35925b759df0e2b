using Microsoft.AspNetCore.SignalR;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Live;

/// <summary>The hub at <c>/live</c>. Who asks is known from the session with which the connection was opened.</summary>
internal sealed class LiveHub(Follower follower, LiveCursors cursors, NetworkView view, SessionConnections sessions, Readiness readiness, LiveLimits limits) : Hub
{
    private const string Open = "open streams";

    /// <summary>Follows the network: what was missed since a cursor, then what happens, as it happens. Nonsense is refused with its code.</summary>
    public IAsyncEnumerable<LiveMessage> Follow(FollowAsked asked, CancellationToken cancellation)
    {
        var context = Context.GetHttpContext()!;
        var (audience, language) = (Caller.Of(Context.User).Audience, context.LanguageOf());
        var open = (StreamCount)Context.Items[Open]!;
        var following = !readiness.IsReady ? Refusal.Of("not_ready", "")
            : open.Count >= limits.Streams ? Refusal.Of("too_many_requests", "")
            : FollowReading.Read(asked, view.Latest.For(audience), new DisclosureForm(audience, language), cursors);
        return following.TryValue(out var wanted)
            ? open.Counted(follower.FollowAsync(wanted, Context.Abort, cancellation))
            : throw new HubException(string.Join("; ", following.Refusals.Select(r => Told(r, language))));
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        Context.Items[Open] = new StreamCount();
        sessions.Add(Context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        sessions.Remove(Context);
        return Task.CompletedTask;
    }

    /// <summary>A refusal as one line: <c>code (field): sentence</c>.</summary>
    private static string Told(Refusal refusal, Language language) =>
        $"{refusal.Code}{(refusal.Field.Length > 0 ? $" ({refusal.Field})" : "")}: {RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}".TrimEnd();

    /// <summary>How many streams a connection has open.</summary>
    private sealed class StreamCount
    {
        private int count;

        internal int Count => Volatile.Read(ref count);

        internal IAsyncEnumerable<LiveMessage> Counted(IAsyncEnumerable<LiveMessage> stream)
        {
            Interlocked.Increment(ref count);
            return CountAsync(stream);
        }

        private async IAsyncEnumerable<LiveMessage> CountAsync(IAsyncEnumerable<LiveMessage> stream)
        {
            try
            {
                await foreach (var message in stream)
                {
                    yield return message;
                }
            }
            finally
            {
                Interlocked.Decrement(ref count);
            }
        }
    }
}
