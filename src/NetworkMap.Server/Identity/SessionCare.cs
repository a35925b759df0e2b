using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Every other second looks whether another process ended a session or a token that something lives on here; once an hour clears away what is over.</summary>
internal sealed class SessionCare(Sessions sessions, Tokens tokens, IAccountStore accounts, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const int Hour = 1800;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round = (round + 1) % Hour)
        {
            try
            {
                await sessions.LookAgainAsync(stoppingToken);
                await tokens.LookAgainAsync(stoppingToken);
                if (round == 0)
                {
                    await accounts.RemoveExpiredAsync(clock.GetUtcNow(), stoppingToken);
                }
            }
            catch (StoreFailedException)
            {
                // The store is away; the next round tries again.
            }
        }
    }
}
