namespace NetworkMap.Domain.Places;

/// <summary>Level of administration, from large to small.</summary>
public enum RegionLevel : byte
{
    /// <summary>Provinsi, <c>PP</c>.</summary>
    Province,

    /// <summary>Kabupaten or kota, <c>PP.KK</c>.</summary>
    Regency,

    /// <summary>Kecamatan, <c>PP.KK.CC</c>.</summary>
    District,

    /// <summary>Desa or kelurahan, <c>PP.KK.CC.DDDD</c>.</summary>
    Village,
}

/// <summary>A region code of the Ministry of Home Affairs, dotted text. Text, since a number would lose <c>11.10</c> to <c>11.1</c>.</summary>
public readonly record struct RegionCode : IComparable<RegionCode>
{
    private static readonly int[] Lengths = [2, 5, 8, 13];
    private static readonly Pool<string> Pool = new(15, StringComparer.Ordinal);

    private RegionCode(string value) => Value = value;

    /// <summary>The stand-in for a region that was sealed and erased; no region has this code.</summary>
    public const string Erased = "00";

    /// <summary>The dotted text.</summary>
    public string Value { get; }

    /// <summary>The level, told by the length.</summary>
    public RegionLevel Level => (RegionLevel)Array.IndexOf(Lengths, Value.Length);

    /// <summary>The name in the log of the region that it is the code of.</summary>
    public ElementRef Ref => new(ElementKind.Region, Value);

    /// <summary>The region above, or null for a province.</summary>
    public RegionCode? Parent => Level == RegionLevel.Province ? null : At(Level - 1);

    /// <summary>The code, or <c>region_code_malformed</c>; what a spreadsheet has eaten (<c>11.1</c>) comes with its candidates.</summary>
    public static Outcome<RegionCode> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Refusal.Of("region_missing", "");
        }

        if (TryParse(text, out var code))
        {
            return code;
        }

        var shown = text.Length > 40 ? text[..40] : text;
        return Refusal.Of("region_code_malformed", "", ("value", shown), ("candidates", Candidates(text)));
    }

    internal static bool TryParse(string? text, out RegionCode code)
    {
        var isCode = text is not null && IsWellFormed(text);
        code = isCode ? new RegionCode(Pool.One(text!)) : default;
        return isCode;
    }

    /// <summary>A code that the program itself states.</summary>
    public static RegionCode Of(string text) => Parse(text).Value;

    /// <summary>The region of a level that holds this one; the code itself when it is not finer than the level.</summary>
    public RegionCode At(RegionLevel level) => Level <= level ? this : new RegionCode(Pool.One(Value[..Lengths[(int)level]]));

    /// <summary>True when <paramref name="other"/> is this region or lies in it, by the code.</summary>
    public bool Holds(RegionCode other) => other.Value.StartsWith(Value, StringComparison.Ordinal) && (other.Value.Length == Value.Length || other.Value[Value.Length] == '.');

    /// <summary>What somebody may have meant whose spreadsheet turned <c>11.10</c> or <c>11.01</c> into <c>11.1</c>.</summary>
    public static IReadOnlyList<string> Candidates(string? text)
    {
        var parts = text?.Trim().Split('.', ',') ?? [];
        return parts is [{ Length: 2 } province, { Length: 1 } digit] && IsWellFormed(province) && char.IsAsciiDigit(digit[0])
            ? [.. new[] { $"{province}.0{digit}", $"{province}.{digit}0" }.Distinct(StringComparer.Ordinal)]
            : [];
    }

    /// <inheritdoc/>
    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsWellFormed(string text)
    {
        if (Array.IndexOf(Lengths, text.Length) < 0)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var dot = i is 2 or 5 or 8;
            if (dot ? text[i] != '.' : !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
