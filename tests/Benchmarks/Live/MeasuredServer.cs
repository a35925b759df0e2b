using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetworkMap.Benchmarks.Live;

/// <summary>The server as a process of its own, with the demonstration network in a folder that is gone afterwards.</summary>
internal sealed partial class MeasuredServer : IDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("networkmap-live-bench-");
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MeasuredServer()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NetworkMap.Server.dll"), "--urls", "http://127.0.0.1:0", "--seed", "demo", "--data", folder.FullName })
        {
            start.ArgumentList.Add(argument);
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data ?? "");
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The server ended."));
        process.Start();
        process.BeginOutputReadLine();
    }

    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    internal string Welcome { get; private set; } = "";

    /// <summary>What it used of the processors so far.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    internal static async Task<MeasuredServer> StartAsync()
    {
        var server = new MeasuredServer();
        await server.ready.Task.WaitAsync(TimeSpan.FromSeconds(120));
        return server;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private void Hear(string line)
    {
        if (WelcomeLine().Match(line) is { Success: true } link)
        {
            (Address, Welcome) = (new Uri(link.Groups["address"].Value), link.Groups["path"].Value);
            ready.TrySetResult();
        }
    }

    [GeneratedRegex(@"(?<address>http://[\d.:]+)(?<path>/welcome/\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WelcomeLine();
}
