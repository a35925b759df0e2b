using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>What a refusal says to a person: one sentence on what is wrong and one on how to mend it, in both languages. Complete by test.</summary>
public static partial class RefusalWords
{
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

    private static string Fill(string template, Refusal refusal, Language language) =>
        Placeholder().Replace(template, m => Write(refusal.Arguments.GetValueOrDefault(m.Groups[1].Value), language));

    private static string Write(object? value, Language language) => value switch
    {
        null => "…",
        string text => text,
        DateOnly date => date.ToString("d MMMM yyyy", language.Culture()),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(v => Write(v, language))),
        IFormattable number => number.ToString(null, language.Culture()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "…",
    };

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
