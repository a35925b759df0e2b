using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <content>Another master key.</content>
internal static partial class Verbs
{
    /// <summary>The setting that hands over the new master key, where that is not kept in a file.</summary>
    private const string NextKey = "NewMasterKey";

    /// <summary>So long a server that shares the database may need to notice, and a write that it began to end.</summary>
    private static readonly TimeSpan UntilNoticed = TimeSpan.FromSeconds(3);

    private static async Task<int> RotateKeyAsync(string[] args, TimeProvider clock)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var data = Path.GetFullPath(settings["data"] ?? "data");
        var place = settings["store"] ?? data;
        if (!IsThere(place))
        {
            return Fail(args, $"There is no network in '{place}' whose keys could be wrapped: name the folder that holds network.db with --data PATH, or a server with --store URL.");
        }

        var inFiles = settings["MasterKey"] is null;
        if (!inFiles && settings[NextKey] is null)
        {
            return Fail(args, $"The master key is handed over in the setting MasterKey, so the new one is awaited in the setting {NextKey}: 32 random bytes in Base64, such as `openssl rand -base64 32` makes, in the environment, not on the command line. Both are needed until this is done.");
        }

        try
        {
            var file = MasterKeyFile.In(data);
            var old = MasterKeyFile.Open(settings["MasterKey"], file, isEmpty: false, Console.WriteLine);
            await using var store = OpenedStore.Open(settings, place, data, clock).Store;
            if (settings[NextKey] is null)
            {
                Console.WriteLine(MasterKeyFile.Found(file));
            }

            var next = MasterKeyFile.OpenNext(settings[NextKey], file);
            await RotateAsync(store, old, next, clock);
            Console.WriteLine(inFiles && settings[NextKey] is null ? MasterKeyFile.Exchange(file) : $"Put the value of {NextKey} in the place of MasterKey now, for every server, and take {NextKey} away.");
            Console.WriteLine("Copies of the database that were made before still open with the old key, and with no other: keep it with them, away from here, and destroy it when the last of them is gone.");
            return 0;
        }
        catch (Exception failure) when (IsTold(failure))
        {
            return Fail(args, failure.Message);
        }
    }

    private static async Task RotateAsync(INetworkStore store, MasterKey old, MasterKey next, TimeProvider clock)
    {
        if (store.Mark is { Next: null } done && done.InForce == next.Mark)
        {
            return;
        }

        await BeginAsync(store, old, next, clock);
        var accounts = StoreChoice.AccountsOf(store);
        for (int keys, records; ;)
        {
            keys = await KeyRewrapping.RunAsync(store, old, next, CancellationToken.None);
            records = await RecordRewrapping.RunAsync(accounts, old, next, CancellationToken.None);
            if (keys + records == 0)
            {
                break;
            }

            Console.WriteLine($"Wrapped anew: {keys} keys of sealed fields, {records} account records. Everything is read once more.");
        }

        await store.ScrubAsync(CancellationToken.None);
        if (!await store.MarkAsync(new MasterMark(old.Mark, next.Mark), new MasterMark(next.Mark), CancellationToken.None))
        {
            throw new StoreFailedException("Another process changes the master key as well. Run this again when it is done.");
        }

        Console.WriteLine("All of it opens with the new master key, and nothing with the old one. What is sealed, and the chain of the log, are as they were.");
    }

    /// <summary>Says in the store that it begins, so that no server writes under the old key any more; one that was cut off goes on, with the same two keys alone.</summary>
    private static async Task BeginAsync(INetworkStore store, MasterKey old, MasterKey next, TimeProvider clock)
    {
        var wanted = new MasterMark(old.Mark, next.Mark);
        if (store.Mark is { } mark && mark != wanted && (mark.Next is not null || mark.InForce != old.Mark))
        {
            throw new StoreFailedException(mark.Next is null
                ? "Another master key is in force than the one that this was started with. Put the right one where the server looks for it."
                : "This was begun with another pair of keys and not ended. Run it again with those: the new one is the file keys/master.key.next, or what was handed over.");
        }

        await foreach (var key in store.KeysAsync(CancellationToken.None))
        {
            if (old.Unwrap(key) is null && next.Unwrap(key) is null)
            {
                throw new StoreFailedException("This master key did not wrap the keys in the store. Put the right one back before it is changed.");
            }

            break;
        }

        if (!await store.MarkAsync(store.Mark, wanted, CancellationToken.None))
        {
            throw new StoreFailedException("Another process changes the master key as well. Run this again when it is done.");
        }

        if (store.IsShared)
        {
            Console.WriteLine("Servers that use this database stop writing now, and start again when they are given the new key.");
            await Task.Delay(UntilNoticed, clock);
        }
    }
}
