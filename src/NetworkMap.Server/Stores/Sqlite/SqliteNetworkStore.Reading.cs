using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>Reading, on connections of its own, so that it never delays an append, and never beyond <see cref="Head"/>: what was committed but not yet
/// acknowledged is not there.</content>
public sealed partial class SqliteNetworkStore
{
    private const int ShortRead = 522;

    /// <inheritdoc/>
    public Task LoadAsync(ElementVisitor visit, CancellationToken cancellation)
    {
        Load(visit, cancellation);
        return Task.CompletedTask;
    }

    private void Load(ElementVisitor visit, CancellationToken cancellation)
    {
        asWritten = false;
        using var reading = OpenReading();
        using var moment = reading.BeginTransaction(deferred: true);
        var (kept, found, rebuilt) = (Tally.Read(reading), default(Tally), 0);
        using var row = Guarded(() => new RowCursor(reading, EveryElement));
        Func<bool> next = row.Read;
        while (Guarded(next))
        {
            cancellation.ThrowIfCancellationRequested();
            found = found.WithElement(Hand(row, visit, ref rebuilt));
        }

        if (found.Elements != kept.Elements)
        {
            throw new DamagedException(DamagedException.CurrentGraph, "the elements that are there are not all that were written, so some got lost or came back; `verify` names them");
        }

        asWritten = rebuilt == 0;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SealingKey> KeysAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reading = OpenReading();
        using var moment = reading.BeginTransaction(deferred: true);
        var (kept, found) = (Tally.Read(reading), default(Tally));
        foreach (var (key, sum) in Table(reading, "SELECT id, rank, element, wrapped, sum FROM sealing_key", ReadKey))
        {
            cancellation.ThrowIfCancellationRequested();
            found = found.WithKey(sum);
            yield return key;
        }

        if (found.Keys != kept.Keys)
        {
            throw new DamagedException("sealing keys", "the keys that are there are not all that were written; what the lost ones seal cannot be read without a backup");
        }
    }

    /// <inheritdoc/>
    public SealingKey? FindKey(Guid id)
    {
        using var reading = OpenReading();
        return Table(reading, "SELECT id, rank, element, wrapped, sum FROM sealing_key WHERE id = ?", ReadKey, id.ToString("N")).Select(k => k.Key).FirstOrDefault();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogEntry> ReadAsync(long after, CancellationToken cancellation) =>
        Entries("SELECT sequence, text, hash FROM log WHERE sequence >= $f AND sequence <= $l ORDER BY sequence", Math.Max(after, 0) + 1, Head.Sequence, step: 1, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LogEntry> ReadBackAsync(long from, CancellationToken cancellation) =>
        Entries("SELECT sequence, text, hash FROM log WHERE sequence <= $f AND sequence >= $l ORDER BY sequence DESC", Math.Min(from, Head.Sequence), 1, step: -1, cancellation);

    /// <inheritdoc/>
    public Task<long> LastUntilAsync(DateTimeOffset instant, CancellationToken cancellation) => Task.FromResult(LastUntil(instant));

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation)
    {
        using var reading = OpenReading();
        var sequences = Rows(
            reading,
            "SELECT sequence FROM touched WHERE rank = $r AND id = $i AND sequence < $b ORDER BY sequence DESC LIMIT $l",
            r => r.GetInt64(0),
            ("$r", SqliteSchema.RankOf(element.Kind)), ("$i", element.Id), ("$b", Math.Min(before, Head.Sequence + 1)), ("$l", limit));
        return Task.FromResult<IReadOnlyList<long>>(sequences.ToList());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(ElementRef Element, long Sequence)> TouchedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reading = OpenReading();
        foreach (var touched in Rows(reading, "SELECT rank, id, sequence FROM touched WHERE sequence <= $h", r => (new ElementRef(KindOf(r.GetInt64(0), r.GetString(1)), r.GetString(1)), r.GetInt64(2)), ("$h", Head.Sequence)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return touched;
        }
    }

    /// <inheritdoc/>
    public Task<KnownRequest?> FindRequestAsync(string key, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult(Known(key) is { } known && known.At >= since ? known : null);

    private long LastUntil(DateTimeOffset instant)
    {
        using var reading = OpenReading();
        var found = Rows(
            reading,
            "SELECT sequence, text, hash FROM log WHERE sequence <= $h AND at <= $a ORDER BY sequence DESC LIMIT 1",
            ReadEntry,
            ("$h", Head.Sequence), ("$a", instant.ToUnixTimeMilliseconds())).FirstOrDefault();
        return found is null || LogText.AcceptedAt(found.Text) <= instant
            ? found?.Sequence ?? 0
            : throw new DamagedException($"log entry {found.Sequence}", "the instant beside its text is not the one in it");
    }

    /// <summary>The newest request under a key. Its row only says where to look; what is answered stands in the entry.</summary>
    private KnownRequest? Known(string key)
    {
        using var reading = OpenReading();
        var found = Rows(
            reading,
            "SELECT l.sequence, l.text, l.hash FROM request r JOIN log l ON l.sequence = r.sequence WHERE r.key = $k AND r.sequence <= $h",
            ReadEntry,
            ("$k", key), ("$h", Head.Sequence)).FirstOrDefault();
        var known = found is null ? null : LogText.RequestOf(found.Text);
        return found is null || known?.Request.Key == key
            ? known
            : throw new DamagedException($"idempotency key of log entry {found.Sequence}", "the entry was not made under it");
    }

    /// <summary>The entries from the first to the last sequence, each of them, up or down.</summary>
    private async IAsyncEnumerable<LogEntry> Entries(string sql, long first, long last, int step, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reading = OpenReading();
        var expected = first;
        foreach (var entry in Rows(reading, sql, ReadEntry, ("$f", first), ("$l", last)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry.Sequence == expected ? entry : throw new DamagedException($"log entry {expected}", "it is not there");
            expected += step;
        }

        if ((last - expected) * step >= 0)
        {
            throw new DamagedException($"log entry {expected}", "it is not there");
        }
    }

    /// <summary>Hands a row over, rebuilt when it is damaged; its checksum.</summary>
    private long Hand(RowCursor row, ElementVisitor visit, ref int rebuilt)
    {
        var (rank, version, sequence) = (row.Integer(0), row.Integer(2), row.Integer(3));
        var id = row.Text(1);
        var body = row.Blob(4);
        var sum = Checksum.Of(rank, id, version, sequence, body);
        if (sum == row.Integer(5))
        {
            visit(new StoredElement(SqliteSchema.KindOf((int)rank), id, (int)version, sequence, body));
            return sum;
        }

        var name = row.String(1);
        var good = Rebuilt(new ElementRef(KindOf(rank, name), name));
        visit(new StoredElement(good.Element.Kind, id, good.Version, good.Sequence, good.Body, isRebuilt: true));
        rebuilt++;
        return ChecksumOf(good);
    }

    private static (SealingKey Key, long Sum) ReadKey(RowCursor row)
    {
        var (id, rank, element, wrapped, sum) = (row.String(0), checked((int)row.Integer(1)), row.String(2), row.Blob(3).ToArray(), row.Integer(4));
        return Checksum.Of(rank, id + element, 0, 0, wrapped) == sum
            ? (new SealingKey(Guid.ParseExact(id, "N"), new ElementRef(KindOf(rank, element), element), wrapped), sum)
            : throw new DamagedException($"sealing key {id}", "its checksum does not hold; the fields it seals cannot be read without a backup");
    }

    private static LogEntry ReadEntry(SqliteDataReader reader)
    {
        var (sequence, text, hash) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        return SHA256.HashData(text).AsSpan().SequenceEqual(hash) ? new LogEntry(sequence, text, hash) : throw new DamagedException($"log entry {sequence}", "its text does not have its hash");
    }

    private static ElementKind KindOf(long rank, string id) => (ulong)rank <= (ulong)SqliteSchema.RankOf(ElementKind.Suggestion)
        ? SqliteSchema.KindOf((int)rank)
        : throw new DamagedException(string.Create(CultureInfo.InvariantCulture, $"element {rank}/{id}"), "its kind is not known");

    /// <summary>Every row of a statement. What SQLite cannot read any more, and values of a type that was never written, are told as what they are: damage.</summary>
    private IEnumerable<T> Rows<T>(SqliteConnection reading, string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] values)
    {
        using var command = reading.Prepared(sql, [.. values.Select(v => v.Name)]).With([.. values.Select(v => v.Value)]);
        using var reader = Guarded(command.ExecuteReader);
        Func<bool> next = reader.Read;
        Func<T> one = () => read(reader);
        while (Guarded(next))
        {
            yield return Guarded(one);
        }
    }

    /// <summary>Every row of a whole table, or the one of an id, with the same care.</summary>
    private IEnumerable<T> Table<T>(SqliteConnection reading, string sql, Func<RowCursor, T> read, params string[] values)
    {
        using var row = Guarded(() => new RowCursor(reading, sql, values));
        Func<bool> next = row.Read;
        Func<T> one = () => read(row);
        while (Guarded(next))
        {
            yield return Guarded(one);
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw Unreadable(failure);
        }
        catch (Exception odd) when (odd is InvalidCastException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new DamagedException($"in {Path.GetFileName(DatabaseFile)}", odd.Message);
        }
    }

    /// <summary>Tells damage, which only a backup helps against, from a disk that is full, failing or not to be written.</summary>
    private StoreFailedException Unreadable(Exception failure) => failure is IOException or SqliteException { SqliteErrorCode: 3 or 5 or 6 or 7 or 8 or 10 or 13 or 14, SqliteExtendedErrorCode: not ShortRead }
        ? new($"The store in '{folder}' cannot be used now ({failure.Message}). Free space, mend the disk, or see that this program may write there.", failure) { IsFull = IsFull(failure) }
        : new($"The store file '{DatabaseFile}' cannot be read ({failure.Message}). Restore a backup of the folder '{folder}'.", failure);

    /// <summary>True when the disk has no room: as SQLite says it, or as Windows (ERROR_DISK_FULL) and others (ENOSPC, EDQUOT) do.</summary>
    private static bool IsFull(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } || (failure is IOException && (OperatingSystem.IsWindows() ? failure.HResult == unchecked((int)0x80070070) : failure.HResult is 28 or 69 or 122));

    private SqliteConnection OpenReading() => Guarded(() =>
    {
        var reading = new SqliteConnection(ReadingAddress);
        reading.Open();
        reading.Run("PRAGMA query_only = ON");
        return reading;
    });
}
