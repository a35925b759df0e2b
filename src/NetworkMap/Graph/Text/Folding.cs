using System.Globalization;
using System.Text;
using NetworkMap.Domain;

namespace NetworkMap.Graph.Text;

/// <summary>Turns a text into the words by which it is found: lower case, without marks on letters (Unicode form KD), without apostrophes (Ma'arif is maarif), cut at
/// everything that is neither letter nor digit. Letters that stand alone side by side become one word (U.P.N. is upn), and abbreviations are written out.</summary>
internal static class Folding
{
    /// <summary>Longer words are cut to this many letters.</summary>
    internal const int LongestWord = 32;

    /// <summary>The words of a text, abbreviations written out, in its order.</summary>
    internal static List<string> Words(string text) => Abbreviations.WriteOut(Bare(text));

    /// <summary>The words of a text as they stand there.</summary>
    internal static List<string> Bare(string text)
    {
        var words = new List<string>(8);
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var lastIsLetter = false;
        foreach (var c in Ascii.IsValid(text) ? text : Characters.Letters(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                word[Math.Min(length, LongestWord - 1)] = char.ToLowerInvariant(c);
                length = Math.Min(length + 1, LongestWord);
            }
            else if (!IsSilent(c) && length > 0)
            {
                lastIsLetter = Close(words, word[..length], lastIsLetter);
                length = 0;
            }
        }

        if (length > 0)
        {
            Close(words, word[..length], lastIsLetter);
        }

        return words;
    }

    /// <summary>Adds a word; one letter alone joins the letters alone before it. True when the last word is made of such letters.</summary>
    private static bool Close(List<string> words, ReadOnlySpan<char> word, bool lastIsLetter)
    {
        var isLetter = word.Length == 1 && char.IsLetter(word[0]);
        if (isLetter && lastIsLetter && words[^1].Length < LongestWord)
        {
            words[^1] += word[0];
        }
        else
        {
            words.Add(word.ToString());
        }

        return isLetter;
    }

    private static bool IsSilent(char c) => c is '\'' or '`' or '\u2018' or '\u2019' or '\u02BC' || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
}
