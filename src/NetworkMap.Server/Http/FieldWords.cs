namespace NetworkMap.Server.Http;

/// <summary>What a field is called at the beginning of a sentence, as the forms call it; "this part" where a sentence stands beside its field anyway.</summary>
internal static class FieldWords
{
    private static readonly (string Indonesian, string English) Other = ("Bagian ini", "This part");

    private static readonly Dictionary<string, (string Indonesian, string English)> Known = new(StringComparer.Ordinal)
    {
        ["name"] = ("Nama", "The name"),
        ["actorKind"] = ("Jenis organisasi", "The kind of organization"),
        ["unitKind"] = ("Jenis unit", "The kind of unit"),
        ["type"] = ("Jenis hubungan", "The type of the tie"),
        ["from"] = ("Pihak pertama", "The first side"),
        ["to"] = ("Pihak kedua", "The second side"),
        ["side"] = ("Pihak yang menyatakan", "The side that says so"),
        ["says"] = ("Apa yang dinyatakan", "What is said"),
        ["reason"] = ("Alasannya", "The reason"),
        ["word"] = ("Menurut siapa ini", "On whose word this is"),
        ["until"] = ("Hari terakhirnya", "The last day"),
        ["answer"] = ("Alasan untuk pengusul", "The reason for whoever sent it"),
        ["words"] = ("Penjelasannya", "What is wrong or missing"),
        ["provenance.source"] = ("Sumbernya", "The source"),
        ["account"] = ("Akun orangnya", "The account"),
        ["akun"] = ("Akunnya", "The account"),
        ["value"] = ("Nomor atau alamatnya", "The number or address"),
        ["channel"] = ("Saluran kontaknya", "The channel of the contact"),
        ["labelId"] = ("Nama dalam bahasa Indonesia", "The label in Indonesian"),
        ["labelEn"] = ("Nama dalam bahasa Inggris", "The label in English"),
        ["code"] = ("Kodenya", "The code"),
        ["taxonomy"] = ("Daftar istilahnya", "The list"),
        ["year"] = ("Tahunnya", "The year"),
        ["signInName"] = ("Nama masuk", "The sign-in name"),
        ["password"] = ("Kata sandi", "The password"),
        ["organization"] = ("Organisasinya", "The organization"),
    };

    /// <summary>The name of a field; of one within a list that of its last part.</summary>
    internal static string Of(string field, Language language)
    {
        var words = Known.TryGetValue(field, out var whole) ? whole : Known.GetValueOrDefault(field[(field.LastIndexOf('.') + 1)..], Other);
        return language == Language.English ? words.English : words.Indonesian;
    }
}
