using System.Buffers.Binary;
using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Answering;

/// <summary>The public name of a changeset: its sequence, encrypted, since the gaps between plain numbers would tell of changes that the asker may not see.</summary>
public sealed class ChangesetId(MasterKey master)
{
    private readonly byte[] names = master.Derive("changeset ids", 16);
    private readonly byte[] places = master.Derive("changeset cursors", 16);

    /// <summary>The name of a sequence, 32 hexadecimal digits, the same every time.</summary>
    public string Of(long sequence) => Write(names, sequence);

    /// <summary>The sequence of a name, or <c>changeset_unknown</c>.</summary>
    public Outcome<long> Read(string? name) => Read(names, name);

    /// <summary>The cursor of what lies below a sequence. It is not the name of that change, which may be hidden.</summary>
    public string Below(long sequence) => Write(places, sequence);

    /// <summary>The sequence of a cursor, or <c>changeset_unknown</c>.</summary>
    public Outcome<long> ReadBelow(string? cursor) => Read(places, cursor);

    private static string Write(byte[] key, long sequence)
    {
        Span<byte> block = stackalloc byte[16];
        block.Clear();
        BinaryPrimitives.WriteInt64BigEndian(block[8..], sequence);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    private static Outcome<long> Read(byte[] key, string? name)
    {
        var block = new byte[16];
        if (name?.Length != 32 || Convert.FromHexString(name, block, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return Refusal.Of("changeset_unknown", "id");
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptEcb(block, PaddingMode.None);
        return BinaryPrimitives.ReadInt64BigEndian(plain) == 0 ? BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(8)) : Refusal.Of("changeset_unknown", "id");
    }
}
