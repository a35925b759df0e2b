using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetworkMap.Benchmarks.Live;

/// <summary>The server as a process of its own, with the demonstration network in a folder that is gone afterwards, or in the database that it is told of.</summary>
internal sealed partial class MeasuredServer : IDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly bool shares;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MeasuredServer(DirectoryInfo? shared, string[] more)
    {
        (folder, shares) = (shared ?? Directory.CreateTempSubdirectory("networkmap-live-bench-"), shared is not null);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NetworkMap.Server.dll"), "--urls", "http://127.0.0.1:0", "--seed", "demo", "--data", folder.FullName }.Concat(more))
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

    /// <summary>How long it took until it could be asked, seconds.</summary>
    internal double ReadyAfter { get; private set; }

    internal static Task<MeasuredServer> StartAsync(params string[] more) => StartAsync(null, more);

    /// <summary>One more server with the same folder and the same options.</summary>
    internal Task<MeasuredServer> AnotherAsync(params string[] more) => StartAsync(folder, more);

    private static async Task<MeasuredServer> StartAsync(DirectoryInfo? shared, string[] more)
    {
        var server = new MeasuredServer(shared, more);
        await server.ready.Task.WaitAsync(TimeSpan.FromSeconds(240));
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
        if (!shares)
        {
            folder.Delete(recursive: true);
        }
    }

    private void Hear(string line)
    {
        if (ReadyLine().Match(line) is { Success: true } told)
        {
            (Address, ReadyAfter) = (new Uri(told.Groups["address"].Value), double.Parse(told.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture));
        }

        if (WelcomeLine().Match(line) is { Success: true } link)
        {
            Welcome = link.Groups["path"].Value;
        }

        // The steward's link comes last, at the first start alone.
        if (ReadyAfter > 0 && (shares || Welcome.Length > 0))
        {
            ready.TrySetResult();
        }
    }

    [GeneratedRegex(@"Ready after (?<seconds>[\d.]+) s\. Open (?<address>http://[\d.:]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();

    [GeneratedRegex(@"(?<path>/welcome/\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WelcomeLine();
}
