using System.Text.RegularExpressions;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Hashtags of the Humanitarian Exchange Language: a row is theirs when at least half of what stands in it is one, as its own library takes it (libhxl, fuzzy detection).</summary>
internal static partial class Hashtags
{
    /// <summary>The row of hashtags is one of so many.</summary>
    internal const int FirstRows = 25;

    private const int LongestTag = 200;

    /// <summary>The hashtags of a row, null where there is none, and those that had lost their sign; null when it is no such row.</summary>
    internal static (string?[] Tags, IReadOnlyList<int> Mended)? Of(ReadRow row)
    {
        var filled = row.Cells.Count(c => !c.IsBlank);
        var tags = row.Cells.Select(c => IsShort(c) && Tag().IsMatch(c.Text) && !Colour().IsMatch(c.Text) ? Plain(c.Text) : null).ToArray();
        if (tags.Count(t => t is not null) is var found && (found == 0 || found * 2 < filled))
        {
            return null;
        }

        var mended = new List<int>();
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] is null && IsShort(row.Cells[i]) && Signless().IsMatch(row.Cells[i].Text))
            {
                tags[i] = '#' + Plain(row.Cells[i].Text);
                mended.Add(i);
            }
        }

        return (tags, mended);
    }

    private static bool IsShort(Cell cell) => cell.Kind == CellKind.Text && cell.Text.Length <= LongestTag;

    private static string Plain(string text) => string.Concat(text.Where(l => !char.IsWhiteSpace(l))).ToLowerInvariant();

    [GeneratedRegex(@"^\s*#\s*[A-Za-z][A-Za-z0-9_]*(?:\s*\+\s*[A-Za-z][A-Za-z0-9_]*)*\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^\s*[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signless();
}
