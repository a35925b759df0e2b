using System.Collections.Concurrent;

namespace NetworkMap.Server.Identity;

/// <summary>Tells that a session ended, to whatever was opened with it and lives longer than a request.</summary>
public sealed class SessionEnds
{
    private readonly ConcurrentDictionary<string, int> listened = new(StringComparer.Ordinal);

    /// <summary>A session ended; its id.</summary>
    public event Action<string>? Ended;

    /// <summary>The sessions that something lives on.</summary>
    public IReadOnlyCollection<string> Listened => [.. listened.Keys];

    /// <summary>Something lives on a session from now on.</summary>
    public void Listen(string session) => listened.AddOrUpdate(session, 1, (_, count) => count + 1);

    /// <summary>It does not any more.</summary>
    public void Leave(string session)
    {
        while (listened.TryGetValue(session, out var count) && !(count == 1 ? listened.TryRemove(KeyValuePair.Create(session, count)) : listened.TryUpdate(session, count - 1, count)))
        {
            // Somebody else came or left at the same moment.
        }
    }

    /// <summary>Says so.</summary>
    public void Tell(string session) => Ended?.Invoke(session);
}
