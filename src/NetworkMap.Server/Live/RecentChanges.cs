using System.Collections.Concurrent;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Live;

/// <summary>The footprints of the latest changes, kept as they are told and read back from the log when a follower comes from before the start of the process.</summary>
internal sealed class RecentChanges(LogReader log, NetworkView view, LiveLimits limits) : IDisposable
{
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<Audience, Footprint>> kept = new();
    private readonly SemaphoreSlim reading = new(1);

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <summary>Keeps what was just told.</summary>
    internal void Keep(long sequence, IReadOnlyDictionary<Audience, Footprint> footprints)
    {
        kept[sequence] = new(footprints);
        kept.TryRemove(sequence - limits.Changes, out _);
    }

    /// <summary>What a follower missed who was at <paramref name="after"/>: every element of which it could see that it changed until a sequence, each once, and when
    /// that was last. Null when the window is gone or it is too much to tell.</summary>
    internal async Task<(IReadOnlyCollection<Touched> Elements, DateTimeOffset At)?> BetweenAsync(Audience audience, long after, long until, CancellationToken cancellation)
    {
        if (until - after > limits.Changes)
        {
            return null;
        }

        var elements = new Dictionary<ElementRef, Reach?[]>();
        DateTimeOffset at = default;
        for (var sequence = after + 1; sequence <= until; sequence++)
        {
            var footprint = await FindAsync(sequence, audience, cancellation);
            foreach (var (element, reach) in footprint.Elements ?? [])
            {
                elements[element] = [.. elements.GetValueOrDefault(element, []), reach];
            }

            if (footprint.Elements is null || elements.Count > limits.Elements)
            {
                return null;
            }

            at = footprint.IsEmpty ? at : footprint.At;
        }

        return ([.. elements.SelectMany(e => e.Value.Select(r => new Touched(e.Key, r)))], at);
    }

    /// <summary>The sequence of the last change at or before one that an audience could see anything of.</summary>
    internal async Task<long> LastSeenAsync(Audience audience, long until, CancellationToken cancellation)
    {
        for (var sequence = until; sequence > Math.Max(0, until - limits.Changes); sequence--)
        {
            if (!(await FindAsync(sequence, audience, cancellation)).IsEmpty)
            {
                return sequence;
            }
        }

        return until;
    }

    private async Task<Footprint> FindAsync(long sequence, Audience audience, CancellationToken cancellation)
    {
        if (Kept(sequence, audience) is { } known)
        {
            return known;
        }

        // One at a time: when a thousand come back after a restart, the first reads for all.
        await reading.WaitAsync(cancellation);
        try
        {
            if (Kept(sequence, audience) is not { } found)
            {
                var changeset = await log.FindAsync(sequence, cancellation);
                found = changeset is null ? new Footprint(default, null) : Footprint.Of(changeset, audience, view.Latest.Full, limits.Elements);
                kept.GetOrAdd(sequence, static _ => new())[audience] = found;
            }

            return found;
        }
        finally
        {
            reading.Release();
        }
    }

    private Footprint? Kept(long sequence, Audience audience) => kept.TryGetValue(sequence, out var of) ? of.GetValueOrDefault(audience) : null;
}
