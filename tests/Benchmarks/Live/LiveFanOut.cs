using System.Diagnostics;
using System.Globalization;

namespace NetworkMap.Benchmarks.Live;

/// <summary><c>live [--clients 1000] [--changes 50] [--interval 200] [--stuck 10] [--rounds 3]</c>: how long a change takes from the request that makes it, and from
/// its acknowledgement, to every one of many map clients over real WebSockets; then the same while some of them never read. The server is a process of its own with
/// the demonstration network; clients and server share the machine.</summary>
internal static class LiveFanOut
{
    private const string Mark = "Ukuran ";

    /// <summary>Runs the measurement and prints it.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        int Option(string name, int absent) => Array.IndexOf(args, "--" + name) is >= 0 and var i ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : absent;
        var (clients, changes, interval, stuck, rounds) = (Option("clients", 1000), Option("changes", 50), Option("interval", 200), Option("stuck", 10), Option("rounds", 3));
        using var server = await MeasuredServer.StartAsync();
        using var steward = await Writer.SignInAsync(server.Address, server.Welcome);
        var stage = new FanOutStage(Mark);
        await stage.OpenAsync(server.Address, clients);
        Console.WriteLine($"{clients} clients follow. {changes} changes, one each {interval} ms.");
        await MeasureAsync("warm-up", stage, server, steward, 200, interval / 2);

        // In turns, since a machine that others use as well is not equally fast all the time.
        var (alone, beside) = (new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            alone.AddRange(await MeasureAsync($"{round}. all read", stage, server, steward, changes, interval));
            await stage.OpenStuckAsync(server.Address, stuck);
            await stage.FillAsync(steward);
            beside.AddRange(await MeasureAsync($"{round}. beside {stuck} that never read", stage, server, steward, changes, interval));
            Console.WriteLine($"Of {stuck} that never read, {await stage.CloseStuckAsync()} had fallen behind or were closed; of those who read, {stage.CutOff}.");
        }

        alone.Sort();
        beside.Sort();
        Console.WriteLine($"All read: p50 {At(alone, 0.5):0.0} ms, p99 {At(alone, 0.99):0.0} ms. Beside those who never read: p50 {At(beside, 0.5):0.0} ms, p99 {At(beside, 0.99):0.0} ms. Ratio {At(beside, 0.99) / At(alone, 0.99):0.00}.");
        await stage.CloseAsync();
        return 0;
    }

    private static async Task<double[]> MeasureAsync(string what, FanOutStage stage, MeasuredServer server, Writer steward, int changes, int interval)
    {
        var first = stage.Begin(changes);
        var (serverBefore, ownBefore) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var sent = new long[changes];
        var acknowledged = new long[changes];
        for (var i = 0; i < changes; i++)
        {
            sent[i] = Stopwatch.GetTimestamp();
            await steward.WriteAsync(Mark + (first + i).ToString(CultureInfo.InvariantCulture) + ".");
            acknowledged[i] = Stopwatch.GetTimestamp();
            await Task.Delay(interval);
        }

        await Task.Delay(1000);
        var (serverTime, ownTime) = ((server.ProcessorTime - serverBefore).TotalMilliseconds / changes, (Environment.CpuUsage.TotalTime - ownBefore).TotalMilliseconds / changes);
        var (fromSent, lost) = stage.Latencies(first, sent);
        var (fromAcknowledged, _) = stage.Latencies(first, acknowledged);
        Console.WriteLine($"{what}: from request p50 {At(fromSent, 0.5):0.0} ms, p99 {At(fromSent, 0.99):0.0} ms; from acknowledgement p50 {At(fromAcknowledged, 0.5):0.0} ms, p99 {At(fromAcknowledged, 0.99):0.0} ms; {fromSent.Length} arrived, {lost} did not. Processor time a change: server {serverTime:0.0} ms, clients {ownTime:0.0} ms.");
        return fromSent;
    }

    private static double At(IReadOnlyList<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
}
