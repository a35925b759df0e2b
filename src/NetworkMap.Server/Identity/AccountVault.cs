using System.Text.Json;
using System.Text.Json.Serialization;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>Something that an account record says.</summary>
public interface IKept
{
    /// <summary>The kind of record that keeps it.</summary>
    static abstract AccountRecordKind Kind { get; }
}

/// <summary>What an account record says, with what stands around it.</summary>
public sealed record Kept<T>(string Id, T Value) where T : IKept
{
    /// <summary>The account that it belongs to.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is found by, as <see cref="AccountVault.LookupOf{T}"/> gives it.</summary>
    public string? Lookup { get; init; }

    /// <summary>When it is over.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The version that was read; 0 for something new.</summary>
    public long Version { get; init; }
}

/// <summary>Account records as what they say: sealed on the way in, opened on the way out. What is over by the clock is not found.</summary>
public sealed class AccountVault(IAccountStore store, MasterKey master, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };
    private readonly RecordSeal seal = new(master);

    /// <summary>What a text is found by, such as a sign-in name, or the secret of a link.</summary>
    public string LookupOf<T>(string text) where T : IKept => seal.LookupOf(T.Kind, text);

    /// <summary>All that a text may be found by, also since before the master key was changed; what is made now first.</summary>
    public IEnumerable<string> LookupsOf<T>(string text) where T : IKept => seal.LookupsOf(T.Kind, text);

    /// <summary>Throws <see cref="StoreFailedException"/> when another master key sealed what is kept, before anybody is told that her account is damaged.</summary>
    public async Task RequireKeyAsync(CancellationToken cancellation)
    {
        await RequireOneAsync(cancellation);
        seal.Remember((await ListAsync<EarlierKey>(null, cancellation)).Select(k => k.Value.LookupKey));
    }

    private async Task RequireOneAsync(CancellationToken cancellation)
    {
        foreach (var kind in new[] { AccountRecordKind.ProtectionKey, AccountRecordKind.Account })
        {
            if ((await store.ListAsync(kind, owner: null, before: null, limit: 1, cancellation)) is [var record])
            {
                try
                {
                    seal.Open(record);
                    return;
                }
                catch (DamagedException damage)
                {
                    throw new StoreFailedException("The accounts do not open: this master key did not seal them. Put the right one back, from where its copy is kept.", damage);
                }
            }
        }
    }

    /// <summary>The one of an id, unless it is over.</summary>
    public async Task<Kept<T>?> FindAsync<T>(string id, CancellationToken cancellation) where T : IKept => Open<T>(await store.FindAsync(T.Kind, id, cancellation));

    /// <summary>The one that a text belongs to, unless it is over.</summary>
    public async Task<Kept<T>?> FindByAsync<T>(string text, CancellationToken cancellation) where T : IKept
    {
        foreach (var lookup in LookupsOf<T>(text))
        {
            if (await store.FindByLookupAsync(T.Kind, lookup, cancellation) is { } record)
            {
                return Open<T>(record);
            }
        }

        return null;
    }

    /// <summary>All of a kind that an account has, or that there are, the largest id first, unless they are over.</summary>
    public async Task<IReadOnlyList<Kept<T>>> ListAsync<T>(string? owner, CancellationToken cancellation) where T : IKept
    {
        var found = new List<Kept<T>>();
        await foreach (var record in store.ReadAsync(T.Kind, owner, cancellation))
        {
            if (Open<T>(record) is { } kept)
            {
                found.Add(kept);
            }
        }

        return found;
    }

    /// <summary>The first of such a list.</summary>
    public async Task<IReadOnlyList<Kept<T>>> ListAsync<T>(string? owner, int limit, CancellationToken cancellation) where T : IKept =>
        [.. (await store.ListAsync(T.Kind, owner, before: null, limit, cancellation)).Select(Open<T>).OfType<Kept<T>>()];

    /// <summary>Carries out a batch.</summary>
    public Task<AccountWrite> WriteAsync(CancellationToken cancellation, params AccountChange[] batch) => store.WriteAsync(batch, cancellation);

    /// <summary>A part of a batch that puts something in place of the version that was read.</summary>
    public AccountChange Put<T>(Kept<T> kept) where T : IKept => new AccountChange.Put(seal.Seal(new AccountRecord(T.Kind, kept.Id, JsonSerializer.Serialize(kept.Value, Form))
    {
        Owner = kept.Owner,
        Lookup = kept.Lookup,
        Until = kept.Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until.ToUnixTimeMilliseconds()) : null,
        Version = kept.Version,
    }));

    /// <summary>A part of a batch that takes something away, if it is still at the version that was read.</summary>
    public static AccountChange Remove<T>(Kept<T> kept) where T : IKept => new AccountChange.Remove(T.Kind, kept.Id, kept.Version);

    /// <summary>A part of a batch that takes something away, whatever it says by now.</summary>
    public static AccountChange Remove<T>(string id) where T : IKept => new AccountChange.Remove(T.Kind, id);

    /// <summary>Changes the newest form of something until nobody was faster; null, and nothing is done, when it is not there or the change gives null.</summary>
    public async Task<Kept<T>?> ChangeAsync<T>(string id, Func<Kept<T>, Kept<T>?> change, CancellationToken cancellation) where T : IKept
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await FindAsync<T>(id, cancellation) is not { } found || change(found) is not { } changed)
            {
                return null;
            }

            if (await WriteAsync(cancellation, Put(changed)) == AccountWrite.Written)
            {
                return changed with { Version = changed.Version + 1 };
            }
        }
    }

    private Kept<T>? Open<T>(AccountRecord? stored) where T : IKept
    {
        if (stored is null || stored.Until <= clock.GetUtcNow())
        {
            return null;
        }

        var plain = seal.Open(stored);
        return new Kept<T>(plain.Id, JsonSerializer.Deserialize<T>(plain.Body, Form)!) { Owner = plain.Owner, Lookup = plain.Lookup, Until = plain.Until, Version = plain.Version };
    }
}
