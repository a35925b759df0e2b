using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>What was put back.</summary>
/// <param name="Note">The backup.</param>
/// <param name="Log">The identity that the log has from now on.</param>
/// <param name="Replaced">Where what it replaced is kept; null when nothing was there.</param>
internal sealed record Restored(BackupNote Note, Guid Log, string? Replaced);

/// <summary>Puts a backup in the place of a network in a file. First it is proven, in a folder of its own: that its file is the one that was written, that it is whole, and that its log ends with the hash that was noted. Then the log gets another
/// identity, so that whoever followed it begins anew, what was erased since is erased, sessions end; only then does it replace anything, and what it replaces is kept. Cut off at any place, one of the two is whole, or a mark says that it has to be run again.</summary>
internal sealed class SqliteRestore
{
    private const string End = "network.end";

    private static readonly string[] Files = ["network.db-wal", "network.db-shm", "network.db"];

    private readonly string data;
    private readonly string draft;

    private SqliteRestore(string data) => (this.data, draft) = (data, Path.Combine(data, "restoring"));

    /// <summary>Puts a backup back. Throws <see cref="StoreFailedException"/>, and has replaced nothing, when it cannot be proven or the folder is in use.</summary>
    /// <param name="backup">Its folder.</param>
    /// <param name="data">The folder of the network, which holds the master key.</param>
    /// <param name="master">The master key.</param>
    /// <param name="now">The moment.</param>
    /// <param name="tell">Is told each step.</param>
    /// <param name="cancellation">Stops it before anything is replaced.</param>
    internal static async Task<Restored> RunAsync(string backup, string data, MasterKey master, DateTimeOffset now, Action<string> tell, CancellationToken cancellation)
    {
        var note = BackupNote.Read(backup);
        using var folderLock = SqliteNetworkStore.Lock(data);
        var restore = new SqliteRestore(data);
        try
        {
            tell("Comparing the file with what was noted of it.");
            await restore.BringAsync(backup, note, cancellation);
            var log = await restore.ProveAsync(note, master, tell, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return new Restored(note, log, restore.Replace(Path.GetFullPath(backup), now));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException($"The backup could not be put back into '{data}' ({failure.Message}). Free space there, or mend the rights of the folder, and restore once more.", failure);
        }
        finally
        {
            restore.Clear();
        }
    }

    private async Task BringAsync(string backup, BackupNote note, CancellationToken cancellation)
    {
        Clear();
        Durable.OwnFolder(draft);
        var (from, to) = (Path.Combine(backup, BackupNote.Database), Path.Combine(draft, BackupNote.Database));
        if (!File.Exists(from))
        {
            throw new StoreFailedException($"The backup in '{backup}' lacks its file {BackupNote.Database}; what is there only says what it was. Bring the file back, or take another backup; nothing was replaced.");
        }

        Durable.Own(to);
        await using (var source = File.OpenRead(from))
        await using (var target = new FileStream(to, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            await source.CopyToAsync(target, cancellation);
        }

        if (await BackupNote.HashAsync(to, cancellation) != note.File)
        {
            throw new StoreFailedException($"The file '{from}' is not the one that was backed up: it was damaged or exchanged since. Take another backup; nothing was replaced.");
        }
    }

    private async Task<Guid> ProveAsync(BackupNote note, MasterKey master, Action<string> tell, CancellationToken cancellation)
    {
        await using var store = SqliteNetworkStore.Open(draft);
        MasterMark.Require(store.Mark, master);
        tell($"Proving that {store.Head.Sequence} changes are whole.");
        var report = await Verification.OfAsync(store, master, cancellation);
        if (!report.IsWhole)
        {
            throw new StoreFailedException($"The backup is not whole: {string.Join("; ", report.Faults.Take(3))}. Take another backup; nothing was replaced.");
        }

        if (store.Head.Log != note.Log || store.Head.Sequence != note.Sequence || Convert.ToHexStringLower(store.Head.Hash) != note.Hash)
        {
            throw new StoreFailedException("The log of the backup does not end with the hash that was noted when it was made. Take another backup; nothing was replaced.");
        }

        tell("Erasing what was erased since, and ending sessions.");
        await store.RenewAsync(cancellation);
        await AccountCopy.LeaveBehindAsync(store.Accounts, cancellation);
        await ErasureList.ApplyAsync(data, store, store.Accounts, cancellation);
        return store.Head.Log;
    }

    /// <summary>Keeps what is there, then names the restored. The kept end goes last: beside another database, or none, it keeps a server from starting. One that was cut off goes on with the folder it kept things in.</summary>
    private string? Replace(string backup, DateTimeOffset now)
    {
        var mark = RestoreMark.Find(data) is { } cut ? cut with { Backup = backup }
            : new RestoreMark(backup, Path.Combine(data, "replaced-" + BackupNote.FolderOf(now)["networkmap-".Length..]), [.. Files.Append(End).Where(f => File.Exists(Path.Combine(data, f)))]);
        mark.Write(data);
        if (mark.Files.Count > 0)
        {
            Durable.OwnFolder(mark.Kept);
        }

        Array.ForEach(Files, file => Keep(file, mark));
        File.Move(Path.Combine(draft, BackupNote.Database), Path.Combine(data, BackupNote.Database));
        Durable.SyncFolder(data);
        Keep(End, mark);
        if (mark.Files.Count > 0)
        {
            Durable.SyncFolder(mark.Kept);
        }

        File.Move(Path.Combine(draft, End), Path.Combine(data, End));
        Durable.SyncFolder(data);
        RestoreMark.Remove(data);
        return mark.Files.Count > 0 ? mark.Kept : null;
    }

    /// <summary>Moves what was there to where it is kept. What is in its place after that was put there by a restore that was cut off, and goes.</summary>
    private void Keep(string file, RestoreMark mark)
    {
        var (from, to) = (Path.Combine(data, file), Path.Combine(mark.Kept, file));
        if (!mark.Files.Contains(file, StringComparer.Ordinal) || File.Exists(to))
        {
            File.Delete(from);
        }
        else if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }

    private void Clear()
    {
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}
