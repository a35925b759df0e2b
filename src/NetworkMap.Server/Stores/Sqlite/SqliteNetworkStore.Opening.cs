using System.Globalization;
using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>Opening, and opening again after a failure: first look, then accept or refuse, and only then change anything. A store that is refused keeps
/// every byte, its write-ahead log too, for who can mend it.</content>
public sealed partial class SqliteNetworkStore
{
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000; PRAGMA busy_timeout = 2000";

    /// <summary>Takes the folder for this process, until it is disposed of; throws <see cref="StoreFailedException"/> when another process has it.</summary>
    internal static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "network.lock");
        try
        {
            Durable.MakeFolder(folder);
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
            var kept = end.Read();
            RequireFile(kept);
            Durable.Own(DatabaseFile);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
            connection.Open();
            connection.KeepLogOnClose(true);
            connection.Run(Settings);
            var found = Accept(kept);
            Settle(found, kept);
            connection.KeepLogOnClose(false);
            tally = Tally.Read(connection);
            Volatile.Write(ref mark, MarkOf(connection));
            Volatile.Write(ref erased, (long)connection.Scalar("SELECT COUNT(*) FROM erasure")!);
            statements = new AppendStatements(connection);
            Volatile.Write(ref head, found);
            failed = false;
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

    /// <summary>The end of a log that holds all that was acknowledged, in the schema of this program.</summary>
    private LogPosition Accept(LogPosition? kept)
    {
        var schema = SqliteSchema.VersionOf(connection!, DatabaseFile);
        if (schema == 0 && kept is { Sequence: > 0 })
        {
            throw Emptied("holds nothing", kept);
        }

        if (schema > 0)
        {
            CheckEnd(ReadHead(), kept);
        }

        if (PageLimit is { } pages)
        {
            connection!.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        }

        SqliteSchema.Prepare(connection!, schema, Rebuilt);
        return ReadHead();
    }

    /// <summary>What is found beyond the kept end was committed, but perhaps never synced: it will be shown and answered for from now on, so it is made
    /// durable first. After a failed sync the operating system may hold pages for clean that never reached the disk; only writing them again, which moving
    /// them out of the write-ahead log does, makes sure of them.</summary>
    private void Settle(LogPosition found, LogPosition? kept)
    {
        if (!failed && kept is not null && kept.Sequence == found.Sequence)
        {
            return;
        }

        if (connection!.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
        {
            throw new StoreFailedException($"The store in '{folder}' was not closed well and cannot be settled while something still reads it. Stop what reads it, or wait until it is done; every further change tries again.");
        }

        end.Write(found);
        Durable.SyncFolder(folder);
    }

    /// <summary>A file that is gone or emptied must not be taken for a new store.</summary>
    private void RequireFile(LogPosition? kept)
    {
        var file = new FileInfo(DatabaseFile);
        if (file is not { Exists: true, Length: > 0 } && kept is { Sequence: > 0 })
        {
            throw Emptied(file.Exists ? "is empty" : "is not there", kept);
        }
    }

    private StoreFailedException Emptied(string how, LogPosition kept) =>
        new($"The store file '{DatabaseFile}' {how}, but changes 1 to {kept.Sequence} were acknowledged. Put it back or restore a backup; to begin a new network, choose an empty folder.");

    private LogPosition ReadHead()
    {
        var log = SqliteSchema.LogOf(connection!);
        using var command = connection!.CreateCommand();
        command.CommandText = "SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new LogPosition(log, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : LogPosition.Start(log);
    }

    /// <summary>A log longer than its kept end lost an acknowledgement at most; a shorter one lost acknowledged changes and is not opened.</summary>
    private void CheckEnd(LogPosition found, LogPosition? kept)
    {
        if (kept is null)
        {
            MissingEnd = found.Sequence == 0 ? null
                : $"The kept end '{EndPath}' is missing, so nobody can tell whether changes after {found.Sequence} were acknowledged and got lost. If it was not deleted on purpose, restore it with the store from a backup; a new one is made from the log as it is, which accepts it as whole.";
            if (end.IsSpoiled && found.Sequence > 0)
            {
                throw new StoreFailedException($"The kept end '{EndPath}' cannot be read, so nobody can tell whether the log of {found.Sequence} entries is whole. To accept the log as it is, delete the file, then check it with `verify`.");
            }

            return;
        }

        if (kept.Log != found.Log && kept.Sequence > 0)
        {
            throw new StoreFailedException($"The kept end belongs to another log ({kept.Log:D}) than the store in '{folder}' ({found.Log:D}). Put back the file network.end that belongs to it.");
        }

        if (kept.Sequence > found.Sequence)
        {
            throw new StoreFailedException($"The log in '{folder}' ends at {found.Sequence}, but {kept.Sequence} was acknowledged: changes {found.Sequence + 1} to {kept.Sequence} are missing, usually because network.db-wal was damaged or left behind. Nothing was touched: put the missing file back or restore a backup; to accept the loss, delete network.end.");
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
}
