using System.Text.RegularExpressions;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Reading;

/// <summary>Reads a text that is, or holds, a code: with dots or without, of either ministry, as a number, or after a spreadsheet took zeros from it.</summary>
internal sealed partial class RegionCodes(NetworkGraph graph, RegionIndex index, ILookup<string, FormerRegion> former)
{
    /// <summary>What a text that is nothing but a code was read as; null when it is no code.</summary>
    internal RegionReading? Read(string text, RegionCoding? coding)
    {
        var code = text.Trim().TrimStart('\'').Replace(" ", "", StringComparison.Ordinal);
        var ofOcha = code.StartsWith("ID", StringComparison.OrdinalIgnoreCase) && code.Length > 3 && char.IsAsciiDigit(code[2]);
        if (ofOcha)
        {
            (code, coding) = (code[2..], coding ?? RegionCoding.Statistics);
        }

        if (Scientific().IsMatch(code))
        {
            return RegionReading.Doubted(RegionDoubt.EatenCode, [], RegionWay.Code);
        }

        if (code.Length < 2 || !char.IsAsciiDigit(code[0]) || code.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or '-')))
        {
            return null;
        }

        if (RegionCode.TryParse(code, out var dotted) && code.Length > 2 && coding != RegionCoding.Statistics)
        {
            return graph.Region(dotted) is { } region ? Current(region) : Earlier(Digits(code)) ?? RegionReading.None with { Way = RegionWay.Code };
        }

        return WholeNumber().Match(code) is { Success: true } whole ? OfDigits(whole.Groups[1].Value, coding) : Parts(code, coding);
    }

    /// <summary>The code at an end of a text and what else it says: "33.74 Kota Semarang", "Kota Semarang (3374)".</summary>
    internal static (string Code, string Name)? Split(string text)
    {
        if (CodeFirst().Match(text) is { Success: true } first)
        {
            return (first.Groups[1].Value, first.Groups[2].Value);
        }

        return CodeLast().Match(text) is { Success: true } last ? (last.Groups[2].Value, last.Groups[1].Value) : null;
    }

    private RegionReading Parts(string code, RegionCoding? coding)
    {
        var parts = code.Split('.', ',', '-');
        if (parts.Length < 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit)))
        {
            return RegionReading.None with { Way = RegionWay.Code };
        }

        var whole = new[] { 2, 2, 2, 4 };
        if (parts.Length <= 4 && parts.Index().All(p => p.Item.Length == whole[p.Index]))
        {
            return OfDigits(string.Concat(parts), coding ?? RegionCoding.HomeAffairs);
        }

        if (parts.Length <= 3 && parts[0].Length is 4 or 6 && parts.Skip(1).All(p => p.Length is 2 or 4))
        {
            return OfDigits(string.Concat(parts), coding ?? RegionCoding.HomeAffairs);
        }

        return Eaten(parts);
    }

    /// <summary>Regions of a code of which a part lost a zero, before it (a hand) or behind it (a spreadsheet).</summary>
    private RegionReading Eaten(string[] parts)
    {
        if (parts[0].Length != 2 || parts.Length > 3 || parts.Skip(1).Any(p => p.Length > 2))
        {
            return RegionReading.None with { Way = RegionWay.Code };
        }

        IEnumerable<string> codes = [parts[0]];
        foreach (var part in parts.Skip(1))
        {
            codes = codes.SelectMany(c => part.Length == 2 ? [$"{c}.{part}"] : new[] { $"{c}.0{part}", $"{c}.{part}0" });
        }

        var meant = codes.Distinct(StringComparer.Ordinal).Select(RegionCode.Of).Where(c => graph.Region(c) is not null);
        return RegionReading.Doubted(RegionDoubt.EatenCode, meant, RegionWay.Code);
    }

    private RegionReading OfDigits(string digits, RegionCoding? coding)
    {
        var home = coding == RegionCoding.Statistics ? null : OfHomeAffairs(digits);
        var statistics = coding == RegionCoding.HomeAffairs ? null : OfStatistics(digits);
        return (home, statistics) switch
        {
            ({ } h, { } s) when !Means(h).Intersect(Means(s)).Any() => RegionReading.Doubted(RegionDoubt.TwoCodings, Means(h).Concat(Means(s)), RegionWay.Code),
            ({ } h, _) => h,
            (null, { } s) => s,
            _ => RegionReading.None with { Way = RegionWay.Code },
        };
    }

    private static IEnumerable<RegionCode> Means(RegionReading reading) => reading.Region is { } region ? [region] : reading.Candidates;

    private RegionReading? OfHomeAffairs(string digits)
    {
        var dotted = digits.Length switch
        {
            2 => digits,
            4 => $"{digits[..2]}.{digits[2..]}",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..]}",
            10 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
            _ => null,
        };
        return dotted is null ? null : graph.Region(RegionCode.Of(dotted)) is { } region ? Current(region) : Earlier(digits);
    }

    /// <summary>A village of Statistics Indonesia is told to its district, since no source tells the villages.</summary>
    private RegionReading? OfStatistics(string digits)
    {
        if (index.OfStatistics(digits) is { } region)
        {
            return RegionReading.Of(region.Code, RegionWay.StatisticsCode);
        }

        return digits.Length == 10 && index.OfStatistics(digits[..7]) is { } above ? RegionReading.Doubted(RegionDoubt.Coarser, [above.Code], RegionWay.StatisticsCode) : null;
    }

    private static RegionReading Current(Region region) => region.Successors.IsEmpty ? RegionReading.Of(region.Code, RegionWay.Code)
        : region.Successors.Length == 1 ? RegionReading.Of(region.Successors[0], RegionWay.Former)
        : RegionReading.Doubted(RegionDoubt.Succeeded, region.Successors, RegionWay.Former);

    private RegionReading? Earlier(string digits)
    {
        var became = former[digits].SelectMany(f => f.Became).Where(c => graph.Region(c) is not null).Distinct().ToList();
        return became.Count == 0 ? null : became.Count == 1 ? RegionReading.Of(became[0], RegionWay.Former) : RegionReading.Doubted(RegionDoubt.Succeeded, became, RegionWay.Former);
    }

    private static string Digits(string code) => code.Replace(".", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d{2}|\d{4}|\d{6}|\d{7}|\d{10})(?:[.,]0+)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\d([.,]\d+)?E\+?\d+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\s*[\[(]?((?:ID)?\d{2}[\d.]*)[\])]?\s*[-–:,]?\s+(?=\p{L})(.*\S)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeFirst();

    [GeneratedRegex(@"^\s*(\p{L}.*?)\s*[-–:,]?\s*[\[(]?\b((?:ID)?\d{2}\.?\d{2}[\d.]*)[\])]?\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeLast();
}
