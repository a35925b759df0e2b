using System.Diagnostics;
using System.Globalization;
using NetworkMap.Benchmarks.Figures;

namespace NetworkMap.Benchmarks.Live;

/// <summary><c>shared URL [--clients 64] [--seconds 15] [--rate 500]</c>: two server processes on one Neo4j database, which must be empty. How long its first seeding
/// and a later start take, one change over HTTP, how many changes a second many clients get acknowledged, and how far the other server is behind while changes come
/// at a rate. User and password come from <c>Neo4j__User</c> and <c>Neo4j__Password</c>, as a server's do. Database, servers and clients share the machine.</summary>
internal static class SharedServers
{
    private const string Mark = "Ukuran ";
    private const int OneByOne = 1_000;

    /// <summary>Runs the measurement and prints it.</summary>
    public static async Task<int> RunAsync(string url, string[] args)
    {
        int Option(string name, int absent) => Array.IndexOf(args, "--" + name) is >= 0 and var i ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : absent;
        var (clients, seconds, rate) = (Option("clients", 64), Option("seconds", 15), Option("rate", 500));
        using var one = await MeasuredServer.StartAsync("--store", url);
        using var other = await one.AnotherAsync("--store", url);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The demonstration network: first seeded in {one.ReadyAfter:0.0} s, loaded by the other server in {other.ReadyAfter:0.0} s."));

        var writers = await Writer.SignInAsync(one.Address, one.Welcome, clients);
        Console.WriteLine($"One change over HTTP: {Tell(await OneByOneAsync(writers[0]))}, of {OneByOne}.");
        var (own, others) = (one.ProcessorTime, other.ProcessorTime);
        var (count, took) = await FlatOutAsync(writers, seconds);
        string Each(TimeSpan time) => (time.TotalMilliseconds / count).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clients} clients: {count / took.TotalSeconds:0} acknowledged changes a second; processor time for each: {Each(one.ProcessorTime - own)} ms of the server that is asked, {Each(other.ProcessorTime - others)} ms of the other."));
        Console.WriteLine($"The other server shows a change after its acknowledgement: {await BehindAsync(writers, other, seconds, rate)}");
        return 0;
    }

    private static async Task<double[]> OneByOneAsync(Writer writer)
    {
        var times = new List<double>();
        for (var i = 0; i < OneByOne * 6 / 5; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await writer.WriteAsync($"Satu per satu {i.ToString(CultureInfo.InvariantCulture)}");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return [.. times.Skip(OneByOne / 5)];
    }

    private static async Task<(int Count, TimeSpan Took)> FlatOutAsync(IReadOnlyList<Writer> writers, int seconds)
    {
        var (count, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(writers.Select(async writer =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await writer.WriteAsync($"Bersama {Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}");
            }
        }));
        return (count, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Each writer has a beat of her own, so that changes come evenly.</summary>
    private static async Task<string> BehindAsync(IReadOnlyList<Writer> writers, MeasuredServer other, int seconds, int rate)
    {
        var stage = new FanOutStage(Mark);
        await stage.OpenAsync(other.Address, 1);
        var changes = Math.Min(rate * seconds, 4_000);
        var (first, acknowledged, began) = (stage.Begin(changes), new long[changes], Stopwatch.GetTimestamp());
        await Task.WhenAll(writers.Select(async (writer, w) =>
        {
            for (var i = w; i < changes; i += writers.Count)
            {
                var wait = TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(began);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                await writer.WriteAsync(Mark + (first + i).ToString(CultureInfo.InvariantCulture) + ".");
                acknowledged[i] = Stopwatch.GetTimestamp();
            }
        }));
        var reached = changes / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Task.Delay(2000);
        var (times, lost) = stage.Latencies(first, acknowledged);
        await stage.CloseAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{Tell(times)}; {times.Length} arrived, {lost} were passed over by a newer one or lost; {reached:0} a second of {rate} wanted.");
    }

    private static string Tell(double[] times)
    {
        var measured = Measured.Of(times);
        return string.Create(CultureInfo.InvariantCulture, $"{measured.Median:0.0} ms (median), {measured.Tail:0.0} ms (99th percentile)");
    }
}
