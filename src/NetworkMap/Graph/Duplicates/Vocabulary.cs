using System.Collections.Frozen;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>The words of which names of Indonesian organizations are made, each with what it does there. A word in the spelling from before 1972 is its modern form.</summary>
internal static class Vocabulary
{
    private static readonly (WordKind Kind, string Words)[] Lists =
    [
        (WordKind.Small, "bin by dan di ke dari untuk yang of the and for in at pada dengan bagi kepada oleh para se antar a an s ri tentang terhadap serta kabupaten provinsi"),
        (WordKind.Legal, "yayasan perkumpulan pt cv ud tbk firma fa persero perum perseroan terbatas incorporated ltd limited inc nv lsm ormas"),
        (WordKind.Group, """
            kelompok paguyuban lembaga forum komunitas himpunan ikatan perhimpunan persatuan gabungan organisasi asosiasi aliansi koalisi jaringan jejaring federasi konfederasi
            gerakan komite konsorsium institut institute pusat kelompoknya perguruan grup group organisation organization komunitasnya rukun keluarga badan unit kub tim penggerak
            lingkar simpul rumah sanggar serikat gerai galeri sentra pos kaukus kolektif sekretariat wadah wahana persekutuan kumpulan
            """),
        (WordKind.Facility, """
            panti asuhan slb sekolah luar biasa madrasah aliyah tsanawiyah ibtidaiyah taman kanak pesantren klinik sakit apotek laboratorium asrama wisma lansia kursus bengkel kerja
            paud tk sd smp sma smk mts mi tpa tpq bmt baitul maal tamwil posyandu puskesmas perpustakaan masjid gereja balai koperasi bank sampah toko warung pasar konveksi
            aman singgah pintar belajar poliklinik bidan bersalin pkbm lkp lpk kantin katering catering museum hotel radio penitipan rumahsakit rumahaman rumahsinggah rumahpintar rumahbelajar rumahbaca rumahyatim
            banksampah sekolahdasar sekolahmenengah sekolahatas sekolahkejuruan tamankanak tamanbacaan bengkelkerja
            """),
        (WordKind.Part, """
            fakultas departemen jurusan program studi prodi bem mahasiswa senat rektorat dekanat alumni pascasarjana divisi bidang seksi bagian subbagian lppm lpm dharma karyawan pegawai
            laboratorium korps pusatstudi pusatpenelitian lembagapenelitian lembagapengabdian programstudi dharmawanita koperasipegawai serikatpekerjapt unitusaha himpunanmahasiswa pengumpul
            """),
        (WordKind.Branch, """
            cabang ranting rayon komisariat dpc dpd dpw dpp pac puk korwil korda korcab wilayah daerah pimpinan dewan pengurus perwakilan simpul basis sektor subunit anak jemaat
            sinode resort klasis branch chapter regional kantor unit kanwil kcp upt uptd pembantu dusun rt rw blok
            """),
        (WordKind.Office, """
            pemerintah dinas kementerian kepolisian resor pengadilan negeri kejaksaan dprd bappeda badan sekretariat inspektorat kecamatan kelurahan desa puskesmas bps statistik baznas pkk
            bpjs kantor imigrasi dewan kua kodim koramil kpu bawaslu disdukcapil rsud polres polda polsek satpol kanwil dekranasda
            """),
        (WordKind.Twin, """
            utara selatan timur barat tengah tenggara lor kidul wetan kulon hulu hilir atas bawah luar dalam lama baru putra putri merah putih hitam kuning hijau biru senior junior korea jepang cina china taiwan india
            amerika belanda jerman australia malaysia singapura holding distribusi logistik retail properti reformasi perjuangan pembaruan pembaharuan spinning weaving dyeing
            """),
        (WordKind.Title, "pak bu bapak haji hajah hj h mbak mas mbok kyai kiai nyai raden ajeng ustadz ustadzah gus romo suster santo santa st dr prof drs kh tuan nona mbah"),
        (WordKind.Theme, """
            perempuan wanita ibu pekerja rumahan buruh karyawan tani nelayan migran anak remaja pemuda difabel disabilitas sosial usaha kecil mikro menengah kerja tenaga kesejahteraan pemberdayaan
            perlindungan advokasi bantuan hukum hak asasi manusia pendidikan kesehatan ekonomi lingkungan budaya seni agama islam kristen katolik hindu buddha masyarakat rakyat warga desa kota
            indonesia nasional internasional swadaya mandiri peduli pelatihan penelitian pengabdian studi gender keluarga lansia yatim piatu korban kekerasan layanan pendamping pengada
            konsumen produsen simpan pinjam serba syariah wreda balita produksi jasa pengembangan pembangunan kajian informasi komunikasi penyuluhan konsultasi
            universitas politeknik akademi sekolahtinggi mahasiswa penjahit jahit menjahit batik pembatik bordir sulam rajut perajut anyam anyaman tenun penenun rotan bambu kerajinan perajin pandan keramik ukir mebel kayu sepatu sandal kerupuk keripik tempe tahu
            makanan minuman kue roti emping bawang ikan garam pengupas pengemas kemasan pengepul agen garmen busana tekstil konfeksi sarung mainan rambut wig bulu mata palsu payung tas kulit
            transmigrasi perindustrian perdagangan pertanian perikanan perhubungan pariwisata kependudukan catatan pencatatan sipil statistik agama keuangan pajak kehutanan kelautan kebudayaan
            taklim majelis pengajian sholawat muslimat aisyiyah pramuka karang taruna pkk kader bina binaan peternak petani pedagang pengusaha industri koperasi perkebunan
            """),
        (WordKind.Common, """
            melati mawar kenanga anggrek cempaka dahlia teratai seroja flamboyan kamboja kantil tanjung tulip seruni matahari edelweis delima kemuning soka lili alamanda asoka bougenvil seruling
            sejahtera mandiri bersatu makmur lestari berkarya jaya abadi harapan bersama amanah sentosa maju bangkit berdaya setara rukun tangguh cerah utama gemilang merdeka kasih ikhlas barokah berkah
            nusantara persada pertiwi kartini srikandi karya mulya mulia sari mekar indah sido sumber rejeki rezeki tunas muda bina cinta insan bangsa bunda mutiara permata kencana cahaya sinar surya
            bintang pelita lentera fajar mentari bulan bumi langit samudera samudra tirta banyu gunung alam hijau segar subur tani guyub gotong royong manunggal tekad kreatif inovasi cerdas ceria modern
            prima perdana utomo budi luhur dharma darma bhakti bakti karsa cipta citra pratama putra wijaya kusuma nur nurul hidayah hikmah ihsan iman ikhwan falah huda salam rahmah rahmat rohmah sakinah
            muttaqin hasanah jannah al ar as at an ash asy ad az el darul darus darussalam baitul miftahul khoirun nisa fatimah aisyah khadijah ummat umat
            suka sukses sukamaju damai sehat kita kami global internasional perkasa raya agung besar satria ksatria
            mulyo mukti rahayu raharja widya wira mitra mustika intan sejati utami asih krisan taqwa muhajirin mujahidin istiqomah kurnia anugerah
            langgeng arum ayu dewi ratu ngudi waras tentrem adil lancar berkat setia kawan sahabat saudara persaudaraan gemah ripah wangi harum elok asri permai buana dunia garuda rajawali merpati
            """),
    ];

    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["satu"] = "1", ["dua"] = "2", ["tiga"] = "3", ["empat"] = "4", ["lima"] = "5", ["enam"] = "6", ["tujuh"] = "7", ["delapan"] = "8", ["sembilan"] = "9", ["sepuluh"] = "10",
        ["i"] = "1", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4", ["v"] = "5", ["vi"] = "6", ["vii"] = "7", ["viii"] = "8", ["ix"] = "9", ["x"] = "10", ["xi"] = "11", ["xii"] = "12",
        ["pertama"] = "1", ["kedua"] = "2", ["ketiga"] = "3", ["one"] = "1", ["two"] = "2", ["three"] = "3",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of a word in several lists the last one counts, but for what parts twins, which is looked up beside.</summary>
    private static readonly FrozenDictionary<string, WordKind> Kinds = MakeKinds();

    private static readonly FrozenSet<string> Twins = Words(WordKind.Twin).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Offices = Words(WordKind.Office).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Branches = Words(WordKind.Branch).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Modern = Kinds.Keys.Where(w => w.Length > 3).GroupBy(w => Spelling.Old(w), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The form of today of a word that the vocabulary has; the word itself when it has not.</summary>
    internal static string Today(string word) => Kinds.ContainsKey(word) ? word : Modern.GetValueOrDefault(Spelling.Old(word), word);

    /// <summary>The number that a word says, or null.</summary>
    internal static string? Number(string word) => char.IsDigit(word[0]) && word.All(char.IsDigit) ? word.TrimStart('0') is { Length: > 0 } digits ? digits : "0" : Numbers.GetValueOrDefault(word);

    /// <summary>What a word does, when the vocabulary has it.</summary>
    internal static WordKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Whether a word parts two that have all else in common.</summary>
    internal static bool IsTwin(string word) => Twins.Contains(word);

    /// <summary>Whether a word is of an office of the state.</summary>
    internal static bool IsOffice(string word) => Offices.Contains(word);

    /// <summary>Whether a word tells of a branch.</summary>
    internal static bool IsBranch(string word) => Branches.Contains(word);

    private static IEnumerable<string> Words(WordKind kind) => Lists.Where(l => l.Kind == kind).SelectMany(l => l.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<string, WordKind> MakeKinds()
    {
        var kinds = new Dictionary<string, WordKind>(StringComparer.Ordinal);
        foreach (var kind in new[] { WordKind.Common, WordKind.Theme, WordKind.Title, WordKind.Twin, WordKind.Office, WordKind.Group, WordKind.Part, WordKind.Branch, WordKind.Facility, WordKind.Legal, WordKind.Small })
        {
            foreach (var word in Words(kind))
            {
                // What is first an everyday word stays one: ibu, anak, desa.
                if (kind != WordKind.Twin || !kinds.ContainsKey(word))
                {
                    kinds[word] = kind;
                }
            }
        }

        foreach (var (word, kind) in Decided)
        {
            kinds[word] = kind;
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Words of several lists that count as one of them.</summary>
    private static IEnumerable<(string Word, WordKind Kind)> Decided =>
    [
        .. "anak lansia karyawan kerja belajar koperasi pkk dharma wanita ibu bapak desa kota sampah sakit".Split(' ').Select(w => (w, WordKind.Theme)),
        .. "rumah unit pusat keluarga simpul bank balai kantor dewan badan pengurus".Split(' ').Select(w => (w, WordKind.Group)),
        .. "daerah wilayah".Split(' ').Select(w => (w, WordKind.Branch)), .. "negeri statistik".Split(' ').Select(w => (w, WordKind.Theme)),
        ("program", WordKind.Part), ("studi", WordKind.Theme), ("laboratorium", WordKind.Part), ("putra", WordKind.Twin), ("putri", WordKind.Twin), ("mandiri", WordKind.Common),
    ];
}
