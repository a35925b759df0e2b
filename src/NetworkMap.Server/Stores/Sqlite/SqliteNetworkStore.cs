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
    private bool failed;

    /// <summary>True after a load that found every element as it was written.</summary>
    private volatile bool asWritten;

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

    /// <summary>What it means that the kept end was not there when the store was opened; null when it was.</summary>
    public string? MissingEnd { get; private set; }

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
            RestoreMark.Require(folder);
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

            if (!expected.IsAt(head))
            {
                return AppendResult.Moved;
            }

            if (group.Count == 0)
            {
                return AppendResult.Appended;
            }

            head.RequireFollowing(group);

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
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ProbeAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            using var transaction = connection!.BeginTransaction();
            connection.Run("INSERT OR REPLACE INTO meta (name, value) VALUES ('probe', hex(zeroblob(32768)))", transaction);
            connection.Run("DELETE FROM meta WHERE name = 'probe'", transaction);
            transaction.Commit();
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> BecomeAsync(Guid log, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            if (head.Sequence > 0)
            {
                return false;
            }

            SqliteSchema.Become(connection!, log);
            end.Write(LogPosition.Start(log));
            Volatile.Write(ref head, LogPosition.Start(log));
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Gives the log another identity, durably: whoever followed it under the earlier one begins anew. The changes in it stay as they are.</summary>
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            var renewed = head with { Log = Guid.NewGuid() };
            SqliteSchema.Become(connection!, renewed.Log);
            end.Write(renewed);
            Volatile.Write(ref head, renewed);
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            throw Unwritable(failure);
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

    /// <summary>After a failed write nothing is kept before the store was opened and read back.</summary>
    private StoreFailedException Unwritable(Exception failure)
    {
        failed = true;
        Disconnect();
        return new StoreFailedException($"The store in '{folder}' could not be written ({failure.Message}). Free space or mend the disk; it is opened and read back before the next change.", failure) { IsFull = IsFull(failure) };
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
