using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>Moves accounts to another store, sealed as they are. Who is signed in signs in again there: a session that is ended here in the meantime must not live on in a copy.</summary>
public static class AccountCopy
{
    private static readonly AccountRecordKind[] Lasting =
    [
        AccountRecordKind.Account, AccountRecordKind.Link, AccountRecordKind.Passkey, AccountRecordKind.Login, AccountRecordKind.Token, AccountRecordKind.SecurityEntry, AccountRecordKind.EarlierKey, AccountRecordKind.PersonRequest,
    ];

    /// <summary>Makes the other store hold what this one does: what is new or changed is written, what went is taken away. How many accounts there are.</summary>
    public static async Task<int> RunAsync(IAccountStore from, IAccountStore to, CancellationToken cancellation)
    {
        var accounts = 0;
        foreach (var kind in Lasting)
        {
            var there = await to.ReadAsync(kind, null, cancellation).ToDictionaryAsync(r => r.Id, StringComparer.Ordinal, cancellationToken: cancellation);
            var here = await from.ReadAsync(kind, null, cancellation).ToListAsync(cancellation);
            if (kind == AccountRecordKind.SecurityEntry)
            {
                // Such a line is never changed, only sealed anew, by another master key.
                await SealAsync(to, [.. here.Where(r => there.GetValueOrDefault(r.Id) is { } copy && copy.Body != r.Body).Select(r => r with { Version = there[r.Id].Version })], cancellation);
                here.RemoveAll(r => there.ContainsKey(r.Id));
            }

            var changes = here.Where(r => there.GetValueOrDefault(r.Id) is not { } copy || copy with { Version = r.Version } != r)
                .Select(r => (AccountChange)new AccountChange.Put(r with { Version = there.GetValueOrDefault(r.Id)?.Version ?? 0 }))
                .Concat(kind == AccountRecordKind.SecurityEntry ? [] : there.Keys.Except(here.Select(r => r.Id), StringComparer.Ordinal).Select(id => new AccountChange.Remove(kind, id)));
            foreach (var piece in changes.Chunk(AccountStores.Piece))
            {
                if (await to.WriteAsync(piece, cancellation) != AccountWrite.Written)
                {
                    throw new StoreFailedException("Somebody else changes accounts in the store that is copied to. Stop the servers that use it, and copy again.");
                }
            }

            accounts += kind == AccountRecordKind.Account ? here.Count : 0;
        }

        await LeaveBehindAsync(to, cancellation);
        return accounts;
    }

    private static async Task SealAsync(IAccountStore to, List<AccountRecord> records, CancellationToken cancellation)
    {
        foreach (var piece in records.Chunk(AccountStores.Piece))
        {
            await to.ResealAsync(piece, cancellation);
        }
    }

    /// <summary>What does not go along does not stay there either: another master key may have sealed it.</summary>
    internal static async Task LeaveBehindAsync(IAccountStore to, CancellationToken cancellation)
    {
        foreach (var kind in Enum.GetValues<AccountRecordKind>().Except(Lasting))
        {
            var left = await to.ReadAsync(kind, null, cancellation).ToListAsync(cancellation);
            foreach (var piece in left.Chunk(AccountStores.Piece))
            {
                await to.WriteAsync([.. piece.Select(r => new AccountChange.Remove(r.Kind, r.Id))], cancellation);
            }
        }
    }
}
