namespace NetworkMap.Server.Live;

/// <summary>How much is held back for whoever follows, and how long. Everything beyond is mended by coming back with a cursor.</summary>
public sealed record LiveLimits
{
    /// <summary>Messages that one stream keeps for a client that is slow to read; one more and all of them are dropped.</summary>
    public int QueuedMessages { get; init; } = 256;

    /// <summary>Bytes that one stream keeps.</summary>
    public int QueuedBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Elements that one message may carry; a larger change is to be asked for again.</summary>
    public int Elements { get; init; } = 500;

    /// <summary>Changes that can be replayed; beyond them the window is gone.</summary>
    public int Changes { get; init; } = 4096;

    /// <summary>Connections of one account, or where nobody is signed in of one address, behind which a whole school may sit.</summary>
    public int Connections { get; init; } = 200;

    /// <summary>How deep what a client sends may be nested.</summary>
    public int Depth { get; init; } = 16;

    /// <summary>Streams of one connection.</summary>
    public int Streams { get; init; } = 8;

    /// <summary>Time between two heartbeats.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream that has something to say may go unread before its connection is closed.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(60);
}
