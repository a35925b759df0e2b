using System.Text.Json;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Seals every account record under a new master key, the keys of Data Protection and the security log among them. Sign-in names get new lookups, so that they cannot be
/// tried with the old key; what is found by a secret that is kept nowhere keeps its own, with the key that it was made by (<see cref="EarlierKey"/>).</summary>
public static class RecordRewrapping
{
    /// <summary>Counters and what was begun a moment ago: of no use under another key.</summary>
    private static readonly AccountRecordKind[] Passing = [AccountRecordKind.Attempt, AccountRecordKind.Challenge];

    /// <summary>How many records were sealed anew; 0 when all of them were already. Throws <see cref="DamagedException"/> for one that neither master key sealed.</summary>
    public static async Task<int> RunAsync(IAccountStore store, MasterKey from, MasterKey to, CancellationToken cancellation)
    {
        var (before, after) = (new RecordSeal(from), new RecordSeal(to));
        await KeepLookupsAsync(store, from, before, after, cancellation);
        var done = 0;
        foreach (var kind in Enum.GetValues<AccountRecordKind>())
        {
            var old = new List<AccountRecord>();
            await foreach (var record in store.ReadAsync(kind, null, cancellation))
            {
                if (after.TryOpen(record) is null)
                {
                    old.Add(record);
                }
            }

            done += Passing.Contains(kind) ? await RemoveAsync(store, old, cancellation) : await SealAsync(store, old, before, after, cancellation);
        }

        return done;
    }

    /// <summary>First of all, so that whatever keeps its lookup can be found.</summary>
    private static async Task KeepLookupsAsync(IAccountStore store, MasterKey from, RecordSeal before, RecordSeal after, CancellationToken cancellation)
    {
        if (await store.FindAsync(AccountRecordKind.EarlierKey, from.Mark, cancellation) is null && !await store.IsEmptyAsync(cancellation))
        {
            var kept = new AccountRecord(AccountRecordKind.EarlierKey, from.Mark, JsonSerializer.Serialize(new EarlierKey(before.LookupKey), JsonSerializerOptions.Web));
            await store.WriteAsync(cancellation, new AccountChange.Put(after.Seal(kept)));
        }
    }

    private static async Task<int> RemoveAsync(IAccountStore store, List<AccountRecord> old, CancellationToken cancellation)
    {
        foreach (var piece in old.Chunk(AccountStores.Piece))
        {
            await store.WriteAsync([.. piece.Select(r => new AccountChange.Remove(r.Kind, r.Id))], cancellation);
        }

        return old.Count;
    }

    private static async Task<int> SealAsync(IAccountStore store, List<AccountRecord> old, RecordSeal before, RecordSeal after, CancellationToken cancellation)
    {
        foreach (var piece in old.Chunk(AccountStores.Piece))
        {
            await store.ResealAsync([.. piece.Select(r => after.Seal(WithLookup(before.Open(r), after)))], cancellation);
        }

        return old.Count;
    }

    private static AccountRecord WithLookup(AccountRecord plain, RecordSeal after) =>
        plain is { Kind: AccountRecordKind.Account, Lookup: not null } && JsonSerializer.Deserialize<Account>(plain.Body, JsonSerializerOptions.Web)?.SignInName is { } name && SignInName.Fold(name) is { } folded
            ? plain with { Lookup = after.LookupOf(plain.Kind, folded) }
            : plain;
}
