using System.Collections.Frozen;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Writes out the names of offices that are made of syllables: Disperinaker is the dinas perindustrian dan tenaga kerja, Kemenkumham the kementerian hukum dan
/// hak asasi manusia. Every region makes its own, so that no list has them all.</summary>
internal static class OfficeWords
{
    private static readonly (string Begin, string Office)[] Begins = [("dis", "dinas"), ("din", "dinas"), ("kemen", "kementerian"), ("kem", "kementerian")];

    private static readonly FrozenDictionary<string, string> Syllables = """
        naker=tenaga kerja;nakertrans=tenaga kerja transmigrasi;trans=transmigrasi;perin=perindustrian;peri=perindustrian;perind=perindustrian;perindag=perindustrian perdagangan;indag=perindustrian perdagangan;dag=perdagangan;perdag=perdagangan;
        kop=koperasi;um=usaha mikro;ukm=usaha kecil menengah;umkm=usaha mikro kecil menengah;sos=sosial;p3a=pemberdayaan perempuan perlindungan anak;pppa=pemberdayaan perempuan perlindungan anak;
        p3=pemberdayaan perempuan perlindungan;pmd=pemberdayaan masyarakat desa;permas=pemberdayaan masyarakat;permades=pemberdayaan masyarakat desa;dik=pendidikan;pendik=pendidikan;bud=kebudayaan;
        dikbud=pendidikan kebudayaan;par=pariwisata;budpar=kebudayaan pariwisata;parbud=pariwisata kebudayaan;pora=pemuda olahraga;porapar=pemuda olahraga pariwisata;hut=kehutanan;hub=perhubungan;
        lh=lingkungan hidup;tan=pertanian;pertan=pertanian;tanpan=pertanian pangan;kan=perikanan;perikan=perikanan;nak=peternakan;kes=kesehatan;kesos=kesejahteraan sosial;dalduk=pengendalian penduduk;kb=keluarga berencana;
        kominfo=komunikasi informatika;arpus=arsip perpustakaan;perpus=perpustakaan;perkim=perumahan permukiman;pu=pekerjaan umum;dukcapil=kependudukan pencatatan sipil;kumham=hukum hak asasi manusia;
        keu=keuangan;lu=luar negeri;dagri=dalam negeri;ag=agama;des=desa;kes=kesehatan;dikti=pendidikan tinggi;ristek=riset teknologi;parekraf=pariwisata ekonomi kreatif;kopukm=koperasi usaha kecil menengah;sosnaker=sosial tenaga kerja
        """.Split(';').Select(p => p.Split('=')).DistinctBy(p => p[0].Trim(), StringComparer.Ordinal).ToFrozenDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal);

    /// <summary>The words of an office written in syllables; null for any other word.</summary>
    internal static string[]? Of(string word)
    {
        foreach (var (begin, office) in Begins)
        {
            if (word.Length > begin.Length + 1 && word.StartsWith(begin, StringComparison.Ordinal) && Cut(word[begin.Length..], 3) is { } rest)
            {
                return [office, .. rest.Split(' ')];
            }
        }

        return null;
    }

    private static string? Cut(string rest, int most)
    {
        for (var length = rest.Length; length > 1 && most > 0; length--)
        {
            if (Syllables.TryGetValue(rest[..length], out var meaning))
            {
                var further = length == rest.Length ? "" : Cut(rest[length..], most - 1);
                if (further is not null)
                {
                    return further.Length == 0 ? meaning : $"{meaning} {further}";
                }
            }
        }

        return null;
    }
}
