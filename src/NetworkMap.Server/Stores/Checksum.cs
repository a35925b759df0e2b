using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace NetworkMap.Server.Stores;

/// <summary>The checksum of a stored record: XXH3 with 64 bits (Collet, 2019) over all that it says, so that a flipped bit anywhere is found. It guards against
/// accidents; against hands the hashes of the log do.</summary>
internal static class Checksum
{
    private const int Small = 1024;

    internal static long Of(int rank, string id, long first, long second, ReadOnlySpan<byte> body) => Of(rank, Encoding.UTF8.GetBytes(id), first, second, body);

    /// <summary>The same, of an id in UTF-8.</summary>
    internal static long Of(long rank, ReadOnlySpan<byte> id, long first, long second, ReadOnlySpan<byte> body) =>
        Of(static bytes => (long)XxHash3.HashToUInt64(bytes), rank, id, first, second, body);

    /// <summary>Any hash over all that a record says.</summary>
    internal static long Of(Hash hash, long rank, ReadOnlySpan<byte> id, long first, long second, ReadOnlySpan<byte> body)
    {
        var length = 24 + id.Length + body.Length;
        var rented = length <= Small ? null : ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented ?? stackalloc byte[Small];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, rank);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], first);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], second);
        id.CopyTo(bytes[24..]);
        body.CopyTo(bytes[(24 + id.Length)..]);
        var sum = hash(bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return sum;
    }

    /// <summary>A hash of bytes.</summary>
    internal delegate long Hash(ReadOnlySpan<byte> bytes);
}
