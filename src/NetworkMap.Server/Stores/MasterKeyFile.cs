using System.Globalization;
using System.Security.Cryptography;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>The master key of an installation: from configuration, or from a file outside the database that is made at first start.</summary>
public static class MasterKeyFile
{
    private const string Next = ".next";
    private const string Before = ".before";

    /// <summary>The key file of a data folder.</summary>
    public static string In(string data) => Path.Combine(data, "keys", "master.key");

    /// <summary>The key that configuration states in Base64, else that of the file, else, for a store that is empty, a new one written to the file, readable by
    /// its owner only, and told. A store that holds something was sealed by a key that was there before; a new one could not open it.</summary>
    public static MasterKey Open(string? configured, string file, bool isEmpty, Action<string> tell)
    {
        if (configured is not null)
        {
            return Read(configured, "the setting MasterKey");
        }

        if (!File.Exists(file) && !isEmpty)
        {
            throw new StoreFailedException($"The key file '{file}' is gone. Put the kept copy back, or give the key in the setting MasterKey; without it the sealed fields cannot be read.");
        }

        if (!File.Exists(file) && Make(file))
        {
            tell($"A master key was made: '{file}'. Keep a copy of it in a safe place, apart from the database: without it nobody can read the sealed fields again.");
        }

        return Read(File.ReadAllText(file), $"the key file '{file}'");
    }

    /// <summary>The key that is to take the place of the one in force: as configuration states it, else that of the file beside it, made when there is none.</summary>
    public static MasterKey OpenNext(string? configured, string file)
    {
        if (configured is not null)
        {
            return Read(configured, "the setting NewMasterKey");
        }

        var next = file + Next;
        _ = File.Exists(next) || Make(next);
        return Read(File.ReadAllText(next), $"the key file '{next}'");
    }

    /// <summary>What lies beside a key, in a sentence: whether a next one was made already, and which earlier ones are kept.</summary>
    public static string Found(string file)
    {
        var kept = Kept(file);
        return (File.Exists(file + Next) ? $"Found '{file}{Next}': what was begun with that key goes on." : $"Found no '{file}{Next}': a new master key is made.")
            + (kept.Count == 0 ? " No earlier key is kept beside it." : $" The master key was changed before: {string.Join(", ", kept.Select(k => string.Create(CultureInfo.InvariantCulture, $"'{k}' of {File.GetLastWriteTimeUtc(k):yyyy-MM-dd HH:mm} UTC")))} {(kept.Count == 1 ? "stays as it is" : "stay as they are")}.");
    }

    /// <summary>Puts the next key in the place of the one in force, which stays beside it under another name; no key that was kept there earlier is written over, since copies of the database
    /// may open with it alone. There is a key at every moment. In a sentence, what was done.</summary>
    public static string Exchange(string file)
    {
        var before = Kept(file) is [.., var last] ? last : file + Before;
        if (File.Exists(file + Next))
        {
            before = Keep(file);
            File.Move(file + Next, file, overwrite: true);
            Durable.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        return $"The new master key is '{file}': make two copies of it today. The old one is '{before}'.";
    }

    /// <summary>Keeps a copy of the key under a name that is free, whole or not at all; where one was cut off after it, that is it.</summary>
    private static string Keep(string file)
    {
        var kept = Kept(file);
        if (kept is [.., var last] && File.ReadAllText(last).Trim() == File.ReadAllText(file).Trim())
        {
            return last;
        }

        var (draft, name) = ($"{file}.{Guid.NewGuid():N}.new", Name(file, kept is [.., var newest] ? NumberOf(newest) + 1 : 1));
        using (var copy = new FileStream(draft, Options()))
        {
            copy.Write(File.ReadAllBytes(file));
            copy.Flush();
            Durable.Sync(copy.SafeFileHandle);
        }

        return Durable.Name(draft, name) ? name : throw new StoreFailedException($"'{name}' was made by another process meanwhile. Nothing was exchanged; run this again.");
    }

    /// <summary>The earlier keys beside a key, the last one last. The first may have been taken away, as the manual says, and the others not.</summary>
    private static List<string> Kept(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, Path.GetFileName(file) + Before + "*").Select(k => (Path: k, Number: NumberOf(k))).Where(k => k.Number > 0).OrderBy(k => k.Number).Select(k => k.Path)] : [];
    }

    private static int NumberOf(string kept) => kept[(kept.LastIndexOf(Before, StringComparison.Ordinal) + Before.Length)..] switch
    {
        "" => 1,
        ['.', .. var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) => known,
        _ => 0,
    };

    private static string Name(string file, int number) => number == 1 ? file + Before : $"{file}{Before}.{number}";

    /// <summary>A new key, whole or not at all: nothing is sealed under a key that a power cut takes away again. False when another process that starts on the same
    /// folder was faster: then its key is the one.</summary>
    private static bool Make(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Durable.OwnFolder(folder);
        var draft = $"{file}.{Guid.NewGuid():N}.new";
        using (var made = new FileStream(draft, Options()))
        {
            made.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Size))));
            made.Flush();
            Durable.Sync(made.SafeFileHandle);
        }

        if (!Durable.Name(draft, file))
        {
            return false;
        }

        Array.ForEach(Directory.GetFiles(folder, Path.GetFileName(file) + "*.new"), File.Delete);
        Durable.SyncFolder(folder);
        return true;
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static MasterKey Read(string text, string where)
    {
        var bytes = new byte[MasterKey.Size + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == MasterKey.Size
            ? new MasterKey(bytes.AsSpan(0, length))
            : throw new StoreFailedException($"In {where} there is no master key: {MasterKey.Size} bytes in Base64 are expected. Without the right key the sealed fields cannot be read; put the kept copy back.");
    }
}
