using System.Text.Json.Nodes;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>What fields of features are called on pages.</summary>
internal static class OgcWords
{
    private static readonly Dictionary<string, Sentence> Words = new(StringComparer.Ordinal)
    {
        ["acronym"] = new("Singkatan", "Acronym"), ["kindLabel"] = new("Jenis organisasi", "Kind"),
        ["region"] = new("Kode wilayah", "Region code"), ["regionName"] = new("Wilayah", "Region"), ["regions"] = new("Wilayah layanan", "Areas"), ["positionOf"] = new("Titik tengah dari", "Middle of"),
        ["radiusKm"] = new("Ketelitian (km)", "Within (km)"), ["website"] = new("Situs web", "Website"), ["retired"] = new("Tidak ada lagi sejak", "Gone since"), ["source"] = new("Sumber", "Source"),
        ["example"] = new("Contoh yang dikarang", "Invented example"), ["description"] = new("Uraian", "Description"), ["organizationName"] = new("Organisasi", "Organization"),
        ["status"] = new("Status", "Status"), ["validFrom"] = new("Berlaku sejak", "Valid from"), ["validUntil"] = new("Berlaku sampai", "Valid until"),
        ["year"] = new("Tahun", "Year"), ["women"] = new("Perempuan", "Women"), ["men"] = new("Laki-laki", "Men"), ["unknown"] = new("Jenis kelamin tidak tercatat", "Of unknown sex"),
    };

    /// <summary>What single words of programs are called.</summary>
    private static readonly Dictionary<string, Sentence> Values = new(StringComparer.Ordinal)
    {
        ["active"] = new("Diberikan", "Offered"), ["planned"] = new("Direncanakan", "Planned"), ["ended"] = new("Sudah berakhir", "Ended"), ["province"] = new("provinsi", "province"), ["regency"] = new("kabupaten atau kota", "regency or city"),
        ["district"] = new("kecamatan", "district"), ["village"] = new("desa atau kelurahan", "village"),
    };

    private static readonly Sentence Page = new("Lihat halamannya", "See its page");
    private static readonly Sentence Yes = new("Ya", "Yes");

    /// <summary>The fields that a person reads, as she reads them; codes and addresses are for programs.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Facts(JsonObject properties, Language language) =>
        [.. properties.Where(p => Words.ContainsKey(p.Key)).Select(p => (Words[p.Key].In(language), Of(p.Key, p.Value, language)))];

    /// <summary>The link to the page of this site about a feature, where there is one.</summary>
    internal static IEnumerable<(string Text, string Href)> PageOf(string collection, string id, Language language) => collection switch
    {
        "organizations" => [(Page.In(language), "/organisasi/" + id)],
        "services" => [(Page.In(language), "/layanan/" + id)],
        _ => [],
    };

    private static string Of(string field, JsonNode? value, Language language) => value switch
    {
        JsonValue one when field is "status" or "positionOf" && Values.TryGetValue(one.ToString(), out var said) => said.In(language),
        JsonArray list => string.Join(", ", list.Select(v => v?.ToString())),
        JsonValue one when one.TryGetValue<bool>(out var truth) && truth => Yes.In(language),
        _ => value?.ToString() ?? "",
    };
}
