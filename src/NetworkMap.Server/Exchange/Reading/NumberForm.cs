using System.Globalization;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>How a workbook shows a number: as a day, a time of day, or with zeros in front, as codes that must not lose them.</summary>
internal readonly record struct NumberForm(bool HasDay, bool HasTime, string? Zeros)
{
    /// <summary>The day that is number 0, for days from March 1900 on; Excel counts a 29 February 1900, which never was.</summary>
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const int FirstOfMarch1900 = 61;
    private const int DaysTo1904 = 1462;
    private const double LastDay = 2_958_466;

    /// <summary>The form of a format, built in (ECMA-376, 18.8.30) or written out.</summary>
    internal static NumberForm Of(int id, Dictionary<int, string> codes)
    {
        if (codes.TryGetValue(id, out var code))
        {
            return Of(code);
        }

        return id switch
        {
            >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new NumberForm(true, false, null),
            22 => new NumberForm(true, true, null),
            >= 18 and <= 21 or >= 32 and <= 35 or 45 or 46 or 47 or 55 or 56 => new NumberForm(false, true, null),
            _ => default,
        };
    }

    /// <summary>A number as a cell; <paramref name="raw"/> is how the workbook writes it, with up to 17 digits.</summary>
    internal Cell Read(string raw, bool from1904, bool isFormula)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw.Length == 0 ? Cell.Empty with { IsFormula = isFormula } : new Cell(CellKind.Text, raw, isFormula);
        }

        if ((HasDay || HasTime) && number >= 0 && number < LastDay)
        {
            return Moment(number, from1904, isFormula);
        }

        return new Cell(CellKind.Number, Zeros is null || number < 0 ? Shortest(number) : number.ToString(Zeros, CultureInfo.InvariantCulture), isFormula);
    }

    private Cell Moment(double number, bool from1904, bool isFormula)
    {
        var days = number + (from1904 ? DaysTo1904 : number is >= 1 and < FirstOfMarch1900 - 1 ? 1 : 0);
        var moment = Epoch.AddSeconds(Math.Round(days * 86_400));
        if (!HasDay || number < 1)
        {
            return HasTime ? new Cell(CellKind.Text, moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture), isFormula) : new Cell(CellKind.Number, Shortest(number), isFormula);
        }

        return moment.TimeOfDay == TimeSpan.Zero || !HasTime
            ? new Cell(CellKind.Day, moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isFormula)
            : new Cell(CellKind.Text, moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), isFormula);
    }

    /// <summary>The shortest text that is the same number, without an exponent.</summary>
    private static string Shortest(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact.ToString(CultureInfo.InvariantCulture) : text;
    }

    /// <summary>By the letters of a format that stand for parts of a day, outside of quotation marks, brackets and behind a backslash. Only the first section counts, which is for numbers above zero.</summary>
    private static NumberForm Of(string code)
    {
        var (plain, hasHours) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is >= 0 and var end ? end : code.Length;
                    break;
                case '[':
                    // Time that runs on beyond a day stands in brackets; so do colours, languages and conditions.
                    hasHours |= i + 1 < code.Length && code[i + 1] is 'h' or 'H' or 'm' or 's' && code.AsSpan(i + 1).TrimStart("hHmMsS") is [']', ..];
                    i = code.IndexOf(']', i + 1) is >= 0 and var close ? close : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    plain.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        var letters = plain.ToString();
        if (letters == "general" || hasHours)
        {
            return new NumberForm(false, hasHours, null);
        }

        var (day, time) = (letters.AsSpan().ContainsAny("dy"), letters.AsSpan().ContainsAny("hs"));
        var isZeros = letters.Length > 1 && letters.StartsWith("00", StringComparison.Ordinal) && letters.AsSpan().IndexOfAnyExcept("0.") < 0 && letters.Count(l => l == '.') < 2;
        return new NumberForm(day || (letters.Contains('m', StringComparison.Ordinal) && !time), time, isZeros ? letters : null);
    }
}
