using System.Globalization;
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
    private Tally tally;

    private SqliteNetworkStore(string folder, FileStream folderLock, Func<string, EndFile> openEnd)
    {
        this.folder = folder;
        this.folderLock = folderLock;
        end = openEnd(EndPath);
        head = LogPosition.Start(Guid.Empty);
    }

    /// <inheritdoc/>
    public LogPosition Head => Volatile.Read(ref head);

    /// <summary>The most pages the file may have, such as for a quota; null for what the disk holds. Binds from the next (re)opening.</summary>
    internal int? PageLimit { get; set; }

    private string DatabaseFile => Path.Combine(folder, "network.db");

    private string EndPath => Path.Combine(folder, "network.end");

    private string ReadingAddress => new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadWrite, Pooling = true }.ToString();

    /// <summary>Opens the store of a folder, made if it is not there. Throws <see cref="StoreFailedException"/> when another process has it, when the file is
    /// from a newer version, or when the log is shorter than what was acknowledged.</summary>
    public static SqliteNetworkStore Open(string folder) => Open(folder, pageLimit: null, path => new EndFile(path));

    internal static SqliteNetworkStore Open(string folder, int? pageLimit, Func<string, EndFile> openEnd)
    {
        var folderLock = Lock(folder);
        SqliteNetworkStore? store = null;
        try
        {
            store = new SqliteNetworkStore(folder, folderLock, openEnd) { PageLimit = pageLimit };
            store.Connect();
            return store;
        }
        catch (Exception failure)
        {
            store?.Close();
            folderLock.Dispose();
            if (failure is IOException or UnauthorizedAccessException)
            {
                throw Unusable(folder, failure);
            }

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

            RequireFollowing(group);

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
        if (statements!.Append(group, transaction, tally) is not { } after)
        {
            transaction.Rollback();
            return false;
        }

        transaction.Commit();
        tally = after;
        return true;
    }

    private void RequireFollowing(IReadOnlyList<StoredEntry> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i].Sequence != head.Sequence + 1 + i)
            {
                throw new ArgumentException($"Entry {group[i].Sequence} cannot stand at {head.Sequence + 1 + i}.", nameof(group));
            }
        }
    }

    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "network.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            throw new StoreFailedException($"Another process has the store in '{folder}' (its lock is '{path}'). Stop that process, or choose another folder with --data.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, failure);
        }
    }

    private static StoreFailedException Unusable(string folder, Exception failure) =>
        new($"The folder '{folder}' cannot be used ({failure.Message}). Make it a folder that this program may write, or choose another one with --data.", failure);

    private void Connect()
    {
        try
        {
            RequireFile();
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
            connection.Open();
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000");
            if (PageLimit is { } pages)
            {
                connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            }

            var found = ReadHead(SqliteSchema.Prepare(connection, DatabaseFile));
            CheckEnd(found);
            tally = Tally.Read(connection);
            Volatile.Write(ref head, found);
            statements = new AppendStatements(connection);
        }
        catch (Exception failure)
        {
            Disconnect();
            if (failure is SqliteException or IOException or InvalidCastException or FormatException or InvalidOperationException)
            {
                throw Unreadable(failure);
            }

            throw;
        }
    }

    /// <summary>A file that is gone or emptied must not be taken for a new store.</summary>
    private void RequireFile()
    {
        var file = new FileInfo(DatabaseFile);
        if (file is { Exists: true, Length: > 0 } || end.Read() is not { Sequence: > 0 } kept)
        {
            return;
        }

        throw new StoreFailedException($"The store file '{DatabaseFile}' is {(file.Exists ? "empty" : "not there")}, but changes 1 to {kept.Sequence} were acknowledged. Put it back or restore a backup; to begin a new network, choose an empty folder.");
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
            if (end.IsSpoiled && found.Sequence > 0)
            {
                throw new StoreFailedException($"The kept end '{EndPath}' cannot be read, so nobody can tell whether the log of {found.Sequence} entries is whole. Check with `verify`, then delete the file to accept the log as it is.");
            }

            end.Write(found);
            return;
        }

        if (kept.Log != found.Log)
        {
            throw new StoreFailedException($"The kept end belongs to another log ({kept.Log:D}) than the store in '{folder}' ({found.Log:D}). Put back the file network.end that belongs to it.");
        }

        if (kept.Sequence > found.Sequence)
        {
            throw new StoreFailedException($"The log in '{folder}' ends at {found.Sequence}, but {kept.Sequence} was acknowledged: changes {found.Sequence + 1} to {kept.Sequence} are missing, usually because network.db-wal was damaged or left behind. Put the missing file back or restore a backup; to accept the loss, delete network.end.");
        }

        if (kept.Sequence > 0 && !kept.Hash.AsSpan().SequenceEqual(HashAt(kept.Sequence)))
        {
            throw new StoreFailedException($"Entry {kept.Sequence} of the log in '{folder}' is not the one that was acknowledged. Restore a backup.");
        }
    }

    private byte[]? HashAt(long sequence)
    {
        using var command = connection!.Prepared("SELECT hash FROM log WHERE sequence = $s", "$s").With(sequence);
        return command.ExecuteScalar() as byte[];
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
        using (var pooled = new SqliteConnection(ReadingAddress))
        {
            SqliteConnection.ClearPool(pooled);
        }

        writing.Dispose();
        end.Dispose();
        folderLock.Dispose();
    }
}
