using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetworkMap.Benchmarks.Network;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Stores.Sqlite;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>Where the time of an import goes: a CSV of organizations, then one of five ties for each, from bytes to durable and shown, stage by stage, on an empty store with taxonomies and regions.
/// Verb <c>imports [ORGANIZATIONS]</c>. It goes past the routes, so it also measures more than they let in.</summary>
internal static class ImportFigures
{
    private static readonly ReadingLimits Wide = ReadingLimits.Usual with { File = 1L << 31 };
    private static readonly DateOnly Day = new(2026, 11, 1);

    internal static async Task<int> RunAsync(int organizations)
    {
        var folder = Directory.CreateTempSubdirectory("networkmap-imports-").FullName;
        var network = BigNetwork.InRepository(organizations);
        try
        {
            await using var store = SqliteNetworkStore.Open(folder);
            var run = new Run(store, new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Size)));
            Console.WriteLine("| file | rows | stage | elapsed s | processor s | allocated MB | held MB | resident MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            await run.GroundAsync(network);
            await run.ImportAsync("organizations", Organizations(network));
            await run.ImportAsync("ties", Ties(network));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static MemoryStream Organizations(BigNetwork network) =>
        Csv("externalId,Nama,Jenis,Wilayah", network.Drafts().OfType<OrganizationDraft>().Select(o => $"{o.Id![..13]},{o.Name!.Replace(',', ' ')},{o.ActorKind},{o.Region}"));

    private static MemoryStream Ties(BigNetwork network) =>
        Csv("from,to,type,status,valid.from", network.Drafts().OfType<TieDraft>().Select(t => $"{t.From![..13]},{t.To![..13]},{t.Type},{t.Status},{t.Valid?.From:yyyy-MM-dd}"));

    private static MemoryStream Csv(string heading, IEnumerable<string> rows)
    {
        var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true))
        {
            text.WriteLine(heading);
            foreach (var row in rows)
            {
                text.WriteLine(row);
            }
        }

        file.Position = 0;
        return file;
    }

    private sealed class Run(SqliteNetworkStore store, MasterKey master)
    {
        private NetworkSnapshot snapshot = new NetworkView().Latest;

        internal async Task GroundAsync(BigNetwork network)
        {
            foreach (var part in network.Drafts().TakeWhile(d => d is TermDraft or RegionDraft).Chunk(5_000))
            {
                await WriteAsync(Batch.Create(part)(snapshot.Full).Value);
            }
        }

        internal async Task ImportAsync(string name, MemoryStream csv)
        {
            var settings = new ImportSettings { Source = "figures" };
            var ground = new ImportGround("figures", "akun-001", Day, 0, null, new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
            var rows = 0;
            var file = await StageAsync("reading", async () => (await FileReader.ReadAsync(name + ".csv", csv, Wide, CancellationToken.None)).Value);
            rows = file.Tables[0].RowCount;
            var plan = await StageAsync("planning", () => Task.FromResult(Planner.Plan(file, snapshot.Full, settings, ground, new WorkProgress(), CancellationToken.None)));
            var revisions = await StageAsync("deciding", () => Task.FromResult(ManyEdits.All(plan.Entered, Day)(snapshot.Full).Value));
            await WriteAsync(revisions, StageAsync<object?>);
            var counts = string.Join(", ", Enum.GetValues<RowVerdict>().Where(v => plan.Count(v) > 0).Select(v => $"{plan.Count(v):N0} {v}"));
            Console.WriteLine($"| {name} | {rows:N0} | {csv.Length >> 20} MB; {counts}; {plan.Said.Count:N0} places remembered | | | | | |");
            GC.KeepAlive(plan);

            async Task<T> StageAsync<T>(string stage, Func<Task<T>> work)
            {
                var (began, used, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
                var made = await work();
                var (elapsed, spent, taken) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used, GC.GetTotalAllocatedBytes() - allocated);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {rows:N0} | {stage} | {elapsed.TotalSeconds:0.0} | {spent.TotalSeconds:0.0} | {taken >> 20} | {GC.GetTotalMemory(forceFullCollection: true) >> 20} | {Environment.WorkingSet >> 20} |"));
                return made;
            }
        }

        private async Task WriteAsync(IReadOnlyList<Revision> revisions, Func<string, Func<Task<object?>>, Task<object?>>? stage = null)
        {
            var changeset = new Changeset { Sequence = store.Head.Sequence + 1, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("akun-001"), Revisions = [.. revisions.Select(r => r.At(store.Head.Sequence + 1))] };
            StoredEntry entry = null!;
            stage ??= (_, work) => work();
            await stage("text and sealing", () => Task.FromResult<object?>(entry = LogText.Write(changeset, store.Head, master)));
            await stage("appending", async () => await store.AppendAsync(store.Head, [entry], CancellationToken.None));
            await stage("showing", () => Task.FromResult<object?>(snapshot = snapshot.After(changeset, new EditScope()).Next));
        }
    }
}
