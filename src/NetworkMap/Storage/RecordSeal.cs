using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>Seals account records and makes their lookups, under keys derived from the master key, so that whoever reads the database alone learns no name, and cannot
/// even try names one by one. A seal is bound to kind, id, owner, lookup and end: a record that was exchanged or changed by hand, or by a fault of the disk, does not open.</summary>
public sealed class RecordSeal(MasterKey master)
{
    private readonly byte[] sealing = master.Derive("networkmap account record", MasterKey.Size);
    private readonly byte[] looking = master.Derive("networkmap account lookup", MasterKey.Size);
    private volatile IReadOnlyList<byte[]> earlier = [];

    /// <summary>The record with its body sealed.</summary>
    public AccountRecord Seal(AccountRecord plain) => plain with { Body = Convert.ToBase64String(MasterKey.Encrypt(sealing, Encoding.UTF8.GetBytes(plain.Body), Bound(plain))) };

    /// <summary>The record with its body as it was before it was sealed. Throws <see cref="DamagedException"/> when it is not what was stored, or another master key sealed it.</summary>
    public AccountRecord Open(AccountRecord record)
    {
        var bytes = new byte[record.Body.Length];
        return Convert.TryFromBase64String(record.Body, bytes, out var length) && MasterKey.Decrypt(sealing, bytes.AsSpan(0, length), Bound(record)) is { } plain
            ? record with { Body = Encoding.UTF8.GetString(plain) }
            : throw new DamagedException($"{Names<AccountRecordKind>.Of(record.Kind)} {record.Id}", "it is not what was stored, or this master key did not seal it; put the right key back");
    }

    /// <summary>The key under which lookups are made, as the body of a record of <see cref="AccountRecordKind.EarlierKey"/>: what was found by a secret that nobody has kept must be
    /// found after the master key was changed.</summary>
    public string LookupKey => Convert.ToBase64String(looking);

    /// <summary>Knows the lookup keys of before the master key was changed.</summary>
    public void Remember(IEnumerable<string> lookupKeys) => earlier = [.. lookupKeys.Select(Convert.FromBase64String)];

    /// <summary>Every lookup that a text may be found by: the one that is made now first, then those of before.</summary>
    public IEnumerable<string> LookupsOf(AccountRecordKind kind, string text) => earlier.Prepend(looking).Select(key => LookupOf(key, kind, text));

    /// <summary>The record as it was before it was sealed, or null when another master key sealed it, or it is damaged.</summary>
    public AccountRecord? TryOpen(AccountRecord record)
    {
        try
        {
            return Open(record);
        }
        catch (DamagedException)
        {
            return null;
        }
    }

    /// <summary>The lookup for a text, such as a sign-in name or the secret of a session: HMAC-SHA-256 (RFC 2104), in hex.</summary>
    public string LookupOf(AccountRecordKind kind, string text) => LookupOf(looking, kind, text);

    private static string LookupOf(byte[] key, AccountRecordKind kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Names<AccountRecordKind>.Of(kind)}\n{text}")));

    private static byte[] Bound(AccountRecord record) => Encoding.UTF8.GetBytes(
        string.Join('\n', Names<AccountRecordKind>.Of(record.Kind), record.Id, record.Owner, record.Lookup, record.Until?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
