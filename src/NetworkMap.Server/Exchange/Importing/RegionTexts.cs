using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Reading;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Understands regions as people write them, remembers what was asked, and takes down what nobody but a person can decide.</summary>
internal sealed class RegionTexts(NetworkGraph graph, IReadOnlyDictionary<string, string>? answers)
{
    private readonly RegionReader reader = new(graph);
    private readonly Dictionary<string, RegionReading> doubts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>Texts in doubt, and in how many rows.</summary>
    internal IReadOnlyList<RegionQuestion> Questions => [.. rows.OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).Select(d => new RegionQuestion(d.Key, d.Value, doubts[d.Key].Candidates))];

    /// <summary>Whose codes a column holds; null when nothing tells.</summary>
    internal RegionCoding? CodingOf(IEnumerable<(string Code, string? Name)> column) => reader.CodingOf(column);

    /// <summary>What a row says of its region: the finest part, and those that hold it, as one text by which it is asked about.</summary>
    internal static string Whole(IReadOnlyList<string> parts) => string.Join(", ", parts);

    /// <summary>The region that a row means; null, with what it may mean, where that is in doubt.</summary>
    /// <param name="parts">What the row says, from the largest to the smallest.</param>
    /// <param name="level">The level of the smallest; null where nothing tells.</param>
    /// <param name="coding">Whose codes they are.</param>
    internal RegionReading Read(IReadOnlyList<string> parts, RegionLevel? level, RegionCoding? coding)
    {
        var whole = Whole(parts);
        if (answers?.GetValueOrDefault(whole) is { Length: > 0 } answer && RegionCode.Parse(answer).TryValue(out var decided) && graph.Region(decided) is not null)
        {
            return new RegionReading(decided, [], null, RegionWay.Remembered);
        }

        var reading = reader.Read(parts[^1], new RegionHints { Within = parts.Count > 1 ? Whole([.. parts.SkipLast(1)]) : null, Level = level, Coding = coding });
        if (reading.Region is null)
        {
            doubts[whole] = reading;
            rows[whole] = rows.GetValueOrDefault(whole) + 1;
        }

        return reading;
    }
}
