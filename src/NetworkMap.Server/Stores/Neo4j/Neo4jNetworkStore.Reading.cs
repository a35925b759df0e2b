using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <content>Reading the log, never beyond <see cref="Head"/>.</content>
public sealed partial class Neo4jNetworkStore
{
    private const int MostEntries = 256;
    private const int MostBytes = 4 << 20;
    private const int KeysAtOnce = 10_000;
    private const string KeyColumns = "k.id, k.element, k.wrapped, k.sum";

    /// <summary>The keys of the entries that were read last: who reads an entry asks for them next.</summary>
    private volatile Dictionary<Guid, SealingKey> near = [];

    /// <inheritdoc/>
    public async IAsyncEnumerable<SealingKey> KeysAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (moment, found, after) = (await SettledHeadAsync(cancellation), 0L, "");
        while (true)
        {
            var rows = await RunAsync(
                $"MATCH (k:SealingKey) WHERE k.id > $after AND k.sequence <= $moment RETURN {KeyColumns} ORDER BY k.id LIMIT $limit",
                new GraphProperties { ["after"] = after, ["moment"] = moment, ["limit"] = KeysAtOnce }, cancellation);
            foreach (var row in rows.Where(IsThere))
            {
                yield return ReadKey(row);
            }

            found += rows.Count;
            if (rows.Count < KeysAtOnce)
            {
                break;
            }

            after = (string)rows[^1][0]!;
        }

        if (found != await CountAsync("keys", moment, cancellation))
        {
            throw new DamagedException("sealing keys", "the keys that are there are not all that were written; what the lost ones seal cannot be read without a backup");
        }
    }

    /// <inheritdoc/>
    public SealingKey? FindKey(Guid id) => near.TryGetValue(id, out var key) ? key
        : Task.Run(() => RunAsync($"MATCH (k:SealingKey {{id: $id}}) RETURN {KeyColumns}", new GraphProperties { ["id"] = id.ToString("N") }, CancellationToken.None)).GetAwaiter().GetResult() is [var row] && IsThere(row) ? ReadKey(row)
        : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<LogEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in EntriesAsync(Math.Max(after, 0) + 1, await SettledHeadAsync(cancellation), step: 1, cancellation))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LogEntry> ReadBackAsync(long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in EntriesAsync(Math.Min(from, await SettledHeadAsync(cancellation)), 1, step: -1, cancellation))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task<long> LastUntilAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        var rows = await RunAsync(
            "MATCH (c:Changeset) WHERE c.sequence <= $head AND c.at <= datetime({epochMillis: $at}) RETURN c.sequence ORDER BY c.sequence DESC LIMIT 1",
            new GraphProperties { ["head"] = await SettledHeadAsync(cancellation), ["at"] = instant.ToUnixTimeMilliseconds() }, cancellation);
        return rows is [[long sequence]] ? sequence : 0;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation)
    {
        var rows = await RunAsync(
            "MATCH (n:Element {ref: $ref})<-[:CHANGED]-(c:Changeset) WHERE c.sequence < $before RETURN c.sequence ORDER BY c.sequence DESC LIMIT $limit",
            new GraphProperties { ["ref"] = element.ToString(), ["before"] = Math.Min(before, await SettledHeadAsync(cancellation) + 1), ["limit"] = limit }, cancellation);
        return [.. rows.Select(row => (long)row[0]!)];
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(ElementRef Element, long Sequence)> TouchedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var (first, end) = (1L, await SettledHeadAsync(cancellation)); first <= end;)
        {
            var portion = await PortionAsync(first, Math.Min(first + MostEntries - 1, end), cancellation);
            var rows = await RunAsync(
                "MATCH (c:Changeset)-[:CHANGED]->(n:Element) WHERE c.sequence IN $sequences RETURN n.ref, c.sequence", new GraphProperties { ["sequences"] = portion }, cancellation);
            foreach (var row in rows)
            {
                yield return row is [string name, long sequence] && Named(name) is { } element ? (element, sequence) : throw new DamagedException("a relationship CHANGED", "it does not lead to an element");
            }

            first = portion.Max() + 1;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Its node only says where to look; what is answered stands in the entry.</remarks>
    public async Task<KnownRequest?> FindRequestAsync(string key, DateTimeOffset since, CancellationToken cancellation)
    {
        var rows = await RunAsync(
            "MATCH (r:Request {key: $key}) WHERE r.sequence <= $head MATCH (c:Changeset {sequence: r.sequence}) RETURN c.sequence, c.text, c.hash",
            new GraphProperties { ["key"] = key, ["head"] = Head.Sequence }, cancellation);
        if (rows is not [var row])
        {
            return null;
        }

        var entry = ReadEntry(row);
        var known = LogText.RequestOf(entry.Text);
        return known?.Request.Key != key ? throw new DamagedException($"idempotency key of log entry {entry.Sequence}", "the entry was not made under it")
            : known.At >= since ? known
            : null;
    }

    /// <summary>The entries from the first to the last sequence, each of them, up or down, read in portions: a small one first, since often one is enough.</summary>
    private async IAsyncEnumerable<LogEntry> EntriesAsync(long first, long last, int step, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (expected, most) = (first, step < 0 ? 1 : 32);
        while ((last - expected) * step >= 0)
        {
            var until = expected + (step * (Math.Min(most, Math.Abs(last - expected) + 1) - 1));
            var portion = await EntriesAsync(await PortionAsync(expected, until, cancellation), cancellation);
            foreach (var entry in step > 0 ? portion : portion.Reverse())
            {
                yield return entry.Sequence == expected ? entry : throw new DamagedException($"log entry {expected}", "it is not there");
                expected += step;
            }

            most = Math.Min(most * 8, MostEntries);
        }
    }

    /// <summary>As many sequences of a range, from its first on, as make no answer too large. One that is not there is damage.</summary>
    private async Task<IReadOnlyList<long>> PortionAsync(long first, long last, CancellationToken cancellation)
    {
        if (first == last)
        {
            return [first];
        }

        var sizes = await RunAsync(
            "MATCH (c:Changeset) WHERE c.sequence >= $low AND c.sequence <= $high RETURN c.sequence, c.size",
            new GraphProperties { ["low"] = Math.Min(first, last), ["high"] = Math.Max(first, last) }, cancellation);
        var ordered = first < last ? sizes.OrderBy(r => (long)r[0]!) : sizes.OrderByDescending(r => (long)r[0]!);
        var bytes = 0L;
        var taken = ordered.TakeWhile(row => (bytes += row[1] as long? ?? 0) <= MostBytes || bytes == (row[1] as long?)).Select(row => (long)row[0]!).ToList();
        return taken.Count > 0 ? taken : throw new DamagedException($"log entry {first}", "it is not there");
    }

    /// <summary>The entries of some sequences, in rising order, with their keys at hand.</summary>
    private async Task<IReadOnlyList<LogEntry>> EntriesAsync(IReadOnlyList<long> sequences, CancellationToken cancellation)
    {
        var parameters = new GraphProperties { ["sequences"] = sequences };
        var rows = await RunAsync("MATCH (c:Changeset) WHERE c.sequence IN $sequences RETURN c.sequence, c.text, c.hash ORDER BY c.sequence", parameters, cancellation);
        var entries = rows.Select(ReadEntry).ToList();
        if (entries.Count < sequences.Count)
        {
            throw new DamagedException($"log entry {sequences.Except(entries.Select(e => e.Sequence)).First()}", "it is not there");
        }

        if (entries.Exists(e => e.Text.AsSpan().IndexOf("\"sealed\":\""u8) >= 0))
        {
            var keys = await RunAsync($"MATCH (k:SealingKey) WHERE k.sequence IN $sequences RETURN {KeyColumns}", parameters, cancellation);
            near = keys.Where(IsThere).Select(ReadKey).ToDictionary(k => k.Id);
        }

        return entries;
    }

    /// <summary>How many elements or keys there were at a place of the log.</summary>
    private async Task<long> CountAsync(string what, long sequence, CancellationToken cancellation) =>
        await RunAsync($"MATCH (c:Changeset {{sequence: $sequence}}) RETURN c.{what}", new GraphProperties { ["sequence"] = sequence }, cancellation) is [[long count]] ? count
        : sequence == 0 ? 0
        : throw new DamagedException($"log entry {sequence}", "it is not there");

    private static LogEntry ReadEntry(object?[] row)
    {
        if (row is not [long sequence, string text, string hash])
        {
            throw new DamagedException("log entry", "it has no text or no hash");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var stored = SHA256.HashData(bytes);
        return Convert.ToHexStringLower(stored) == hash ? new LogEntry(sequence, bytes, stored) : throw new DamagedException($"log entry {sequence}", "its text does not have its hash");
    }

    /// <summary>False for a key that was destroyed.</summary>
    private static bool IsThere(object?[] row) => row is not [_, _, "", ""];

    private static SealingKey ReadKey(object?[] row)
    {
        if (row is [string id, string name, string wrapped, string sum] && Guid.TryParseExact(id, "N", out var guid) && Named(name) is { } element
            && Bytes(wrapped) is { } bytes && new SealingKey(guid, element, bytes) is var key && AppendStatement.SumOf(key) == sum)
        {
            return key;
        }

        throw new DamagedException($"sealing key {row[0]}", "its checksum does not hold; the fields it seals cannot be read without a backup");
    }

    /// <summary>The element of a <c>ref</c>, <c>organization/6f1c…</c>; null when it is none.</summary>
    private static ElementRef? Named(string name) =>
        name.Split('/', 2) is [var kind, var id] && Names<ElementKind>.TryParse(kind, out var known) ? new ElementRef(known, id) : null;

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
