using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using NetworkMap.Changes;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Benchmarks.Network;

/// <summary>The big network in a real store, written there by the real writer. Filling it takes minutes, so it is kept in the folder for temporary files and
/// used again as long as the generator makes the same network.</summary>
internal sealed class BigStore : IAsyncDisposable
{
    private const int RevisionsInAChange = 5_000;
    private readonly MasterKey master;

    private BigStore(string folder)
    {
        Store = SqliteNetworkStore.Open(folder);
        master = MasterKeyFile.Open(null, MasterKeyFile.In(folder), Store.Head.Sequence == 0, _ => { });
        Keys = new KeyRing(Store);
        var nobody = new Mediator(type => Array.CreateInstance(type.GenericTypeArguments[0], 0));
#pragma warning disable RS0030 // A measurement runs on the clock of the machine.
        Writer = new NetworkWriter(Store, View, master, Keys, new StoreWatch(TimeProvider.System), TimeProvider.System, nobody, NullLogger<NetworkWriter>.Instance);
#pragma warning restore RS0030
    }

    internal SqliteNetworkStore Store { get; }

    internal NetworkView View { get; } = new();

    internal KeyRing Keys { get; }

    internal NetworkWriter Writer { get; }

    /// <summary>The folder of a filled store, filled first if there is none.</summary>
    internal static async Task<string> FolderAsync(int organizations, CancellationToken cancellation)
    {
        var generator = BigNetwork.InRepository(1_000).Hash()[..12];
        var folder = Path.Combine(Path.GetTempPath(), "networkmap-benchmarks", $"{organizations}-{generator}");
        var done = Path.Combine(folder, "filled");
        if (!File.Exists(done))
        {
            await FillAsync(folder, BigNetwork.InRepository(organizations), cancellation);
            await File.WriteAllTextAsync(done, "", cancellation);
        }

        return folder;
    }

    /// <summary>A copy of a filled store, which may be written to. It is on the disk when this is done: else a start would be measured while the system still
    /// writes the copy.</summary>
    internal static string Copy(string folder)
    {
        var copy = folder + "-copy";
        Remove(copy);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("filled", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            using var written = File.OpenWrite(target);
            written.Flush(flushToDisk: true);
        }

        return copy;
    }

    internal static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Opens a store with its writer running and its network loaded.</summary>
    internal static async Task<BigStore> OpenAsync(string folder, CancellationToken cancellation)
    {
        var opened = new BigStore(folder);
        await new NetworkLoader(opened.Store, opened.View, opened.Keys, opened.master).LoadAsync(cancellation);
        await opened.Writer.StartAsync(cancellation);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        Writer.Dispose();
        await Store.DisposeAsync();
    }

    private static async Task FillAsync(string folder, BigNetwork network, CancellationToken cancellation)
    {
        Remove(folder);
        Console.WriteLine($"Filling a store with {network.Organizations:N0} organizations and {network.Ties:N0} ties in '{folder}' ...");
        var began = Stopwatch.GetTimestamp();
        await using var opened = await OpenAsync(folder, cancellation);
        foreach (var part in network.Drafts().Chunk(RevisionsInAChange))
        {
            var outcome = await opened.Writer.WriteAsync(new WriteRequest(Batch.Create(part), new Attribution("generator"), OfTheHouse: true), cancellation);
            if (outcome.IsRefused)
            {
                throw new InvalidDataException($"The generated network was refused at {outcome.Refusals[0].Field}: {outcome.Refusals[0].Code} {string.Join(' ', outcome.Refusals[0].Arguments.Values)}.");
            }
        }

        Console.WriteLine($"Filled in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
    }
}
