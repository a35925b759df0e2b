using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetworkMap.Domain;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Reads what people write in cells: numbers with a point or a comma for thousands or decimals, days in many forms, yes and no in two languages.</summary>
internal static partial class CellReading
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly string[] Days = ["yyyy-M-d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "yyyy/M/d"];

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "true", "ya", "yes", "y", "1", "x", "v", "✓", "benar", "ada" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "false", "tidak", "no", "n", "t", "0", "-", "salah", "bukan" };

    /// <summary>The value of a cell for a field of a type, or why it has none.</summary>
    internal static Outcome<JsonNode> Read(Cell cell, Type type) => cell.Kind == CellKind.Error
        ? Refusal.Of("import_cell_error", "", ("value", cell.Text))
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => Whole(cell.Text, isNumber: cell.Kind == CellKind.Number),
            TypeCode.Double => Decimal(cell.Text),
            TypeCode.Boolean => Truth(cell.Text),
            _ when type == typeof(DateOnly) => Day(cell.Text),
            _ when typeof(IEnumerable<string>).IsAssignableFrom(type) && type != typeof(string) => new JsonArray([.. CellText.Split(cell.Text).Select(e => JsonValue.Create(e))]),
            _ => JsonValue.Create(cell.Text)!,
        };

    /// <summary>A number with decimals: the last of point and comma parts them off where both stand there, a lone comma always, a lone point as well.</summary>
    internal static Outcome<JsonNode> Decimal(string text)
    {
        var plain = text.Trim().Replace(" ", "", StringComparison.Ordinal);
        var (point, comma) = (plain.LastIndexOf('.'), plain.LastIndexOf(','));
        plain = comma > point ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : plain.Replace(",", "", StringComparison.Ordinal);
        return double.TryParse(plain, NumberStyles.Float & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : Refusal.Of("number_malformed", "", ("value", Shown(text)), ("example", "110.3"));
    }

    /// <summary>A day; a number or a year alone is none, since nobody can tell which was meant.</summary>
    internal static Outcome<JsonNode> Day(string text)
    {
        foreach (var culture in new[] { CultureInfo.InvariantCulture, Indonesian })
        {
            if (DateOnly.TryParseExact(text.Trim(), Days, culture, DateTimeStyles.AllowWhiteSpaces, out var day))
            {
                return JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!;
            }
        }

        return Refusal.Of("date_malformed", "", ("value", Shown(text)));
    }

    private static Outcome<JsonNode> Whole(string text, bool isNumber)
    {
        var plain = text.Trim().Replace(" ", "", StringComparison.Ordinal);
        if (!isNumber && Grouped().IsMatch(plain))
        {
            plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        }
        else if (Round().Match(plain) is { Success: true } round)
        {
            plain = round.Groups[1].Value;
        }

        return int.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : Refusal.Of(plain.Length > 9 && plain.All(char.IsAsciiDigit) ? "number_too_large" : "number_malformed", "", ("value", Shown(text)), ("example", "12"));
    }

    private static Outcome<JsonNode> Truth(string text) =>
        Yes.Contains(text.Trim()) ? JsonValue.Create(true)
        : No.Contains(text.Trim()) ? JsonValue.Create(false)
        : Refusal.Of("truth_malformed", "", ("value", Shown(text)));

    private static string Shown(string text) => text.Length > 40 ? text[..40] : text;

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(-?\d+)[.,]0+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Round();
}
