namespace NetworkMap.Server.Http;

/// <summary>Whether the process can answer questions yet.</summary>
public sealed class Readiness
{
    private volatile bool ready;

    /// <summary>True when the network is loaded and, at first start, seeded.</summary>
    public bool IsReady => ready;

    /// <summary>From now on it can.</summary>
    public void Declare() => ready = true;
}
