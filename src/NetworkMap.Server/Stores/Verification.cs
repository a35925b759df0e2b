using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>What a verification found: how much was read, and everything that is not as it was written.</summary>
public sealed record VerificationReport(LogPosition Head, long Entries, long Elements, long Keys, IReadOnlyList<string> Faults)
{
    /// <summary>True when nothing was found.</summary>
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>Proves that a store is whole: every record has its checksum, every entry its hash and the hash of the one before, every version follows the
/// last, and the log folded together is the current graph and the history, byte for byte. It proves nothing against somebody who can rewrite the database. Of a damaged
/// entry only itself is named: what it left cannot be compared with it, which is no fault of the records that are there.</summary>
public sealed class Verification
{
    private const int FaultLimit = 20;
    private readonly INetworkStore store;
    private readonly Dictionary<ElementRef, Folded> fold = [];
    private readonly List<string> faults = [];
    private readonly Dictionary<Guid, SealingKey> keys = [];
    private readonly SealedText sealing;
    private readonly SortedSet<long> unread = [];
    private Dictionary<ElementRef, SortedSet<long>>? history;
    private byte[] previous = new byte[32];
    private long entries;
    private long folded;
    private long elements;

    private Verification(INetworkStore store, MasterKey master)
    {
        this.store = store;
        sealing = new SealedText(master, keys.GetValueOrDefault);
    }

    private sealed record Folded(int Version, byte[]? Body, List<long> Touched);

    /// <summary>Reads everything. Stops at twenty faults.</summary>
    public static async Task<VerificationReport> OfAsync(INetworkStore store, MasterKey master, CancellationToken cancellation)
    {
        var verification = new Verification(store, master);
        await verification.ReadKeysAsync(cancellation);
        await verification.ReadLogAsync(cancellation);
        await verification.ReadHistoryAsync(cancellation);
        await verification.ReadGraphAsync(cancellation);
        return new VerificationReport(store.Head, verification.entries, verification.elements, verification.keys.Count, verification.faults);
    }

    private async Task ReadKeysAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var key in store.KeysAsync(cancellation))
            {
                keys.Add(key.Id, key);
            }
        }
        catch (Exception damage) when (damage is DamagedException or StoreFailedException)
        {
            faults.Add(damage.Message);
        }
    }

    /// <summary>Every entry; after a damaged one it goes on with the next, so that all are named.</summary>
    private async Task ReadLogAsync(CancellationToken cancellation)
    {
        for (var next = 1L; next <= store.Head.Sequence && faults.Count < FaultLimit; next++)
        {
            try
            {
                await foreach (var entry in store.ReadAsync(next - 1, cancellation))
                {
                    next = entry.Sequence;
                    await CheckAsync(entry, cancellation);
                    next++;
                }
            }
            catch (DamagedException damage)
            {
                faults.Add(damage.Message);
                previous = [];
                if (folded < next)
                {
                    unread.Add(next);
                }
            }
            catch (StoreFailedException failure)
            {
                faults.Add(failure.Message);
                return;
            }
        }

        Expect(previous.Length == 0 || previous.AsSpan().SequenceEqual(store.Head.Hash), $"log entry {store.Head.Sequence}", "its hash is not that of the head");
    }

    private async Task CheckAsync(LogEntry entry, CancellationToken cancellation)
    {
        var name = $"log entry {entry.Sequence}";
        entries++;
        Expect(SHA256.HashData(entry.Text).AsSpan().SequenceEqual(entry.Hash), name, "its text does not have its hash");
        Expect(previous.Length == 0 || previous.AsSpan().SequenceEqual(LogText.PreviousOf(entry.Text)), name, "it does not name the hash of the entry before");
        previous = entry.Hash;
        var changeset = LogText.Read(entry.Text, sealing);
        Expect(changeset.Sequence == entry.Sequence, name, $"its text says that it is {changeset.Sequence}");
        using var document = JsonDocument.Parse(entry.Text);
        foreach (var revision in document.RootElement.GetProperty("revisions").EnumerateArray())
        {
            Fold(revision, entry.Sequence);
        }

        folded = entry.Sequence;
        if (changeset.Attribution.Request is { } key && await store.FindRequestAsync(key.Key, changeset.At - RequestKey.Lifetime, cancellation) is var known)
        {
            Expect(known?.Sequence == entry.Sequence || known?.At > changeset.At, name, "its idempotency key is not known");
        }
    }

    private void Fold(JsonElement revision, long sequence)
    {
        if (!Names<ElementKind>.TryParse(revision.GetProperty("kind").GetString()!, out var kind))
        {
            return;
        }

        var element = new ElementRef(kind, revision.GetProperty("id").GetString()!);
        var version = revision.GetProperty("version").GetInt32();
        var earlier = fold.GetValueOrDefault(element);
        if (revision.TryGetProperty("beforeVersion", out var before))
        {
            var goesOn = (earlier is { Body: not null } && earlier.Version == before.GetInt32()) || unread.Contains(revision.GetProperty("beforeSequence").GetInt64());
            Expect(goesOn, $"log entry {sequence}", $"{element} does not go on from the version before");
        }
        else
        {
            Expect(earlier?.Body is null || unread.Max > earlier.Touched[^1], $"log entry {sequence}", $"it creates {element}, which is there already");
        }

        var touched = earlier?.Touched ?? [];
        touched.Add(sequence);
        fold[element] = new Folded(version, revision.TryGetProperty("after", out var after) ? SHA256.HashData(JsonMarshal.GetRawUtf8Value(after)) : null, touched);
    }

    private async Task ReadHistoryAsync(CancellationToken cancellation)
    {
        var found = new Dictionary<ElementRef, SortedSet<long>>();
        try
        {
            await foreach (var (element, sequence) in store.TouchedAsync(cancellation))
            {
                (found.TryGetValue(element, out var touched) ? touched : found[element] = []).Add(sequence);
            }
        }
        catch (Exception damage) when (damage is DamagedException or StoreFailedException)
        {
            faults.Add(damage.Message);
            return;
        }

        history = found;
        foreach (var element in fold.Keys.Union(found.Keys))
        {
            var said = fold.GetValueOrDefault(element)?.Touched.Distinct() ?? [];
            var kept = found.GetValueOrDefault(element)?.Where(s => !unread.Contains(s)) ?? [];
            Expect(said.SequenceEqual(kept), element.ToString(), "its history is not what the log says");
        }
    }

    private async Task ReadGraphAsync(CancellationToken cancellation)
    {
        var seen = new HashSet<ElementRef>();
        try
        {
            await store.LoadAsync(stored => Check(stored, seen), cancellation);
            ExpectAll(seen);
        }
        catch (DamagedException damage) when (damage.Record == DamagedException.CurrentGraph)
        {
            var before = faults.Count;
            ExpectAll(seen);
            if (faults.Count == before)
            {
                faults.Add(damage.Message);
            }
        }
        catch (Exception damage) when (damage is DamagedException or StoreFailedException)
        {
            faults.Add(damage.Message);
        }
    }

    private void Check(StoredElement stored, HashSet<ElementRef> seen)
    {
        elements++;
        var row = stored.ToRow();
        var last = fold.GetValueOrDefault(row.Element);
        var same = last?.Body is { } body && body.AsSpan().SequenceEqual(SHA256.HashData(row.Body!)) && last.Version == row.Version && last.Touched[^1] == row.Sequence;
        Expect(!stored.IsRebuilt, row.Element.ToString(), $"its record is damaged; {Rebuilding(row.Sequence)}");
        Expect(seen.Add(row.Element) && (same || IsOpen(row.Element, last)), row.Element.ToString(), "the current graph does not hold what the log left");
    }

    /// <summary>All that the log left has been seen.</summary>
    private void ExpectAll(HashSet<ElementRef> seen)
    {
        foreach (var lost in fold.Where(f => f.Value.Body is not null && !seen.Contains(f.Key) && !IsOpen(f.Key, f.Value)))
        {
            Expect(false, lost.Key.ToString(), $"its record is lost; {Rebuilding(lost.Value.Touched[^1])}");
        }
    }

    private string Rebuilding(long sequence) =>
        $"log entry {sequence} holds what it said, so it can be rebuilt from there" + (store.Mends ? ", which the next start does" : "");

    /// <summary>True when an entry that cannot be read changed an element after all that could be read, so that nobody can tell what the log left of it.</summary>
    private bool IsOpen(ElementRef element, Folded? last) =>
        unread.Count > 0 && (history is null || (history.TryGetValue(element, out var touched) && touched.Any(s => unread.Contains(s) && s > (last?.Touched[^1] ?? 0))));

    private void Expect(bool holds, string record, string what)
    {
        if (!holds && faults.Count < FaultLimit)
        {
            faults.Add($"{record}: {what}");
        }
    }
}
