using System.Diagnostics;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>One promise of the product and how it is measured.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Unit">Of bars and measurements.</param>
/// <param name="Bar">The most (for rates: the least) that the median may be; null when only told.</param>
/// <param name="TailBar">The same for the 99th percentile.</param>
/// <param name="Measure">Measures it.</param>
/// <param name="Plain">Measures what a straightforward loop over plain arrays needs for the same question.</param>
internal sealed record Figure(string Name, string Unit, double? Bar, double? TailBar, Func<Stage, Task<Measured>> Measure, Func<Stage, Measured>? Plain = null)
{
    /// <summary>True when more is better.</summary>
    internal bool IsRate => Unit.EndsWith("/s", StringComparison.Ordinal);

    internal bool? IsMet(Measured measured) => Bar is null ? null : Holds(measured.Median, Bar) && (TailBar is null || Holds(measured.Tail, TailBar));

    private bool Holds(double? value, double? bar) => value is { } v && (IsRate ? v >= bar : v <= bar);
}

/// <summary>What was measured.</summary>
/// <param name="Median">The median.</param>
/// <param name="Tail">The 99th percentile, when it was measured often enough.</param>
/// <param name="Note">What belongs to the number.</param>
internal sealed record Measured(double Median, double? Tail = null, string Note = "")
{
    /// <summary>Runs a question for numbers 0, 1, 2 … and takes each time; the first tenth only warms up.</summary>
    internal static Measured Of(int runs, Action<int> ask, string note = "")
    {
        for (var i = 0; i < Math.Max(3, runs / 10); i++)
        {
            ask(i);
        }

        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            ask(i);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return Of(times, note);
    }

    internal static Measured Of(double[] times, string note = "")
    {
        Array.Sort(times);
        return new Measured(times[times.Length / 2], times.Length < 50 ? null : times[(int)Math.Ceiling(times.Length * 0.99) - 1], note);
    }
}
