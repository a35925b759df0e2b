using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Pages;

/// <summary>The words of the interface in one language: the client's catalogue, which its build writes to <c>words/</c>, so that there is one for both.</summary>
internal sealed partial class Catalogue(IReadOnlyDictionary<string, string> words, string script, Language language)
{
    private static readonly JsonSerializerOptions AsBuilt = new() { PropertyNameCaseInsensitive = true };

    private static readonly ConcurrentDictionary<(string Folder, Language Language, DateTime At), Catalogue> Read = new();

    /// <summary>The language.</summary>
    internal Language Language { get; } = language;

    /// <summary>The file by which the client speaks this language: worth fetching with the page.</summary>
    internal string Script { get; } = script;

    /// <summary>The catalogue beside the built client.</summary>
    internal static Catalogue Of(string folder, Language language)
    {
        var file = Path.Combine(folder, "words", language == Language.English ? "en.json" : "id.json");
        return Read.GetOrAdd((folder, language, File.GetLastWriteTimeUtc(file)), _ =>
        {
            var built = JsonSerializer.Deserialize<Built>(File.ReadAllBytes(file), AsBuilt)!;
            return new Catalogue(built.Words, built.Script, language);
        });
    }

    /// <summary>Words of a meaning. <c>{name}</c> takes an argument, <c>{count|one|other}</c> chooses by number; as the client does.</summary>
    internal string this[string key, params (string Name, object? Value)[] arguments] => Argument().Replace(words[key], match =>
    {
        var value = Array.Find(arguments, a => a.Name == match.Groups[1].Value).Value;
        if (match.Groups[2].Success)
        {
            // Indonesian has one form for all numbers.
            return Language == Language.English && Convert.ToDouble(value, CultureInfo.InvariantCulture) is 1 ? match.Groups[2].Value : match.Groups[3].Value;
        }

        return value is IFormattable number ? number.ToString("#,##0.##", Language.Culture()) : value?.ToString() ?? "";
    });

    /// <summary>Words for a code under a heading, or the code itself when there are none.</summary>
    internal string Named(string heading, string code) => words.TryGetValue($"{heading}.{code}", out var found) ? found : code;

    /// <summary>True when there are words for a meaning.</summary>
    internal bool Has(string key) => words.ContainsKey(key);

    /// <summary>A day in words, in Jakarta.</summary>
    internal string Day(DateTimeOffset at) => Today.Of(at).ToString("d MMMM yyyy", Language.Culture());

    /// <summary>A day in words.</summary>
    internal string Day(DateOnly day) => day.ToString("d MMMM yyyy", Language.Culture());

    /// <summary>A day and a time in words, in Jakarta, which it says: Indonesia has three zones.</summary>
    internal string Moment(DateTimeOffset at) => $"{Today.At(at).ToString("d MMM yyyy, HH.mm", Language.Culture())} {Today.Zone}";

    /// <summary>A whole number as people write it.</summary>
    internal string Number(Said number) => number.Number is { } value ? value.ToString("N0", Language.Culture()) : "";

    /// <summary>A day of the world in words.</summary>
    internal string Day(string text) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day.ToString("d MMMM yyyy", Language.Culture()) : text;

    [GeneratedRegex(@"\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument();

    private sealed record Built(string Script, Dictionary<string, string> Words);
}
