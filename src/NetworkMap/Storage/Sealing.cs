using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <summary>The key of one sealed revision, wrapped by the master key. Destroying it erases what it sealed, wherever copies lie.</summary>
/// <param name="Id">Random.</param>
/// <param name="Element">Whose fields it seals.</param>
/// <param name="Wrapped">AES-256-GCM: nonce (12 bytes), ciphertext (32), tag (16).</param>
public sealed record SealingKey(Guid Id, ElementRef Element, byte[] Wrapped);

/// <summary>Seals and unseals with AES-256-GCM (NIST SP 800-38D) under one key a revision, each wrapped by the master key.</summary>
public sealed class MasterKey
{
    /// <summary>Bytes of the master key.</summary>
    public const int Size = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] master;

    /// <summary>A master key of 32 bytes.</summary>
    public MasterKey(ReadOnlySpan<byte> key) =>
        master = key.Length == Size ? key.ToArray() : throw new ArgumentException($"A master key has {Size} bytes, not {key.Length}.", nameof(key));

    /// <summary>A key for another purpose, told from this one by HKDF with SHA-256 (RFC 5869); it tells nothing about the master key.</summary>
    public byte[] Derive(string purpose, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, length, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A new key for a revision of <paramref name="element"/>.</summary>
    public (SealingKey Key, byte[] Plain) NewKey(ElementRef element)
    {
        var id = Guid.NewGuid();
        var plain = RandomNumberGenerator.GetBytes(Size);
        return (new SealingKey(id, element, Encrypt(master, plain, Bound(id, element))), plain);
    }

    /// <summary>A name for this master key that tells nothing about it, by which a store says which one wraps what it holds.</summary>
    public string Mark => Convert.ToHexStringLower(Derive("networkmap master key mark", 8));

    /// <summary>The same key wrapped by another master key, or null when this one did not wrap it. What it sealed stays as it is.</summary>
    public SealingKey? Rewrap(SealingKey key, MasterKey next) => Unwrap(key) is { } plain ? key with { Wrapped = Encrypt(next.master, plain, Bound(key.Id, key.Element)) } : null;

    /// <summary>The plain key, or null when the master key is not the one that wrapped it.</summary>
    public byte[]? Unwrap(SealingKey key) => Decrypt(master, key.Wrapped, Bound(key.Id, key.Element));

    /// <summary>Ciphertext as it stands in the log: <c>key id . base64</c>, bound to key and element.</summary>
    public static string Seal(SealingKey key, byte[] plainKey, ReadOnlySpan<byte> text) =>
        key.Id.ToString("N") + "." + Convert.ToBase64String(Encrypt(plainKey, text, Bound(key.Id, key.Element)));

    /// <summary>The text, or null when it was changed or the key is another.</summary>
    public static byte[]? Unseal(SealingKey key, byte[] plainKey, string sealedText) =>
        Decrypt(plainKey, Convert.FromBase64String(sealedText[(sealedText.IndexOf('.') + 1)..]), Bound(key.Id, key.Element));

    /// <summary>The id of the key that a sealed text names.</summary>
    public static Guid KeyOf(string sealedText) => Guid.ParseExact(sealedText.AsSpan(0, 32), "N");

    private static byte[] Bound(Guid id, ElementRef element) => Encoding.UTF8.GetBytes(id.ToString("N") + element);

    internal static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> text, byte[] bound)
    {
        var result = new byte[NonceSize + text.Length + TagSize];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), text, result.AsSpan(NonceSize, text.Length), result.AsSpan(NonceSize + text.Length), bound);
        return result;
    }

    internal static byte[]? Decrypt(byte[] key, ReadOnlySpan<byte> data, byte[] bound)
    {
        if (data.Length < NonceSize + TagSize)
        {
            return null;
        }

        var text = new byte[data.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(data[..NonceSize], data[NonceSize..^TagSize], data[^TagSize..], text, bound);
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
