using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Live;

/// <summary>What somebody wants to follow.</summary>
/// <param name="Form">For whom and in which language.</param>
/// <param name="Account">Whose stream it is, if she signed in.</param>
/// <param name="Watch">What of the network.</param>
/// <param name="Since">The sequence of a cursor, -1 for one that is of no use here, null without one.</param>
internal sealed record Following(DisclosureForm Form, string? Account, Watch Watch, long? Since);

/// <summary>Makes the stream of a follower: what was missed, where that ends, and then what happens.</summary>
internal sealed class Follower(LiveFeed feed, RecentChanges recent, LiveForms forms, LiveCursors cursors)
{
    private const int KeptReplays = 64;
    private Replays made = new(-1);

    private sealed record Replays(long Told)
    {
        internal ConcurrentDictionary<(DisclosureForm Form, long Since), LiveMessage?> Messages { get; } = new();
    }

    /// <summary>The stream, until the follower goes or falls behind.</summary>
    internal async IAsyncEnumerable<LiveMessage> FollowAsync(Following following, Action abort, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var audience = following.Form.Audience;
        var joined = feed.Join(following.Form, following.Account, following.Watch, abort);
        try
        {
            var position = await PositionAsync(joined, audience, cancellation);
            if (following.Since is { } since && since != position && await MissedAsync(following, since, joined, position, cancellation) is { } missed)
            {
                yield return missed;
            }

            yield return LiveMessage.Of("caughtUp", cursors.Of(audience, position), position);
            await foreach (var message in joined.Stream.ReadAsync(position, p => cursors.Of(audience, p), cancellation))
            {
                yield return message;
            }
        }
        finally
        {
            feed.Leave(joined.Stream);
        }
    }

    /// <summary>Where an audience is now, without following.</summary>
    internal async Task<string> CursorAsync(DisclosureForm form, CancellationToken cancellation)
    {
        var joined = feed.Join(form, null, new Watch.Everything(), static () => { });
        feed.Leave(joined.Stream);
        return cursors.Of(form.Audience, await PositionAsync(joined, form.Audience, cancellation));
    }

    private async Task<long> PositionAsync(Joined joined, Audience audience, CancellationToken cancellation)
    {
        if (joined.Seen >= 0)
        {
            return joined.Seen;
        }

        var found = await recent.LastSeenAsync(audience, joined.Told, cancellation);
        feed.Learn(audience, found);
        return found;
    }

    private async Task<LiveMessage?> MissedAsync(Following following, long since, Joined joined, long position, CancellationToken cancellation)
    {
        if (since < 0 || since > joined.Told)
        {
            return LiveMessage.Of("refetch", cursors.Of(following.Form.Audience, position), position, "cursor_foreign");
        }

        if (following.Watch is not Watch.Everything)
        {
            return await ReplayAsync(following, since, joined, position, cancellation);
        }

        // Many who were cut off together come back from the same place: they get the same message.
        var current = made;
        current = current.Told == joined.Told ? current : made = new Replays(joined.Told);
        if (current.Messages.TryGetValue((following.Form, since), out var known))
        {
            return known;
        }

        var message = await ReplayAsync(following, since, joined, position, cancellation);
        if (current.Messages.Count < KeptReplays)
        {
            current.Messages[(following.Form, since)] = message;
        }

        return message;
    }

    private async Task<LiveMessage?> ReplayAsync(Following following, long since, Joined joined, long position, CancellationToken cancellation) =>
        await recent.BetweenAsync(following.Form.Audience, since, joined.Told, cancellation) is var (elements, at)
            ? forms.Replay(elements, at, following.Form, following.Watch, joined.Snapshot, position)
            : LiveMessage.Of("refetch", cursors.Of(following.Form.Audience, position), position, "too_much");
}
