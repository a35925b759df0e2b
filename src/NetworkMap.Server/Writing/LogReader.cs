using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>A changeset as a list shows it: who, when, why, how much, and the first of its revisions.</summary>
public sealed record LoggedChange(long Sequence, DateTimeOffset At, Attribution Attribution, int Count, IReadOnlyList<Revision> First)
{
    /// <summary>How many revisions a list keeps of a changeset.</summary>
    public const int Kept = 30;

    /// <summary>Of a change that removed examples: how many went with them that are not marked as examples, since they stood on one; 0 of any other change.</summary>
    public int Alongside { get; init; }

    internal static LoggedChange Of(Changeset changeset, int kept = Kept) =>
        new(changeset.Sequence, changeset.At, changeset.Attribution, changeset.Revisions.Count, [.. changeset.Revisions.Take(kept)]) { Alongside = WithExamples(changeset.Revisions).Count() };

    /// <summary>What a change removed together with examples and is none itself.</summary>
    internal static IEnumerable<Revision> WithExamples(IReadOnlyList<Revision> revisions) =>
        revisions.All(r => r.After is null) && revisions.Any(IsOfExample) ? revisions.Where(r => !IsOfExample(r)) : [];

    private static bool IsOfExample(Revision revision) => revision.Before is { Provenance.Example: true };
}

/// <summary>Reads the log back: whole changesets, and the short form of them that lists show, which is kept in memory for the newest.</summary>
public sealed class LogReader(INetworkStore store, KeyRing keys, MasterKey master)
{
    private const int CacheLimit = 4096;
    private const int SequencesAtOnce = 500;
    private readonly ConcurrentDictionary<long, LoggedChange> cache = new();
    private readonly SealedText sealing = new(master, keys.Find);
    private readonly ErasedForms erased = new(store, entry => LogText.Read(entry.Text, new SealedText(master, keys.Find)));
    private int forgotten;

    /// <summary>Lets go of what is kept in memory, since something of it was erased.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        cache.Clear();
    }

    /// <summary>A whole changeset, or null when there is none of that sequence.</summary>
    public async Task<Changeset?> FindAsync(long sequence, CancellationToken cancellation)
    {
        await foreach (var entry in store.ReadBackAsync(sequence, cancellation))
        {
            return entry.Sequence == sequence ? await erased.HideAsync(LogText.Read(entry.Text, sealing), cancellation) : null;
        }

        return null;
    }

    /// <summary>Whole changesets from a sequence down, newest first.</summary>
    public async IAsyncEnumerable<Changeset> DownAsync(long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in store.ReadBackAsync(from, cancellation))
        {
            yield return await erased.HideAsync(LogText.Read(entry.Text, sealing), cancellation);
        }
    }

    /// <summary>Why some forms may not come back: one is from before an erasure of its element, and would back what was erased, or take away what was kept. Null when none is.</summary>
    public async Task<Refusal?> ErasedAsync(IEnumerable<Element?> forms, CancellationToken cancellation)
    {
        foreach (var form in forms.OfType<Element>())
        {
            if (await erased.IsErasedAsync(form, cancellation))
            {
                return Refusal.Of("element_erased", "", ("element", form.Ref.ToString()));
            }
        }

        return null;
    }

    /// <summary>Changesets below a sequence, newest first, without those to be passed over, which are not read, and, for who takes them down, without those whose
    /// entries are <paramref name="damaged"/>.</summary>
    public async IAsyncEnumerable<LoggedChange> BackAsync(long before, Func<long, bool> passOver, [EnumeratorCancellation] CancellationToken cancellation, Action<DamagedException>? damaged = null)
    {
        for (var sequence = Math.Min(before - 1, store.Head.Sequence); sequence > 0; sequence--)
        {
            if (!passOver(sequence) && await ReadAsync(FindShortAsync(sequence, cancellation), damaged) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>The changesets that touched an element, whole, newest first, below a sequence, without those to be passed over, which are not read, and, for who
    /// takes them down, without those whose entries are <paramref name="damaged"/>.</summary>
    public async IAsyncEnumerable<Changeset> DownAsync(
        ElementRef element, long before, Func<long, bool> passOver, [EnumeratorCancellation] CancellationToken cancellation, Action<DamagedException>? damaged = null)
    {
        for (IReadOnlyList<long> sequences; (sequences = await store.HistoryAsync(element, before, SequencesAtOnce, cancellation)).Count > 0; before = sequences[^1])
        {
            foreach (var sequence in sequences)
            {
                if (!passOver(sequence) && await ReadAsync(FindAsync(sequence, cancellation), damaged) is { } changeset)
                {
                    yield return changeset;
                }
            }
        }
    }

    /// <summary>The changesets that touched an element, whole, newest first, below a sequence; for who takes them down, without those whose entries are <paramref name="damaged"/>.</summary>
    public async Task<IReadOnlyList<Changeset>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation, Action<DamagedException>? damaged = null)
    {
        var found = new List<Changeset>();
        foreach (var sequence in await store.HistoryAsync(element, before, limit, cancellation))
        {
            if (await ReadAsync(FindAsync(sequence, cancellation), damaged) is { } changeset)
            {
                found.Add(changeset);
            }
        }

        return found;
    }

    /// <summary>The short form of a changeset, or null when there is none of that sequence.</summary>
    public async Task<LoggedChange?> FindShortAsync(long sequence, CancellationToken cancellation)
    {
        if (cache.TryGetValue(sequence, out var kept))
        {
            return kept;
        }

        var before = Volatile.Read(ref forgotten);
        if (await FindAsync(sequence, cancellation) is not { } changeset)
        {
            return null;
        }

        if (before != Volatile.Read(ref forgotten))
        {
            return await FindShortAsync(sequence, cancellation);
        }

        if (cache.Count >= CacheLimit)
        {
            cache.Clear();
        }

        return cache[sequence] = LoggedChange.Of(changeset);
    }

    private static async Task<T?> ReadAsync<T>(Task<T?> reading, Action<DamagedException>? damaged)
        where T : class
    {
        try
        {
            return await reading;
        }
        catch (DamagedException damage) when (damaged is not null)
        {
            damaged(damage);
            return null;
        }
    }
}
