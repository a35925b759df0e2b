using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>Log and current graph in one SQLite file (WAL, <c>synchronous=FULL</c>), one transaction a group; one process a folder.</summary>
public sealed partial class SqliteNetworkStore : INetworkStore
{
    private readonly string folder;
    private readonly FileStream folderLock;
    private readonly EndFile end;
    private readonly SemaphoreSlim writing = new(1);
    private SqliteConnection? connection;
    private AppendStatements? statements;
    private LogPosition head;

    private SqliteNetworkStore(string folder, FileStream folderLock)
    {
        this.folder = folder;
        this.folderLock = folderLock;
        end = new EndFile(Path.Combine(folder, "network.end"));
        head = LogPosition.Start(Guid.Empty);
    }

    /// <inheritdoc/>
    public LogPosition Head => Volatile.Read(ref head);

    private string DatabaseFile => Path.Combine(folder, "network.db");

    /// <summary>Opens the store of a folder, made if it is not there. Throws <see cref="StoreFailedException"/> when another process has it, when the file is
    /// from a newer version, or when the log is shorter than what was acknowledged.</summary>
    public static SqliteNetworkStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var store = new SqliteNetworkStore(folder, Lock(folder));
        try
        {
            store.Connect();
            return store;
        }
        catch
        {
            store.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<AppendResult> AppendAsync(LogPosition expected, IReadOnlyList<StoredEntry> group, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            if (expected.Log != head.Log || expected.Sequence != head.Sequence || !expected.Hash.AsSpan().SequenceEqual(head.Hash))
            {
                return AppendResult.Moved;
            }

            if (group.Count == 0)
            {
                return AppendResult.Appended;
            }

            if (!Commit(group))
            {
                return AppendResult.RequestKnown;
            }

            var next = group[^1].PositionIn(head.Log);
            end.Write(next);
            Volatile.Write(ref head, next);
            return AppendResult.Appended;
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            Disconnect();
            throw new StoreFailedException($"The store in '{folder}' could not be written ({failure.Message}). Free space or mend the disk; it is opened and read back before the next change.", failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>Commits a group; false when an idempotency key is taken.</summary>
    private bool Commit(IReadOnlyList<StoredEntry> group)
    {
        using var transaction = connection!.BeginTransaction();
        statements!.Use(transaction);
        foreach (var entry in group)
        {
            if (!statements.Append(entry))
            {
                transaction.Rollback();
                return false;
            }
        }

        transaction.Commit();
        return true;
    }

    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "network.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new StoreFailedException($"Another process has the store in '{folder}' (its lock is '{path}'). Stop that process, or choose another folder with --data.", failure);
        }
    }

    private void Connect()
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000");
            var log = SqliteSchema.Prepare(connection, DatabaseFile);
            var found = ReadHead(log);
            CheckEnd(found);
            Volatile.Write(ref head, found);
            statements = new AppendStatements(connection);
        }
        catch (SqliteException failure)
        {
            Disconnect();
            throw new StoreFailedException($"The store file '{DatabaseFile}' cannot be read ({failure.Message}). Restore a backup of the folder '{folder}'.", failure);
        }
    }

    private LogPosition ReadHead(Guid log)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = "SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new LogPosition(log, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : LogPosition.Start(log);
    }

    /// <summary>A log longer than its kept end lost an acknowledgement at most; a shorter one lost acknowledged changes and is not opened.</summary>
    private void CheckEnd(LogPosition found)
    {
        if (end.Read() is not { } kept)
        {
            if (end.IsSpoiled)
            {
                throw new StoreFailedException($"The kept end '{Path.Combine(folder, "network.end")}' cannot be read, so nobody can tell whether the log of {found.Sequence} entries is whole. Check with `verify`, then delete the file to accept the log as it is.");
            }

            end.Write(found);
            return;
        }

        if (kept.Log != found.Log || kept.Sequence > found.Sequence)
        {
            throw new StoreFailedException(kept.Log != found.Log
                ? $"The kept end belongs to another log ({kept.Log:D}) than the store in '{folder}' ({found.Log:D}). Put back the file network.end that belongs to it."
                : $"The log in '{folder}' ends at {found.Sequence}, but {kept.Sequence} was acknowledged: changes {found.Sequence + 1} to {kept.Sequence} are missing, usually because network.db-wal was damaged or left behind. Put the missing file back or restore a backup; to accept the loss, delete network.end.");
        }

        if (kept.Sequence == found.Sequence && !kept.Hash.AsSpan().SequenceEqual(found.Hash))
        {
            throw new StoreFailedException($"Entry {found.Sequence} of the log in '{folder}' is not the one that was acknowledged. Restore a backup.");
        }
    }

    private void Disconnect()
    {
        statements?.Dispose();
        connection?.Dispose();
        (statements, connection) = (null, null);
    }

    private void Close()
    {
        Disconnect();
        writing.Dispose();
        end.Dispose();
        folderLock.Dispose();
    }
}
