using NetworkMap.Benchmarks.Network;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>Questions about the shape of the network: who is around, how far apart, who is near.</summary>
internal static class GraphFigures
{
    private const int Runs = 4_000;
    private const double Km = 50;
    private const int Most = 20;

    /// <summary>A common kind, one of a thousand of 200,000, one of a hundred.</summary>
    private static readonly Code[] Asked = [Code.Of("ngo"), Code.Of("university"), Code.Of("professional_body"), Code.Of("home_worker_organization")];

    internal static readonly Figure[] All =
    [
        new("everybody within two steps", "ms", 0.05, 2, s => Task.FromResult(WithinTwoSteps(s)), s => Measured.Of(Runs, i => s.Plain.WithinTwoSteps(s.Someone(i)))),
        new("shortest path", "ms", 0.05, 0.5, s => Task.FromResult(Shortest(s)), s => Measured.Of(Runs, i => s.Plain.ShortestPath(s.Someone(i), s.Someone(i + 5_000)))),
        new("nearest 20 of a kind within 50 km", "ms", 0.1, 1, s => Task.FromResult(Near(s, i => Asked[i % Asked.Length], Km)), s => Measured.Of(400, i => s.Plain.Nearest(s.Someone(i), s.Graph.HandleOf(Taxonomy.ActorKind, Asked[i % Asked.Length]), Km, Most))),
        new("nearest 20 of whatever kind within 50 km", "ms", null, null, s => Task.FromResult(Near(s, _ => null, Km))),
        new("nearest 20 of a kind on the whole map, from anywhere on the earth", "ms", null, null, s => Task.FromResult(FarAway(s))),
    ];

    private static Measured WithinTwoSteps(Stage stage)
    {
        var (asked, found) = (0, 0L);
        var measured = Measured.Of(Runs, i =>
        {
            found += Neighbourhood.Count(stage.Graph, new NeighbourhoodOptions { Of = Who(stage, i).Id, At = BigNetwork.Today, Steps = 2 }, CancellationToken.None);
            asked++;
        });
        return measured with { Note = $"{(double)found / asked:0} organizations on average" };
    }

    private static Measured Shortest(Stage stage)
    {
        var (asked, joined, steps) = (0, 0, 0);
        var measured = Measured.Of(Runs, i =>
        {
            var path = ShortestPath.Find(stage.Graph, Who(stage, i).Id, Who(stage, i + 5_000).Id, BigNetwork.Today, CancellationToken.None)!;
            (asked, joined, steps) = (asked + 1, joined + (path.Ties.Count > 0 ? 1 : 0), steps + path.Ties.Count);
        });
        return measured with { Note = $"a path for {100.0 * joined / asked:0} %, of {(double)steps / joined:0.0} steps on average" };
    }

    private static Measured Near(Stage stage, Func<int, Code?> kind, double km)
    {
        var (asked, found) = (0, 0);
        var measured = Measured.Of(Runs, i =>
        {
            var who = Who(stage, i);
            var here = stage.Graph.PositionOf(stage.Someone(i))!.Value.Point;
            found += Nearest.Find(stage.Graph, new NearestOptions { Of = here, Except = who.Id, Kind = kind(i), RadiusKm = km, Limit = Most, At = BigNetwork.Today }, CancellationToken.None).Count;
            asked++;
        });
        return measured with { Note = $"{(double)found / asked:0.0} found on average" };
    }

    private static Measured FarAway(Stage stage)
    {
        var random = new Random(7);
        return Measured.Of(400, i => Nearest.Find(
            stage.Graph,
            new NearestOptions
            {
                Of = new GeoPoint((random.NextDouble() * 360) - 180, (random.NextDouble() * 170) - 85), Kind = Asked[i % Asked.Length], RadiusKm = Nearest.MostKm, Limit = Most, At = BigNetwork.Today,
            },
            CancellationToken.None));
    }

    private static Organization Who(Stage stage, int number) => stage.Graph.OrganizationAt(stage.Someone(number))!;
}
