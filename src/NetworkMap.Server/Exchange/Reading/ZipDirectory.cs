using System.Buffers.Binary;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Counts what is in a zip file by going from entry to entry of its list, without keeping any, so that a list of millions takes neither memory nor time.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int EntryLength = 46;
    private const uint EndSign = 0x06054b50;
    private const uint EntrySign = 0x02014b50;
    private const uint LongLocatorSign = 0x07064b50;
    private const int LongLocatorLength = 20;

    /// <summary>How many entries there are, but not more than one above the limit; null when there is no list, as in a file that was cut off.</summary>
    internal static int? Count(Stream file, int limit)
    {
        if (Begin(file) is not { } at)
        {
            return null;
        }

        Span<byte> entry = stackalloc byte[EntryLength];
        var count = 0;
        while (count <= limit && at >= 0 && at + EntryLength <= file.Length)
        {
            file.Position = at;
            file.ReadExactly(entry);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySign)
            {
                break;
            }

            count++;
            at += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return count;
    }

    /// <summary>Where the list begins.</summary>
    private static long? Begin(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndLength + LongestComment + LongLocatorLength);
        var tail = new byte[length];
        file.Position = file.Length - length;
        file.ReadExactly(tail);
        for (var i = length - EndLength; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) == EndSign)
            {
                var begin = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i + 16));
                return begin != uint.MaxValue ? begin : i >= LongLocatorLength && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i - LongLocatorLength)) == LongLocatorSign
                    ? LongBegin(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(i - LongLocatorLength + 8))) : null;
            }
        }

        return null;
    }

    /// <summary>The same in the form for large files.</summary>
    private static long? LongBegin(Stream file, long at)
    {
        var end = new byte[56];
        if (at < 0 || at + end.Length > file.Length)
        {
            return null;
        }

        file.Position = at;
        file.ReadExactly(end);
        return BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48));
    }
}
