using System.Diagnostics;

namespace NetworkMap.Server.Tests.Stores;

/// <summary>How the Neo4j server of the tests is stopped and started: a program with the words <c>start</c>, <c>stop</c>, <c>kill</c>, <c>pause</c>, <c>resume</c> and a folder,
/// named by <c>NETWORKMAP_NEO4J_RUN</c> and <c>NETWORKMAP_NEO4J_FOLDER</c>.</summary>
internal static class Neo4jMachine
{
    internal const string Unknown = "Nobody says how the Neo4j server is stopped: set NETWORKMAP_NEO4J_RUN and NETWORKMAP_NEO4J_FOLDER.";

    private static string? Program => Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_RUN");

    private static string? Folder => Environment.GetEnvironmentVariable("NETWORKMAP_NEO4J_FOLDER");

    internal static bool IsKnown => Program is not null && Folder is not null;

    /// <summary>Does it. A start on a busy machine may take its own process for one that has ended, and is tried again.</summary>
    internal static async Task RunAsync(string what)
    {
        if (await ExitAsync(what) != 0)
        {
            await ExitAsync("stop");
            Assert.Equal(0, await ExitAsync(what));
        }
    }

    private static async Task<int> ExitAsync(string what)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, [what, Folder!]) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
