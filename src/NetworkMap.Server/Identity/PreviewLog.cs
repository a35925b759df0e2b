using System.Collections.Concurrent;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Takes down that somebody looks as somebody else: once for a session and an audience in ten minutes, not at every tile.</summary>
public sealed class PreviewLog(SecurityLog log, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string Credential, string Audience), long> noted = new();

    /// <summary>Takes a request down, when it is a preview. While the store is away nothing is taken down, and nobody is kept from looking.</summary>
    public async Task NoteAsync(HttpContext context)
    {
        if (Preview.Asked(context.Request) is null || Credential.Of(context.User) is not { } who || Caller.Of(context) is not { Previewer: not null } seen)
        {
            return;
        }

        var (key, now) = ((who.Id, seen.Audience.Name), clock.GetTimestamp());
        if (noted.TryGetValue(key, out var before) && clock.GetElapsedTime(before, now) < Pause)
        {
            return;
        }

        Forget(now);
        if (before == 0 ? !noted.TryAdd(key, now) : !noted.TryUpdate(key, now, before))
        {
            return;
        }

        try
        {
            await log.AddAsync(who.Account, SecurityEvent.Previewed, context.RequestAborted, seen.Audience.Name);
        }
        catch (StoreFailedException)
        {
            noted.TryRemove(key, out _);
        }
    }

    private void Forget(long now)
    {
        if (noted.Count >= Most)
        {
            foreach (var (old, _) in noted.Where(n => clock.GetElapsedTime(n.Value, now) >= Pause).ToList())
            {
                noted.TryRemove(old, out _);
            }
        }
    }
}
