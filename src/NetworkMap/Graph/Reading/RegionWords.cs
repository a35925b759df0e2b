using System.Collections.Frozen;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Reading;

/// <summary>A part of a text about a region, read as words, with the word for what it is (Kab., Kota, Prov., Kec., Kel.) set aside.</summary>
/// <param name="Words">The words of the name itself.</param>
/// <param name="Kinds">What it is said to be; empty when it is not said.</param>
internal readonly record struct RegionWords(IReadOnlyList<string> Words, IReadOnlyList<RegionKind> Kinds)
{
    private static readonly RegionKind[] Villages = [RegionKind.Village, RegionKind.UrbanVillage];

    private static readonly FrozenDictionary<string, RegionKind[]> KindWords = new Dictionary<string, RegionKind[]>(StringComparer.Ordinal)
    {
        ["provinsi"] = [RegionKind.Province], ["province"] = [RegionKind.Province], ["dki"] = [RegionKind.Province], ["di"] = [RegionKind.Province],
        ["kabupaten"] = [RegionKind.Regency], ["regency"] = [RegionKind.Regency], ["kbpt"] = [RegionKind.Regency], ["kabup"] = [RegionKind.Regency],
        ["kota"] = [RegionKind.City], ["kotamadya"] = [RegionKind.City], ["kotamadia"] = [RegionKind.City], ["kodya"] = [RegionKind.City], ["kodia"] = [RegionKind.City],
        ["city"] = [RegionKind.City], ["municipality"] = [RegionKind.City],
        ["kecamatan"] = [RegionKind.District], ["distrik"] = [RegionKind.District], ["district"] = [RegionKind.District], ["kapanewon"] = [RegionKind.District], ["kemantren"] = [RegionKind.District],
        ["kelurahan"] = Villages, ["kel"] = Villages, ["desa"] = Villages, ["ds"] = Villages, ["village"] = Villages, ["gampong"] = Villages, ["nagari"] = Villages, ["kalurahan"] = Villages,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["north"] = "utara", ["south"] = "selatan", ["west"] = "barat", ["east"] = "timur", ["central"] = "tengah", ["southeast"] = "tenggara", ["highland"] = "pegunungan", ["southwest"] = "barat daya",
        ["java"] = "jawa", ["sumatra"] = "sumatera", ["borneo"] = "kalimantan", ["celebes"] = "sulawesi", ["moluccas"] = "maluku",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name in one piece: Tanjung Pinang and Tanjungpinang are one.</summary>
    internal string Joined => string.Concat(Words);

    /// <summary>True for a word that says what a region is and nothing else.</summary>
    internal static bool IsKindAlone(IReadOnlyList<string> words) => words.Count > 0 && words.All(w => KindWords.ContainsKey(w) || IsAdministrative(w));

    /// <summary>The ways in which the words of a part may be meant, likeliest first: as they stand, and without the word for what it is before or behind.</summary>
    internal static IEnumerable<RegionWords> Of(IReadOnlyList<string> words)
    {
        yield return new RegionWords(words, []);
        if (Before(words) is { Words.Count: > 0 } before)
        {
            yield return before;
        }

        if (words.Count > 1 && KindWords.TryGetValue(words[^1], out var kinds) && words[^1] != "di")
        {
            yield return new RegionWords([.. words.Take(words.Count - 1).Where(w => !IsAdministrative(w))], kinds);
        }
    }

    /// <summary>The words of a region's own name: a province, regency or city without the word for what it is.</summary>
    internal static string NameOf(Region region)
    {
        var words = Folding.Words(region.Name);
        return region.Level <= RegionLevel.Regency && Before(words) is { Words.Count: > 0 } before ? before.Joined : string.Concat(words);
    }

    /// <summary>The words as English writes provinces, turned into Indonesian; null when nothing is English.</summary>
    internal static string? FromEnglish(RegionWords meant)
    {
        var words = meant.Words;
        if (!words.Any(w => English.ContainsKey(w) || w is "islands"))
        {
            return null;
        }

        var directions = words.TakeWhile(w => English.ContainsKey(w)).Where(w => w is not ("java" or "sumatra" or "borneo" or "celebes" or "moluccas")).ToList();
        var rest = words.Skip(directions.Count).ToList();
        var islands = rest.Remove("islands") ? new[] { "kepulauan" } : [];
        return string.Concat(islands.Concat(rest.Concat(directions).SelectMany(w => English.GetValueOrDefault(w, w).Split(' '))));
    }

    /// <summary>Whether a region is what the words say that it is.</summary>
    internal bool Allow(Region region) => Kinds.Count == 0 || Kinds.Contains(region.RegionKind);

    /// <summary>Whether a region is at least of the level that the words say.</summary>
    internal bool AllowLevel(Region region) => Kinds.Any(k => k == region.RegionKind || (k is RegionKind.Regency or RegionKind.City && region.Level == RegionLevel.Regency));

    private static RegionWords? Before(IReadOnlyList<string> words)
    {
        var (from, kinds) = (0, Array.Empty<RegionKind>());
        while (from < words.Count)
        {
            // Kabupaten Kota Baru has one such word and a name; Provinsi DKI Jakarta has two.
            if (Kind(words, from) is { } kind && (kinds.Length == 0 || (kinds is [RegionKind.Province] && kind.Kinds is [RegionKind.Province])))
            {
                (from, kinds) = (from + kind.Length, kind.Kinds);
            }
            else if (from > 0 && IsAdministrative(words[from]))
            {
                from++;
            }
            else
            {
                break;
            }
        }

        return from == 0 ? null : new RegionWords([.. words.Skip(from)], kinds);
    }

    /// <summary>The word, or words, at a place that say what a region is.</summary>
    private static (int Length, RegionKind[] Kinds)? Kind(IReadOnlyList<string> words, int at)
    {
        var (one, two, three) = (words[at], at + 1 < words.Count ? words[at + 1] : "", at + 2 < words.Count ? words[at + 2] : "");
        return (one, two, three) switch
        {
            ("daerah", "khusus", "ibukota") => (3, [RegionKind.Province]),
            ("daerah", "istimewa" or "khusus", _) => (2, [RegionKind.Province]),
            _ => KindWords.TryGetValue(one, out var kinds) ? (1, kinds) : null,
        };
    }

    private static bool IsAdministrative(string word) => word is "administrasi" or "adm" or "administratif" or "otonom" or "of" or "dati" or "ii";
}
