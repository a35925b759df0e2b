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
    private const string Unfinished = "unfinished-";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The name of the folder of a backup that is made at a moment.</summary>
    internal static string FolderOf(DateTimeOffset at) => Prefix + at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    /// <summary>The folder that a backup is made in; it gets its own name when it is whole, so that what was cut off is never taken for one.</summary>
    internal static string DraftOf(string folder) => Path.Combine(Path.GetDirectoryName(folder)!, Unfinished + Path.GetFileName(folder));

    /// <summary>The backups in a folder, newest first. What is no backup, or was not ended, is passed over.</summary>
    internal static IReadOnlyList<(string Folder, BackupNote Note)> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateDirectories(folder, Prefix + "*").Select(f => (Folder: f, Note: Find(f))).Where(b => b.Note is not null).Select(b => (b.Folder, b.Note!)).OrderByDescending(b => b.Item2.At).ThenByDescending(b => b.Folder, StringComparer.Ordinal),
    ];

    /// <summary>Takes away the oldest backups beside one that was just made, so that with it <paramref name="most"/> of the same log are left; how many went. That one stays whatever the others say of their age, and so does what is of another log, or says nothing.
    /// Throws <see cref="StoreFailedException"/> when one cannot be taken away.</summary>
    internal static int Keep(string made, BackupNote note, int most)
    {
        var old = In(Path.GetDirectoryName(made)!).Where(b => b.Note.Log == note.Log && Path.GetFileName(b.Folder) != Path.GetFileName(made)).Skip(most - 1).ToList();
        foreach (var (folder, _) in old)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new StoreFailedException($"The backup was made, in '{made}', but the old one in '{folder}' could not be taken away ({failure.Message}). Mend the rights of the folder, or delete it by hand.", failure);
            }
        }

        return old.Count;
    }

    /// <summary>Takes away what was begun in a folder more than a day ago and never ended. What cannot be taken away stays; it is no backup.</summary>
    internal static void Clear(string folder, DateTimeOffset now)
    {
        foreach (var draft in Directory.EnumerateDirectories(folder, Unfinished + Prefix + "*").ToList())
        {
            try
            {
                if (DateTimeOffset.TryParseExact(Path.GetFileName(draft)[(Unfinished + Prefix).Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var begun) && now - begun > Abandoned)
                {
                    Directory.Delete(draft, recursive: true);
                }
            }
            catch (Exception left) when (left is IOException or UnauthorizedAccessException)
            {
                // The next backup tries again.
            }
        }
    }

    /// <summary>Why backups cannot be made in a folder, in a sentence: a file stands where it, or one above it, would be; null when none does.</summary>
    internal static string? Fault(string folder)
    {
        var there = folder;
        while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        return System.IO.File.Exists(there) ? $"'{there}' is a file, so no backup can be made in '{folder}'. Name a folder; it is made when it is not there." : null;
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
