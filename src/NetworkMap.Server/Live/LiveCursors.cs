using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Storage;

namespace NetworkMap.Server.Live;

/// <summary>Where a follower is: {log, sequence of the last change that its projection could see}, one encrypted block (AES-128) under a key of the audience.
/// The same place gives the same text, so a cursor that stays tells that nothing visible happened and nothing about what is hidden.</summary>
internal sealed class LiveCursors(MasterKey master, INetworkStore store)
{
    private const int Size = 16;
    private const int KeyLimit = 1_000;
    private readonly ConcurrentDictionary<Audience, byte[]> keys = new();
    private readonly ulong log = BinaryPrimitives.ReadUInt64BigEndian(store.Head.Log.ToByteArray());

    /// <summary>The cursor of a sequence, 32 hexadecimal digits.</summary>
    internal string Of(Audience audience, long sequence)
    {
        Span<byte> block = stackalloc byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(block, log);
        BinaryPrimitives.WriteInt64BigEndian(block[8..], sequence);
        using var aes = Cipher(audience);
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>The sequence of a cursor; -1 when it is of another log or another audience, <c>cursor_malformed</c> when it is no cursor at all.</summary>
    internal Outcome<long> Read(Audience audience, string? cursor)
    {
        var block = new byte[Size];
        if (cursor?.Length != 2 * Size || Convert.FromHexString(cursor, block, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return Refusal.Of("cursor_malformed", "", ("value", cursor is { Length: > 40 } ? cursor[..40] : cursor));
        }

        using var aes = Cipher(audience);
        var plain = aes.DecryptEcb(block, PaddingMode.None);
        return BinaryPrimitives.ReadUInt64BigEndian(plain) == log ? BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(8)) : -1;
    }

    private byte[] KeyOf(Audience audience)
    {
        if (keys.Count > KeyLimit)
        {
            keys.Clear();
        }

        return keys.GetOrAdd(audience, a => master.Derive("live cursors of " + a.Name, Size));
    }

    private Aes Cipher(Audience audience)
    {
        var aes = Aes.Create();
        aes.Key = KeyOf(audience);
        return aes;
    }
}
