using System.Text;
using NetworkMap.Changes;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>A place in a log: which log, how far, and the hash of the entry there (32 zero bytes before the first).</summary>
public sealed record LogPosition(Guid Log, long Sequence, byte[] Hash)
{
    /// <summary>The beginning of a log.</summary>
    public static LogPosition Start(Guid log) => new(log, 0, new byte[32]);

    /// <summary>True when the other is the same place of the same log, with the same hash.</summary>
    public bool IsAt(LogPosition other) => Log == other.Log && Sequence == other.Sequence && Hash.AsSpan().SequenceEqual(other.Hash);

    /// <summary>Throws when the entries do not stand one after the other from here on: a mistake of the caller.</summary>
    public void RequireFollowing(IReadOnlyList<StoredEntry> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i].Sequence != Sequence + 1 + i)
            {
                throw new ArgumentException($"Entry {group[i].Sequence} cannot stand at {Sequence + 1 + i}.", nameof(group));
            }
        }
    }
}

/// <summary>The current form of an element as a store keeps it: canonical body with sealed fields, or no body when it was removed.</summary>
public sealed record ElementRow(ElementRef Element, int Version, long Sequence, byte[]? Body)
{
    /// <summary>The body before the entry that leaves this form behind; null when there was none, and of a row that is read back without its entry.</summary>
    public byte[]? Before { get; init; }
}

/// <summary>The current form of an element where a store just read it; it holds only as long as the call that it is handed to.</summary>
public readonly ref struct StoredElement(ElementKind kind, ReadOnlySpan<byte> id, int version, long sequence, ReadOnlySpan<byte> body, bool isRebuilt = false)
{
    /// <summary>Its kind.</summary>
    public ElementKind Kind { get; } = kind;

    /// <summary>Its id in UTF-8.</summary>
    public ReadOnlySpan<byte> Id { get; } = id;

    /// <summary>Its version.</summary>
    public int Version { get; } = version;

    /// <summary>The sequence that wrote it.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Canonical, with sealed fields.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>True when its record is damaged, so that this is what the log left of it.</summary>
    public bool IsRebuilt { get; } = isRebuilt;

    /// <summary>The same, to keep.</summary>
    public ElementRow ToRow() => new(new ElementRef(Kind, Encoding.UTF8.GetString(Id)), Version, Sequence, Body.ToArray());
}

/// <summary>Takes one element of the current graph.</summary>
public delegate void ElementVisitor(StoredElement element);

/// <summary>One log entry with all that is committed together with it.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="Text">The canonical text.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="Rows">The elements it leaves behind.</param>
/// <param name="Keys">The keys of what it seals.</param>
/// <param name="Request">The idempotency key, unique for 30 days.</param>
/// <param name="Growth">Elements that it creates less those that it removes.</param>
public sealed record StoredEntry(
    long Sequence, DateTimeOffset At, byte[] Text, byte[] Hash, IReadOnlyList<ElementRow> Rows, IReadOnlyList<SealingKey> Keys, RequestKey? Request, int Growth)
{
    /// <summary>The position after this entry.</summary>
    public LogPosition PositionIn(Guid log) => new(log, Sequence, Hash);
}

/// <summary>An entry read back from the log.</summary>
public sealed record LogEntry(long Sequence, byte[] Text, byte[] Hash);

/// <summary>A request that was carried out before.</summary>
public sealed record KnownRequest(RequestKey Request, long Sequence, DateTimeOffset At);
