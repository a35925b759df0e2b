using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Live;

/// <summary>The hub at <c>/live</c>. Who asks is known from the session with which the connection was opened.</summary>
internal sealed class LiveHub(Follower follower, LongWork work, LiveCursors cursors, NetworkView view, SessionConnections sessions, OpenConnections connections, LiveLimits limits, ILogger<LiveHub> logger) : Hub
{
    private const string Open = "open streams";
    private const string Asker = "asker";

    /// <summary>Follows the network: what was missed since a cursor, then what happens, as it happens. Nonsense is refused with its code.</summary>
    public IAsyncEnumerable<LiveMessage> Follow(FollowAsked asked, CancellationToken cancellation) => CountedAsync(count => Begin(asked, count, cancellation), cancellation);

    /// <summary>How far the work is that the caller's own account asked for under an id of its own (<see cref="LongWork"/>); ends with it. Of anybody else's it says nothing.</summary>
    public IAsyncEnumerable<LiveMessage> Progress(string? id, CancellationToken cancellation) => CountedAsync(count => BeginProgress(id, count, cancellation), cancellation);

    private async IAsyncEnumerable<LiveMessage> CountedAsync(Func<int, IAsyncEnumerable<LiveMessage>> begin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = (StrongBox<int>)Context.Items[Open]!;
        var count = Interlocked.Increment(ref open.Value);
        try
        {
            await using var stream = begin(count).GetAsyncEnumerator(cancellation);
            while (await NextAsync(stream))
            {
                yield return stream.Current;
            }
        }
        finally
        {
            Interlocked.Decrement(ref open.Value);
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        var asker = Allowance.AskerOf(Context.GetHttpContext()!);
        if (!connections.TryAdd(asker))
        {
            throw new HubException(Told(Refusal.Of("too_many_requests", ""), Context.GetHttpContext()!.LanguageOf()));
        }

        Context.Items[Asker] = asker;
        Context.Items[Open] = new StrongBox<int>();
        sessions.Add(Context);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        sessions.Remove(Context);
        connections.Remove(Context.Items.TryGetValue(Asker, out var asker) ? (string?)asker : null);
        return Task.CompletedTask;
    }

    private IAsyncEnumerable<LiveMessage> Begin(FollowAsked asked, int count, CancellationToken cancellation)
    {
        var (caller, language) = (sessions.CallerOf(Context), Context.GetHttpContext()!.LanguageOf());
        var following = count > limits.Streams ? Refusal.Of("too_many_requests", "")
            : FollowReading.Read(asked, view.Latest.For(caller.Audience), new DisclosureForm(caller.Audience, language), cursors);
        return following.TryValue(out var wanted)
            ? follower.FollowAsync(wanted with { Account = caller.Account }, Context.Abort, cancellation)
            : throw new HubException(string.Join("; ", following.Refusals.Select(r => Told(ShownRefusal.Of(r, view.Latest.Public, language), language))));
    }

    private IAsyncEnumerable<LiveMessage> BeginProgress(string? id, int count, CancellationToken cancellation)
    {
        var caller = sessions.CallerOf(Context);
        var asked = count > limits.Streams ? Refusal.Of("too_many_requests", "")
            : caller.Account is null ? Refusal.Of("sign_in_first", "")
            : Ids.Parse(id);
        return asked.TryValue(out var name)
            ? work.HearAsync(caller.Account!, name, cancellation)
            : throw new HubException(Told(asked.Refusals[0], Context.GetHttpContext()!.LanguageOf()));
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<LiveMessage> stream)
    {
        try
        {
            return await stream.MoveNextAsync();
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            logger.LogError(bug, "A stream failed; its client comes back.");
            throw;
        }
    }

    /// <summary>A refusal as one line: <c>code (field): sentence</c>.</summary>
    private static string Told(Refusal refusal, Language language) =>
        $"{refusal.Code}{(refusal.Field.Length > 0 ? $" ({refusal.Field})" : "")}: {RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}".TrimEnd();
}
