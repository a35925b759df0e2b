using System.Threading.Channels;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Live;

/// <summary>Carries every change from the writer to whoever follows. One thread at a time tells; it writes each form once and waits for nobody.</summary>
internal sealed class LiveFeed(NetworkView view, RecentChanges recent, LiveForms forms, LiveCursors cursors, LiveLimits limits, TimeProvider clock, ILogger<LiveFeed> logger) : BackgroundService
{
    private static readonly Audience[] Always = [Audience.Public, Audience.Steward];

    // Without a bound, since a change that is not told is a change lost; telling takes microseconds, and who cannot follow falls behind and is told no more.
    private readonly Channel<NetworkChanged> taken = Channel.CreateUnbounded<NetworkChanged>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private readonly HashSet<LiveStream> streams = [];

    /// <summary>The last change that each audience could see, of those that follow now and of the two that always do.</summary>
    private readonly Dictionary<Audience, long> seen = [];
    private NetworkSnapshot? now;
    private NetworkSnapshot? before;
    private long told;
    private int joined;

    /// <summary>How many streams there are.</summary>
    internal int Count
    {
        get
        {
            lock (gate)
            {
                return streams.Count;
            }
        }
    }

    /// <summary>Takes a change down and returns.</summary>
    internal void TakeDown(NetworkChanged change) => taken.Writer.TryWrite(change);

    /// <summary>A stream that hears of every change after <see cref="Joined.Told"/>.</summary>
    internal Joined Join(DisclosureForm form, string? account, Watch watch, Action abort)
    {
        var stamp = clock.GetTimestamp();
        var stream = new LiveStream(form, watch, limits, abort, account) { MovedAt = stamp };
        lock (gate)
        {
            // A thousand who came back together must not be told together for ever after.
            joined = (joined + 1) % 16;
            stream.BeatAt = stamp - (long)(limits.Heartbeat.TotalSeconds * clock.TimestampFrequency * joined / 16);
            var snapshot = now ?? Begin(view.Latest);
            streams.Add(stream);
            return new Joined(stream, told, SeenBy(form.Audience), snapshot);
        }
    }

    /// <summary>Ends a stream.</summary>
    internal void Leave(LiveStream stream)
    {
        lock (gate)
        {
            streams.Remove(stream);
        }
    }

    /// <summary>Remembers what was found in the log: the last change before anything was told that an audience could see.</summary>
    internal void Learn(Audience audience, long sequence)
    {
        lock (gate)
        {
            seen[audience] = Math.Max(SeenBy(audience), sequence);
        }
    }

    /// <summary>Tells every stream, when it is time, where it is, and closes the connections of those that are not read.</summary>
    internal void Beat()
    {
        var stuck = new List<LiveStream>();
        lock (gate)
        {
            var stamp = clock.GetTimestamp();
            var beats = Following().Where(a => SeenBy(a) >= 0).ToDictionary(a => a, a => LiveMessage.Of("heartbeat", cursors.Of(a, seen[a]), seen[a]));
            foreach (var stream in streams)
            {
                if (clock.GetElapsedTime(stream.BeatAt, stamp) >= limits.Heartbeat && beats.GetValueOrDefault(stream.Form.Audience) is { } beat)
                {
                    stream.BeatAt = stamp;
                    stream.OfferIfEmpty(beat);
                }

                stream.MovedAt = stream.HasMoved() ? stamp : stream.MovedAt;
                if (clock.GetElapsedTime(stream.MovedAt, stamp) >= limits.Drain)
                {
                    stuck.Add(stream);
                }
            }

            streams.ExceptWith(stuck);
        }

        stuck.ForEach(s => s.Abort());
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in taken.Reader.ReadAllAsync(stoppingToken))
        {
            lock (gate)
            {
                Tell(change);
            }
        }
    }

    private long SeenBy(Audience audience) => seen.GetValueOrDefault(audience, -1);

    /// <summary>Every audience that somebody is told as, each once.</summary>
    private HashSet<Audience> Following() => [.. Always, .. streams.Select(s => s.Form.Audience)];

    private NetworkSnapshot Begin(NetworkSnapshot snapshot)
    {
        told = snapshot.Sequence;
        return before = now = snapshot;
    }

    private void Tell(NetworkChanged announced)
    {
        var sequence = announced.Change.Changeset.Sequence;
        if (now is null)
        {
            Begin(announced.Snapshot);
        }

        if (sequence <= told)
        {
            return;
        }

        // Every change of a group comes with the snapshot after the whole group.
        (before, now) = ReferenceEquals(now, announced.Snapshot) ? (before, now) : (now, announced.Snapshot);
        told = sequence;
        try
        {
            var footprints = Following().ToDictionary(a => a, a => Footprint.Of(announced.Change, a, before!, now!, limits.Elements));
            recent.Keep(sequence, footprints);
            ForgetGone(footprints.Keys);
            var items = new WrittenItems();
            foreach (var (audience, footprint) in footprints)
            {
                Tell(announced.Change, audience, footprint, items);
            }
        }
        catch (Exception bug)
        {
            logger.LogError(bug, "Change {Sequence} could not be told; everybody comes back for it.", sequence);
            Following().ToList().ForEach(a => seen[a] = sequence);
            streams.ToList().ForEach(s => s.FallBehind());
        }
    }

    /// <summary>An audience that nobody follows as any more is found in the log again when it comes back.</summary>
    private void ForgetGone(ICollection<Audience> following)
    {
        foreach (var gone in seen.Keys.Where(a => !following.Contains(a)).ToList())
        {
            seen.Remove(gone);
        }
    }

    private void Tell(NetworkChange change, Audience audience, Footprint footprint, WrittenItems items)
    {
        if (footprint.IsEmpty)
        {
            return;
        }

        var sequence = change.Changeset.Sequence;
        seen[audience] = sequence;
        var forMany = footprint.Elements is null ? LiveMessage.Of("refetch", cursors.Of(audience, sequence), sequence, "too_much") : null;
        var (author, written) = (change.Changeset.Attribution.Author, new Dictionary<(DisclosureForm Form, string? Own), ToldChange>());
        foreach (var stream in streams)
        {
            if (stream.Form.Audience != audience)
            {
                continue;
            }

            var key = (stream.Form, Own: stream.Account == author ? author : null);
            if (forMany is null && !written.ContainsKey(key))
            {
                written[key] = forms.Tell(change, footprint.Elements!, key.Form, key.Own, now!, items);
            }

            if ((forMany ?? written[key].For(stream.Watch)) is { } message)
            {
                stream.Offer(message);
            }
        }
    }
}

/// <summary>A stream and what it starts from.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Told">The last change that it will not hear of.</param>
/// <param name="Seen">The last change until then that its audience could see; -1 when that stands only in the log.</param>
/// <param name="Snapshot">The network with that change.</param>
internal sealed record Joined(LiveStream Stream, long Told, long Seen, NetworkSnapshot Snapshot);
