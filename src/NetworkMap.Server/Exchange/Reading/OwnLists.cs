using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Recognizes the lists of our own export by their headings, also when columns were added, moved or taken out before they came back.</summary>
internal static class OwnLists
{
    /// <summary>A list of ours has at least so much of its columns (three of four).</summary>
    private const double Share = 0.75;

    private static readonly (string Name, HashSet<string> Headings)[] All =
    [
        .. Sheets.All.Select(s => (s.Name, Set(s.Columns.Select(c => c.Name)))),
        .. Sheets.All.Select(s => (s.Name, Set(s.Columns.Select(c => c.Indonesian)))),
        .. Sheets.All.Select(s => (s.Name, Set(s.Columns.Select(c => c.English)))),
    ];

    private static readonly HashSet<string> Tags = Set(Hxl.Tags.Select(t => t.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>The names of all lists of a workbook.</summary>
    internal static IReadOnlySet<string> Names { get; } = Sheets.All.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The name of the list (<c>hxl</c> of who does what where); null when it is none of ours.</summary>
    internal static string? Of(Headings headings)
    {
        if (headings.Tags.Count > 0)
        {
            return Part(Tags, headings.Tags.OfType<string>()) >= Share ? "hxl" : null;
        }

        var best = All.MaxBy(l => Part(l.Headings, headings.Texts));
        return Part(best.Headings, headings.Texts) >= Share ? best.Name : null;
    }

    private static double Part(HashSet<string> wanted, IEnumerable<string> found) => (double)found.Distinct(StringComparer.Ordinal).Count(wanted.Contains) / wanted.Count;

    private static HashSet<string> Set(IEnumerable<string> texts) => new(texts, StringComparer.Ordinal);
}
