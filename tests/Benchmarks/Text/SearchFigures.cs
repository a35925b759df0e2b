using System.Diagnostics;
using System.Globalization;
using NetworkMap.Benchmarks.Figures;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Text;

namespace NetworkMap.Benchmarks.Text;

/// <summary>Search by text: how long it takes, and how often who is meant stands among the first ten when one letter of the name went wrong.</summary>
internal static class SearchFigures
{
    internal static readonly Figure[] All = [new("search by a name with one random edit", "ms", 10, 40, s => Task.FromResult(Of(Measure(s.Graph))))];

    private const string Letters = "abcdefghijklmnopqrstuvwxyz ";

    /// <summary>Median and 99th percentile in milliseconds, and the share of names found.</summary>
    internal sealed record Searched(double Median, double Tail, double Recall);

    /// <summary>Asks for the names of organizations met in a scattered order, each with one random edit: a letter inserted, deleted, replaced, or swapped with the next.</summary>
    internal static Searched Measure(NetworkGraph graph, int names = 2000, int seed = 2026, Action<string, string>? missed = null)
    {
        var random = new Random(seed);
        var meant = Enumerable.Range(0, names).Select(i => graph.OrganizationAt((int)(((i * 1_000_003L) + 77) % graph.OrganizationLimit))).OfType<Organization>().ToArray();
        var typed = meant.Select(o => Edited(o.Name, random)).ToArray();
        foreach (var text in typed.Take(200))
        {
            NameSearch.Find(graph, text, null, 10);
        }

        var (times, found) = (new double[meant.Length], 0);
        for (var i = 0; i < meant.Length; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = NameSearch.Find(graph, typed[i], null, 10);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var isFound = answer.Any(f => f.Element is Organization o && o.Id == meant[i].Id);
            found += isFound ? 1 : 0;
            if (!isFound)
            {
                missed?.Invoke(typed[i], meant[i].Name);
            }
        }

        Array.Sort(times);
        return new Searched(times[times.Length / 2], times[(int)Math.Ceiling(times.Length * 0.99) - 1], (double)found / meant.Length);
    }

    private static Measured Of(Searched searched) => new(searched.Median, searched.Tail, string.Create(CultureInfo.InvariantCulture, $"among the first ten: {searched.Recall:0.000} of 2,000 names (bar 0.9)"));

    private static string Edited(string name, Random random)
    {
        var at = random.Next(name.Length);
        var letter = Letters[random.Next(Letters.Length)];
        return random.Next(4) switch
        {
            0 => name.Insert(at, letter.ToString()),
            1 => name.Remove(at, 1),
            2 => name[..at] + letter + name[(at + 1)..],
            _ => at + 1 < name.Length ? name[..at] + name[at + 1] + name[at] + name[(at + 2)..] : name[..^2] + name[^1] + name[^2],
        };
    }
}
