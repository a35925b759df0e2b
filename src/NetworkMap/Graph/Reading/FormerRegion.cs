using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Reading;

/// <summary>A name or a code by which regions were known before, and what it became. A province that lost a part and kept its name stands here under that name,
/// so that a regency is found in the province that it was in.</summary>
/// <param name="Name">As it was called, without the word for what it was.</param>
/// <param name="Kind">What it was; null for a name by which people call it.</param>
/// <param name="Code">Its code then, without dots; null when only the name is told.</param>
/// <param name="Until">The last day, as far as it is known.</param>
/// <param name="Became">What it is today; several when it was split.</param>
public sealed record FormerRegion(string Name, RegionKind? Kind, string? Code, DateOnly? Until, IReadOnlyList<RegionCode> Became)
{
    /// <summary>One row of <c>graph-seed/regions/former.csv</c>: name, kind, code, until, became (codes parted by blanks), and what is not read here. Null for a row that is none.</summary>
    public static FormerRegion? Read(IReadOnlyList<string> row)
    {
        if (row.Count < 5 || row[0].Length == 0)
        {
            return null;
        }

        var became = row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RegionCode.Parse).ToList();
        var until = DateOnly.TryParseExact(row[3], "yyyy-MM-dd", out var day) ? day : default(DateOnly?);
        return became.Count > 0 && became.TrueForAll(b => b.TryValue(out _))
            ? new FormerRegion(row[0], Names<RegionKind>.TryParse(row[1], out var kind) ? kind : null, row[2].Length == 0 ? null : row[2].Replace(".", "", StringComparison.Ordinal), until, [.. became.Select(b => b.Value)])
            : null;
    }
}
