using System.Security.Cryptography;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>The master key of an installation: from configuration, or from a file outside the database that is made at first start.</summary>
public static class MasterKeyFile
{
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
