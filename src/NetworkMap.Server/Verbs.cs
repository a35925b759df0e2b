using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>What the program does instead of serving, when its first word says so. Each answers with the exit code: 0 when all is well, 1 when not,
/// 2 when the command line cannot be used.</summary>
internal static class Verbs
{
    private const string Usage = """
        dotnet run --project src/NetworkMap.Server [-- [verb] [--data PATH] [--store URL] [--urls URL] [--seed demo|reference|none] [--seed-path PATH] [--boundaries PATH]]
          (no verb)   serve
          verify      prove that the store is whole: checksums, chain, and the log folded = the current graph
          welcome     make a new steward's link; an earlier one that was not used stops working
        """;

    /// <summary>The verb of a command line, or null when it asks to serve.</summary>
    internal static Func<Task<int>>? Find(string[] args) => args switch
    {
        [] => null,
        ["--help" or "-h" or "-?", ..] => () => Task.FromResult(Help()),
        ["verify" or "welcome", .. var rest] when CommandLine.Fault(rest) is { } fault => () => Task.FromResult(Unusable(fault)),
        ["verify", .. var rest] => () => VerifyAsync(rest),
        ["welcome", .. var rest] => () => Task.FromResult(Welcome(rest)),
        [var word, ..] when !word.StartsWith('-') && !word.StartsWith('/') => () => Task.FromResult(Unusable($"'{word}' is not known.")),
        _ when CommandLine.Fault(args) is { } fault => () => Task.FromResult(Unusable(fault)),
        _ => null,
    };

    private static async Task<int> VerifyAsync(string[] args)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var data = Path.GetFullPath(settings["data"] ?? "data");
        var keyFile = MasterKeyFile.In(data);
        var hasStore = StoreChoice.IsNeo4j(settings) || File.Exists(Path.Combine(data, "network.db"));
        if (!hasStore || (settings["MasterKey"] is null && !File.Exists(keyFile)))
        {
            return Fail($"There is nothing to verify in '{data}': network.db and {Path.GetRelativePath(data, keyFile)} (or the setting MasterKey) are needed. Name the folder with --data PATH.");
        }

        try
        {
            await using var store = StoreChoice.Open(settings, data);
            var report = await Verification.OfAsync(store, MasterKeyFile.Open(settings["MasterKey"], keyFile, isEmpty: false, Console.WriteLine), CancellationToken.None);
            return Tell(store is SqliteNetworkStore { MissingEnd: { } missing } ? report with { Faults = [missing, .. report.Faults] } : report);
        }
        catch (StoreFailedException failure)
        {
            return Fail(failure.Message);
        }
    }

    private static int Tell(VerificationReport report)
    {
        Console.WriteLine($"Log {report.Head.Log:D}: {report.Entries} entries read up to {report.Head.Sequence}, {report.Elements} elements, {report.Keys} sealing keys.");
        if (report.IsWhole)
        {
            Console.WriteLine("Whole. Every record has its checksum, every entry its hash and the hash of the one before, every version follows the last, and the log folded is the current graph and the history, byte for byte.");
            Console.WriteLine($"SHA-256 of the last entry: {Convert.ToHexStringLower(report.Head.Hash)}. This finds damage and mistakes; it proves nothing against somebody who can rewrite the database.");
            return 0;
        }

        Console.Error.WriteLine($"NOT WHOLE. The first {report.Faults.Count} fault(s):");
        foreach (var fault in report.Faults)
        {
            Console.Error.WriteLine("  " + fault);
        }

        return 1;
    }

    private static int Welcome(string[] args)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var data = Path.GetFullPath(settings["data"] ?? "data");
        if (!StoreChoice.IsNeo4j(settings) && !File.Exists(Path.Combine(data, "network.db")))
        {
            return Fail($"There is no network in '{data}' yet: start the server once, or name the folder with --data PATH.");
        }

        var address = (settings[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5080").Split(';')[0].TrimEnd('/');
        Console.WriteLine($"Steward's link, shown only this once: {address}/welcome/{WelcomeCode.In(data).Make()}");
        return 0;
    }

    private static int Help()
    {
        Console.WriteLine(Usage);
        return 0;
    }

    private static int Unusable(string fault)
    {
        Fail(fault + Environment.NewLine + Usage);
        return CommandLine.Unusable;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
