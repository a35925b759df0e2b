using System.Globalization;
using NetworkMap.Benchmarks.Figures;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph.Duplicates;

namespace NetworkMap.Benchmarks.Text;

/// <summary>Duplicates: how long one new name takes against the whole network, and the queue of all pairs.</summary>
internal static class DuplicateFigures
{
    internal static readonly Figure[] All =
    [
        new("duplicate check of one new name", "ms", 20, null, s => Task.FromResult(OneName(s))),
        new("duplicate queue of the whole network", "ms", null, null, s => Task.FromResult(WholeQueue(s))),
    ];

    private static Measured OneName(Stage stage)
    {
        var graph = stage.Graph;
        var random = new Random(2026);
        var names = Enumerable.Range(0, 400).Select(i => graph.OrganizationAt((int)(((i * 1_000_003L) + 77) % graph.OrganizationLimit))).OfType<Organization>()
            .Select(o => DuplicateRecord.Of(o) with { Key = null, Name = o.Name.Remove(random.Next(o.Name.Length), 1) }).ToArray();
        var found = 0;
        return Measured.Of(names.Length, i => found += new DuplicateCandidates(graph).Of(names[i % names.Length], 5).Count > 0 ? 1 : 0) with
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"somebody told for {(double)found / (names.Length * 1.1):0.00} of names one letter off"),
        };
    }

    private static Measured WholeQueue(Stage stage)
    {
        var count = 0;
        return Measured.Of([Time(() => count = DuplicateQueue.Of(stage.Graph, default).Count)], string.Create(CultureInfo.InvariantCulture, $"{count:N0} pairs kept"));
    }

    private static double Time(Action work)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        work();
        return System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
