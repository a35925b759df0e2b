namespace NetworkMap.Graph.Text;

/// <summary>Which of a few known words somebody may have meant.</summary>
public static class Likeness
{
    /// <summary>At most three that are at most a third of their letters away, or begin as the word does, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> known) =>
    [
        .. known.Select(k => (Word: k, Away: Away(word, k)))
            .Where(k => k.Away <= Math.Max(2, k.Word.Length / 3))
            .OrderBy(k => k.Away).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Take(3).Select(k => k.Word),
    ];

    private static int Away(string word, string known)
    {
        var (one, other) = (word.ToLowerInvariant(), known.ToLowerInvariant());
        return other.StartsWith(one, StringComparison.Ordinal) || one.StartsWith(other, StringComparison.Ordinal) ? 1 : EditDistance.Between(one, other, Math.Max(2, other.Length / 3));
    }
}
