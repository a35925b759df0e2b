using NetworkMap.Benchmarks.Network;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>The three jobs.</summary>
internal static class JobFigures
{
    internal static readonly Figure[] All =
    [
        new("coverage of all regencies (issues)", "ms", 20, null, s => Task.FromResult(Coverage(s, CoverageAxis.Issue)), s => Measured.Of(60, _ => s.Plain.Coverage())),
        new("coverage of all regencies (service terms)", "ms", 20, null, s => Task.FromResult(Coverage(s, CoverageAxis.ServiceTerm))),
        new("coverage of all regencies (actor kinds)", "ms", 20, null, s => Task.FromResult(Coverage(s, CoverageAxis.ActorKind))),
        new("partner suggestions", "ms", 20, 80, s => Task.FromResult(Partners(s)), s => Measured.Of(60, i => s.Plain.Partners(s.Someone(i)))),
        new("introductions to one", "ms", 20, 100, s => Task.FromResult(Introductions(s, ToOne))),
        new("introductions to a kind in a region", "ms", 20, 100, s => Task.FromResult(Introductions(s, ToKind))),
        new("introductions to a sector", "ms", 20, 100, s => Task.FromResult(Introductions(s, ToSector))),
        new("what would fill gaps: best set of 10 for a province", "ms", 200, null, s => Task.FromResult(Filling(s))),
        new("what would break: articulation points, bridges, sole providers", "ms", 300, null, s => Task.FromResult(Breaking(s))),
    ];

    private static Measured Filling(Stage stage)
    {
        // The province that lacks the most, on the axis with the most columns.
        var everywhere = new CoverageOptions { Axis = CoverageAxis.ServiceTerm, Level = RegionLevel.Regency, At = BigNetwork.Today };
        var province = Graph.Algorithms.Coverage.Gaps(stage.Graph, everywhere, CancellationToken.None).GroupBy(g => g.Region.Code.At(RegionLevel.Province)).MaxBy(g => g.Count())!.Key;
        ClosingAnswer? found = null;
        var options = new ClosingOptions { Cells = everywhere with { Parent = province }, Count = 10, WithinKm = 300 };
        var measured = Measured.Of(20, _ => found = Closing.Of(stage.Graph, options, CancellationToken.None));
        return measured with { Note = $"{found!.Gaps.Count} gaps, {found.Able} able, {found.Chosen.Count} chosen, {found.Covered} of {found.Unmet} served" };
    }

    private static Measured Coverage(Stage stage, CoverageAxis axis)
    {
        var options = new CoverageOptions { Axis = axis, Level = RegionLevel.Regency, At = BigNetwork.Today };
        var cells = 0;
        var measured = Measured.Of(60, _ => cells = Graph.Algorithms.Coverage.Matrix(stage.Graph, options, CancellationToken.None).Rows.Sum(r => r.Cells.Count));
        return measured with { Note = $"{cells} cells" };
    }

    private static Measured Partners(Stage stage)
    {
        var (asked, found) = (0, 0);
        var measured = Measured.Of(500, i =>
        {
            var suggestions = Graph.Algorithms.Partners.Suggest(stage.Graph, new PartnerOptions { For = Who(stage, i).Id, At = BigNetwork.Today }, CancellationToken.None);
            (asked, found) = (asked + 1, found + suggestions!.Items.Count);
        });
        return measured with { Note = $"{(double)found / asked:0.0} suggestions on average" };
    }

    private static Measured Introductions(Stage stage, Func<Stage, int, IntroductionOptions> question)
    {
        var (asked, found, cut) = (0, 0, 0);
        var measured = Measured.Of(400, i =>
        {
            var answer = Graph.Algorithms.Introductions.Find(stage.Graph, question(stage, i), CancellationToken.None)!;
            (asked, found, cut) = (asked + 1, found + (answer.Paths.Count > 0 ? 1 : 0), cut + (answer.IsCut ? 1 : 0));
        });
        return measured with { Note = $"a path for {100.0 * found / asked:0} %, bounded search in {100.0 * cut / asked:0} %" };
    }

    private static Measured Breaking(Stage stage)
    {
        var told = 0;
        var measured = Measured.Of(20, _ =>
        {
            var found = Fragility.Find(stage.Graph, new FragilityOptions { At = BigNetwork.Today }, CancellationToken.None);
            told = found.Organizations.Count + found.Ties.Count + found.Providers.Count;
        });
        return measured with { Note = $"{told} told" };
    }

    private static IntroductionOptions ToOne(Stage stage, int i) => new() { From = Who(stage, i).Id, To = Who(stage, i + 5_000).Id, At = BigNetwork.Today };

    private static IntroductionOptions ToKind(Stage stage, int i)
    {
        var who = Who(stage, i);
        return new IntroductionOptions { From = who.Id, Kind = Code.Of(i % 2 == 0 ? "local_government" : "ngo"), Region = who.Region!.Value.At(RegionLevel.Regency), At = BigNetwork.Today };
    }

    private static IntroductionOptions ToSector(Stage stage, int i) => new() { From = Who(stage, i).Id, Kind = Code.Of("company"), Sector = Code.Of(i % 2 == 0 ? "batik" : "garment"), At = BigNetwork.Today };

    private static Organization Who(Stage stage, int number) => stage.Graph.OrganizationAt(stage.Someone(number))!;
}
