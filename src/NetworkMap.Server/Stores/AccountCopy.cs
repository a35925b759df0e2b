using NetworkMap.Storage;

namespace NetworkMap.Server.Stores;

/// <summary>Moves accounts to another store, sealed as they are. Who is signed in signs in again there: a session that is ended here in the meantime must not live on in a copy.</summary>
public static class AccountCopy
{
    private static readonly AccountRecordKind[] Lasting =
    [
        AccountRecordKind.Account, AccountRecordKind.Link, AccountRecordKind.Passkey, AccountRecordKind.Login, AccountRecordKind.Token, AccountRecordKind.SecurityEntry,
    ];

    /// <summary>Makes the other store hold what this one does: what is new or changed is written, what went is taken away. How many accounts there are.</summary>
    public static async Task<int> RunAsync(IAccountStore from, IAccountStore to, CancellationToken cancellation)
    {
        var accounts = 0;
        foreach (var kind in Lasting)
        {
            var there = await to.ReadAsync(kind, null, cancellation).ToDictionaryAsync(r => r.Id, StringComparer.Ordinal, cancellationToken: cancellation);
            var here = await from.ReadAsync(kind, null, cancellation).ToListAsync(cancellation);
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

        return accounts;
    }
}
