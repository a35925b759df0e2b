using Microsoft.Data.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>Makes a backup of a network in a file, beside a server that goes on writing: what was committed when it began, read in one transaction of its own, which no writer waits for. The file is written anew, so that
/// nothing of what was erased or replaced is in it.</summary>
internal static class SqliteBackup
{
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(1);

    /// <summary>Makes one in a folder that is not there yet, and has its name once it is whole; gone again when it is not ended, or by a later one when this process is killed. Throws <see cref="StoreFailedException"/> when it cannot be made.</summary>
    /// <param name="data">The folder of the network.</param>
    /// <param name="folder">The folder to make.</param>
    /// <param name="at">The moment.</param>
    /// <param name="tell">Is told how many bytes are written, and of how many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static async Task<BackupNote> WriteAsync(string data, string folder, DateTimeOffset at, Action<long, long> tell, CancellationToken cancellation)
    {
        RestoreMark.Require(data);
        var source = Path.Combine(data, BackupNote.Database);
        if (!File.Exists(source))
        {
            throw new StoreFailedException($"There is no network in '{data}' to back up: '{source}' is missing. Name the folder that holds it with --data PATH.");
        }

        var (above, draft) = (Path.GetDirectoryName(folder)!, BackupNote.DraftOf(folder));
        if (BackupNote.Fault(above) is { } fault)
        {
            throw new StoreFailedException(fault);
        }

        if (Path.Exists(folder) || Path.Exists(draft))
        {
            throw new StoreFailedException($"'{(Path.Exists(folder) ? folder : draft)}' is there already. Nothing was changed.");
        }

        try
        {
            Durable.MakeFolder(above);
            BackupNote.Clear(above, at);
            Durable.OwnFolder(draft);
            var target = Path.Combine(draft, BackupNote.Database);
            Durable.Own(target);
            await CopyAsync(source, target, tell, cancellation);
            var note = await NoteAsync(target, at, cancellation);
            note.Write(draft);
            Durable.SyncFolder(draft);
            Directory.Move(draft, folder);
            Durable.SyncFolder(above);
            return note;
        }
        catch (Exception failure)
        {
            Remove(draft);
            if (failure is SqliteException or IOException or UnauthorizedAccessException)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new StoreFailedException($"The backup could not be made in '{folder}' ({failure.Message}). Free space there, or name another folder; the network was not touched.", failure);
            }

            throw;
        }
    }

    private static async Task CopyAsync(string source, string target, Action<long, long> tell, CancellationToken cancellation)
    {
        using var connection = Open(source, SqliteOpenMode.ReadWrite);
        connection.KeepLogOnClose(true);
        connection.Run("PRAGMA busy_timeout = 10000");
        var most = (long)connection.Scalar("PRAGMA page_count")! * (long)connection.Scalar("PRAGMA page_size")!;
        using var stop = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", target);
        var copying = Task.Run(command.ExecuteNonQuery, CancellationToken.None);
        while (await Task.WhenAny(copying, Task.Delay(Telling, CancellationToken.None)) != copying)
        {
            tell(Math.Min(most, new FileInfo(target).Length), most);
        }

        await copying;
        tell(most, most);
    }

    private static async Task<BackupNote> NoteAsync(string target, DateTimeOffset at, CancellationToken cancellation)
    {
        using (var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Durable.Sync(file.SafeFileHandle);
        }

        Guid log;
        long sequence;
        byte[] hash;
        using (var connection = Open(target, SqliteOpenMode.ReadOnly))
        {
            log = SqliteSchema.LogOf(connection);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1";
            using var reader = command.ExecuteReader();
            (sequence, hash) = reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, LogPosition.Start(log).Hash);
        }

        return new BackupNote(log, sequence, Convert.ToHexStringLower(hash), await BackupNote.HashAsync(target, cancellation), new FileInfo(target).Length, at);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Without its note it is no backup, whatever is left of it.
        }
    }
}
