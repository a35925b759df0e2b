using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who can introduce an organization to the local governments responsible for its own region.</summary>
public static class OwnGovernment
{
    /// <summary>Paths to the governments of its regency or city first, then to those of its province, best trust first within each; one place at least is left to the province's. Where its region is told
    /// only as far as the province, it is the province's government alone. Without any path: what comes nearest, a path with gaps before a place.</summary>
    /// <returns>Null when the graph does not show who asks.</returns>
    public static IntroductionAnswer? Find(NetworkGraph graph, IntroductionOptions options, CancellationToken cancellation)
    {
        if (graph.Organization(options.From) is not { } from)
        {
            return null;
        }

        List<RegionCode> governed = from.Region is not { } region ? []
            : region.Level == RegionLevel.Province ? [region]
            : [region.At(RegionLevel.Regency), region.At(RegionLevel.Province)];
        var asked = governed.Select(seat => options with { To = null, Kind = Organization.LocalGovernment, Sector = null, Region = null, Seat = seat }).ToList();
        var answers = asked.Select(o => Introductions.Find(graph, o, cancellation)!).ToList();
        var cut = answers.Exists(a => a.IsCut);
        var farther = answers.Skip(1).SelectMany(a => a.Paths).ToList();
        var paths = answers.Take(1).SelectMany(a => a.Paths).Take(Introductions.MostPaths - Math.Min(1, farther.Count)).Concat(farther).Take(Introductions.MostPaths).ToList();
        if (paths.Count > 0)
        {
            return new IntroductionAnswer(from, paths[0].Steps[^1].To, paths, null, cut) { Governed = governed };
        }

        var (sought, nearest) = asked.Zip(answers, (o, a) => (Sought: o, a.Nearest)).OrderBy(n => n.Nearest!.Reason).FirstOrDefault();
        var target = nearest?.Path?.Steps[^1].To ?? (sought is null ? null : First(graph, sought));
        return new IntroductionAnswer(from, target, [], nearest ?? new NearMiss(NearMissReason.NobodyFits), cut) { Governed = governed };
    }

    private static Organization? First(NetworkGraph graph, IntroductionOptions options) =>
        new IntroductionTargets(graph, options, graph.HandleOf(options.From)).First(1) is [var first] ? graph.OrganizationAt(first) : null;
}
