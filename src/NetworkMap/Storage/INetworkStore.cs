using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>Where log and current graph are kept, together and durably. Its rules are the inheritable tests <c>NetworkStoreContract</c>.</summary>
public interface INetworkStore : IAsyncDisposable
{
    /// <summary>How far the log is, as far as this process knows.</summary>
    LogPosition Head { get; }

    /// <summary>True when other processes write to the same log, so that it has to be followed.</summary>
    bool IsShared => false;

    /// <summary>Looks how far the log is by now, and lets <see cref="Head"/> say so. Throws <see cref="StoreFailedException"/> when the store cannot be reached, and
    /// <see cref="StoreBehindException"/> when it holds another log, or not all that this process knows of.</summary>
    Task FollowAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Hands over every element of the current graph at <see cref="Head"/>, one after the other, parents before what refers to them: terms, regions,
    /// organizations, units, places, services, ties, needs. A record whose checksum does not hold is rebuilt from the log, or named in a
    /// <see cref="DamagedException"/>. That some got lost is known, and thrown, only after all others were handed over.</summary>
    Task LoadAsync(ElementVisitor visit, CancellationToken cancellation);

    /// <summary>True when <see cref="MendAsync"/> writes back what the log still holds.</summary>
    bool Mends => false;

    /// <summary>Writes back every element whose record is damaged, lost or not the newest, as the log left it, and takes away those that it did not leave; nothing to do
    /// after a load that found everything as it was written. All or nothing, durable on return, and only when all records together are then those that were
    /// acknowledged: else it throws <see cref="DamagedException"/> and has changed nothing.</summary>
    /// <returns>What was mended, as it is now; without a body what was taken away.</returns>
    Task<IReadOnlyList<ElementRow>> MendAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ElementRow>>([]);

    /// <summary>Every sealing key that was not destroyed.</summary>
    IAsyncEnumerable<SealingKey> KeysAsync(CancellationToken cancellation);

    /// <summary>The sealing key of an id; null when it was destroyed.</summary>
    SealingKey? FindKey(Guid id);

    /// <summary>Which master key wraps what is held, as this process last read it; null while nobody said so. Another process that changes it makes every append of this
    /// one, and every write of accounts, throw <see cref="StoreBehindException"/>: what it sealed then would be lost to the right key.</summary>
    MasterMark? Mark { get; }

    /// <summary>Says which master key wraps what is held, durably; false when another process said something else than <paramref name="expected"/> meanwhile.</summary>
    Task<bool> MarkAsync(MasterMark? expected, MasterMark mark, CancellationToken cancellation);

    /// <summary>Puts keys in place of those of the same ids, all or nothing, durably. One that was destroyed stays destroyed.</summary>
    Task RewrapAsync(IReadOnlyList<SealingKey> keys, CancellationToken cancellation);

    /// <summary>How many erasures this process knows to have been carried out in the store; more than before when another process erased something.</summary>
    long Erased { get; }

    /// <summary>Every erasure that was carried out here, in no order.</summary>
    IAsyncEnumerable<Erasure> ErasuresAsync(CancellationToken cancellation);

    /// <summary>Destroys the keys of an erasure, as far as they are here, and keeps that it was carried out; all or nothing, durable on return, and where this store can see to it
    /// out of its files as well. Once more does no harm.</summary>
    Task EraseAsync(Erasure erasure, CancellationToken cancellation);

    /// <summary>Writes what is held anew where it is needed so that nothing that was replaced or destroyed can still be read from the files of this store.</summary>
    Task ScrubAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Commits a group after <paramref name="expected"/>, all or nothing, durable on return (after a power cut as well).</summary>
    /// <returns>The new head, or what stood in the way. After a failed sync only reopening the store helps: that throws <see cref="StoreFailedException"/>.</returns>
    Task<AppendResult> AppendAsync(LogPosition expected, IReadOnlyList<StoredEntry> group, CancellationToken cancellation);

    /// <summary>Writes something that is of no use, durably, and takes it away again: whether a change could be kept. Throws <see cref="StoreFailedException"/> when not.</summary>
    Task ProbeAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Gives an empty log the identity of another one, whose entries are to be copied into it: they name it. False when the log is not empty.</summary>
    Task<bool> BecomeAsync(Guid log, CancellationToken cancellation);

    /// <summary>The entries after a sequence, in order.</summary>
    IAsyncEnumerable<LogEntry> ReadAsync(long after, CancellationToken cancellation);

    /// <summary>The entries from a sequence down to the first, in falling order: what <c>asOf</c> rewinds by.</summary>
    IAsyncEnumerable<LogEntry> ReadBackAsync(long from, CancellationToken cancellation);

    /// <summary>The last sequence accepted at or before an instant; 0 when there is none.</summary>
    Task<long> LastUntilAsync(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>The sequences that touched an element, newest first, below <paramref name="before"/>.</summary>
    Task<IReadOnlyList<long>> HistoryAsync(ElementRef element, long before, int limit, CancellationToken cancellation);

    /// <summary>Every element with each of the sequences that touched it, all that <see cref="HistoryAsync"/> could tell, in no order.</summary>
    IAsyncEnumerable<(ElementRef Element, long Sequence)> TouchedAsync(CancellationToken cancellation);

    /// <summary>The request of an idempotency key, if it was carried out after <paramref name="since"/>.</summary>
    Task<KnownRequest?> FindRequestAsync(string key, DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>Committed and durable.</summary>
    Appended,

    /// <summary>The log went on elsewhere: catch up and decide again.</summary>
    Moved,

    /// <summary>An idempotency key of the group is taken: look it up and decide again.</summary>
    RequestKnown,
}

/// <summary>The store can no longer promise anything; nothing of the group was acknowledged. Says why and what helps.</summary>
public class StoreFailedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when there is no room left to write.</summary>
    public bool IsFull { get; init; }
}

/// <summary>The store holds another log than this process has shown, or less of it, such as after a backup was put back. Nothing may be written on top of it before
/// all was loaded anew.</summary>
public sealed class StoreBehindException(string message) : StoreFailedException(message);
