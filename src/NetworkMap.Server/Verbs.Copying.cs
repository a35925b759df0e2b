using System.Runtime.InteropServices;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <content>Copying: a network as it is, or what anybody may see of it.</content>
internal static partial class Verbs
{
    private static async Task<int> CopyAsync(string[] args, TimeProvider clock)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        if (settings["from"] is not { } from || settings["to"] is not { } to)
        {
            return Unusable(args, "copy needs --from PLACE and --to PLACE.");
        }

        if (settings["audience"] is not (null or "public") || settings["follow"] is not (null or "yes" or "no"))
        {
            return Unusable(args, "copy knows --audience public, and --follow yes or no.");
        }

        if (!IsThere(from))
        {
            return Fail(args, $"There is no network in '{from}' to copy: name the folder that holds network.db, or the address of a Neo4j server.");
        }

        try
        {
            await using var source = OpenedStore.Open(settings, from, Path.GetFullPath(settings["data"] ?? (StoreChoice.IsAddress(from) ? "data" : from)), clock).Store;
            return settings["audience"] is null ? await MoveAsync(args, settings, source, to, clock) : await ShowOthersAsync(args, settings, source, to);
        }
        catch (Exception failure) when (IsTold(failure))
        {
            return Fail(args, failure.Message);
        }
    }

    private static async Task<int> MoveAsync(string[] args, IConfiguration settings, INetworkStore source, string to, TimeProvider clock)
    {
        await using var target = StoreChoice.OpenAt(settings, to, clock, isTarget: true);
        var before = target.Head.Sequence;
        var end = await LogCopy.RunAsync(source, target, (done, total) => Progress(args, $"  {done,9} of {total} changes"), CancellationToken.None);
        var accounts = await AccountCopy.RunAsync(StoreChoice.AccountsOf(source), StoreChoice.AccountsOf(target), CancellationToken.None);
        var hash = Convert.ToHexStringLower(end.Hash);
        return Say(args, new { copied = end.Sequence - before, before, end.Log, end.Sequence, hash, accounts }, string.Join(Environment.NewLine,
            $"Copied {end.Sequence - before} changes{(before > 0 ? $" after the {before} that were there" : "")}. Both end at {end.Sequence}, SHA-256 {hash}.",
            $"With them go {accounts} accounts; who was signed in signs in again.",
            "What is sealed is opened by the same master key as before: keep it where the servers look for it, keys/master.key of --data or the setting MasterKey."));
    }

    private static async Task<int> ShowOthersAsync(string[] args, IConfiguration settings, INetworkStore source, string to)
    {
        var follows = settings["follow"] == "yes";
        if (!StoreChoice.IsAddress(to))
        {
            return Unusable(args, "What anybody may see is copied into a Neo4j server: give its address, --to http://localhost:7474.");
        }

        if (follows && !source.IsShared)
        {
            return Unusable(args, "A network in a file belongs to one process, so a copy of it cannot follow a server. Run copy again from time to time while no server runs, or keep the network in Neo4j.");
        }

        var data = Path.GetFullPath(settings["data"] ?? (StoreChoice.IsAddress(settings["from"]!) ? "data" : settings["from"]!));
        var master = MasterKeyFile.Open(settings["MasterKey"], MasterKeyFile.In(data), isEmpty: false, line => Progress(args, line));
        MasterMark.Require(source.Mark, master);
        await using var target = await Neo4jGraphCopy.OpenAsync(StoreChoice.Neo4j(settings, to, isTarget: true), CancellationToken.None);
        var copy = new PublicCopy(source, new KeyRing(source), master, target);
        var differing = await copy.BringAsync(CancellationToken.None);
        var said = $"The copy holds what anybody may see at change {source.Head.Sequence}; {differing} of its elements were written or taken away.";
        if (follows)
        {
            Progress(args, said);
            await FollowAsync(args, copy);
            said = "It was told to stop.";
        }

        return Say(args, new { source.Head.Log, source.Head.Sequence, written = differing }, said);
    }

    /// <summary>Follows until it is told to stop. Whichever database is away is waited for.</summary>
    private static async Task FollowAsync(string[] args, PublicCopy copy)
    {
        using var ending = new CancellationTokenSource();
        using var told = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var asked = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        Progress(args, "It follows every change until it is told to stop (Ctrl+C).");
        for (var misses = 0; !ending.IsCancellationRequested;)
        {
            try
            {
                await copy.CatchUpAsync(ending.Token);
                misses = 0;
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                break;
            }
            catch (StoreFailedException away) when (away is not StoreBehindException)
            {
                if (misses++ == 0)
                {
                    Console.Error.WriteLine($"{away.Message} It goes on when that answers again.");
                }
            }

            await Task.WhenAny(Task.Delay(LogFollower.PauseAfter(misses), ending.Token));
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            ending.Cancel();
        }
    }
}
