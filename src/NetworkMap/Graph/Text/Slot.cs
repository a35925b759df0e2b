namespace NetworkMap.Graph.Text;

/// <summary>One word of a question and the words of the network that it may stand for, most alike first.</summary>
/// <param name="Exact">The number of the word itself, or -1 when no name has it.</param>
/// <param name="Alternatives">At most <see cref="MostAlternatives"/>.</param>
/// <param name="Weight">How much finding it tells: the logarithm of how rare it is.</param>
internal sealed record Slot(int Exact, Alternative[] Alternatives, double Weight)
{
    /// <summary>More words are not followed.</summary>
    internal const int MostAlternatives = 48;

    /// <summary>How alike a word of a name is to this one, 0 to 1.</summary>
    internal double LikenessOf(int word)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Word == word)
            {
                return alternative.Likeness;
            }
        }

        return 0;
    }

    /// <summary>Whether one of the words is what was typed, or begins with it.</summary>
    internal bool IsIn(int[] words) => Array.Exists(Alternatives, a => !a.IsMistyped && words.Contains(a.Word));

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
