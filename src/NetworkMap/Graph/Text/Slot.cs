namespace NetworkMap.Graph.Text;

/// <summary>One word of a question and the words of the network that it may stand for, most alike first.</summary>
/// <param name="Exact">The number of the word itself, or -1 when no name has it.</param>
/// <param name="Alternatives">At most <see cref="MostAlternatives"/>.</param>
/// <param name="Weight">How much finding it tells: the logarithm of how rare it is.</param>
/// <param name="Begin">What was typed, when it may be only the begin of a word: more may begin so than are followed.</param>
internal sealed record Slot(int Exact, Alternative[] Alternatives, double Weight, string? Begin)
{
    /// <summary>More words are not followed.</summary>
    internal const int MostAlternatives = 48;

    /// <summary>How alike a word of a name is to this one, 0 to 1.</summary>
    internal double LikenessOf(int word, Lexicon words)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Word == word)
            {
                return alternative.Likeness;
            }
        }

        return IsBegun(word, words) ? LikenessOfBegin(Begin!, words[word]) : 0;
    }

    /// <summary>Whether one of the words is what was typed, or begins with it.</summary>
    internal bool IsIn(int[] words, Lexicon lexicon) => Array.Exists(Alternatives, a => !a.IsMistyped && words.Contains(a.Word)) || Array.Exists(words, w => IsBegun(w, lexicon));

    /// <summary>How alike a word is of which only the begin was typed: the more of it, the more.</summary>
    internal static double LikenessOfBegin(string begin, string whole) => 0.75 + (0.25 * begin.Length / whole.Length);

    private bool IsBegun(int word, Lexicon words) => Begin is { Length: > 1 } begin && word >= 0 && words[word].StartsWith(begin, StringComparison.Ordinal);

    /// <summary>How many entries of an index stand under its alternatives.</summary>
    internal int EntriesIn(NameIndex names)
    {
        var entries = 0;
        foreach (var alternative in Alternatives)
        {
            entries += names.With(alternative.Word).Length;
        }

        return entries;
    }
}

/// <summary>A word that may be meant, how alike it is, 0 to 1, and whether somebody who meant it mistyped it; the word itself and one that is only begun were not.</summary>
internal readonly record struct Alternative(int Word, double Likeness, bool IsMistyped = false);
