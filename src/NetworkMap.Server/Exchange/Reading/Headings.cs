using System.Globalization;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Where the headings of a table are. Above them may stand a title, a source, a day, and headings of groups; the row of headings is the first one most of whose cells are filled
/// with texts that differ, unless the next one is such a row as well and fills what it leaves open. Hashtags, where there are any, say it without doubt.</summary>
/// <param name="Row">In which row they are; 0 when there are none.</param>
/// <param name="Skipped">How many of the first rows are not of the table.</param>
/// <param name="Texts">What each column is called.</param>
/// <param name="Tags">Its hashtag.</param>
/// <param name="Mended">Columns whose hashtag had lost its sign.</param>
internal sealed record Headings(int Row, int Skipped, IReadOnlyList<string> Texts, IReadOnlyList<string?> Tags, IReadOnlyList<int> Mended)
{
    /// <summary>So many rows are looked at.</summary>
    internal const int FirstRows = 40;

    private const int LongestHeading = 400;

    /// <summary>Columns up to the last that is called anything: lines may end in any number of commas.</summary>
    internal int Width => Math.Max(Texts.Index().LastOrDefault(t => t.Item.Length > 0, (Index: -1, Item: "")).Index, Tags.Index().LastOrDefault(t => t.Item is not null, (Index: -1, Item: null)).Index) + 1;

    /// <summary>Finds them among the first rows that are not blank.</summary>
    internal static Headings Of(IReadOnlyList<ReadRow> first)
    {
        for (var i = 0; i < Math.Min(first.Count, Hashtags.FirstRows); i++)
        {
            if (Hashtags.Of(first[i]) is { } found)
            {
                return Tagged(first, i, found.Tags, found.Mended);
            }
        }

        for (var i = 0; i < first.Count; i++)
        {
            if (IsHeading(first, i))
            {
                var at = i + 1 < first.Count && IsHeading(first, i + 1) && IsOfGroups(first[i], first[i + 1]) ? i + 1 : i;
                return new Headings(first[at].Number, at + (at + 1 < first.Count && IsNumbering(first[at + 1]) ? 2 : 1), [.. first[at].Cells.Select(Text)], [], []);
            }
        }

        return new Headings(0, 0, [], [], []);
    }

    /// <summary>Headings stand right above the hashtags; where a cell is open there, what stands over it counts, unless it is the title of the whole.</summary>
    private static Headings Tagged(IReadOnlyList<ReadRow> first, int at, string?[] tags, IReadOnlyList<int> mended)
    {
        var above = first.Take(at).Reverse().TakeWhile(r => r.Cells.Count(c => !c.IsBlank) > 1).ToList();
        var width = Math.Max(tags.Length, above.Count == 0 ? 0 : above.Max(r => r.Cells.Count));
        var texts = Enumerable.Range(0, width).Select(c => above.Where(r => c < r.Cells.Count && !r.Cells[c].IsBlank).Select(r => Text(r.Cells[c])).FirstOrDefault() ?? "");
        return new Headings(above.Count == 0 ? first[at].Number : above[0].Number, at + 1, [.. texts], tags, mended);
    }

    private static bool IsHeading(IReadOnlyList<ReadRow> rows, int at)
    {
        var filled = rows[at].Cells.Where(c => !c.IsBlank).ToList();
        var below = rows.Skip(at + 1).Take(20).Select(r => r.Cells.Count(c => !c.IsBlank)).DefaultIfEmpty(0).Max();
        var texts = filled.Where(c => c.Kind == CellKind.Text && !LooksLikeNumber(c.Text)).Select(Text).ToList();
        return filled.Count * 2 >= below && (below < 2 || filled.Count >= 2) && texts.Count > 0
            && filled.TrueForAll(c => IsYear(c) || (c.Kind == CellKind.Text && !LooksLikeNumber(c.Text) && c.Text.Length <= LongestHeading))
            && texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() * 2 >= texts.Count;
    }

    /// <summary>Statistical tables number their columns below the headings: (1), (2), (3).</summary>
    private static bool IsNumbering(ReadRow row) =>
        row.Cells.Where(c => !c.IsBlank).ToList() is { Count: > 1 } cells && cells.Index().All(c => c.Item.Text.Trim() == string.Create(CultureInfo.InvariantCulture, $"({c.Index + 1})"));

    private static bool IsOfGroups(ReadRow upper, ReadRow lower)
    {
        var (above, below) = (upper.Cells.Count(c => !c.IsBlank), lower.Cells.Count(c => !c.IsBlank));
        return below >= 3 && above * 4 <= below * 3;
    }

    private static bool IsYear(Cell cell) => cell.Text.Length == 4 && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100;

    /// <summary>True of digits with whatever stands between and around them in numbers, days and amounts of money.</summary>
    private static bool LooksLikeNumber(string text) => text.AsSpan().ContainsAnyInRange('0', '9') && text.AsSpan().Trim().IndexOfAnyExcept("0123456789.,:/-+% ") < 0;

    private static string Text(Cell cell) => string.Join(' ', cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
