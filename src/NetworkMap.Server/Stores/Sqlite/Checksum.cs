using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The checksum of a stored record: the first eight bytes of SHA-256 over all that it says, so that a flipped bit anywhere is found.</summary>
internal static class Checksum
{
    private const int Small = 1024;

    internal static long Of(int rank, string id, long first, long second, ReadOnlySpan<byte> body)
    {
        Span<byte> text = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(id, text, out var length) ? Of(rank, text[..length], first, second, body) : Of(rank, Encoding.UTF8.GetBytes(id), first, second, body);
    }

    /// <summary>The same, of an id in UTF-8.</summary>
    internal static long Of(int rank, ReadOnlySpan<byte> id, long first, long second, ReadOnlySpan<byte> body)
    {
        var length = 24 + id.Length + body.Length;
        var rented = length <= Small ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented ?? stackalloc byte[Small];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, rank);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], second);
        id.CopyTo(bytes[24..]);
        body.CopyTo(bytes[(24 + id.Length)..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
