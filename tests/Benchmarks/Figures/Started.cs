using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>The program started as a process of its own, until it was ready and a little longer.</summary>
/// <param name="Seconds">From the start of the process to the first good answer of <c>/health/ready</c>.</param>
/// <param name="ProcessorSeconds">Processor time until then.</param>
/// <param name="Megabytes">Working set (1,000,000 bytes) some seconds later, after a few questions.</param>
/// <param name="MostMegabytes">The largest working set that it had.</param>
internal sealed record Started(double Seconds, double ProcessorSeconds, double Megabytes, double MostMegabytes)
{
    private const int Port = 5141;
    private static readonly string[] Questions = ["/api/taxonomies", "/api/regions", "/api/coverage?axis=issue&level=regency"];

    internal static async Task<Started> OfAsync(string data)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NetworkMap.Server.dll"), "--data", data, "--urls", $"http://127.0.0.1:{Port}" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Logging__LogLevel__Default"] = "Error";
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            while (!await IsReadyAsync(client, process))
            {
                await Task.Delay(10);
            }

            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            var processor = process.TotalProcessorTime.TotalSeconds;
            foreach (var question in Questions)
            {
                using var answer = await client.GetAsync(new Uri(question, UriKind.Relative));
            }

            await Task.Delay(TimeSpan.FromSeconds(3));
            process.Refresh();
            return new Started(seconds, processor, process.WorkingSet64 / 1e6, process.PeakWorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Process process)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The server ended with code {process.ExitCode}."));
        }

        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
