using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NetworkMap.Server.Stores.Sqlite;

/// <summary>The checksum of a stored record: the first eight bytes of SHA-256 over all that it says, so that a flipped bit anywhere is found.</summary>
internal static class Checksum
{
    internal static long Of(int rank, string id, long first, long second, ReadOnlySpan<byte> body)
    {
        var length = 24 + Encoding.UTF8.GetMaxByteCount(id.Length) + body.Length;
        var rented = length <= 2048 ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented ?? stackalloc byte[2048];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, rank);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], second);
        var end = 24 + Encoding.UTF8.GetBytes(id, bytes[24..]);
        body.CopyTo(bytes[end..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..(end + body.Length)], hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
