namespace NetworkMap.Server.Exchange.Reading;

/// <summary>XML none of whose tags is longer than any workbook needs: a reader of XML holds a tag with all its attributes, so that one of a gigabyte has to be refused before it gets there.
/// It knows quotation marks, comments and what is quoted whole, in which the signs of tags mean nothing.</summary>
internal sealed class TagStream(Stream xml, string name) : ForwardStream
{
    private const int LongestTag = 1 << 16;
    private const string Comment = "!--";
    private const string Quoted = "![CDATA[";

    private Within within;
    private byte quote;
    private int length;
    private int matched;

    private enum Within
    {
        Text,
        Tag,
        Comment,
        Quoted,
        Instruction,
    }

    public override int Read(Span<byte> buffer)
    {
        var read = xml.Read(buffer);
        var rest = buffer[..read];
        while (!rest.IsEmpty)
        {
            if (within == Within.Text)
            {
                var tag = rest.IndexOf((byte)'<');
                within = tag < 0 ? Within.Text : Within.Tag;
                (length, quote, matched) = (0, 0, 0);
                rest = tag < 0 ? [] : rest[(tag + 1)..];
                continue;
            }

            Follow(rest[0]);
            rest = rest[1..];
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            xml.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(byte sign)
    {
        // Of two bytes for a letter, one is zero in all signs that matter here.
        if (sign == 0)
        {
            return;
        }

        if (within is Within.Comment or Within.Quoted or Within.Instruction)
        {
            var (end, often) = within switch { Within.Comment => ('-', 2), Within.Quoted => (']', 2), _ => ('?', 1) };
            (within, matched) = sign == '>' && matched >= often ? (Within.Text, 0) : (within, sign == end ? matched + 1 : 0);
            return;
        }

        if (length++ > LongestTag)
        {
            throw UnreadableException.Of("file_with_entities", name, ("part", name));
        }

        if (quote != 0)
        {
            quote = sign == quote ? default : quote;
        }
        else if (sign is (byte)'"' or (byte)'\'')
        {
            quote = sign;
        }
        else if (sign == '>')
        {
            within = Within.Text;
        }
        else if (sign == '?' && length == 1)
        {
            within = Within.Instruction;
        }
        else
        {
            Begin(sign);
        }
    }

    /// <summary>True comments and quotations begin with the tag.</summary>
    private void Begin(byte sign)
    {
        matched = length == matched + 1 && ((matched < Comment.Length && sign == Comment[matched]) || (matched < Quoted.Length && sign == Quoted[matched])) ? matched + 1 : matched;
        if (matched == Comment.Length && sign == '-' && length == matched)
        {
            (within, matched) = (Within.Comment, 0);
        }
        else if (matched == Quoted.Length && length == matched)
        {
            (within, matched) = (Within.Quoted, 0);
        }
    }
}
