using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>What a backup says of itself, in a file beside it: by it the backup is proven before it replaces anything.</summary>
/// <param name="Log">The log that it is of.</param>
/// <param name="Sequence">The last change in it.</param>
/// <param name="Hash">The hash of that, in hexadecimal digits.</param>
/// <param name="File">The SHA-256 of its database file.</param>
/// <param name="Bytes">How large that is.</param>
/// <param name="At">When it was made.</param>
public sealed record BackupNote(Guid Log, long Sequence, string Hash, string File, long Bytes, DateTimeOffset At)
{
    /// <summary>The name of its database file.</summary>
    internal const string Database = "network.db";

    private const string Name = "backup.json";
    private const string Prefix = "networkmap-";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The name of the folder of a backup that is made at a moment.</summary>
    internal static string FolderOf(DateTimeOffset at) => Prefix + at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The backups in a folder, newest first. What is no backup, or was not ended, is passed over.</summary>
    internal static IReadOnlyList<(string Folder, BackupNote Note)> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateDirectories(folder, Prefix + "*").Select(f => (Folder: f, Note: Find(f))).Where(b => b.Note is not null).Select(b => (b.Folder, b.Note!)).OrderByDescending(b => b.Item2.At).ThenByDescending(b => b.Folder, StringComparer.Ordinal),
    ];

    /// <summary>Takes away all but the newest backups of a folder. How many went.</summary>
    internal static int Keep(string folder, int newest)
    {
        var old = In(folder).Skip(newest).ToList();
        old.ForEach(b => Directory.Delete(b.Folder, recursive: true));
        return old.Count;
    }

    /// <summary>What the backup in a folder says; throws <see cref="StoreFailedException"/> when it says nothing.</summary>
    internal static BackupNote Read(string folder) => Find(folder) ?? throw new StoreFailedException(
        $"There is no backup in '{folder}' that says what it is: its {Name} is missing or damaged. Name the folder that `backup` made, with {Database} and {Name} in it; a folder that `copy` made is put in the place of a data folder as it is.");

    internal void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        Durable.Own(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        JsonSerializer.Serialize(file, this, Form);
        file.Flush();
        Durable.Sync(file.SafeFileHandle);
    }

    /// <summary>The SHA-256 of a file.</summary>
    internal static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static BackupNote? Find(string folder)
    {
        try
        {
            var note = JsonSerializer.Deserialize<BackupNote>(System.IO.File.ReadAllBytes(Path.Combine(folder, Name)), Form);
            return note is { Hash: not null, File: not null } ? note : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
