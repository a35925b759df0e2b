using NetworkMap.Storage;

namespace NetworkMap.Server.Http;

/// <summary>Whether the store was heard of lately. While it is away questions are answered from memory, and say how old that is; changes are refused at once.</summary>
public sealed class StoreWatch(TimeProvider clock)
{
    /// <summary>The header that tells how many seconds ago the store was last heard of, while it is away.</summary>
    public const string AgeHeader = "Data-Age";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile StoreFailedException? refusal;
    private long tried = clock.GetTimestamp() - clock.TimestampFrequency;
    private long heard = clock.GetTimestamp();
    private volatile bool away;

    /// <summary>True while the store cannot be reached.</summary>
    public bool IsAway => away;

    /// <summary>True when the store turned out to hold another log, or less of it, than was shown: the process has to start again.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>How old the network in memory may be; null while the store is there.</summary>
    public TimeSpan? Age => away ? clock.GetElapsedTime(Volatile.Read(ref heard)) : null;

    /// <summary>Why a store of this process alone kept no change the last time; null when it did.</summary>
    public StoreFailedException? Refusal => refusal;

    /// <summary>The store did not keep a change.</summary>
    public void Refused(StoreFailedException why) => refusal = why;

    /// <summary>The store kept a change, or would have.</summary>
    public void Kept() => refusal = null;

    /// <summary>Whether it keeps changes again, tried at most once in a second however many ask.</summary>
    public async Task TryAgainAsync(INetworkStore store, CancellationToken cancellation)
    {
        var last = Volatile.Read(ref tried);
        if (refusal is null || clock.GetElapsedTime(last) < Pause || Interlocked.CompareExchange(ref tried, clock.GetTimestamp(), last) != last)
        {
            return;
        }

        try
        {
            await store.ProbeAsync(cancellation);
            Kept();
        }
        catch (StoreFailedException still)
        {
            Refused(still);
        }
    }

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
