using System.Buffers;
using System.Text;


namespace NetworkMap.Server.Exchange.Reading;

/// <summary>In which encoding a file of text is. It says so by a byte order mark, or it is UTF-16 when every other byte is zero, or UTF-8 when it is valid; else it comes from an older Windows program
/// (Windows-1252), in whole or, where parts of several files were put together, here and there.</summary>
internal sealed record TextEncoding(string Name, int MarkLength, Encoding Decoder, bool IsGuessed, bool IsMixed)
{
    private const int Sample = 1 << 12;

    /// <summary>UTF-8 in which what is not valid is read as Windows-1252.</summary>
    private static readonly Encoding Either = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WindowsFallback());

    private static Encoding Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    internal static TextEncoding Of(Stream file)
    {
        var buffer = new byte[1 << 16];
        var start = buffer.AsSpan(0, file.ReadAtLeast(buffer.AsSpan(0, Sample), Sample, throwOnEndOfStream: false));
        return start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => OfBytes(file, buffer, start.Length, 3),
            [0xFF, 0xFE, 0, 0, ..] => Marked("utf-32", 4, Encoding.UTF32),
            [0xFF, 0xFE, ..] => Marked("utf-16", 2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => Marked("utf-16BE", 2, Encoding.BigEndianUnicode),
            _ when Zeros(start, 1) => Marked("utf-16", 0, Encoding.Unicode),
            _ when Zeros(start, 0) => Marked("utf-16BE", 0, Encoding.BigEndianUnicode),
            _ => OfBytes(file, buffer, start.Length, 0),
        };
    }

    /// <summary>Its text, from behind the mark. Closing it closes the file given.</summary>
    internal StreamReader Over(Stream file)
    {
        var skipped = new byte[MarkLength];
        file.ReadExactly(skipped);
        return new StreamReader(file, Decoder, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>The same text as UTF-8, from behind the mark. Closing it closes the file given.</summary>
    internal Stream Bytes(Stream file)
    {
        var skipped = new byte[MarkLength];
        file.ReadExactly(skipped);
        return Decoder == Encoding.UTF8 ? file : Encoding.CreateTranscodingStream(file, Decoder, Encoding.UTF8);
    }

    private static TextEncoding Marked(string name, int mark, Encoding decoder) => new(name, mark, decoder, mark == 0, false);

    private static bool Zeros(ReadOnlySpan<byte> start, int from)
    {
        var (zeros, others) = (0, 0);
        for (var i = from; i < (start.Length & ~1); i += 2)
        {
            zeros += start[i] == 0 ? 1 : 0;
            others += start[i ^ 1] == 0 ? 1 : 0;
        }

        return start.Length >= 4 && zeros * 10 > start.Length / 2 * 7 && others == 0;
    }

    private static TextEncoding OfBytes(Stream file, byte[] buffer, int filled, int mark)
    {
        var (valid, invalid, held) = (0L, 0L, filled);
        while (held > 0)
        {
            var used = Count(buffer.AsSpan(0, held), ref valid, ref invalid);
            buffer.AsSpan(used, held - used).CopyTo(buffer);
            var read = file.Read(buffer.AsSpan(held - used));
            if (read == 0)
            {
                invalid += held - used;
                break;
            }

            held = held - used + read;
        }

        return invalid == 0 ? new("utf-8", mark, Encoding.UTF8, false, false)
            : valid >= invalid || mark > 0 ? new("utf-8", mark, Either, true, true)
            : new("windows-1252", 0, Windows, true, false);
    }

    /// <summary>Counts letters of several bytes that are valid, and bytes that are not; stops before one that may go on.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref long valid, ref long invalid)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next;
            switch (Rune.DecodeFromUtf8(bytes[at..], out _, out var length))
            {
                case OperationStatus.Done:
                    valid++;
                    break;
                case OperationStatus.NeedMoreData:
                    return at;
                default:
                    invalid += length;
                    break;
            }

            at += length;
        }

        return at;
    }

    private sealed class WindowsFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string letters = "";
            private int at;

            public override int Remaining => letters.Length - at;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (letters, at) = (Windows.GetString(bytesUnknown), 0);
                return letters.Length > 0;
            }

            public override char GetNextChar() => at < letters.Length ? letters[at++] : '\0';

            public override bool MovePrevious()
            {
                if (at == 0)
                {
                    return false;
                }

                at--;
                return true;
            }
        }
    }
}
