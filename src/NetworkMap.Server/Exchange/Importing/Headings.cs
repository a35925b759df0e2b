using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>Guesses what the tables of a file are and what their columns mean, from their headings: our own names and labels in both languages first, then what people and other programs call the same.</summary>
internal static partial class Headings
{
    /// <summary>The target for a column that is ours and only helps to read its row; it stands in where the field that it explains is empty.</summary>
    private static readonly FrozenDictionary<string, string> Explained = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["_kind"] = "actorKind", ["_region"] = "region", ["_organization"] = "organization", ["_from"] = "from", ["_to"] = "to", ["_type"] = "type", ["_service"] = "service",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The field that a column of ours explains; null when it explains none.</summary>
    internal static string? ExplainedBy(string target) => Explained.GetValueOrDefault(target);

    /// <summary>The list that a table is, by its name, or by its headings; null when nothing fits.</summary>
    internal static TargetList? ListOf(ReadTable table)
    {
        if (table.List is { } told)
        {
            return TargetList.Find(told) ?? TargetList.Find(TableNames.GetValueOrDefault(told));
        }

        var name = Plain(table.Name);
        var named = TargetList.All.FirstOrDefault(l => name == Plain(l.Name) || name == Plain(l.Sheet.Label(Language.Indonesian)) || name == Plain(l.Sheet.Label(Language.English)))
            ?? TargetList.Find(TableNames.GetValueOrDefault(name));
        var best = TargetList.All.Select(l => (List: l, Score: ScoreOf(l, table))).MaxBy(s => s.Score);
        return named is not null && ScoreOf(named, table) > 0 ? named : best.Score > 0 ? best.List : null;
    }

    /// <summary>What each column means in a list, null where nothing is known; no two mean the same.</summary>
    internal static string?[] Guess(TargetList list, IReadOnlyList<ReadColumn> columns)
    {
        var targets = new string?[columns.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var plain = columns.Select(c => Plain(c.Heading)).ToArray();

        // Who does what where: the place is that of the activity, and tells nothing of where the organization is.
        var isOfActivities = list.Name == "organizations" && columns.Any(c => c.Hashtag is { } tag && (tag.StartsWith("#activity", StringComparison.Ordinal) || tag.StartsWith("#service", StringComparison.Ordinal)));
        Take((_, c) => OwnName(list, c.Heading));
        Take((i, _) => OwnLabel(list, plain[i]));
        Take((_, c) => c.Hashtag is { } tag && !(isOfActivities && IsWhere(tag)) ? OfHashtag(list, tag) : null);
        Take((i, c) => isOfActivities && c.Hashtag is { } tag && IsWhere(tag) ? null : OfSynonym(list, plain[i]));
        return targets;

        void Take(Func<int, ReadColumn, string?> guess)
        {
            for (var i = 0; i < targets.Length; i++)
            {
                if (targets[i] is null && guess(i, columns[i]) is { } target && list.Has(target) && taken.Add(target))
                {
                    targets[i] = target;
                }
            }
        }
    }

    /// <summary>Letters and digits alone, in lower case and without marks.</summary>
    internal static string Plain(string text) => Ascii.IsValid(text) ? PlainAscii(text) : new([.. Characters.Letters(text).Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    /// <summary>The same of what needs no table of Unicode, as most names do not.</summary>
    private static string PlainAscii(string text)
    {
        var plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain[length++] = char.ToLowerInvariant(c);
            }
        }

        return plain[..length].ToString();
    }

    private static bool IsWhere(string hashtag) => hashtag.StartsWith("#adm", StringComparison.Ordinal) || hashtag.StartsWith("#geo", StringComparison.Ordinal) || hashtag.StartsWith("#loc", StringComparison.Ordinal);

    /// <summary>How well the headings fit: nothing without what a row of the list cannot do without.</summary>
    private static int ScoreOf(TargetList list, ReadTable table)
    {
        var guessed = Guess(list, table.Columns).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Array.TrueForAll(Required[list.Name], any => any.Split('|').Any(guessed.Contains)) ? (guessed.Count * 10) - Array.IndexOf(Preference, list.Name) : 0;
    }

    private static string? OwnName(TargetList list, string heading) => list.Sheet.Columns.FirstOrDefault(c => c.Name == heading)?.Name ?? list.Extras.FirstOrDefault(t => t.Name == heading)?.Name;

    private static string? OwnLabel(TargetList list, string plain) => plain.Length == 0 ? null : Labels[list.Name].GetValueOrDefault(plain);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Labels = TargetList.All.ToFrozenDictionary(
        l => l.Name,
        l => l.Sheet.Columns.SelectMany(c => new[] { (c.Indonesian, c.Name), (c.English, c.Name) })
            .Concat(l.Extras.SelectMany(t => new[] { (t.Indonesian, t.Name), (t.English, t.Name) }))
            .Select(p => (Label: Plain(p.Item1), Name: p.Item2))
            .DistinctBy(p => p.Label, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Label, p => p.Name, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static string? OfSynonym(TargetList list, string plain) => Synonyms.TryGetValue(list.Name, out var own) && own.TryGetValue(plain, out var target) ? target : Common.GetValueOrDefault(plain);

    /// <summary>The meaning of a hashtag of the Humanitarian Exchange Language (HXL 1.1), by its name and attributes in any order.</summary>
    private static string? OfHashtag(TargetList list, string tag)
    {
        var parts = tag.TrimStart('#').ToLowerInvariant().Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var attributes = parts.Skip(1).ToHashSet(StringComparer.Ordinal);
        return parts.FirstOrDefault() switch
        {
            "org" when list.Name is "services" or "places" or "units" => "organization",
            "org" when attributes.Contains("acronym") => "acronym",
            "org" when attributes.Contains("code") || attributes.Contains("id") => TargetList.ExternalId,
            "org" when attributes.Contains("type") => "actorKind",
            "org" when attributes.Contains("url") => "website",
            "org" => "name",
            "service" or "activity" when list.Name == "services" => "name",
            "sector" => list.Name == "services" ? "terms" : "sectors",
            "adm1" => "region.province",
            "adm2" => attributes.Contains("code") ? "region" : "region.regency",
            "adm3" => "region.district",
            "adm4" => "region.village",
            "geo" when attributes.Contains("lat") => "place.point.latitude",
            "geo" when attributes.Contains("lon") => "place.point.longitude",
            "contact" when attributes.Contains("email") => "contact.email",
            "contact" when attributes.Contains("phone") => "contact.phone",
            "contact" => "contact.name",
            "description" => list.Name == "services" ? "description" : "purpose",
            "date" when attributes.Contains("start") => "valid.from",
            "date" when attributes.Contains("end") => "valid.until",
            "meta" when attributes.Contains("source") => "provenance.source",
            _ => null,
        };
    }
}
