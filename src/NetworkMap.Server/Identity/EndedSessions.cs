using System.Collections.Concurrent;
using System.Text.Json;

namespace NetworkMap.Server.Identity;

/// <summary>Sessions that were ended before their cookie ran out, so that a copy of the cookie is good for nothing. An account is one session. Kept in a file for as
/// long as a cookie lives.</summary>
public sealed class EndedSessions
{
    /// <summary>How long a cookie lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly string file;
    private readonly TimeProvider clock;
    private readonly Lock writing = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended;

    /// <summary>The ended sessions of a data folder.</summary>
    public EndedSessions(string data, TimeProvider clock)
    {
        (file, this.clock) = (Path.Combine(data, "keys", "sessions", "ended.json"), clock);
        var kept = File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(File.ReadAllBytes(file)) : null;
        ended = new ConcurrentDictionary<string, DateTimeOffset>(kept ?? [], StringComparer.Ordinal);
    }

    /// <summary>True when the session of an account was ended.</summary>
    public bool Has(string account) => ended.ContainsKey(account);

    /// <summary>Ends the session of an account, durably.</summary>
    public void Add(string account)
    {
        lock (writing)
        {
            var now = clock.GetUtcNow();
            ended[account] = now;
            foreach (var old in ended.Where(e => now - e.Value > Lifetime).ToList())
            {
                ended.TryRemove(old);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var fresh = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(ended.ToDictionary()));
            File.Move(fresh, file, overwrite: true);
        }
    }
}
