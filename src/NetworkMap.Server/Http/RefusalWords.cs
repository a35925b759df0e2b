using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>What a refusal says to a person: one sentence on what is wrong and one on how to mend it, in both languages. Complete by test.</summary>
public static partial class RefusalWords
{
    private const string FieldLabel = "fieldLabel";

    /// <summary>What is wrong.</summary>
    public static string Sentence(Refusal refusal, Language language) => Fill(Find(refusal, language).Wrong, refusal, language);

    /// <summary>How to mend it; null when the first sentence says it all.</summary>
    public static string? Mend(Refusal refusal, Language language) => Find(refusal, language).Mend is { } mend ? Fill(mend, refusal, language) : null;

    /// <summary>True when there are words for a code.</summary>
    public static bool Has(string code) => Catalogue.ContainsKey(code);

    /// <summary>Every code there is, in the order of the alphabet.</summary>
    public static IEnumerable<string> Codes => Catalogue.Keys.Order(StringComparer.Ordinal);

    private static (string Wrong, string? Mend) Find(Refusal refusal, Language language)
    {
        var (indonesian, english) = Catalogue.GetValueOrDefault(refusal.Code, Catalogue["write_failed"]);
        return language == Language.English ? english : indonesian;
    }

    /// <summary>Puts the values in their places. What stands in brackets is said only when there is something to put there; <c>:or</c> joins the last two of a list with "or".</summary>
    internal static string Fill(string template, Refusal refusal, Language language)
    {
        var said = Optional().Replace(template, m => IsGiven(refusal.Arguments.GetValueOrDefault(Placeholder().Match(m.Value).Groups[1].Value)) ? m.Groups[1].Value : "");
        return Placeholder().Replace(said, m => m.Groups[1].Value == FieldLabel ? FieldWords.Of(refusal.Field, language) :
            refusal.Arguments.GetValueOrDefault(m.Groups[1].Value) is var value && m.Groups[2].Success && value is IEnumerable list and not string
                ? Or([.. list.Cast<object?>().Select(v => Write(v, language))], language)
                : Write(value, language));
    }

    private static bool IsGiven(object? value) => value is not null && (value is string || value is not IEnumerable list || list.Cast<object?>().Any());

    private static string Or(string[] choices, Language language) => choices.Length < 2
        ? string.Concat(choices)
        : string.Join(", ", choices[..^1]) + (language == Language.English ? " or " : " atau ") + choices[^1];

    private static string Write(object? value, Language language) => value switch
    {
        null => "…",
        string text => text,
        DateOnly date => date.ToString("d MMMM yyyy", language.Culture()),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(v => Write(v, language))),
        int count and (>= 10_000 or <= -10_000) => count.ToString("N0", language.Culture()), // Years have four digits and no point.
        IFormattable number => number.ToString(null, language.Culture()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "…",
    };

    [GeneratedRegex(@"\[([^\]]*)\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(\w+)(:or)?\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
