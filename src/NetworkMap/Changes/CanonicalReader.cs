using System.Buffers.Text;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Changes;

/// <summary>Reads canonical JSON from front to back: each property is asked for in its order, and is either the next one or absent. Whatever is not as
/// <see cref="ElementText"/> writes it in the plain case (an escape, a letter beyond ASCII, another order) ends in <see cref="IsRead"/> being false.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> text)
{
    private static readonly Words Known = new();
    private ReadOnlySpan<byte> rest = text;
    private bool isFirst;
    private bool isOdd;

    /// <summary>True when all was read and nothing was odd.</summary>
    internal readonly bool IsRead => !isOdd && rest.IsEmpty;

    /// <summary>An object begins.</summary>
    internal void Begin()
    {
        Take((byte)'{');
        isFirst = true;
    }

    /// <summary>The object ends.</summary>
    internal void End()
    {
        Take((byte)'}');
        isFirst = false;
    }

    /// <summary>True when the next property has this name; it is then at its value.</summary>
    internal bool Has(ReadOnlySpan<byte> name)
    {
        var at = isFirst ? 0 : 1;
        if (rest.Length < name.Length + at + 3 || (!isFirst && rest[0] != ',') || rest[at] != '"' || !rest.Slice(at + 1, name.Length).SequenceEqual(name)
            || rest[at + 1 + name.Length] != '"' || rest[at + 2 + name.Length] != ':')
        {
            return false;
        }

        rest = rest[(at + 3 + name.Length)..];
        isFirst = false;
        return true;
    }

    /// <summary>A text of its own.</summary>
    internal string? Text(ReadOnlySpan<byte> name) => Has(name) ? Encoding.ASCII.GetString(Quoted()) : null;

    /// <summary>A text that many elements have.</summary>
    internal string? Word(ReadOnlySpan<byte> name) => Has(name) ? Known.Of(Quoted()) : null;

    internal List<string>? Words(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        var words = new List<string>(4);
        for (Take((byte)'['); !isOdd; Take((byte)','))
        {
            words.Add(Known.Of(Quoted()));
            if (Next((byte)']'))
            {
                return words;
            }
        }

        return words;
    }

    internal int? Number(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        var figures = Figures();
        isOdd |= !Utf8Parser.TryParse(figures, out int number, out var length) || length != figures.Length;
        return number;
    }

    internal double? Fraction(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        var figures = Figures();
        isOdd |= !Utf8Parser.TryParse(figures, out double number, out var length) || length != figures.Length;
        return number;
    }

    internal bool? Truth(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        var isTrue = rest.StartsWith("true"u8);
        isOdd |= !isTrue && !rest.StartsWith("false"u8);
        rest = isOdd ? [] : rest[(isTrue ? 4 : 5)..];
        return isTrue;
    }

    internal DateOnly? Date(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        var quoted = Quoted();
        isOdd |= quoted.Length != 10 || quoted[4] != '-' || quoted[7] != '-';
        var (year, month, day) = isOdd ? (0, 0, 0) : (Digits(quoted[..4]), Digits(quoted[5..7]), Digits(quoted[8..]));
        isOdd |= year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month);
        return isOdd ? null : new DateOnly(year, month, day);
    }

    internal IntervalDraft? Interval(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        Begin();
        var interval = new IntervalDraft { From = Date("from"u8), Until = Date("until"u8) };
        End();
        return interval;
    }

    internal GeoPointDraft? Point(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        Begin();
        var point = new GeoPointDraft { Longitude = Fraction("longitude"u8), Latitude = Fraction("latitude"u8), Derived = Truth("derived"u8) };
        End();
        return point;
    }

    internal CountSetDraft? Counts(ReadOnlySpan<byte> name)
    {
        if (!Has(name))
        {
            return null;
        }

        Begin();
        var counts = new CountSetDraft
        {
            Women = Number("women"u8), Men = Number("men"u8), Other = Number("other"u8), Unknown = Number("unknown"u8), Date = Date("date"u8), Source = Text("source"u8), Published = Truth("published"u8),
        };
        End();
        return counts;
    }

    internal ProvenanceDraft? Provenance()
    {
        if (!Has("provenance"u8))
        {
            return null;
        }

        Begin();
        var provenance = new ProvenanceDraft
        {
            Source = Word("source"u8), SourceUrl = Word("sourceUrl"u8), AssertedBy = Word("assertedBy"u8), LastVerified = Date("lastVerified"u8), Unverified = Truth("unverified"u8), Example = Truth("example"u8),
        };
        End();
        return provenance;
    }

    internal void Take(byte expected)
    {
        if (!Next(expected))
        {
            isOdd = true;
            rest = [];
        }
    }

    internal bool Next(byte expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    /// <summary>What stands between quotation marks, when it is plain: printable ASCII without an escape.</summary>
    private ReadOnlySpan<byte> Quoted()
    {
        var end = rest.Length > 1 && rest[0] == '"' ? rest[1..].IndexOf((byte)'"') : -1;
        var quoted = end < 0 ? default : rest.Slice(1, end);
        if (end < 0 || quoted.ContainsAnyExceptInRange((byte)' ', (byte)'~') || quoted.Contains((byte)'\\'))
        {
            isOdd = true;
            rest = [];
            return [];
        }

        rest = rest[(end + 2)..];
        return quoted;
    }

    /// <summary>The figures of a plain number: no exponent, no needless zero in front.</summary>
    private ReadOnlySpan<byte> Figures()
    {
        var sign = !rest.IsEmpty && rest[0] == '-' ? 1 : 0;
        var whole = DigitsAt(sign);
        var fraction = rest.Length > sign + whole && rest[sign + whole] == '.' ? DigitsAt(sign + whole + 1) : -1;
        var figures = rest[..(sign + whole + fraction + 1)];
        isOdd |= whole == 0 || fraction == 0 || (whole > 1 && rest[sign] == '0');
        rest = rest[figures.Length..];
        return figures;
    }

    private readonly int DigitsAt(int start)
    {
        var end = rest[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? rest.Length - start : end;
    }

    private static int Digits(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
