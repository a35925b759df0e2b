using System.Runtime.CompilerServices;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>What becomes of sealing keys after they were written.</content>
public sealed partial class SqliteNetworkStore
{
    private const string RewriteKeys =
        """
        CREATE TABLE sealing_key_left (id TEXT PRIMARY KEY, rank INTEGER NOT NULL, element TEXT NOT NULL, wrapped BLOB NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO sealing_key_left SELECT id, rank, element, wrapped, sum FROM sealing_key;
        DROP TABLE sealing_key;
        ALTER TABLE sealing_key_left RENAME TO sealing_key;
        """;

    private MasterMark? mark;
    private long erased;

    /// <inheritdoc/>
    public MasterMark? Mark => Volatile.Read(ref mark);

    /// <inheritdoc/>
    public async Task<bool> MarkAsync(MasterMark? expected, MasterMark mark, CancellationToken cancellation)
    {
        var said = await WriteAsync((connection, transaction) =>
        {
            var isExpected = MarkOf(connection) == expected;
            if (isExpected)
            {
                using var say = connection.Prepared("INSERT OR REPLACE INTO meta (name, value) VALUES ('master', $m)", "$m").With(mark.ToString());
                say.Transaction = transaction;
                say.ExecuteNonQuery();
            }

            return (isExpected, isExpected);
        }, cancellation);
        if (said)
        {
            Volatile.Write(ref this.mark, mark);
        }

        return said;
    }

    /// <inheritdoc/>
    public async Task RewrapAsync(IReadOnlyList<SealingKey> keys, CancellationToken cancellation)
    {
        tally = await WriteAsync((connection, transaction) =>
        {
            using var sum = connection.Prepared("SELECT sum FROM sealing_key WHERE id = $i", "$i");
            using var put = connection.Prepared("UPDATE sealing_key SET wrapped = $w, sum = $c WHERE id = $i", "$w", "$c", "$i");
            (sum.Transaction, put.Transaction) = (transaction, transaction);
            var counted = tally;
            foreach (var key in keys)
            {
                var id = key.Id.ToString("N");
                if (sum.With(id).ExecuteScalar() is long before)
                {
                    var check = SumOf(key);
                    put.With(key.Wrapped, check, id).ExecuteNonQuery();
                    counted = counted.WithKey(before).WithKey(check);
                }
            }

            using var count = connection.Prepared(Tally.Write, "$e", "$k").With(counted.Elements, counted.Keys);
            count.Transaction = transaction;
            count.ExecuteNonQuery();
            return (counted, true);
        }, cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>SQLite leaves what was replaced in the free space of pages and in the write-ahead log; only a file that is written anew does not hold it.</remarks>
    public async Task ScrubAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            connection!.Run("VACUUM");
            Checkpoint();
        }
        catch (Exception failure) when (failure is Microsoft.Data.Sqlite.SqliteException or IOException)
        {
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public long Erased => Volatile.Read(ref erased);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Erasure> ErasuresAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var line in ReadRows("SELECT line FROM erasure", row => row.GetString(0)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Erasure.Read(line) ?? throw new DamagedException("erasure", "it is not what was stored; restore a backup");
        }
    }

    /// <inheritdoc/>
    /// <remarks>The table of keys is written anew and the old one overwritten with zeros, since a page of it may hold, in its free space, what once stood there. A reader that holds on to
    /// the write-ahead log makes it throw although the keys are gone; once more empties it.</remarks>
    public async Task EraseAsync(Erasure erasure, CancellationToken cancellation)
    {
        tally = await WriteAsync((connection, transaction) => (Destroy(connection, transaction, erasure), true), cancellation);
        Interlocked.Increment(ref erased);
        await writing.WaitAsync(cancellation);
        try
        {
            Checkpoint();
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    private Tally Destroy(Microsoft.Data.Sqlite.SqliteConnection connection, Microsoft.Data.Sqlite.SqliteTransaction transaction, Erasure erasure)
    {
        connection.Run("PRAGMA secure_delete = ON", transaction);
        using var sum = connection.Prepared("SELECT sum FROM sealing_key WHERE id = $i", "$i");
        using var destroy = connection.Prepared("DELETE FROM sealing_key WHERE id = $i", "$i");
        using var keep = connection.Prepared("INSERT OR REPLACE INTO erasure (id, line) VALUES ($i, $l)", "$i", "$l").With(erasure.Id.ToString("N"), erasure.ToString());
        (sum.Transaction, destroy.Transaction, keep.Transaction) = (transaction, transaction, transaction);
        var counted = tally;
        foreach (var id in erasure.Keys.Select(k => k.ToString("N")))
        {
            if (sum.With(id).ExecuteScalar() is long check)
            {
                destroy.With(id).ExecuteNonQuery();
                counted = counted.WithKey(check);
            }
        }

        keep.ExecuteNonQuery();
        connection.Run(RewriteKeys, transaction);
        using var count = connection.Prepared(Tally.Write, "$e", "$k").With(counted.Elements, counted.Keys);
        count.Transaction = transaction;
        count.ExecuteNonQuery();
        return counted;
    }

    internal static long SumOf(SealingKey key) => Checksum.Of(SqliteSchema.RankOf(key.Element.Kind), key.Id.ToString("N") + key.Element.Id, 0, 0, key.Wrapped);

    private static MasterMark? MarkOf(Microsoft.Data.Sqlite.SqliteConnection connection) => MasterMark.Read(connection.Scalar("SELECT value FROM meta WHERE name = 'master'") as string);

    /// <summary>Moves the write-ahead log into the file and empties it.</summary>
    private void Checkpoint()
    {
        if (connection!.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
        {
            throw new StoreFailedException($"What was replaced still stands in the write-ahead log of '{folder}', since something reads the store. Try again when it is done.");
        }
    }
}
