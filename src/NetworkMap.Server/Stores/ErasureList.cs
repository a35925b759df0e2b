using System.Text;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>The list of erasures that lies beside the master key, and not in the database: a backup that is put back is erased by it before anything is read. One erasure a line, only ever
/// added to; it names nobody.</summary>
public sealed class ErasureList : IErasureKeeper
{
    private readonly string path;
    private readonly SemaphoreSlim writing = new(1);
    private readonly HashSet<Guid> known = [];

    private ErasureList(string path) => this.path = path;

    /// <summary>The file of a data folder.</summary>
    public static string In(string data) => Path.Combine(data, "keys", "erasures.list");

    /// <summary>Carries out on a store whatever the list holds and the store does not know of, and takes into the list what the store knows. To be called before anything is read.
    /// Throws <see cref="StoreFailedException"/> when the list cannot be read: what it says might not be erased.</summary>
    public static async Task<ErasureList> ApplyAsync(string data, INetworkStore store, IAccountStore accounts, CancellationToken cancellation)
    {
        var list = new ErasureList(In(data));
        var told = list.Read();
        var done = await store.ErasuresAsync(cancellation).Select(e => e.Id).ToHashSetAsync(cancellationToken: cancellation);
        foreach (var erasure in told.Where(e => !done.Contains(e.Id)))
        {
            await store.EraseAsync(erasure, cancellation);
            if (erasure.Of.Split('/') is ["account", var account])
            {
                await accounts.RemoveOwnedAsync(account, cancellation);
            }
        }

        await list.TakeInAsync(store, cancellation);
        return list;
    }

    /// <summary>Takes in what the store knows of, such as what another process erased.</summary>
    public async Task TakeInAsync(INetworkStore store, CancellationToken cancellation)
    {
        await foreach (var erasure in store.ErasuresAsync(cancellation))
        {
            await AddAsync(erasure, cancellation);
        }
    }

    /// <summary>Adds an erasure, durable on return; once, however often it is told.</summary>
    public async Task AddAsync(Erasure erasure, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            if (!known.Contains(erasure.Id))
            {
                Write(erasure);
                known.Add(erasure.Id);
            }
        }
        catch (IOException failure)
        {
            throw new StoreFailedException($"The list of erasures '{path}' could not be written ({failure.Message}). Free space or mend the disk, and erase once more: until then a backup that is put back would not be erased.", failure);
        }
        finally
        {
            writing.Release();
        }
    }

    private void Write(Erasure erasure)
    {
        Durable.OwnFolder(Path.GetDirectoryName(path)!);
        var isNew = !File.Exists(path);
        Durable.Own(path);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read))
        {
            // What a power cut left of a line that was never acknowledged.
            file.Position = WholeLines(file);
            file.SetLength(file.Position);
            file.Write(Encoding.ASCII.GetBytes(erasure + "\n"));
            file.Flush();
            Durable.Sync(file.SafeFileHandle);
        }

        if (isNew)
        {
            Durable.SyncFolder(Path.GetDirectoryName(path)!);
        }
    }

    private static long WholeLines(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Array.LastIndexOf(bytes, (byte)'\n') + 1;
    }

    private List<Erasure> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        var told = new List<Erasure>();
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            told.Add(Erasure.Read(line) ?? throw new StoreFailedException($"Line {told.Count + 1} of the list of erasures '{path}' is damaged, so what it says might not be erased. Put the file back from its copy."));
        }

        known.UnionWith(told.Select(e => e.Id));
        return told;
    }
}
