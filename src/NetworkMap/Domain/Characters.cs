using System.Buffers;
using System.Globalization;
using System.Text;

namespace NetworkMap.Domain;

/// <summary>Characters that no text may hold, since they make a screen or a spreadsheet say something else than what is stored (Unicode TR 36): controls, marks that
/// turn the direction of text, tags, noncharacters and half surrogate pairs. Line ends and tabs are welcome.</summary>
public static class Characters
{
    /// <summary>Formatting and filling that shows nothing, beside what Unicode calls white space and format (Cf): joiners, fillers, the blank of Braille, and variation selectors.</summary>
    private static readonly (int From, int To)[] Unseen =
        [(0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)];

    private static readonly SearchValues<char> OutOfLine = SearchValues.Create("\t\n\r\u00AD\u200B\u2028\u2029\u2060");

    /// <summary>Where the first forbidden character begins, or -1.</summary>
    public static int FirstForbidden(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != OperationStatus.Done || IsForbidden(rune))
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <summary>Where a text stops being one line of letters that can be seen, or -1: at a line end, a tab, a soft hyphen, or a blank without width. A name with such a character looks like another one.</summary>
    public static int FirstOutOfLine(string text) => text.AsSpan().IndexOfAny(OutOfLine);

    /// <summary>The name of the character at a place, as Unicode writes it: <c>U+202E</c>.</summary>
    public static string NameAt(string text, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{(Rune.DecodeFromUtf16(text.AsSpan(place), out var rune, out _) == OperationStatus.Done ? rune.Value : text[place]):X4}");

    /// <summary>The text with U+FFFD for each forbidden character, so that what somebody sent can be repeated to somebody else.</summary>
    public static string Harmless(string text)
    {
        if (FirstForbidden(text) < 0)
        {
            return text;
        }

        var harmless = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var good = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) == OperationStatus.Done && !IsForbidden(rune);
            harmless.Append(good ? text.AsSpan(i, length) : "\uFFFD");
            i += length;
        }

        return harmless.ToString();
    }

    /// <summary>True when nobody would see anything of the text.</summary>
    public static bool AreUnseen(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && !Array.Exists(Unseen, r => rune.Value >= r.From && rune.Value <= r.To))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text without what is no letter of Unicode: halves of pairs and noncharacters, which have no normal form.</summary>
    public static string Letters(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF')
        ? string.Concat(text.EnumerateRunes().Where(r => r.Value is not (0xFFFD or 0xFFFE or 0xFFFF)).Select(r => r.ToString()))
        : text;

    private static bool IsForbidden(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        0x061C or 0x200E or 0x200F or 0xFEFF => true,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        >= 0xE0000 and <= 0xE007F => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        var value => (value & 0xFFFE) == 0xFFFE || Rune.IsControl(rune),
    };
}
