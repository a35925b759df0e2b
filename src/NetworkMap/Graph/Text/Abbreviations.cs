using System.Collections.Frozen;

namespace NetworkMap.Graph.Text;

/// <summary>Abbreviations of Indonesian administration and civil society, as they stand in letters and on signs. Names and questions are both written out before
/// they are compared, so that either may abbreviate. What means several things (<c>kel</c>: kelurahan, kelompok), or is
/// many an acronym (<c>klp</c>), is left out.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string[]> Meanings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Regions
        ["prov"] = "provinsi", ["propinsi"] = "provinsi", ["kab"] = "kabupaten", ["kec"] = "kecamatan", ["kep"] = "kepulauan", ["wil"] = "wilayah",
        ["jabar"] = "jawa barat", ["jateng"] = "jawa tengah", ["jatim"] = "jawa timur", ["diy"] = "daerah istimewa yogyakarta", ["dki"] = "daerah khusus ibukota",
        ["jogja"] = "yogyakarta", ["jogjakarta"] = "yogyakarta", ["yogya"] = "yogyakarta", ["jogya"] = "yogyakarta", ["sumut"] = "sumatera utara", ["sumbar"] = "sumatera barat",
        ["sumsel"] = "sumatera selatan", ["babel"] = "bangka belitung", ["kepri"] = "kepulauan riau", ["ntb"] = "nusa tenggara barat", ["ntt"] = "nusa tenggara timur",
        ["kalbar"] = "kalimantan barat", ["kalteng"] = "kalimantan tengah", ["kalsel"] = "kalimantan selatan", ["kaltim"] = "kalimantan timur", ["kaltara"] = "kalimantan utara",
        ["sulut"] = "sulawesi utara", ["sulteng"] = "sulawesi tengah", ["sulsel"] = "sulawesi selatan", ["sultra"] = "sulawesi tenggara", ["sulbar"] = "sulawesi barat",
        ["malut"] = "maluku utara", ["jaksel"] = "jakarta selatan", ["jakbar"] = "jakarta barat", ["jaktim"] = "jakarta timur", ["jakut"] = "jakarta utara", ["jakpus"] = "jakarta pusat",
        ["tangsel"] = "tangerang selatan",

        // Government. Pemda is the government of any region: with "daerah" written out it would be that of the Daerah Istimewa and the Daerah Khusus first.
        ["pemprov"] = "pemerintah provinsi", ["pemkab"] = "pemerintah kabupaten", ["pemkot"] = "pemerintah kota", ["pemda"] = "pemerintah", ["pemdes"] = "pemerintah desa",
        ["disnaker"] = "dinas tenaga kerja", ["disnakertrans"] = "dinas tenaga kerja dan transmigrasi", ["dinsos"] = "dinas sosial", ["dinkes"] = "dinas kesehatan",
        ["disdik"] = "dinas pendidikan", ["disdikbud"] = "dinas pendidikan dan kebudayaan", ["disperindag"] = "dinas perindustrian dan perdagangan", ["diskop"] = "dinas koperasi",
        ["kemnaker"] = "kementerian ketenagakerjaan", ["kemenaker"] = "kementerian ketenagakerjaan", ["kemensos"] = "kementerian sosial", ["kemenkes"] = "kementerian kesehatan",
        ["kemendagri"] = "kementerian dalam negeri", ["ham"] = "hak asasi manusia",

        // Organizations
        ["univ"] = "universitas", ["unv"] = "universitas", ["poltek"] = "politeknik", ["lsm"] = "lembaga swadaya masyarakat", ["yay"] = "yayasan", ["yys"] = "yayasan",
        ["klmpk"] = "kelompok", ["lbh"] = "lembaga bantuan hukum", ["lks"] = "lembaga kesejahteraan sosial", ["blk"] = "balai latihan kerja",
        ["pkbm"] = "pusat kegiatan belajar masyarakat", ["rs"] = "rumah sakit", ["rsud"] = "rumah sakit umum daerah",
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>The words with every abbreviation written out; the same list when there is none.</summary>
    internal static List<string> WriteOut(List<string> words) => words.Exists(Meanings.ContainsKey)
        ? [.. words.SelectMany(w => Meanings.TryGetValue(w, out var meaning) ? meaning : [w])]
        : words;

    /// <summary>What a word with one edit, or the begin of a word, abbreviates; null when that is not one thing.</summary>
    internal static string[]? Nearly(string word, bool begin)
    {
        string[]? found = null;
        foreach (var (abbreviation, meaning) in Meanings)
        {
            var near = (word.Length >= 5 && EditDistance.Between(word, abbreviation, 1) <= 1) || (begin && word.Length >= 4 && abbreviation.StartsWith(word, StringComparison.Ordinal));
            if (near && found is not null && !found.SequenceEqual(meaning))
            {
                found = found.Length < meaning.Length ? found : meaning;
            }
            else if (near)
            {
                found = meaning;
            }
        }

        return found;
    }
}
