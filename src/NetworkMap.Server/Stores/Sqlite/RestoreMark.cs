using System.Text.Json;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>Stands in the folder of a network, in a file of its own, from before a restore replaces the first file until it has replaced the last: as long as it is there, the files beside it may belong to two networks, and nobody opens them.</summary>
/// <param name="Backup">The folder of the backup that is put back.</param>
/// <param name="Kept">Where what is replaced is kept.</param>
/// <param name="Files">The names of the files that were there and belong there; any other is of the restore itself.</param>
internal sealed record RestoreMark(string Backup, string Kept, IReadOnlyList<string> Files)
{
    private const string Name = "network.restoring";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>True when a restore into a folder was cut off, or goes on.</summary>
    internal static bool IsIn(string data) => File.Exists(Path.Combine(data, Name));

    /// <summary>What to do about a restore into a folder that was cut off, in a sentence; null when none was.</summary>
    internal static string? Fault(string data)
    {
        try
        {
            return Find(data) is not { } mark ? null : $"A restore into '{data}' was cut off. Run it again with the same backup: restore --from '{mark.Backup}' --data '{data}'. What it replaced is in '{mark.Kept}'; nothing was changed now.";
        }
        catch (StoreFailedException damage)
        {
            return damage.Message;
        }
    }

    /// <summary>Throws <see cref="StoreFailedException"/> when a restore into a folder was cut off.</summary>
    internal static void Require(string data)
    {
        if (Fault(data) is { } fault)
        {
            throw new StoreFailedException(fault);
        }
    }

    /// <summary>What a restore that was cut off had begun with; null when none was.</summary>
    internal static RestoreMark? Find(string data)
    {
        var path = Path.Combine(data, Name);
        var damaged = $"A restore was cut off, and its mark '{path}' cannot be read. What it replaced is in the newest folder replaced-… beside it: put the files network.* from there back in their place and delete the mark, then restore once more.";
        try
        {
            return !File.Exists(path) ? null : JsonSerializer.Deserialize<RestoreMark>(File.ReadAllBytes(path), Form) is { Backup: not null, Kept: not null, Files: not null } mark ? mark : throw new StoreFailedException(damaged);
        }
        catch (JsonException damage)
        {
            throw new StoreFailedException(damaged, damage);
        }
    }

    /// <summary>Writes it, whole or not at all, before anything is replaced.</summary>
    internal void Write(string data)
    {
        var (path, draft) = (Path.Combine(data, Name), Path.Combine(data, Name + ".new"));
        Durable.Own(draft);
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, this, Form);
            file.Flush();
            Durable.Sync(file.SafeFileHandle);
        }

        File.Move(draft, path, overwrite: true);
        Durable.SyncFolder(data);
    }

    /// <summary>Takes it away, after all that was replaced is durable.</summary>
    internal static void Remove(string data)
    {
        File.Delete(Path.Combine(data, Name));
        Durable.SyncFolder(data);
    }
}
