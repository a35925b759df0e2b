using NetworkMap.Changes;
using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The prepared statements of an append.</summary>
internal sealed class AppendStatements : IDisposable
{
    private const int UniqueViolation = 1555;
    private readonly SqliteCommand log;
    private readonly SqliteCommand sum;
    private readonly SqliteCommand put;
    private readonly SqliteCommand remove;
    private readonly SqliteCommand touch;
    private readonly SqliteCommand key;
    private readonly SqliteCommand forget;
    private readonly SqliteCommand request;
    private readonly SqliteCommand tally;
    private Tally counted;

    internal AppendStatements(SqliteConnection connection)
    {
        log = connection.Prepared("INSERT INTO log (sequence, at, text, hash) VALUES ($s, $a, $t, $h)", "$s", "$a", "$t", "$h");
        sum = connection.Prepared("SELECT sum FROM element WHERE rank = $r AND id = $i", "$r", "$i");
        put = connection.Prepared(
            "INSERT INTO element (rank, id, version, sequence, body, sum) VALUES ($r, $i, $v, $s, $b, $c) ON CONFLICT (rank, id) DO UPDATE SET version = $v, sequence = $s, body = $b, sum = $c",
            "$r", "$i", "$v", "$s", "$b", "$c");
        remove = connection.Prepared("DELETE FROM element WHERE rank = $r AND id = $i", "$r", "$i");
        touch = connection.Prepared("INSERT OR IGNORE INTO touched (rank, id, sequence) VALUES ($r, $i, $s)", "$r", "$i", "$s");
        key = connection.Prepared("INSERT INTO sealing_key (id, rank, element, wrapped, sum) VALUES ($i, $r, $e, $w, $c)", "$i", "$r", "$e", "$w", "$c");
        forget = connection.Prepared("DELETE FROM request WHERE key = $k AND at < $a", "$k", "$a");
        request = connection.Prepared("INSERT INTO request (key, hash, sequence, at) VALUES ($k, $h, $s, $a)", "$k", "$h", "$s", "$a");
        tally = connection.Prepared(Tally.Write, "$e", "$k");
    }

    private IEnumerable<SqliteCommand> All => [log, sum, put, remove, touch, key, forget, request, tally];

    public void Dispose()
    {
        log.Dispose();
        sum.Dispose();
        put.Dispose();
        remove.Dispose();
        touch.Dispose();
        key.Dispose();
        forget.Dispose();
        request.Dispose();
        tally.Dispose();
    }

    /// <summary>Writes a group; what the tables then hold, or null when an idempotency key is taken.</summary>
    internal Tally? Append(IReadOnlyList<StoredEntry> group, SqliteTransaction transaction, Tally before)
    {
        counted = before;
        Join(transaction);
        foreach (var entry in group)
        {
            if (!Append(entry))
            {
                return null;
            }
        }

        tally.With(counted.Elements, counted.Keys).ExecuteNonQuery();
        return counted;
    }

    /// <summary>Writes rows as they should have been all along: the log and what it touched stay as they are.</summary>
    internal void Put(IEnumerable<ElementRow> rows, SqliteTransaction transaction)
    {
        Join(transaction);
        foreach (var row in rows)
        {
            Put(row);
        }
    }

    private void Join(SqliteTransaction transaction)
    {
        foreach (var command in All)
        {
            command.Transaction = transaction;
        }
    }

    private bool Append(StoredEntry entry)
    {
        log.With(entry.Sequence, entry.At.ToUnixTimeMilliseconds(), entry.Text, entry.Hash).ExecuteNonQuery();
        foreach (var sealing in entry.Keys)
        {
            var (rank, id) = (SqliteSchema.RankOf(sealing.Element.Kind), sealing.Id.ToString("N"));
            var check = SqliteNetworkStore.SumOf(sealing);
            key.With(id, rank, sealing.Element.Id, sealing.Wrapped, check).ExecuteNonQuery();
            counted = counted.WithKey(check);
        }

        foreach (var row in entry.Rows)
        {
            Write(row);
        }

        return entry.Request is not { } known || Remember(known.Key, known.Request, entry);
    }

    private void Write(ElementRow row)
    {
        var (rank, id) = (SqliteSchema.RankOf(row.Element.Kind), row.Element.Id);
        if (sum.With(rank, id).ExecuteScalar() is long old)
        {
            counted = counted.WithElement(old);
        }

        counted = counted.WithElement(Put(row));
        touch.With(rank, id, row.Sequence).ExecuteNonQuery();
    }

    /// <summary>Writes a row, or removes it when it has no body; its checksum, 0 when it is gone.</summary>
    private long Put(ElementRow row)
    {
        var (rank, id) = (SqliteSchema.RankOf(row.Element.Kind), row.Element.Id);
        if (row.Body is not { } body)
        {
            remove.With(rank, id).ExecuteNonQuery();
            return 0;
        }

        var check = Checksum.Of(rank, id, row.Version, row.Sequence, body);
        put.With(rank, id, row.Version, row.Sequence, body, check).ExecuteNonQuery();
        return check;
    }

    private bool Remember(string name, string hash, StoredEntry entry)
    {
        forget.With(name, (entry.At - RequestKey.Lifetime).ToUnixTimeMilliseconds()).ExecuteNonQuery();
        try
        {
            request.With(name, hash, entry.Sequence, entry.At.ToUnixTimeMilliseconds()).ExecuteNonQuery();
            return true;
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode == UniqueViolation)
        {
            return false;
        }
    }
}
