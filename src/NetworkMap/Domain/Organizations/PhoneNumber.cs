using System.Text.RegularExpressions;

namespace NetworkMap.Domain.Organizations;

/// <summary>A telephone number however people write it, in the one form that is kept: <c>+</c>, country and number (ITU-T E.164), Indonesia's where no country is
/// written; a short number of Indonesia (<c>129</c>, <c>1500567</c>) as it is.</summary>
public static partial class PhoneNumber
{
    private const string Indonesia = "62";

    /// <summary>The number as it is kept, or null for what cannot be one.</summary>
    public static string? Read(string? written)
    {
        if (written is null || !Written().IsMatch(written))
        {
            return null;
        }

        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (Short().IsMatch(digits))
        {
            return digits;
        }

        return International(digits, written.Contains('+', StringComparison.Ordinal)) is { Length: >= 8 and <= 15 } number && number[0] != '0' ? "+" + number : null;
    }

    private static string? International(string digits, bool withCountry)
    {
        var number = withCountry ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? Indonesia + digits[1..]
            : digits.StartsWith(Indonesia, StringComparison.Ordinal) && digits.Length >= 10 ? digits
            : digits.StartsWith('8') && digits.Length is >= 9 and <= 12 ? Indonesia + digits
            : null;
        return number is not null && TrunkToo().IsMatch(number) ? Indonesia + number[3..] : number;
    }

    [GeneratedRegex(@"^[\s(]*\+?[\d\s()./\-‐‑–]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"^1\d{2,6}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Short();

    /// <summary>The country and the 0 that is dialled without it, as in <c>+62 (0)812</c>.</summary>
    [GeneratedRegex(@"^620[1-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrunkToo();
}
