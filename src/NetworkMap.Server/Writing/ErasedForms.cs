using System.Collections.Concurrent;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Which forms of elements are from before an erasure. What they sealed is gone with its keys; what they did not seal then (the point of a place that was shown exactly) still stands
/// in the log, and is shown to nobody and brought back by nothing.</summary>
public sealed class ErasedForms(INetworkStore store, Func<LogEntry, Changeset> read)
{
    private const int HistoryAtOnce = 500;
    private volatile Known known = new(-1, new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal));

    /// <summary>How far an erasure reaches in the log of an element.</summary>
    /// <param name="Sequence">The last entry of which a key was destroyed.</param>
    /// <param name="IsLost">True when the form that this entry left behind sealed something under such a key.</param>
    /// <param name="Left">That form; null when the element went.</param>
    private sealed record Reach(long Sequence, bool IsLost, Element? Left);

    private sealed record Known(long Erased, IReadOnlyDictionary<string, HashSet<Guid>> Keys)
    {
        public ConcurrentDictionary<ElementRef, Reach> Reaches { get; } = new();
    }

    /// <summary>True for a form that an erasure took something of, or of an earlier one.</summary>
    public async Task<bool> IsErasedAsync(Element form, CancellationToken cancellation) =>
        await ReachOfAsync(form.Ref, cancellation) is { } reach && (form.Sequence < reach.Sequence || (form.Sequence == reach.Sequence && reach.IsLost));

    /// <summary>The changeset without what later erasures took.</summary>
    public async Task<Changeset> HideAsync(Changeset changeset, CancellationToken cancellation)
    {
        if (store.Erased == 0)
        {
            return changeset;
        }

        var (revisions, hides) = (new List<Revision>(changeset.Revisions.Count), false);
        foreach (var revision in changeset.Revisions)
        {
            var reach = revision.Element.Kind == ElementKind.Place ? await ReachOfAsync(revision.Element, cancellation) : null;
            hides |= reach is not null;
            revisions.Add(reach is null ? revision : Revision.Read(revision.Element, Hidden(revision.Before, reach), Hidden(revision.After, reach)));
        }

        return hides ? changeset with { Revisions = revisions } : changeset;
    }

    private static Element? Hidden(Element? form, Reach reach) => form is not null && form.Sequence < reach.Sequence ? Erasing.Hide(form, reach.Left) : form;

    private async Task<Reach?> ReachOfAsync(ElementRef element, CancellationToken cancellation)
    {
        var now = known.Erased == store.Erased ? known : known = await ReadAsync(cancellation);
        return !now.Keys.TryGetValue(element.ToString(), out var keys) ? null
            : now.Reaches.TryGetValue(element, out var reach) ? reach
            : await FindAsync(element, keys, cancellation) is { } found ? now.Reaches[element] = found : null;
    }

    private async Task<Known> ReadAsync(CancellationToken cancellation)
    {
        var (erased, keys) = (store.Erased, new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal));
        await foreach (var erasure in store.ErasuresAsync(cancellation))
        {
            keys[erasure.Of] = [.. keys.GetValueOrDefault(erasure.Of) ?? [], .. erasure.Keys];
        }

        return new Known(erased, keys);
    }

    private async Task<Reach?> FindAsync(ElementRef element, HashSet<Guid> keys, CancellationToken cancellation)
    {
        var before = long.MaxValue;
        for (IReadOnlyList<long> piece; (piece = await store.HistoryAsync(element, before, HistoryAtOnce, cancellation)).Count > 0; before = piece[^1])
        {
            foreach (var sequence in piece)
            {
                var entry = await store.ReadAsync(sequence - 1, cancellation).FirstAsync(cancellation);
                if (LogText.KeysOf(entry, element).Any(keys.Contains))
                {
                    return new Reach(sequence, LogText.KeyAfter(entry, element) is { } key && keys.Contains(key), read(entry).Revisions.LastOrDefault(r => r.Element == element)?.After);
                }
            }
        }

        return null;
    }
}
