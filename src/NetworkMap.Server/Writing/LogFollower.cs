using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Writing;

/// <summary>Follows a log that other processes write to as well: looks often, shows and announces what they wrote, in order and once, by way of the one writer of
/// this process. When the store is away it tries again, less and less often; when it turns out to be another one, serving ends, to begin anew with what there is.</summary>
public sealed class LogFollower(
    INetworkStore store, NetworkWriter writer, Eraser eraser, NetworkView view, Readiness readiness, StoreWatch watch, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<LogFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private long erased = store.Erased;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var misses = 0; store.IsShared && !stoppingToken.IsCancellationRequested;)
        {
            await Task.Delay(PauseAfter(misses), clock, stoppingToken);
            if (readiness.IsReady)
            {
                misses = await LookAsync(stoppingToken) ? 0 : misses + 1;
            }
        }
    }

    /// <summary>How long to wait after so many misses: twice as long with each, and not all processes at the same time.</summary>
    internal static TimeSpan PauseAfter(int misses) =>
        misses == 0 ? Pause : TimeSpan.FromTicks((long)(Math.Min(Pause.Ticks << Math.Min(misses, 10), LongestPause.Ticks) * (0.5 + (Random.Shared.NextDouble() / 2))));

    private async Task<bool> LookAsync(CancellationToken cancellation)
    {
        try
        {
            await store.FollowAsync(cancellation);
            if (watch.IsAway)
            {
                logger.LogWarning("The store answers again, after {Away} s.", watch.Age?.TotalSeconds);
            }

            watch.Heard();
            var now = store.Erased;
            if (store.Head.Sequence > view.Latest.Sequence)
            {
                await writer.CatchUpAsync(cancellation);
            }

            if (now != erased)
            {
                await eraser.FollowAsync(cancellation);
                erased = now;
            }

            return true;
        }
        catch (StoreBehindException behind)
        {
            logger.LogCritical("{Message}", behind.Message);
            watch.Behind();
            lifetime.StopApplication();
            return false;
        }
        catch (Exception failure) when (failure is StoreFailedException or DamagedException)
        {
            if (!watch.IsAway)
            {
                logger.LogError("Questions are answered from memory, changes refused, until the store answers: {Message}", failure.Message);
            }

            watch.Missed();
            return false;
        }
    }
}
