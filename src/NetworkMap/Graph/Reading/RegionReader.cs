using System.Collections.Concurrent;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Reading;

/// <summary>Reads regions as people write them: codes with and without dots, of the Ministry of Home Affairs or of Statistics Indonesia, codes that a spreadsheet has
/// eaten, names with and without Kab., Kota, Prov., Kec., Kel., in capitals, abbreviated, of earlier days, mistyped, and with what holds them beside. One reader
/// serves one graph; it may be asked by several threads, and remembers what it read.</summary>
/// <remarks>A name without a word for what it is means the largest that has it; a province and a regency or city of one name, and a regency and a city of one
/// name, are a doubt. A name one letter off is decided only when it has <see cref="LeastForError"/> letters and no second is as near. Everything else that does not
/// fit exactly is a doubt, for somebody to decide and the caller to remember.</remarks>
public sealed class RegionReader
{
    /// <summary>More candidates are not told.</summary>
    public const int MostCandidates = 12;

    /// <summary>Letters that a name needs for an error in it to be mended unasked.</summary>
    public const int LeastForError = 6;

    /// <summary>Longer texts are no names of regions.</summary>
    public const int LongestText = 300;

    private const int MostKept = 20_000;
    private readonly NetworkGraph graph;
    private readonly RegionCodes codes;
    private readonly RegionNaming naming;
    private readonly ConcurrentDictionary<(string Text, RegionHints Hints), RegionReading> kept = new();

    /// <summary>A reader of the regions that a graph shows.</summary>
    /// <param name="graph">Any projection; regions are shown to everybody.</param>
    /// <param name="former">Names and codes of earlier days, beside those that the graph itself has (regions with successors).</param>
    public RegionReader(NetworkGraph graph, IReadOnlyCollection<FormerRegion>? former = null)
    {
        this.graph = graph;
        var index = new RegionIndex(graph);
        codes = new RegionCodes(graph, index, (former ?? []).Where(f => f.Code is not null).ToLookup(f => f.Code!, StringComparer.Ordinal));
        naming = new RegionNaming(graph, index, former ?? []);
    }

    /// <summary>What a text was read as.</summary>
    public RegionReading Read(string? text, RegionHints? hints = null)
    {
        var known = hints ?? RegionHints.None;
        if (known.Remembered is { } remembered && graph.Region(remembered) is not null)
        {
            return RegionReading.Of(remembered, RegionWay.Remembered);
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return RegionReading.None;
        }

        if (kept.TryGetValue((text, known), out var before))
        {
            return before;
        }

        var reading = Anew(text.Trim(), known);
        if (kept.Count < MostKept)
        {
            kept.TryAdd((text, known), reading);
        }

        return reading;
    }

    /// <summary>Whose codes a column holds, told by codes that only the one or only the other has, and by the names beside them; null when nothing tells.</summary>
    public RegionCoding? CodingOf(IEnumerable<(string Code, string? Name)> column)
    {
        var (home, statistics) = (0, 0);
        foreach (var (code, name) in column)
        {
            var asHome = codes.Read(code, RegionCoding.HomeAffairs)?.Region;
            var asStatistics = codes.Read(code, RegionCoding.Statistics)?.Region;
            if (asHome == asStatistics || code.Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            var named = string.IsNullOrWhiteSpace(name) ? null : Anew(name.Trim(), RegionHints.None);
            home += asHome is { } h && (named is null ? asStatistics is null : IsAmong(named, h)) ? 1 : 0;
            statistics += asStatistics is { } s && (named is null ? asHome is null : IsAmong(named, s)) ? 1 : 0;
        }

        return home > 4 * statistics ? RegionCoding.HomeAffairs : statistics > 4 * home ? RegionCoding.Statistics : null;
    }

    private RegionReading Anew(string text, RegionHints hints)
    {
        if (codes.Read(text, hints.Coding) is { } coded)
        {
            return Beside(coded, hints.Name ?? hints.Within, hints.Name is not null, hints);
        }

        return RegionCodes.Split(text) is { } split && codes.Read(split.Code, hints.Coding) is { } code && (code.Region is not null || code.Candidates.Count > 0)
            ? Beside(code, split.Name, isName: true, hints)
            : naming.Read(text, hints);
    }

    /// <summary>A code, compared with the name beside it: a name decides between what a code may mean, and a code and a name of two regions are a doubt.</summary>
    private RegionReading Beside(RegionReading coded, string? text, bool isName, RegionHints hints)
    {
        if (string.IsNullOrWhiteSpace(text) || (coded.Region is null && coded.Candidates.Count == 0))
        {
            return coded;
        }

        var beside = naming.Read(text.Trim(), RegionHints.None with { Level = isName ? (coded.Region ?? coded.Candidates[0]).Level : null, AsOf = hints.AsOf });
        if (coded.Region is { } region)
        {
            // A column of what holds it never contradicts a code; a name does, when it is surely another's.
            return !isName || beside.Region is not { } named || named == region || named.Holds(region) ? coded : RegionReading.Doubted(RegionDoubt.CodeAndName, [region, named], RegionWay.Code);
        }

        var meant = coded.Candidates.Where(c => isName ? IsAmong(beside, c) : IsIn(beside, c)).ToList();
        return meant.Count == 1 ? RegionReading.Of(meant[0], coded.Way) : coded;
    }

    private static bool IsAmong(RegionReading reading, RegionCode code) => reading.Region == code || reading.Candidates.Contains(code);

    private static bool IsIn(RegionReading reading, RegionCode code) => reading.Region is { } region && region.Holds(code);
}
