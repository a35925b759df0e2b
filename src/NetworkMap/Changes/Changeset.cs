using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>One atomic, attributed, reasoned group of revisions: the unit of the log.</summary>
public sealed record Changeset
{
    /// <summary>Its place in the log, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was accepted, UTC to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who, why and by what.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>What it did, in the order in which it is to be applied.</summary>
    public required IReadOnlyList<Revision> Revisions { get; init; }
}

/// <summary>Who made a change, why, on what ground.</summary>
/// <param name="Author">The account id; never a name.</param>
/// <param name="Reason">In the author's words, at most 300.</param>
/// <param name="Source">What the change rests on, at most 500.</param>
/// <param name="Reverts">The sequence that this change takes back.</param>
/// <param name="Request">What makes a repeated request known again.</param>
/// <param name="By">The program that asks for it in her name, if one does; it bounds what is decided, and is not kept.</param>
public sealed record Attribution(string Author, string? Reason = null, string? Source = null, long? Reverts = null, RequestKey? Request = null, Delegation? By = null);

/// <summary>An idempotency key as the log keeps it: hashes (SHA-256, hexadecimal) of account, route and key, and of the request.</summary>
public sealed record RequestKey(string Key, string Request)
{
    /// <summary>How long a key is known after its change: 30 days.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
}

/// <summary>A pure decision: the revisions that a request means on this network, or why not. Run again with the same network it answers the same.</summary>
public delegate Outcome<IReadOnlyList<Revision>> Decision(INetwork network);
