using System.Globalization;
using System.Text.RegularExpressions;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Answering;

/// <summary>A sentence, or a clause of one, in both languages, with named places: <c>{names}</c> for a value, <c>{count:partner|partners}</c> for a word that
/// follows a number. Numbers, dates and lists are written as the language does.</summary>
public sealed partial record Sentence(string Indonesian, string English)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language, params (string Name, object? Value)[] values) =>
        Place().Replace(language == Language.English ? English : Indonesian, m =>
        {
            var value = Array.Find(values, v => v.Name == m.Groups["name"].Value).Value;
            return m.Groups["one"].Success
                ? Convert.ToDouble(value, CultureInfo.InvariantCulture) == 1 ? m.Groups["one"].Value : m.Groups["many"].Value
                : Write(value, language);
        });

    /// <summary>Clauses as one sentence: the first letter large, a semicolon between them, a full stop behind.</summary>
    public static string Of(IEnumerable<string> clauses)
    {
        var text = string.Join("; ", clauses);
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    /// <summary>A label as it stands inside a sentence: without its capital, unless it begins with an abbreviation such as BPJS.</summary>
    public static string Inside(string label) => label.Length > 1 && char.IsUpper(label[0]) && !char.IsUpper(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    /// <summary>Names as a list: "a, b, dan c", "a, b and c"; beyond <paramref name="most"/> the rest as a number. Where one of them is a list itself, each stands in quotation marks.</summary>
    public static string List(Language language, IReadOnlyList<string> names, int most = 3)
    {
        var (and, others) = language == Language.English ? ("and", names.Count == most + 1 ? "other" : "others") : ("dan", "lainnya");
        var told = names.Any(n => IsCompound(n, and)) ? [.. names.Select(n => $"“{n}”")] : names;
        var shown = told.Count <= most ? told : [.. told.Take(most), $"{(told.Count - most).ToString("N0", language.Culture())} {others}"];
        var comma = language == Language.Indonesian && shown.Count > 2 ? "," : "";
        return shown.Count < 2 ? string.Concat(shown) : $"{string.Join(", ", shown.Take(shown.Count - 1))}{comma} {and} {shown[^1]}";
    }

    /// <summary>A label that is a list itself, such as "solvents, dyes, and dust"; names of their own begin with a capital, and are told by that.</summary>
    private static bool IsCompound(string name, string and) =>
        name.Length > 0 && char.IsLower(name[0]) && (name.Contains(", ", StringComparison.Ordinal) || name.Contains($" {and} ", StringComparison.Ordinal));

    private static string Write(object? value, Language language) => value switch
    {
        null => "…",
        string text => text,
        DateOnly date => date.ToString("d MMMM yyyy", language.Culture()),
        IReadOnlyList<string> names => List(language, names),
        double number => number.ToString(Math.Abs(number) < 10 ? "0.#" : "N0", language.Culture()),
        IFormattable number => number.ToString("N0", language.Culture()),
        _ => value.ToString() ?? "…",
    };

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<one>[^|}]*)\|(?<many>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
