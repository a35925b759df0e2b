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
    private readonly byte[] parts = master.Derive("changeset element cursors", 16);

    /// <summary>The name of a sequence, 32 hexadecimal digits, the same every time.</summary>
    public string Of(long sequence) => Write(names, 0, sequence);

    /// <summary>The sequence of a name, or <c>changeset_unknown</c>.</summary>
    public Outcome<long> Read(string? name) => Read(names, name) is (0, var sequence) ? sequence : Refusal.Of("changeset_unknown", "");

    /// <summary>The cursor of what lies below a sequence. It is not the name of that change, which may be hidden.</summary>
    public string Below(long sequence) => Write(places, 0, sequence);

    /// <summary>The sequence of a cursor, or <c>cursor_malformed</c>.</summary>
    public Outcome<long> ReadBelow(string? cursor) => Read(places, cursor) is (0, var sequence) ? sequence : Malformed(cursor);

    /// <summary>The cursor of what lies in a changeset from one of its revisions on.</summary>
    internal string Within(long sequence, int revision) => Write(parts, revision, sequence);

    /// <summary>The sequence and the revision of such a cursor, or <c>cursor_malformed</c>.</summary>
    internal Outcome<(long Sequence, int Revision)> ReadWithin(string? cursor) =>
        Read(parts, cursor) is ( >= 0 and <= int.MaxValue, _) and var (revision, sequence) ? (sequence, (int)revision) : Malformed(cursor);

    private static Refusal Malformed(string? cursor) => Refusal.Of("cursor_malformed", "", ("value", cursor));

    private static string Write(byte[] key, long first, long second)
    {
        Span<byte> block = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(block, first);
        BinaryPrimitives.WriteInt64BigEndian(block[8..], second);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>The two numbers of a name; null when it is none.</summary>
    private static (long First, long Second)? Read(byte[] key, string? name)
    {
        var block = new byte[16];
        if (name?.Length != 32 || Convert.FromHexString(name, block, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptEcb(block, PaddingMode.None);
        return (BinaryPrimitives.ReadInt64BigEndian(plain), BinaryPrimitives.ReadInt64BigEndian(plain.AsSpan(8)));
    }
}
