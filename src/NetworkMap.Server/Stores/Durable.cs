using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NetworkMap.Server.Stores;

/// <summary>Files and names of files that are still there after a power cut, or an <see cref="IOException"/>. On Unix, .NET's own
/// <see cref="RandomAccess.FlushToDisk"/> and <see cref="FileStream.Flush(bool)"/> return as if all were well when fsync(2) fails (seen with .NET 10.0 and
/// EIO), and there is no call for folders: a file that was synced can be lost with its name as long as its folder was not synced.</summary>
internal static class Durable
{
    /// <summary>EINVAL: the file system cannot sync such a thing, so there is nothing to wait for.</summary>
    private const int NotSupported = 22;

    /// <summary>EACCES: a folder that may be passed through but not be read cannot be synced from here; whoever made it has to.</summary>
    private const int NotReadable = 13;

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnDirectory = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Gives a file its name unless another process was faster, which <see langword="false"/> tells; its first name is gone then, too. On Unix
    /// <see cref="File.Move(string, string)"/> looks first and then replaces whatever stands there by that time (seen with .NET 10.0); link(2) does not.</summary>
    internal static bool Name(string draft, string path)
    {
        var linked = !OperatingSystem.IsWindows() && Native.Link(draft, path) == 0;
        try
        {
            // Windows, where looking and naming is one; and file systems that have no second names for a file.
            if (!linked && !File.Exists(path))
            {
                File.Move(draft, path);
                return true;
            }
        }
        catch (IOException) when (File.Exists(path))
        {
        }

        File.Delete(draft);
        return linked;
    }

    /// <summary>Syncs what was written to a file.</summary>
    internal static void Sync(SafeFileHandle file)
    {
        // Windows tells errors, and on macOS only this reaches beyond the cache of the device.
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }

        if (!OperatingSystem.IsWindows() && Native.Sync(file) != 0)
        {
            throw new IOException($"A file could not be synced to the disk: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        }
    }

    /// <summary>Syncs the names in a folder. Windows journals them by itself.</summary>
    internal static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = Native.Open(path, 0);
        var synced = !folder.IsInvalid && Native.Sync(folder) == 0;
        if (!synced && Marshal.GetLastPInvokeError() is var error and not (NotSupported or NotReadable))
        {
            throw new IOException($"The folder '{path}' could not be synced to the disk: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    /// <summary>Makes a folder and those above it, as far as they are not there, each kept by the one above.</summary>
    internal static void MakeFolder(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return;
        }

        var above = Path.GetDirectoryName(full);
        if (above is not null)
        {
            MakeFolder(above);
        }

        Directory.CreateDirectory(full);
        if (above is not null)
        {
            SyncFolder(above);
        }
    }

    /// <summary>Makes a file that only its owner may read and write, or takes from one that is there what others may. SQLite gives its write-ahead log the same
    /// rights. Windows has rights by folder.</summary>
    internal static void Own(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(path))
        {
            new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = OwnFile }).Dispose();
        }
        else if ((File.GetUnixFileMode(path) & ~OwnFile) != 0)
        {
            File.SetUnixFileMode(path, OwnFile);
        }
    }

    /// <summary>The same for a folder, which only its owner may enter.</summary>
    internal static void OwnFolder(string path)
    {
        MakeFolder(path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnDirectory) != 0)
        {
            File.SetUnixFileMode(path, OwnDirectory);
        }
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "link", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Sync(SafeFileHandle file);
    }
}
