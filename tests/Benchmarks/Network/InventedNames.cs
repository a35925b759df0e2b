using NetworkMap.Domain;

namespace NetworkMap.Benchmarks.Network;

/// <summary>Names as Indonesian organizations have them, put together of words: nobody's name, except by chance.</summary>
internal static class InventedNames
{
    private static readonly string[] Flowers =
    [
        "Melati", "Kenanga", "Cempaka", "Mawar", "Anggrek", "Teratai", "Dahlia", "Seroja", "Flamboyan", "Kamboja", "Bougenvil", "Sedap Malam", "Kantil", "Tanjung", "Wijaya Kusuma", "Edelweis",
        "Nusa Indah", "Soka", "Alamanda", "Kemuning", "Lili", "Asoka", "Matahari", "Delima",
    ];

    private static readonly string[] Virtues =
    [
        "Sejahtera", "Mandiri", "Bersatu", "Makmur", "Lestari", "Berkarya", "Jaya", "Abadi", "Harapan", "Bersama", "Amanah", "Sentosa", "Maju", "Bangkit", "Berdaya", "Setara", "Peduli", "Rukun",
        "Tangguh", "Cerah", "Utama", "Gemilang", "Merdeka", "Kasih", "Ikhlas", "Barokah", "Nusantara", "Persada", "Pertiwi", "Kartini",
    ];

    private static readonly string[] Crafts =
    [
        "Penjahit", "Pembatik", "Perajut", "Perajin Rotan", "Pengupas Bawang", "Pengemas", "Perajin Anyaman", "Pembuat Kerupuk", "Perakit", "Pelinting", "Penenun", "Perajin Sepatu", "Pembordir",
        "Perajin Bambu", "Pengolah Ikan", "Pembuat Tempe", "Perajin Mebel", "Perajin Bulu Mata",
    ];

    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["home_worker_organization"] = ["Kelompok {c}", "Paguyuban {c}", "Serikat Pekerja Rumahan", "Komunitas Perempuan {c}", "Kelompok Pekerja Rumahan", "Koperasi {c}", "Himpunan Perempuan Pekerja Rumahan"],
        ["religious_organization"] = ["Majelis Taklim", "Persekutuan Perempuan", "Lembaga Amal", "Karang Kasih"],
        ["community_social_organization"] = ["Karang Taruna", "Kelompok PKK", "Forum Warga", "Rukun Perempuan", "Posyandu"],
        ["ngo"] = ["Yayasan", "Perkumpulan", "Lembaga Swadaya", "Pusat Studi", "Lembaga Bantuan Hukum", "Jaringan Relawan"],
        ["trade_union"] = ["Serikat Buruh", "Federasi Serikat Pekerja", "Serikat Pekerja"],
        ["network"] = ["Jaringan", "Koalisi", "Aliansi", "Forum"],
        ["company"] = ["PT {c}", "CV", "UD", "PT"],
        ["intermediary"] = ["UD {c}", "Pengepul", "Konveksi", "Juragan {c}"],
        ["service_provider"] = ["Klinik", "Puskesmas Pembantu", "Balai Latihan", "Rumah Aman", "Pos Layanan", "Rumah Belajar", "Koperasi Simpan Pinjam"],
        ["university"] = ["Universitas", "Sekolah Tinggi", "Politeknik", "Institut"],
        ["employer_association"] = ["Asosiasi Pengusaha", "Himpunan Pengusaha"],
        ["funder"] = ["Dana Abadi", "Yayasan Dana", "Filantropi"],
        ["social_welfare_institution"] = ["LKS", "Panti Asuhan", "Panti Werdha", "Lembaga Kesejahteraan Sosial"],
        ["local_government"] = ["Pemerintah"],
        ["national_government"] = ["Direktorat", "Badan"],
    };

    private static readonly string[] OtherForms = ["Ikatan", "Perhimpunan", "Lembaga"];

    internal static IReadOnlyList<string> Sources { get; } =
        [.. Virtues.SelectMany(v => new[] { $"Survei lapangan {v} 2024, contoh rekaan", $"Daftar anggota jaringan {v}, contoh rekaan", $"Wawancara pengurus {v} 2025, contoh rekaan", $"Laporan tahunan {v} 2023, contoh rekaan" })];

    internal static string Organization(ref Dice dice, string kind, string region)
    {
        var form = dice.Pick(Forms.GetValueOrDefault(kind, OtherForms)).Replace("{c}", dice.Pick(Crafts), StringComparison.Ordinal);
        var own = dice.Chance(0.5) ? dice.Pick(Flowers) + " " + dice.Pick(Virtues) : dice.Pick(Virtues) + " " + dice.Pick(Virtues);
        return dice.Chance(0.7) ? $"{form} {own} {region}" : $"{form} {own}";
    }

    /// <summary>The first letters of the words.</summary>
    internal static string Acronym(string name) => string.Concat(name.Split(' ').Where(w => char.IsLetter(w[0])).Select(w => char.ToUpperInvariant(w[0])));

    internal static string Purpose(ref Dice dice) =>
        $"Mendampingi {dice.Pick(Crafts).ToLowerInvariant()} agar {dice.Pick(Virtues).ToLowerInvariant()} dan {dice.Pick(Virtues).ToLowerInvariant()}, bersama keluarga dan tetangga.";

    internal static string Service(ref Dice dice, string term, string region) => $"Layanan {term.Replace('_', ' ')} {dice.Pick(Virtues)} {region}";

    internal static string Unit(ref Dice dice, string region) => $"Ranting {dice.Pick(Flowers)} {region}";

    internal static string Address(ref Dice dice) => $"Jalan {dice.Pick(Flowers)} Nomor {dice.Between(1, 240)}";

    internal static string Contact(ref Dice dice) => $"{(dice.Chance(0.7) ? "Ibu" : "Bapak")} {dice.Pick(Flowers)}";

    /// <summary>Facts come in batches: one account enters what one source says, and checks it within a few weeks. 600 batches, large and small.</summary>
    internal static ProvenanceDraft Provenance(ref Dice dice)
    {
        var batch = dice.Ranked(600, 0.5);
        return new ProvenanceDraft
        {
            Source = Sources[batch % Sources.Count],
            AssertedBy = $"akun-{batch % 251:000}",
            LastVerified = dice.Chance(0.8) ? BigNetwork.Today.AddDays(-(batch * 37 % 1400) - dice.Below(40)) : null,
            Unverified = batch % 10 == 7 ? true : null,
            Example = true,
        };
    }
}
