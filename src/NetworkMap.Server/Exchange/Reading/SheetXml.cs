using System.Globalization;
using System.Text;
using System.Xml;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A part of a workbook as XML, read forward only. It has no entities and no document type, which workbooks never have and which is how XML is made to grow; a text is read piece
/// by piece, so that one of ten million letters is refused and never held.</summary>
internal sealed class SheetXml : IDisposable
{
    /// <summary>Elements within one another; a workbook has ten.</summary>
    private const int Deepest = 100;

    private readonly Stream part;
    private readonly string name;
    private readonly ReadingLimits limits;
    private readonly XmlReader xml;
    private readonly char[] piece = new char[1 << 10];
    private readonly StringBuilder text = new();

    internal SheetXml(Stream part, string name, ReadingLimits limits)
    {
        (this.part, this.name, this.limits) = (new TagStream(part, name), name, limits);
        xml = XmlReader.Create(this.part, new XmlReaderSettings
        {
            NameTable = new FewNames(name),
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = limits.Unpacked,
        });
    }

    internal int Depth => xml.Depth;

    internal bool IsEmptyElement => xml.IsEmptyElement;

    internal bool IsElement(string local) => xml.NodeType == XmlNodeType.Element && xml.LocalName == local;

    internal bool IsEnd(int depth) => xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth;

    /// <summary>An attribute that is in no namespace.</summary>
    internal string? Attribute(string local) => xml.GetAttribute(local);

    /// <summary>An attribute that is in one: the two editions of the standard have different ones.</summary>
    internal string? LinkAttribute(string local)
    {
        string? found = null;
        while (found is null && xml.MoveToNextAttribute())
        {
            found = xml.LocalName == local && xml.Prefix is not ("" or "xmlns") ? xml.Value : null;
        }

        xml.MoveToElement();
        return found;
    }

    internal bool Read()
    {
        try
        {
            return xml.Depth <= Deepest ? xml.Read() : throw UnreadableException.Of("file_with_entities", name, ("part", name));
        }
        catch (XmlException bad)
        {
            throw Damaged(bad);
        }
    }

    /// <summary>Passes over an element with all that is in it.</summary>
    internal void Skip()
    {
        var depth = xml.Depth;
        var isOpen = !xml.IsEmptyElement;
        while (Read() && isOpen && !IsEnd(depth))
        {
            // What is passed over is bounded like all else.
        }

        if (isOpen)
        {
            Read();
        }
    }

    /// <summary>All text in the element, without what only says how it is spoken; goes to its end.</summary>
    internal string Text(Func<UnreadableException> tooLong)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        // Between elements there may be space that is only layout.
        var (depth, isWithin) = (xml.Depth, xml.LocalName is "v" or "t" or "f");
        text.Clear();
        Read();
        while (!IsEnd(depth))
        {
            if (IsElement("rPh"))
            {
                Skip();
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    isWithin = xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    isWithin = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isWithin:
                    Append(tooLong);
                    break;
            }

            Read();
        }

        return Unescaped(text.ToString());
    }

    public void Dispose()
    {
        xml.Dispose();
        part.Dispose();
    }

    private void Append(Func<UnreadableException> tooLong)
    {
        try
        {
            for (var some = xml.ReadValueChunk(piece, 0, piece.Length); some > 0; some = xml.ReadValueChunk(piece, 0, piece.Length))
            {
                if (text.Length + some > limits.Cell)
                {
                    throw tooLong();
                }

                text.Append(piece, 0, some);
            }
        }
        catch (XmlException bad)
        {
            throw Damaged(bad);
        }
    }

    /// <summary>The reader says only in words that it met a document type.</summary>
    private UnreadableException Damaged(XmlException bad) => bad.Message.Contains("DTD", StringComparison.Ordinal) || bad.Message.Contains("entit", StringComparison.OrdinalIgnoreCase)
        ? UnreadableException.Of("file_with_entities", name, ("part", name))
        : UnreadableException.Of("file_damaged", name, ("part", name));

    /// <summary>The names of elements and attributes, which a reader keeps: a workbook has some hundreds.</summary>
    private sealed class FewNames(string part) : NameTable
    {
        private const int Most = 5000;
        private int count;

        public override string Add(char[] key, int start, int len) => base.Get(key, start, len) ?? (count++ < Most ? base.Add(key, start, len) : throw TooMany());

        public override string Add(string key) => base.Get(key) ?? (count++ < Most ? base.Add(key) : throw TooMany());

        private UnreadableException TooMany() => UnreadableException.Of("file_with_entities", part, ("part", part));
    }

    /// <summary>Letters that XML has no place for are written as <c>_x000D_</c> in workbooks.</summary>
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter))
            {
                plain.Append((char)letter);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
