using System.Diagnostics.Metrics;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Writing;

/// <summary>How the writer fares: how long it decides, appends and swaps, how many changes go in a group, and what became of them.</summary>
internal static class WriterFigures
{
    private static readonly Histogram<double> Deciding = Tracing.Meter.CreateHistogram<double>("networkmap.writer.decide.duration", "s", "Deciding a change on the tip.");
    private static readonly Histogram<double> Appending = Tracing.Meter.CreateHistogram<double>("networkmap.writer.append.duration", "s", "Making a group durable.");
    private static readonly Histogram<double> Swapping = Tracing.Meter.CreateHistogram<double>("networkmap.writer.swap.duration", "s", "Showing a group and announcing it.");
    private static readonly Histogram<int> Grouped = Tracing.Meter.CreateHistogram<int>("networkmap.writer.group.size", "{change}", "Changes that one append made durable.");
    private static readonly Histogram<double> Following = Tracing.Meter.CreateHistogram<double>("networkmap.writer.follow.lag", "s", "From when another process accepted a change to when it is shown here, by the clocks of both.");
    private static readonly Counter<long> Changes = Tracing.Meter.CreateCounter<long>("networkmap.writer.changes", "{change}", "Changes by what became of them: accepted, repeated, refused.");

    internal static Stage Decide(TimeProvider clock) => new("writer decide", Deciding, clock);

    internal static Stage Append(TimeProvider clock) => new("writer append", Appending, clock);

    internal static Stage Swap(TimeProvider clock) => new("writer swap", Swapping, clock);

    internal static void Appended(int changes) => Grouped.Record(changes);

    internal static void Followed(TimeSpan lag) => Following.Record(Math.Max(lag.TotalSeconds, 0));

    internal static void Answered(Outcome<Accepted> answer)
    {
        var outcome = !answer.TryValue(out var accepted) ? "refused" : accepted.Repeated ? "repeated" : "accepted";
        Changes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <summary>A stage of the work, measured until it is disposed of.</summary>
    internal readonly struct Stage(string name, Histogram<double> duration, TimeProvider clock) : IDisposable
    {
        private readonly System.Diagnostics.Activity? activity = Tracing.Source.StartActivity(name);
        private readonly long began = clock.GetTimestamp();

        public void Dispose()
        {
            duration.Record(clock.GetElapsedTime(began).TotalSeconds);
            activity?.Dispose();
        }
    }
}
