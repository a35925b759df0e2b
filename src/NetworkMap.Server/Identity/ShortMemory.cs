using System.Collections.Concurrent;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>What was found in the store, kept for a second under a hash of what it was found by, so that requests cost no round trip. While the store is away it is kept longer: nobody
/// is taken for signed out because a database rests.</summary>
internal sealed class ShortMemory<T>(TimeProvider clock, StoreWatch watch, Func<T, DateTimeOffset> until) where T : class
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(10);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (T Found, long Read)> known = new(StringComparer.Ordinal);

    /// <summary>What belongs to a key, read anew when it was not read within a second; null when there is nothing, or it is over.</summary>
    internal async Task<T?> FindAsync(string key, Func<Task<T?>> read)
    {
        var isKnown = known.TryGetValue(key, out var entry);
        if (isKnown && clock.GetElapsedTime(entry.Read) < (watch.IsAway ? Away : Fresh))
        {
            return IsOpen(entry.Found) ? entry.Found : null;
        }

        try
        {
            var found = await read();
            Remember(key, found);
            return found;
        }
        catch (StoreFailedException) when (isKnown && clock.GetElapsedTime(entry.Read) < Away && IsOpen(entry.Found))
        {
            return entry.Found;
        }
    }

    /// <summary>Keeps what was just made, so that it is known even when the store goes away before it is asked for.</summary>
    internal void Keep(string key, T found) => Remember(key, found);

    /// <summary>Reads those anew at the next request.</summary>
    internal void Forget(Predicate<T> which)
    {
        foreach (var (key, _) in known.Where(k => which(k.Value.Found)).ToList())
        {
            known.TryRemove(key, out _);
        }
    }

    private bool IsOpen(T found) => until(found) > clock.GetUtcNow();

    private void Remember(string key, T? found)
    {
        if (found is null)
        {
            known.TryRemove(key, out _);
            return;
        }

        if (known.Count >= Most)
        {
            foreach (var (old, _) in known.Where(k => clock.GetElapsedTime(k.Value.Read) > Fresh).ToList())
            {
                known.TryRemove(old, out _);
            }
        }

        known[key] = (found, clock.GetTimestamp());
    }
}
