namespace NetworkMap.Storage;

/// <summary>Where accounts and all that belongs to them are kept: in the same database as the network, apart from its log, so that they can be erased. Its rules are the
/// inheritable tests <c>AccountStoreContract</c>. Throws <see cref="StoreFailedException"/> when the database cannot be reached or written.</summary>
public interface IAccountStore
{
    /// <summary>The record of an id, whether its time is over or not; null when there is none.</summary>
    Task<AccountRecord?> FindAsync(AccountRecordKind kind, string id, CancellationToken cancellation);

    /// <summary>The record with a lookup.</summary>
    Task<AccountRecord?> FindByLookupAsync(AccountRecordKind kind, string lookup, CancellationToken cancellation);

    /// <summary>Records of a kind, the largest id first (ordinal), at most <paramref name="limit"/>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="owner">Only those of an account; null for those of everybody.</param>
    /// <param name="before">Only ids smaller than this one, so that a long list can be read in pieces.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops reading.</param>
    Task<IReadOnlyList<AccountRecord>> ListAsync(AccountRecordKind kind, string? owner, string? before, int limit, CancellationToken cancellation);

    /// <summary>Carries out a batch, all of it or nothing, durable on return; what is removed goes first, so that its lookup is free. A batch names a record once. A
    /// security entry can only be added: changing or removing one is a mistake of the caller and throws.</summary>
    Task<AccountWrite> WriteAsync(IReadOnlyList<AccountChange> batch, CancellationToken cancellation);

    /// <summary>Puts the sealed bodies and the lookups of records in place, each that is still at its version; entries of the security log, too, since what they say stays. How many were.</summary>
    Task<int> ResealAsync(IReadOnlyList<AccountRecord> records, CancellationToken cancellation);

    /// <summary>Removes every record of an account but the entries of the security log, which name it by its id alone. How many went.</summary>
    Task<int> RemoveOwnedAsync(string owner, CancellationToken cancellation);

    /// <summary>Removes every record whose time was over at an instant. How many went.</summary>
    Task<int> RemoveExpiredAsync(DateTimeOffset at, CancellationToken cancellation);

    /// <summary>True when nothing was ever stored, or all of it went.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellation);
}

/// <summary>Short forms.</summary>
public static class AccountStores
{
    /// <summary>How many records a list reads at once.</summary>
    public const int Piece = 200;

    /// <summary>Carries out a batch.</summary>
    public static Task<AccountWrite> WriteAsync(this IAccountStore store, CancellationToken cancellation, params AccountChange[] batch) => store.WriteAsync(batch, cancellation);

    /// <summary>Every record of a kind, piece by piece.</summary>
    public static async IAsyncEnumerable<AccountRecord> ReadAsync(this IAccountStore store, AccountRecordKind kind, string? owner, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? before = null; ;)
        {
            var piece = await store.ListAsync(kind, owner, before, Piece, cancellation);
            foreach (var record in piece)
            {
                yield return record;
            }

            if (piece.Count < Piece)
            {
                yield break;
            }

            before = piece[^1].Id;
        }
    }

    /// <summary>Throws when a batch cannot be meant: a record is named twice, or the security log is rewritten.</summary>
    public static void Require(IReadOnlyList<AccountChange> batch)
    {
        var named = new HashSet<(AccountRecordKind, string)>();
        foreach (var change in batch)
        {
            var (kind, id, rewrites) = change switch
            {
                AccountChange.Put put => (put.Record.Kind, put.Record.Id, put.Record.Version > 0),
                AccountChange.Remove remove => (remove.Kind, remove.Id, true),
                _ => throw new ArgumentException($"A {change.GetType()} is no change.", nameof(batch)),
            };
            if (!named.Add((kind, id)))
            {
                throw new ArgumentException($"The record {id} is named twice.", nameof(batch));
            }

            if (kind == AccountRecordKind.SecurityEntry && rewrites)
            {
                throw new ArgumentException("The security log is only added to.", nameof(batch));
            }
        }
    }
}
