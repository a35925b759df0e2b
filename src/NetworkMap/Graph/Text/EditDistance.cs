namespace NetworkMap.Graph.Text;

/// <summary>How many insertions, deletions, substitutions and swaps of neighbours make one word into another: the optimal string alignment distance, in which
/// no place is edited twice (F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964; the table of R. A. Wagner and
/// M. J. Fischer, The string-to-string correction problem, JACM 21(1), 1974).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is larger than <paramref name="most"/>.</summary>
    internal static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most) =>
        Math.Abs(one.Length - other.Length) > most ? most + 1 : Last(one, other, most, begin: false);

    /// <summary>The smallest distance to a begin of <paramref name="word"/>, or <paramref name="most"/> + 1.</summary>
    internal static int ToBegin(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most) =>
        typed.Length - word.Length > most ? most + 1 : Last(typed, word[..Math.Min(word.Length, typed.Length + most)], most, begin: true);

    private static int Last(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most, bool begin)
    {
        var width = other.Length + 1;
        if (most == 0)
        {
            return (begin ? other.StartsWith(one) : one.SequenceEqual(other)) ? 0 : 1;
        }

        Span<int> rows = stackalloc int[3 * Math.Min(width, Folding.LongestWord + 3)];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            if (Fill(one, other, i, before, above, row) > most)
            {
                return most + 1;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        var distance = begin ? Least(above) : above[^1];
        return Math.Min(distance, most + 1);
    }

    /// <summary>Fills row <paramref name="i"/> and gives its smallest number.</summary>
    private static int Fill(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int i, Span<int> before, Span<int> above, Span<int> row)
    {
        row[0] = i;
        var least = i;
        for (var j = 1; j <= other.Length; j++)
        {
            var same = one[i - 1] == other[j - 1];
            var distance = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
            {
                distance = Math.Min(distance, before[j - 2] + 1);
            }

            row[j] = distance;
            least = Math.Min(least, distance);
        }

        return least;
    }

    private static int Least(ReadOnlySpan<int> row)
    {
        var least = row[0];
        foreach (var value in row)
        {
            least = Math.Min(least, value);
        }

        return least;
    }
}
