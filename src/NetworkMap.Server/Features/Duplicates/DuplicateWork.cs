using System.Collections.Concurrent;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Graph.Duplicates;

namespace NetworkMap.Server.Features.Duplicates;

/// <summary>Keeps the queue of likely duplicates of each audience that asks for one. Of a large network it takes minutes of one processor to make, so it is made beside the requests, one at a time, and only when
/// somebody asks; from then on it is carried along by what changed, which takes milliseconds. A request waits for it a little, and else gets what there is.</summary>
public sealed class DuplicateWork(IHostApplicationLifetime life, TimeProvider clock, ILogger<DuplicateWork> logger) : IDisposable
{
    /// <summary>How long a request waits for the queue of the network as it is now.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostAudiences = 12;
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);
    private long asked;

    /// <summary>A queue that was made, and the work on the next one.</summary>
    private sealed class Kept
    {
        internal DuplicateQueue? Queue { get; set; }

        internal Task? Working { get; set; }

        internal long Asked { get; set; }
    }

    /// <summary>The queue of an audience, null while there is none yet, and whether a later one is being made.</summary>
    /// <param name="audience">Its name.</param>
    /// <param name="graph">Its projection.</param>
    /// <param name="takes">Which organizations it keeps; all when null.</param>
    /// <param name="cancellation">Ends the waiting, not the work.</param>
    public async Task<(DuplicateQueue? Queue, bool Working)> ForAsync(string audience, NetworkGraph graph, Func<Organization, bool>? takes, CancellationToken cancellation)
    {
        var mine = kept.GetOrAdd(audience, _ => new Kept());
        Task working;
        lock (mine)
        {
            mine.Asked = Interlocked.Increment(ref asked);
            if (mine.Queue?.Graph.Sequence >= graph.Sequence)
            {
                return (mine.Queue, false);
            }

            working = mine.Working is { IsCompleted: false } going ? going : mine.Working = Task.Run(() => MakeAsync(mine, graph, takes), CancellationToken.None);
        }

        Forget();
        await Task.WhenAny(working, Task.Delay(Patience, clock, cancellation));
        lock (mine)
        {
            return (mine.Queue, mine.Queue is null || mine.Queue.Graph.Sequence < graph.Sequence);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task MakeAsync(Kept mine, NetworkGraph graph, Func<Organization, bool>? takes)
    {
        var stopping = life.ApplicationStopping;
        try
        {
            await turn.WaitAsync(stopping);
            try
            {
                var made = mine.Queue is { } before ? before.At(graph, stopping) : DuplicateQueue.Of(graph, stopping, takes);
                lock (mine)
                {
                    mine.Queue = made;
                }
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            QueueFailed(logger, fault);
            throw;
        }
    }

    /// <summary>Lets go of those that nobody asked for lately: each holds a projection.</summary>
    private void Forget()
    {
        foreach (var old in kept.OrderByDescending(k => k.Value.Asked).Skip(MostAudiences))
        {
            kept.TryRemove(old.Key, out _);
        }
    }

    private static readonly Action<ILogger, Exception?> QueueFailed = LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(QueueFailed)), "The queue of duplicates could not be made.");
}
