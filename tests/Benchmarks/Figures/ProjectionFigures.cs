using System.Diagnostics;
using NetworkMap.Benchmarks.Network;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>What it costs that an answer is computed on what its asker may see: time against the same questions on the whole network, taken in turns in one run, and memory.</summary>
internal static class ProjectionFigures
{
    private const int Rounds = 300;
    private static readonly Audience Region = Audience.Of([Grant(Role.Steward, null, "33")], static _ => false);

    internal static readonly Figure[] All =
    [
        .. Questions.Select(q => new Figure($"{q.Name}: on a projection, against the whole network", "x", 1.15, null, s => Task.FromResult(Paired(s, q.Ask, q.Rounds)))),
        new("memory with the projections of the public, the signed-in and five others, against the whole network alone", "x", 1.5, null, s => Task.FromResult(Memory(s))),
        new("first projection of who keeps a province", "ms", null, null, s => Task.FromResult(First(s))),
        new("the same, carried on by one change", "ms", null, null, s => Task.FromResult(Carried(s))),
    ];

    private static (string Name, Action<Stage, NetworkGraph, int> Ask, int Rounds)[] Questions =>
    [
        ("everybody within two steps", (s, g, i) => Neighbourhood.Count(g, new NeighbourhoodOptions { Of = Who(s, i), At = BigNetwork.Today, Steps = 2 }, CancellationToken.None), 2_000),
        ("shortest path", (s, g, i) => ShortestPath.Find(g, Who(s, i), Who(s, i + 5_000), BigNetwork.Today, CancellationToken.None), 2_000),
        ("nearest 20 within 50 km", (s, g, i) => Near(s, g, i), 2_000),
        ("coverage of all regencies", (_, g, _) => Coverage.Matrix(g, new CoverageOptions { Axis = CoverageAxis.Issue, Level = RegionLevel.Regency, At = BigNetwork.Today }, CancellationToken.None), 40),
        ("partner suggestions", (s, g, i) => Partners.Suggest(g, new PartnerOptions { For = Who(s, i), At = BigNetwork.Today }, CancellationToken.None), Rounds),
        ("introductions to one", (s, g, i) => Introductions.Find(g, new IntroductionOptions { From = Who(s, i), To = Who(s, i + 5_000), At = BigNetwork.Today }, CancellationToken.None), Rounds),
    ];

    /// <summary>The largest of the ratios of the medians, over the public, the signed-in and who keeps a province.</summary>
    private static Measured Paired(Stage stage, Action<Stage, NetworkGraph, int> ask, int rounds)
    {
        var audiences = new[] { Audience.Steward, Audience.Public, Audience.SignedIn, Region };
        var graphs = Array.ConvertAll(audiences, stage.Snapshot.For);
        var times = Array.ConvertAll(graphs, _ => new double[rounds]);
        for (var i = -rounds / 10; i < rounds; i++)
        {
            for (var turn = 0; turn < graphs.Length; turn++)
            {
                // Who comes first finds the caches cold, so each does as often.
                var at = (turn + i + rounds) % graphs.Length;
                var began = Stopwatch.GetTimestamp();
                ask(stage, graphs[at], Math.Abs(i));
                times[at][Math.Max(i, 0)] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        var medians = Array.ConvertAll(times, t => Measured.Of(t).Median);
        var ratios = medians.Skip(1).Select(m => m / medians[0]).ToList();
        return new Measured(ratios.Max(), null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"public {ratios[0]:0.00}, signed in {ratios[1]:0.00}, keeps a province {ratios[2]:0.00}; whole {medians[0]:0.0000} ms"));
    }

    private static Measured Memory(Stage stage)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var alone = NetworkGraph.Of(BigNetwork.InRepository(stage.Organizations).Elements(), 1);
        var whole = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(alone);
        alone = null;
        before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = NetworkSnapshot.Load(BigNetwork.InRepository(stage.Organizations).Elements(), 1);
        var graphs = new[] { "33", "35", "32" }.Select(r => Audience.Of([Grant(Role.Steward, null, r)], static _ => false))
            .Concat(snapshot.Full.All(ElementKind.Organization).Take(2).Select(o => Audience.Of([Grant(Role.OrganizationEditor, o.Ref.Id, null)], static _ => false)))
            .Prepend(Audience.SignedIn).Select(snapshot.For).ToList();
        var all = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(graphs);
        GC.KeepAlive(snapshot);
        return new Measured((double)all / whole, null, $"{all / 1_000_000} MB against {whole / 1_000_000} MB");
    }

    private static Measured First(Stage stage)
    {
        var provinces = stage.Graph.All(ElementKind.Region).Cast<Region>().Where(r => r.Level == RegionLevel.Province).ToList();
        var began = Stopwatch.GetTimestamp();
        var times = new List<double>();
        foreach (var province in provinces)
        {
            began = Stopwatch.GetTimestamp();
            stage.Snapshot.For(Audience.Of([Grant(Role.Steward, null, province.Code.Value)], static _ => false));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Measured.Of([.. times], $"at most {times.Max():0} ms, of {provinces.Count} provinces");
    }

    private static Measured Carried(Stage stage)
    {
        var snapshot = stage.Snapshot;
        snapshot.For(Region);
        return Measured.Of(200, i =>
        {
            var organization = snapshot.Full.OrganizationAt(stage.Someone(i))!;
            var sequence = snapshot.Sequence + 1;
            var revision = Revision.Change(organization, organization with { Purpose = $"Ke-{i}" }).At(sequence);
            snapshot = snapshot.After(new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("akun-001"), Revisions = [revision] }, EditScope.Branch()).Next;
            snapshot.For(Region);
        }, "with the change itself");
    }

    private static void Near(Stage stage, NetworkGraph graph, int number)
    {
        var handle = stage.Someone(number);
        Nearest.Find(graph, new NearestOptions { Of = stage.Graph.PositionOf(handle)!.Value.Point, Except = Who(stage, number), Kind = Code.Of("ngo"), RadiusKm = 50, Limit = 20, At = BigNetwork.Today }, CancellationToken.None);
    }

    private static OrganizationId Who(Stage stage, int number) => stage.Graph.OrganizationAt(stage.Someone(number))!.Id;

    private static Grant Grant(Role role, string? organization, string? region) => (Grant)new GrantDraft
    {
        Id = Guid.NewGuid().ToString("D"), Account = "akun-001", Role = Names<Role>.Of(role), Organization = organization, Region = region, Provenance = new ProvenanceDraft { Source = "a measurement", AssertedBy = "akun-001" },
    }.Check().Value;
}
