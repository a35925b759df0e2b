using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Privacy;

/// <summary>What a precision leaves of a region and of a count; the two rules that every projection is made of.</summary>
public static class Disclosure
{
    /// <summary>Counts below this are held back from the public unless the organization published them itself (DOMAIN 9).</summary>
    public const int SmallCount = 5;

    /// <summary>The region as far as the precision lets it be seen; null when it must not be told at all.</summary>
    public static RegionCode? Region(RegionCode region, Precision precision) => precision switch
    {
        Precision.Exact or Precision.Village => region,
        Precision.District => region.At(RegionLevel.District),
        Precision.Regency => region.At(RegionLevel.Regency),
        Precision.Hidden => null,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "Not a precision."),
    };

    /// <summary>A region as log and store may hold it in clear: no finer than the precision, the province when it must not be told at all; what cannot be read stays as it is.</summary>
    internal static string? Coarse(string? region, string? precision) =>
        RegionCode.TryParse(region, out var code) && precision is not null && Names<Precision>.TryParse(precision, out var level)
            ? Region(code, level)?.Value ?? code.At(RegionLevel.Province).Value
            : region;

    /// <summary>The stricter of two precisions.</summary>
    public static Precision Stricter(Precision one, Precision other) => one > other ? one : other;

    /// <summary>The counts as the public may see them: when any known part is 1 to 4, the parts go and only a total of 5 or more stays,
    /// since a small part could be told from the others by subtraction. Not more than <paramref name="most"/>, which the counts beside them ask for.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="most">How much the counts beside them let be told.</param>
    /// <param name="beside">True when nothing may tell which of several counts is the small one.</param>
    public static CountSet? Counts(CountSet? counts, CountDetail most = CountDetail.Parts, bool beside = false)
    {
        if (counts is null || counts.Published)
        {
            return counts;
        }

        return counts.Total is null ? counts
            : most == CountDetail.Nothing ? None(counts, beside ? CountHeld.Beside : IsSmall(counts.Total) ? CountHeld.UnderFive : CountHeld.Beside)
            : IsSmall(counts.Total) ? None(counts, CountHeld.UnderFive)
            : HasSmallPart(counts) || most == CountDetail.Total ? None(counts, CountHeld.Parts) with { Unknown = counts.Total }
            : counts;
    }

    /// <summary>A need as the public may see it, as far as its table lets it (<see cref="PublishedTable"/>).</summary>
    public static Need Numbers(Need need, CountHeld held)
    {
        var asked = IsSmall(need.Total) && held < CountHeld.UnderFive ? CountHeld.UnderFive : HasSmallPart(need) && held == CountHeld.Nothing ? CountHeld.Parts : held;
        return need.Total is null || asked == CountHeld.Nothing || (asked == CountHeld.Parts && need is { Women: null, Men: null }) ? need
            : need with { Women = null, Men = null, Unknown = asked == CountHeld.Parts ? need.Total : null, Held = asked };
    }

    private static CountSet None(CountSet counts, CountHeld held) => counts with { Women = null, Men = null, Other = null, Unknown = null, Held = held };

    /// <summary>True when a known part is small.</summary>
    public static bool HasSmallPart(Need need) => IsSmall(need.Women) || IsSmall(need.Men) || IsSmall(need.Unknown);

    /// <summary>True when a known part is small.</summary>
    public static bool HasSmallPart(CountSet counts) => IsSmall(counts.Women) || IsSmall(counts.Men) || IsSmall(counts.Other) || IsSmall(counts.Unknown);

    /// <summary>True for 1 to 4: a number that may point at a person.</summary>
    public static bool IsSmall(int? count) => count is > 0 and < SmallCount;
}
