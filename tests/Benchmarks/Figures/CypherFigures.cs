using System.Globalization;
using System.Security.Cryptography;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Stores.Neo4j;
using NetworkMap.Storage;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>What a transport to Neo4j costs: a statement that does nothing, and one change appended to an empty network. Verb <c>cypher URL</c>, for an empty database of which user and password are
/// in <c>NETWORKMAP_NEO4J_USER</c> and <c>NETWORKMAP_NEO4J_PASSWORD</c>; it is empty again afterwards.</summary>
internal static class CypherFigures
{
    private const int Runs = 1_000;
    private static readonly GraphProperties Nothing = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static async Task<int> RunAsync(string url)
    {
        var settings = new Neo4jSettings { Address = new Uri(url), User = Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_USER"), Password = Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_PASSWORD") };
        await using var cypher = CypherTransport.Open(settings);
        if (await cypher.RunAsync("MATCH (n) WHERE NOT n:Schema RETURN n.ref LIMIT 1", Nothing, Patience, CancellationToken.None) is { Count: > 0 })
        {
            Console.Error.WriteLine($"{settings} is not empty. Name a database that may be written to and emptied.");
            return 1;
        }

        Tell("a statement that does nothing", await TimesAsync(_ => cypher.RunAsync("RETURN 1", Nothing, Patience, CancellationToken.None)));
        await using (var store = await Neo4jNetworkStore.OpenAsync(settings, TimeProvider.System, CancellationToken.None))
        {
            var master = new MasterKey(RandomNumberGenerator.GetBytes(MasterKey.Size));
            Tell("one change appended", await TimesAsync(n => AppendAsync(store, master, n)));
        }

        await cypher.RunAsync("MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS", Nothing, Patience, CancellationToken.None);
        return 0;
    }

    private static async Task AppendAsync(Neo4jNetworkStore store, MasterKey master, int number)
    {
        var told = new ProvenanceDraft { Source = "a measurement", AssertedBy = "akun-001", Example = true };
        var organization = (Organization)new OrganizationDraft { Id = Guid.NewGuid().ToString("D"), Name = $"Kelompok {number}", ActorKind = "ngo", Region = "33.74", Issues = ["pay"], Provenance = told }.Check().Value;
        var sequence = store.Head.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch.AddMinutes(sequence), Attribution = new Attribution("akun-001", "a measurement"), Revisions = [Revision.Create(organization).At(sequence)] };
        if (await store.AppendAsync(store.Head, [LogText.Write(changeset, store.Head, master)], CancellationToken.None) != AppendResult.Appended)
        {
            throw new InvalidOperationException("Somebody else writes into this database.");
        }
    }

    private static async Task<Measured> TimesAsync(Func<int, Task> ask)
    {
        var times = new List<double>();
        for (var i = 0; i < Runs * 6 / 5; i++)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await ask(i);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Measured.Of([.. times.Skip(Runs / 5)]);
    }

    private static void Tell(string what, Measured measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {measured.Median:0.00} ms (median), {measured.Tail:0.00} ms (99th percentile) of {Runs}"));
}
