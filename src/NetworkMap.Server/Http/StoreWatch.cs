namespace NetworkMap.Server.Http;

/// <summary>Whether the store was heard of lately. While it is away questions are answered from memory, and say how old that is; changes are refused at once.</summary>
public sealed class StoreWatch(TimeProvider clock)
{
    /// <summary>The header that tells how many seconds ago the store was last heard of, while it is away.</summary>
    public const string AgeHeader = "Data-Age";

    private long heard = clock.GetTimestamp();
    private volatile bool away;

    /// <summary>True while the store cannot be reached.</summary>
    public bool IsAway => away;

    /// <summary>True when the store turned out to hold another log, or less of it, than was shown: the process has to start again.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>How old the network in memory may be; null while the store is there.</summary>
    public TimeSpan? Age => away ? clock.GetElapsedTime(Volatile.Read(ref heard)) : null;

    /// <summary>The store answered.</summary>
    public void Heard()
    {
        Volatile.Write(ref heard, clock.GetTimestamp());
        away = false;
    }

    /// <summary>The store did not answer.</summary>
    public void Missed() => away = true;

    /// <summary>Nothing may be written on top of what the store holds.</summary>
    public void Behind() => (IsBehind, away) = (true, true);
}
