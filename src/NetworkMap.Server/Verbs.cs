using System.Text.Json;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <summary>What the program does instead of serving, when its first word says so. Each answers with the exit code: 0 when all is well, 1 when not,
/// 2 when the command line cannot be used, 3 when it was told to stop and changed nothing.</summary>
internal static partial class Verbs
{
    private const string Usage = """
        dotnet run --project src/NetworkMap.Server [-- [verb] [--data PATH] [--store URL] [--urls URL] [--seed demo|reference|none] [--seed-path PATH] [--boundaries PATH]
                                                          [--proxies LIST] [--allowance N/N] [--Map:StyleUrl URL] [--Map:Origins LIST]]
          (no verb)   serve
          verify      prove that the store is whole: checksums, chain, and the log folded = the current graph;
                      --against PLACE proves that another one is whole and holds the same
          copy        --from PLACE --to PLACE: move a network to another store, from its first change to its last; again after a cut, it goes on
                      --audience public: only what anybody may see, now, without log, into a Neo4j server of its own for people who ask in Cypher;
                      --follow yes: and go on with every change
          backup      a copy of a network in a file, also while a server writes to it: into a new folder in --to FOLDER (data/backups); --keep N: and take away all of it but the newest
          restore     --from FOLDER: put a backup back, with the server stopped; proven first, and what it replaces is kept
          rotate-key  wrap everything by a new master key, with all servers stopped; again after a cut, it goes on
          welcome     make a new steward's link; an earlier one that was not used stops working
          export      --to FILE [--format xlsx|csv|geojson|graphml|gexf|hxl|jsonld|hsds|kumu|log] [--region CODE] [--kind CODE] [--at DAY] [--list NAME] [--language id|en]:
                      a file of a server that runs, at --server URL (http://localhost:5080); for the public, or for the account of the token in NETWORKMAP_TOKEN
          import      --from FILE [--source NAME] [--settings FILE] [--leave-out yes]: what would become of a file, by a server that runs; --apply yes: and bring it in
        Told to stop (Ctrl+C), backup, restore, export and import end with the exit code 3 and have changed nothing.
        With --json, verify, copy, backup, restore, export and import say what came of it as one JSON object, also when they cannot.
        A PLACE is the folder of a network in a file, or the address of a Neo4j server.
        """;

    private static readonly string[] OfVerify = ["against", "json"];
    private static readonly string[] OfCopy = ["from", "to", "audience", "follow", "Neo4j:To:Database", "Neo4j:To:User", "json"];

    /// <summary>The verb of a command line, or null when it asks to serve.</summary>
    internal static Func<Task<int>>? Find(string[] args, TimeProvider clock) => FindIn(WithValue(args), clock);

    private static Func<Task<int>>? FindIn(string[] args, TimeProvider clock) => args switch
    {
        [] => null,
        ["--help" or "-h" or "-?", ..] => () => Task.FromResult(Help()),
        ["verify", .. var rest] when CommandLine.Fault(rest, OfVerify) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["copy", .. var rest] when CommandLine.Fault(rest, OfCopy) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["rotate-key", .. var rest] when CommandLine.Fault(rest) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["welcome", .. var rest] when CommandLine.Fault(rest) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        ["verify", .. var rest] => () => VerifyAsync(rest, clock),
        ["copy", .. var rest] => () => CopyAsync(rest, clock),
        ["rotate-key", .. var rest] => () => RotateKeyAsync(rest, clock),
        ["welcome", .. var rest] => () => Task.FromResult(Welcome(rest)),
        ["backup" or "restore", ..] => FindBackups(args, clock),
        ["export" or "import", ..] => FindExchange(args),
        [var word, ..] when !word.StartsWith('-') && !word.StartsWith('/') => () => Task.FromResult(Unusable(args, $"'{word}' is not known.")),
        _ when CommandLine.Fault(args) is { } fault => () => Task.FromResult(Unusable(args, fault)),
        _ => null,
    };

    private static int Welcome(string[] args)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var data = Path.GetFullPath(settings["data"] ?? "data");
        if ((StoreChoice.IsNeo4j(settings) ? null : RestoreMark.Fault(data) ?? (IsThere(data) ? null : $"There is no network in '{data}' yet: start the server once, or name the folder with --data PATH.")) is { } fault)
        {
            return Fail(args, fault);
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

    /// <summary>Says why a command line cannot be used: last, below what can be.</summary>
    private static int Unusable(string[] args, string fault)
    {
        if (!IsJson(args))
        {
            Console.Error.WriteLine(Usage + Environment.NewLine);
        }

        Fail(args, fault);
        return CommandLine.Unusable;
    }

    /// <summary>Says why nothing came of it: to people, and to whom asked for it as one JSON object.</summary>
    private static int Fail(string[] args, string message)
    {
        if (IsJson(args))
        {
            Console.WriteLine(JsonSerializer.Serialize(new { error = message }, Wire.Options));
        }

        Console.Error.WriteLine(message);
        return 1;
    }

    /// <summary>Says what came of it: to people, or as one JSON object.</summary>
    private static int Say(string[] args, object json, string text)
    {
        Console.WriteLine(IsJson(args) ? JsonSerializer.Serialize(json, Wire.Options) : text);
        return 0;
    }

    /// <summary>Says how far it is, where that is not in the way of the one JSON object.</summary>
    private static void Progress(string[] args, string line) => (IsJson(args) ? Console.Error : Console.Out).WriteLine(line);

    /// <summary>The option <c>--json</c> may stand without a value.</summary>
    private static string[] WithValue(string[] args)
    {
        var all = new List<string>();
        foreach (var arg in args)
        {
            if (all is [.., "--json"] && !arg.StartsWith('-'))
            {
                all[^1] = "--json=" + arg;
            }
            else
            {
                all.Add(arg);
            }
        }

        return [.. all.Select(a => a == "--json" ? "--json=yes" : a)];
    }

    private static bool IsJson(string[] args) => Array.Exists(args, a => a.StartsWith("--json=", StringComparison.OrdinalIgnoreCase) && a is not "--json=no");

    /// <summary>True for what goes wrong outside the program, and is told in a sentence.</summary>
    private static bool IsTold(Exception failure) =>
        failure is StoreFailedException or DamagedException or FormatException or InvalidDataException or IOException or UnauthorizedAccessException or HttpRequestException or JsonException;
}
