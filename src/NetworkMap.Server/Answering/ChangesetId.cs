using System.Buffers.Binary;
using System.Security.Cryptography;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Answering;

/// <summary>The public name of a changeset: its sequence, encrypted, since the gaps between plain numbers would tell of changes that the asker may not see.</summary>
public sealed class ChangesetId(MasterKey master)
{
    private readonly byte[] key = master.Derive("changeset ids", 16);

    /// <summary>The name of a sequence, 32 hexadecimal digits, the same every time.</summary>
    public string Of(long sequence)
    {
        Span<byte> block = stackalloc byte[16];
        block.Clear();
        BinaryPrimitives.WriteInt64BigEndian(block[8..], sequence);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>The sequence of a name, or <c>changeset_unknown</c>.</summary>
    public Outcome<long> Read(string? name)
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
