using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Tells which words of a name are of a place.</summary>
internal static class PlaceMarks
{
    /// <summary>The mark of a word that says what a place is: Kabupaten, Kota.</summary>
    internal const int Designation = -2;

    private const int Nothing = -1;

    /// <summary>For each word the number of its place, <see cref="Designation"/>, or -1; and the places.</summary>
    internal static (int[] Marks, NamedPlace[] Places) Of(List<string> words, RegionCode? region, Gazetteer gazetteer)
    {
        var marks = new int[words.Count];
        Array.Fill(marks, Nothing);
        var places = new List<NamedPlace>();
        for (var i = 0; i < words.Count; i++)
        {
            if (marks[i] != Nothing)
            {
                continue;
            }

            if (!IsOfPeople(words, i) && SaidBy(words[i]) is { } said && i + 1 < words.Count && Designated(words, i + 1, said, gazetteer) is { } designated)
            {
                marks[i] = Designation;
                Mark(marks, i + 1, designated.Length, places.Count);
                places.Add(designated.Place);
            }
            else if ((i > 0 || (words.Count > 1 && IsEnglishDesignation(words[1]))) && Standing(words, i, region, gazetteer) is { } standing)
            {
                var behind = i + standing.Length;
                var after = behind == words.Count - 1 && words[behind] is "kota" or "kabupaten" ? SaidBy(words[behind]) : null;
                Mark(marks, i, standing.Length, places.Count);
                places.Add(after is null ? standing.Place : Narrowed(standing.Place, after.Value, gazetteer));
                if (after is not null)
                {
                    marks[behind] = Designation;
                }
            }
        }

        return (marks, [.. places]);
    }

    /// <summary>What a place is, behind it or before: Surabaya City, Bantul Regency.</summary>
    internal static bool IsEnglishDesignation(string word) => word is "city" or "regency" or "municipality" or "municipal" or "district" or "province" or "provincial";

    /// <summary>Pemberdayaan masyarakat desa Kapuas Hulu: the office for villages, of Kapuas Hulu.</summary>
    private static bool IsOfPeople(List<string> words, int at) => words[at] == "desa" && at > 0 && words[at - 1] is "masyarakat" or "pembangunan" or "unit" or "milik";

    private static RegionKind? SaidBy(string word) => word switch
    {
        "provinsi" => RegionKind.Province,
        "kabupaten" => RegionKind.Regency,
        "kota" => RegionKind.City,
        "kecamatan" or "distrik" => RegionKind.District,
        "kelurahan" => RegionKind.UrbanVillage,
        "desa" or "dusun" or "kampung" or "gampong" or "nagari" => RegionKind.Village,
        _ => null,
    };

    /// <summary>The place behind a word that says what it is: the longest name that there is of that kind.</summary>
    private static (int Length, NamedPlace Place)? Designated(List<string> words, int at, RegionKind said, Gazetteer gazetteer)
    {
        for (var length = Math.Min(Gazetteer.MostWords, words.Count - at); length > 0; length--)
        {
            var joined = string.Concat(words.Skip(at).Take(length));
            var codes = gazetteer.Named(Name(joined)).Where(c => gazetteer.KindOf(c) == said).ToArray();
            if (codes.Length > 0)
            {
                return (length, new NamedPlace(joined, codes, said));
            }
        }

        if (words[at].Length == 1 && at + 1 < words.Count && gazetteer.Shortened(words[at][0], words[at + 1]).Where(c => gazetteer.KindOf(c) == said).ToArray() is { Length: > 0 } meant)
        {
            return (2, new NamedPlace(words[at] + words[at + 1], meant, said));
        }

        // Villages are not in the list; one word is taken for the name, and a direction behind it, which is written in one with it or not.
        if (said is not (RegionKind.Village or RegionKind.UrbanVillage or RegionKind.District) || Vocabulary.KindOf(words[at]) is not (null or WordKind.Own or WordKind.Common))
        {
            return null;
        }

        var parts = at + 1 < words.Count && Vocabulary.KindOf(words[at + 1]) == WordKind.Twin ? 2 : 1;
        return (parts, new NamedPlace(string.Concat(words.Skip(at).Take(parts)), [], said));
    }

    /// <summary>A place without a word before it: a province, regency or city, or a district of where the organization is.</summary>
    private static (int Length, NamedPlace Place)? Standing(List<string> words, int at, RegionCode? region, Gazetteer gazetteer)
    {
        for (var length = Math.Min(Gazetteer.MostWords, words.Count - at); length > 0; length--)
        {
            var joined = string.Concat(words.Skip(at).Take(length));
            var named = joined.Length < 4 ? [] : gazetteer.Named(Name(joined));
            var near = region is { } r ? named.Where(c => c.Holds(r) || r.Holds(c) || c.At(RegionLevel.Regency) == r.At(RegionLevel.Regency)).ToArray() : [];
            var large = named.Where(c => c.Level <= RegionLevel.Regency).ToArray();
            var codes = near.Length > 0 ? near.Any(c => c.Level <= RegionLevel.Regency) ? large : near : length > 1 || Vocabulary.KindOf(joined) is null ? large : [];
            if (codes.Length > 0 && (near.Length > 0 || at + length == words.Count || length > 1))
            {
                return (length, new NamedPlace(joined, codes, null));
            }
        }

        return null;
    }

    private static NamedPlace Narrowed(NamedPlace place, RegionKind said, Gazetteer gazetteer) =>
        place.Codes.Where(c => gazetteer.KindOf(c) == said).ToArray() is { Length: > 0 } codes ? place with { Codes = codes, Said = said } : place;

    /// <summary>The name of a region by which it is listed.</summary>
    private static string Name(string joined) => joined is "daerahistimewayogyakarta" or "diyogyakarta" or "jogjakarta" or "jogyakarta" or "djogjakarta" or "jogja" or "yogya" or "diy" ? "yogyakarta" : joined is "dkijakarta" or "daerahkhususibukotajakarta" ? "jakarta" : joined;

    private static void Mark(int[] marks, int from, int length, int place) => Array.Fill(marks, place, from, length);
}
