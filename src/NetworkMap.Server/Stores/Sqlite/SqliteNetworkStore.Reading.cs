using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>Reading, on connections of its own, so that it never delays an append.</content>
public sealed partial class SqliteNetworkStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ElementRow> LoadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading.CreateCommand();
        command.CommandText = "SELECT rank, id, version, sequence, body, sum FROM element ORDER BY rank, id";
        await using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var (rank, id, version, sequence) = (reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3));
            var body = reader.GetFieldValue<byte[]>(4);
            if ((uint)rank > (uint)SqliteSchema.RankOf(ElementKind.Need))
            {
                throw new DamagedException($"element {rank}/{id}", "its kind is not known");
            }

            var element = new ElementRef(SqliteSchema.KindOf(rank), id);
            yield return Checksum.Of(rank, id, version, sequence, body) == reader.GetInt64(5) ? new ElementRow(element, version, sequence, body) : Rebuilt(element);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SealingKey> KeysAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading.CreateCommand();
        command.CommandText = "SELECT id, rank, element, wrapped, sum FROM sealing_key";
        await using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var (id, rank, element, wrapped) = (reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));
            if (Checksum.Of(rank, id + element, 0, 0, wrapped) != reader.GetInt64(4))
            {
                throw new DamagedException($"sealing key {id}", "its checksum does not hold; the fields it seals cannot be read without a backup");
            }

            yield return new SealingKey(Guid.ParseExact(id, "N"), new ElementRef(SqliteSchema.KindOf(rank), element), wrapped);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LogEntry> ReadAsync(long after, CancellationToken cancellation) =>
        Entries("SELECT sequence, text, hash FROM log WHERE sequence > $s ORDER BY sequence", after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LogEntry> ReadBackAsync(long from, CancellationToken cancellation) =>
        Entries("SELECT sequence, text, hash FROM log WHERE sequence <= $s ORDER BY sequence DESC", from, cancellation);

    /// <inheritdoc/>
    public async Task<long> LastUntilAsync(DateTimeOffset instant, CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading.Prepared("SELECT COALESCE(MAX(sequence), 0) FROM log WHERE at <= $a", "$a").With(instant.ToUnixTimeMilliseconds());
        return (long)command.ExecuteScalar()!;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading
            .Prepared("SELECT sequence FROM touched WHERE rank = $r AND id = $i AND sequence < $b ORDER BY sequence DESC LIMIT $l", "$r", "$i", "$b", "$l")
            .With(SqliteSchema.RankOf(element.Kind), element.Id, before, limit);
        await using var reader = command.ExecuteReader();
        var sequences = new List<long>();
        while (reader.Read())
        {
            sequences.Add(reader.GetInt64(0));
        }

        return sequences;
    }

    /// <inheritdoc/>
    public async Task<KnownRequest?> FindRequestAsync(string key, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading.Prepared("SELECT hash, sequence, at FROM request WHERE key = $k AND at >= $a", "$k", "$a").With(key, since.ToUnixTimeMilliseconds());
        await using var reader = command.ExecuteReader();
        return reader.Read()
            ? new KnownRequest(new Changes.RequestKey(key, reader.GetString(0)), reader.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)))
            : null;
    }

    private async IAsyncEnumerable<LogEntry> Entries(string sql, long sequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reading = OpenReading();
        await using var command = reading.Prepared(sql, "$s").With(sequence);
        await using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Entry(reader);
        }
    }

    private static LogEntry Entry(SqliteDataReader reader)
    {
        var (sequence, text, hash) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        return SHA256.HashData(text).AsSpan().SequenceEqual(hash) ? new LogEntry(sequence, text, hash) : throw new DamagedException($"log entry {sequence}", "its text does not have its hash");
    }

    /// <summary>The current form of an element whose record is damaged, from the newest log entry that touched it.</summary>
    private ElementRow Rebuilt(ElementRef element)
    {
        using var reading = OpenReading();
        using var command = reading
            .Prepared("SELECT l.sequence, l.text, l.hash FROM touched t JOIN log l ON l.sequence = t.sequence WHERE t.rank = $r AND t.id = $i ORDER BY t.sequence DESC LIMIT 1", "$r", "$i")
            .With(SqliteSchema.RankOf(element.Kind), element.Id);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw new DamagedException(element.ToString(), "its checksum does not hold and no log entry names it");
        }

        var entry = Entry(reader);
        using var document = JsonDocument.Parse(entry.Text);
        var revision = document.RootElement.GetProperty("revisions").EnumerateArray()
            .Last(r => r.GetProperty("id").GetString() == element.Id && r.GetProperty("kind").GetString() == Names<ElementKind>.Of(element.Kind));
        return revision.TryGetProperty("after", out var after)
            ? new ElementRow(element, revision.GetProperty("version").GetInt32(), entry.Sequence, System.Text.Encoding.UTF8.GetBytes(after.GetRawText()))
            : throw new DamagedException(element.ToString(), $"its checksum does not hold, and entry {entry.Sequence} removed it");
    }

    private SqliteConnection OpenReading()
    {
        var reading = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadWrite, Pooling = true }.ToString());
        reading.Open();
        reading.Run("PRAGMA query_only = ON");
        return reading;
    }
}
