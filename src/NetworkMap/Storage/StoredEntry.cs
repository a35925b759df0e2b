using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>A place in a log: which log, how far, and the hash of the entry there (32 zero bytes before the first).</summary>
public sealed record LogPosition(Guid Log, long Sequence, byte[] Hash)
{
    /// <summary>The beginning of a log.</summary>
    public static LogPosition Start(Guid log) => new(log, 0, new byte[32]);
}

/// <summary>The current form of an element as a store keeps it: canonical body with sealed fields, or no body when it was removed.</summary>
public sealed record ElementRow(ElementRef Element, int Version, long Sequence, byte[]? Body);

/// <summary>One log entry with all that is committed together with it.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Text">The canonical text.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="Rows">The elements it leaves behind.</param>
/// <param name="Keys">The keys of what it seals.</param>
/// <param name="Request">The idempotency key, unique for 30 days.</param>
public sealed record StoredEntry(
    long Sequence, DateTimeOffset At, byte[] Text, byte[] Hash, IReadOnlyList<ElementRow> Rows, IReadOnlyList<SealingKey> Keys, RequestKey? Request)
{
    /// <summary>The position after this entry.</summary>
    public LogPosition PositionIn(Guid log) => new(log, Sequence, Hash);
}

/// <summary>An entry read back from the log.</summary>
public sealed record LogEntry(long Sequence, byte[] Text, byte[] Hash);

/// <summary>A request that was carried out before.</summary>
public sealed record KnownRequest(RequestKey Request, long Sequence, DateTimeOffset At);
