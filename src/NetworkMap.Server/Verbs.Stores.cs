using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Server.Http;
using NetworkMap.Server.Stores;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Storage;

namespace NetworkMap.Server;

/// <content>The verbs about what is stored.</content>
internal static partial class Verbs
{
    private static async Task<int> VerifyAsync(string[] args, TimeProvider clock)
    {
        var settings = WebApplication.CreateBuilder(args).Configuration;
        var data = Path.GetFullPath(settings["data"] ?? "data");
        var keyFile = MasterKeyFile.In(data);
        var places = new[] { settings["store"] ?? data, settings["against"] }.OfType<string>().ToList();
        if (places.Find(place => !IsThere(place)) is { } empty)
        {
            return Fail(args, $"There is no network to verify: '{Path.Combine(empty, "network.db")}' is missing. Name the folder that holds it with --data PATH.");
        }

        if (settings["MasterKey"] is null && !File.Exists(keyFile))
        {
            return Fail(args, $"The master key is missing: '{keyFile}'. Bring it back from where it is kept apart from the database, or give it in the setting MasterKey; without it nothing that is sealed can be checked.");
        }

        try
        {
            var master = MasterKeyFile.Open(settings["MasterKey"], keyFile, isEmpty: false, line => Progress(args, line));
            var reports = new List<VerificationReport>();
            foreach (var place in places)
            {
                reports.Add(await VerifyAsync(settings, place, master, clock));
                if (!IsJson(args))
                {
                    Tell(reports[^1]);
                }
            }

            Conclude(args, reports);
            return reports.TrueForAll(r => r.IsWhole) && Difference(reports) is null ? 0 : 1;
        }
        catch (Exception failure) when (IsTold(failure))
        {
            return Fail(args, failure.Message);
        }
    }

    private static async Task<VerificationReport> VerifyAsync(IConfiguration settings, string place, MasterKey master, TimeProvider clock)
    {
        await using var store = OpenedStore.Open(settings, place, StoreChoice.IsAddress(place) ? Path.GetFullPath(settings["data"] ?? "data") : Path.GetFullPath(place), clock).Store;
        MasterMark.Require(store.Mark, master);
        var report = await Verification.OfAsync(store, master, CancellationToken.None);
        report = store is SqliteNetworkStore { MissingEnd: { } missing } ? report with { Faults = [missing, .. report.Faults] } : report;
        return report;
    }

    private static void Tell(VerificationReport report)
    {
        Console.WriteLine($"Log {report.Head.Log:D}: {report.Entries} entries read up to {report.Head.Sequence}, {report.Elements} elements, {report.Keys} sealing keys.");
        if (report.IsWhole)
        {
            Console.WriteLine("Whole. Every record has its checksum, every entry its hash and the hash of the one before, every version follows the last, and the log folded is the current graph and the history, byte for byte.");
            Console.WriteLine($"SHA-256 of the last entry: {Convert.ToHexStringLower(report.Head.Hash)}. This finds damage and mistakes; it proves nothing against somebody who can rewrite the database.");
            return;
        }

        Console.Error.WriteLine($"NOT WHOLE. The first {report.Faults.Count} fault(s):");
        foreach (var fault in report.Faults)
        {
            Console.Error.WriteLine("  " + fault);
        }
    }

    /// <summary>Says what several have to do with each other, or all of it as one JSON object.</summary>
    private static void Conclude(string[] args, List<VerificationReport> reports)
    {
        var difference = Difference(reports);
        if (IsJson(args))
        {
            var json = JsonOf(reports[0]);
            if (reports is [_, var other])
            {
                (json["against"], json["equal"], json["difference"]) = (JsonOf(other), difference is null, difference);
            }

            Console.WriteLine(json.ToJsonString(Wire.Options));
        }
        else if (difference is not null)
        {
            Console.Error.WriteLine("NOT EQUAL: " + difference);
        }
        else if (reports.Count > 1)
        {
            Console.WriteLine("Equal: both hold the same log, so the same network, with its whole history.");
        }
    }

    private static JsonObject JsonOf(VerificationReport report) => JsonSerializer.SerializeToNode(
        new { whole = report.IsWhole, report.Head.Log, report.Head.Sequence, hash = Convert.ToHexStringLower(report.Head.Hash), report.Entries, report.Elements, report.Keys, report.Faults }, Wire.Options)!.AsObject();

    /// <summary>In what two differ, null when in nothing: two whole logs that end with the same hash are the same from their first entry on, and so is what they leave behind.</summary>
    private static string? Difference(List<VerificationReport> reports) =>
        reports is not [var one, var other] || (one.Head.IsAt(other.Head) && one.Keys == other.Keys) ? null
        : one.Head.Log != other.Head.Log ? "they are different networks."
        : one.Head.IsAt(other.Head) ? $"one holds {one.Keys} sealing keys, the other {other.Keys}."
        : $"one ends at change {one.Head.Sequence}, the other at {other.Head.Sequence}, or a change is another one. `copy` goes on with a copy that is only behind.";

    /// <summary>Whether a place could hold a network, or what a restore that was cut off left of one: what is only named must not be made, and then found empty.</summary>
    private static bool IsThere(string place) => StoreChoice.IsAddress(place) || File.Exists(Path.Combine(place, "network.db")) || RestoreMark.IsIn(place);
}
