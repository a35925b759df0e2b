using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NetworkMap.Server.Tests.Journeys;

/// <summary>The program as a process of its own, on loopback and a port that the system chooses.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];
    private readonly bool first;
    private string? open;

    private ServerProcess(string data, IReadOnlyDictionary<string, string>? environment, params string[] more)
    {
        first = !File.Exists(Path.Combine(data, "welcome.json"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NetworkMap.Server.dll") }.Concat(more).Concat(["--data", data]))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The server ended: " + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, also after it began anew.</summary>
    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The path of the steward's link, when one was shown.</summary>
    internal string? Welcome { get; private set; }

    internal string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>Starts to serve, and returns when the network can be asked.</summary>
    internal static async Task<ServerProcess> ServeAsync(string data, string seed = "none", params string[] more)
    {
        var server = new ServerProcess(data, null, [.. more, "--urls", "http://127.0.0.1:0", "--seed", seed]);
        try
        {
            await server.ready.Task.WaitAsync(Patience.Limit);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Starts to serve, and is killed as soon as it has said a text.</summary>
    internal static async Task KillWhenItSaysAsync(string text, string data, string seed)
    {
        using var server = new ServerProcess(data, null, "--urls", "http://127.0.0.1:0", "--seed", seed);
        for (var i = 0; i < 9000 && !server.Said.Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(20);
        }

        await server.KillAsync();
    }

    /// <summary>Runs the program to its end; its exit code and what it said.</summary>
    internal static async Task<(int Code, string Said)> RunAsync(string verb, string data, IReadOnlyDictionary<string, string>? environment = null, params string[] more)
    {
        using var run = new ServerProcess(data, environment, [verb, .. more]);
        await run.process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return (run.process.ExitCode, run.Said);
    }

    /// <summary>Begins to run the program.</summary>
    internal static ServerProcess Begin(string verb, string data, IReadOnlyDictionary<string, string>? environment = null, params string[] more) => new(data, environment, [verb, .. more]);

    /// <summary>Done when it has said something that many times.</summary>
    internal Task SaysAsync(string text, int times = 1) => Patience.UntilAsync(() => Said.Split(text).Length > times || process.HasExited, CancellationToken.None);

    /// <summary>SIGTERM: it is asked to end.</summary>
    internal async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Its exit code, once it ended.</summary>
    internal async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to do anything more.</summary>
    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (said)
        {
            said.Add(line);
        }

        if (WelcomeLine().Match(line) is { Success: true } welcome)
        {
            Welcome = welcome.Value;
        }

        if (ReadyLine().Match(line) is { Success: true } told)
        {
            open = told.Groups[1].Value;
            Address = new Uri(open);
        }

        // At the first start the steward's link follows.
        if (open is not null && (!first || Welcome is not null))
        {
            ready.TrySetResult(open);
        }
    }

    [GeneratedRegex(@"/welcome/\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WelcomeLine();

    [GeneratedRegex(@"^Ready .*Open (http://\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadyLine();
}
