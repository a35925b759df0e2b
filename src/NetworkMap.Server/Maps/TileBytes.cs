using System.Numerics;
using System.Text;

namespace NetworkMap.Server.Maps;

/// <summary>The few parts of protobuf's wire format that a tile is made of.</summary>
internal sealed class TileBytes
{
    private byte[] bytes = new byte[512];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>How many bytes a number takes.</summary>
    internal static int SizeOf(ulong number) => ((BitOperations.Log2(number | 1) * 9) + 73) >> 6;

    /// <summary>A signed number so that small ones stay short: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
    internal static uint ZigZag(int number) => (uint)((number << 1) ^ (number >> 31));

    internal void Number(ulong number)
    {
        var at = Room(10);
        while (number > 127)
        {
            at[0] = (byte)(number | 128);
            at = at[1..];
            number >>= 7;
            Length++;
        }

        at[0] = (byte)number;
        Length++;
    }

    /// <summary>A field that holds a number.</summary>
    internal void Field(int field, ulong number)
    {
        Number((uint)field << 3);
        Number(number);
    }

    /// <summary>The head of a field that holds so many bytes.</summary>
    internal void Begin(int field, int length)
    {
        Number(((uint)field << 3) | 2);
        Number((uint)length);
    }

    internal void Field(int field, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Begin(field, length);
        Encoding.UTF8.GetBytes(text, Room(length));
        Length += length;
    }

    internal void Field(int field, ReadOnlySpan<byte> message)
    {
        Begin(field, message.Length);
        Add(message);
    }

    internal void Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Room(more.Length));
        Length += more.Length;
    }

    internal byte[] ToArray() => Written.ToArray();

    private Span<byte> Room(int length)
    {
        if (bytes.Length - Length < length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + length));
        }

        return bytes.AsSpan(Length);
    }
}
