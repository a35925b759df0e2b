using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Reading;

/// <summary>What a text about a region was read as. Either it is decided (<paramref name="Region"/>), or there is a doubt with those that may be meant, or it is
/// none (<see cref="RegionDoubt.Unknown"/> without candidates).</summary>
/// <param name="Region">The region that is meant; null while there is a doubt.</param>
/// <param name="Candidates">Those that may be meant, likeliest first, at most <see cref="RegionReader.MostCandidates"/>; empty when it is decided.</param>
/// <param name="Doubt">Why it is not decided; null when it is.</param>
/// <param name="Way">How the region, or the candidates, were found.</param>
public sealed record RegionReading(RegionCode? Region, IReadOnlyList<RegionCode> Candidates, RegionDoubt? Doubt, RegionWay Way)
{
    /// <summary>No region, and nobody who might be meant.</summary>
    public static readonly RegionReading None = new(null, [], RegionDoubt.Unknown, RegionWay.Name);

    internal static RegionReading Of(RegionCode region, RegionWay way) => new(region, [], null, way);

    internal static RegionReading Doubted(RegionDoubt doubt, IEnumerable<RegionCode> candidates, RegionWay way) => new(null, [.. candidates.Distinct().Take(RegionReader.MostCandidates)], doubt, way);
}

/// <summary>Why a region is not decided.</summary>
public enum RegionDoubt
{
    /// <summary>A spreadsheet took a zero from the code: <c>11.1</c> is 11.01 or 11.10.</summary>
    EatenCode,

    /// <summary>Digits that are one region's code of the Ministry of Home Affairs and another's of Statistics Indonesia.</summary>
    TwoCodings,

    /// <summary>A code and a name that are of two regions.</summary>
    CodeAndName,

    /// <summary>Several have that name.</summary>
    SeveralOfThatName,

    /// <summary>None has that name; some have nearly that one.</summary>
    NearlySo,

    /// <summary>A region of earlier days that became several.</summary>
    Succeeded,

    /// <summary>It is not where the text, or its neighbour column, says that it is.</summary>
    Elsewhere,

    /// <summary>It has the name, and is of another kind or level than was written: a regency where a city was asked for.</summary>
    OtherKind,

    /// <summary>What holds it was found, the finer part of the text was not.</summary>
    Coarser,

    /// <summary>Nothing fits.</summary>
    Unknown,
}

/// <summary>How a region was found.</summary>
public enum RegionWay
{
    /// <summary>By its code, with or without dots.</summary>
    Code,

    /// <summary>By its code of Statistics Indonesia.</summary>
    StatisticsCode,

    /// <summary>By its name, and where it lies.</summary>
    Name,

    /// <summary>By its name in another spelling: old (oe, dj, tj), letters doubled, in English, without "Kepulauan".</summary>
    Spelling,

    /// <summary>By a name or code that it had before.</summary>
    Former,

    /// <summary>By a name one letter off.</summary>
    Mistyped,

    /// <summary>By an answer given before.</summary>
    Remembered,
}

/// <summary>Whose codes a column holds. The same digits mean two regions in Aceh and Papua.</summary>
public enum RegionCoding
{
    /// <summary>Kemendagri.</summary>
    HomeAffairs,

    /// <summary>BPS, and what is made of its codes (the p-codes of OCHA).</summary>
    Statistics,
}

/// <summary>What is known beside the text. Without any of it nothing changes but what is in doubt.</summary>
public sealed record RegionHints
{
    /// <summary>No hints.</summary>
    public static readonly RegionHints None = new();

    /// <summary>What holds the region, as people write it: the column of the province beside that of the regency.</summary>
    public string? Within { get; init; }

    /// <summary>The name, when the text is a code and a neighbour column has the name.</summary>
    public string? Name { get; init; }

    /// <summary>Of which level it is to be.</summary>
    public RegionLevel? Level { get; init; }

    /// <summary>Whose codes these are.</summary>
    public RegionCoding? Coding { get; init; }

    /// <summary>Of which day the text is: a province that was split since is then in doubt.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What somebody answered when this text was in doubt before; passed over when there is no such region.</summary>
    public RegionCode? Remembered { get; init; }
}
