using System.Globalization;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <content>Backups of a network in a file, and putting one back.</content>
internal static partial class Verbs
{
    private static readonly string[] OfBackup = ["to", "keep", "json"];
    private static readonly string[] OfRestore = ["from", "json"];

    /// <summary>The verbs about backups; null for any other.</summary>
    private static Func<Task<int>>? FindBackups(string[] args, TimeProvider clock) => args switch
    {
        ["backup", .. var rest] when CommandLine.Fault(rest, OfBackup) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["restore", .. var rest] when CommandLine.Fault(rest, OfRestore) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["backup", .. var rest] => () => BackUpAsync(rest, clock),
        ["restore", .. var rest] => () => RestoreAsync(rest, clock),
        _ => null,
    };

    private static async Task<int> BackUpAsync(string[] args, TimeProvider clock)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        if (StoreChoice.IsNeo4j(settings))
        {
            return Unusable(args, "backup is for a network in a file. Neo4j makes its own backups; `copy --from URL --to FOLDER` makes one of a network that goes on.");
        }

        var keep = 0;
        if (settings["keep"] is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out keep) || keep == 0))
        {
            return Unusable(args, "--keep is how many backups are kept, from 1.");
        }

        var (data, now) = (Path.GetFullPath(settings["data"] ?? "data"), clock.GetUtcNow());
        var to = Path.GetFullPath(settings["to"] ?? Path.Combine(data, "backups"));
        return await EndingAsync(args, async cancellation =>
        {
            var folder = Path.Combine(to, BackupNote.FolderOf(now));
            var note = await SqliteBackup.WriteAsync(data, folder, now, (done, most) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(most == 0 ? 100 : done * 100 / most),3} %")), cancellation);
            var gone = keep > 0 ? BackupNote.Keep(folder, note, keep) : 0;
            return (new { backup = folder, note.Log, note.Sequence, note.Hash, note.Bytes, removed = gone },
                $"The backup is in '{folder}': {note.Sequence} changes, {note.Bytes} bytes, SHA-256 of the last change {note.Hash}.{(gone > 0 ? $" {gone} old ones were taken away." : "")} The master key is not in it: keep that, and keys/erasures.list, apart from it.");
        });
    }

    private static async Task<int> RestoreAsync(string[] args, TimeProvider clock)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        if (settings["from"] is not { } from)
        {
            return Unusable(args, "restore needs --from FOLDER, the folder of a backup.");
        }

        if (StoreChoice.IsNeo4j(settings))
        {
            return Unusable(args, "restore is for a network in a file. Into an empty Neo4j, `copy --from FOLDER --to URL` brings what a backup holds once it was restored into a folder.");
        }

        var (data, keyFile) = (Path.GetFullPath(settings["data"] ?? "data"), MasterKeyFile.In(Path.GetFullPath(settings["data"] ?? "data")));
        return await EndingAsync(args, async cancellation =>
        {
            if (settings["MasterKey"] is null && !File.Exists(keyFile))
            {
                throw new StoreFailedException($"The master key is missing: '{keyFile}'. Bring it back from where it is kept apart from the backups, and the list of erasures with it, or give the key in the setting MasterKey; nothing was replaced.");
            }

            var master = MasterKeyFile.Open(settings["MasterKey"], keyFile, isEmpty: false, Console.Error.WriteLine);
            var done = await SqliteRestore.RunAsync(Path.GetFullPath(from), data, master, clock.GetUtcNow(), Console.Error.WriteLine, cancellation);
            return (new { restored = data, done.Log, done.Note.Sequence, done.Note.Hash, done.Replaced },
                $"Restored {done.Note.Sequence} changes of {done.Note.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC into '{data}', SHA-256 of the last change {done.Note.Hash}. {(done.Replaced is { } kept ? $"What was there is kept in '{kept}': delete it when it is not needed any more. " : "")}Who was signed in signs in again.");
        });
    }

    /// <summary>Does it until it is told to stop, and says what came of it: to people, or as one JSON object. Progress goes to the other stream.</summary>
    private static async Task<int> EndingAsync(string[] args, Func<CancellationToken, Task<(object Json, string Text)>> work)
    {
        using var ending = new CancellationTokenSource();
        using var told = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, Stop);
        using var asked = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, Stop);
        try
        {
            var (json, text) = await work(ending.Token);
            return Say(args, json, text);
        }
        catch (OperationCanceledException)
        {
            Fail(args, "It was stopped; nothing was changed.");
            return CommandLine.Stopped;
        }
        catch (Exception failure) when (IsTold(failure))
        {
            return Fail(args, failure.Message);
        }

        void Stop(System.Runtime.InteropServices.PosixSignalContext context)
        {
            context.Cancel = true;
            ending.Cancel();
        }
    }
}
