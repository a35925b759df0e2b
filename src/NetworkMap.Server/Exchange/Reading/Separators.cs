using System.Text.RegularExpressions;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>What stands between the cells of a text: what its first line says (<c>sep=;</c>, as Excel writes it), or else what makes the most first lines equally wide.</summary>
internal static partial class Separators
{
    private const int Sample = 1 << 16;
    private const int Lines = 60;
    private static readonly char[] Known = [',', ';', '\t', '|'];

    /// <summary>The separator, and whether the first line only says which it is.</summary>
    internal static (char Separator, bool IsSaid) Of(TextReader text, ReadingLimits limits)
    {
        var letters = new char[Sample];
        var start = letters.AsSpan(0, text.ReadBlock(letters));
        if (Said().Match(start.Length > 20 ? start[..20].ToString() : start.ToString()) is { Success: true } said)
        {
            return (said.Groups[1].Value[0], true);
        }

        var sample = start.ToString();
        return (Known.Select(s => (Separator: s, Score: Score(sample, s, limits))).Aggregate((best, next) => next.Score > best.Score ? next : best).Separator, false);
    }

    /// <summary>The share of lines that are as wide as most, and a little for every further column.</summary>
    private static double Score(string sample, char separator, ReadingLimits limits)
    {
        var widths = new List<int>();
        var parser = new CsvParser(new StringReader(sample), separator, limits, "");
        try
        {
            while (widths.Count < Lines && parser.Read())
            {
                if (parser.Count > 1 || parser[0].Length > 0)
                {
                    widths.Add(parser.Count);
                }
            }

            // The last line may have been cut by the sample.
            if (widths.Count > 1 && parser.EndsOpen && sample.Length == Sample)
            {
                widths.RemoveAt(widths.Count - 1);
            }
        }
        catch (UnreadableException)
        {
            // What was read so far counts: the sample ends within a cell, or cells are as long as that only with a separator that is none.
        }

        var common = widths.Where(w => w > 1).GroupBy(w => w).MaxBy(g => (g.Count(), g.Key));
        return common is null ? 0 : ((double)common.Count() / widths.Count) + (Math.Min(common.Key, 50) / 200.0);
    }

    [GeneratedRegex("^\"?sep=(.)\"?[\\r\\n]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();
}
