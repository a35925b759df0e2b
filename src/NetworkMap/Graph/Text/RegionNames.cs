using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Text;

/// <summary>How a region is called beside its name: with or without the word for what it is.</summary>
internal static class RegionNames
{
    /// <summary>The name without the word when it has it (Sleman for Kabupaten Sleman), with it when not (Kecamatan Depok for Depok).</summary>
    internal static string Other(Region region)
    {
        var word = region.RegionKind switch
        {
            RegionKind.Province => "Provinsi",
            RegionKind.Regency => "Kabupaten",
            RegionKind.City => "Kota",
            RegionKind.District => "Kecamatan",
            RegionKind.UrbanVillage => "Kelurahan",
            _ => "Desa",
        };
        return Without(Without(region.Name, word), "Administrasi") is { } rest && rest.Length < region.Name.Length ? rest : $"{word} {region.Name}";
    }

    private static string Without(string name, string word) => name.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase) ? name[(word.Length + 1)..] : name;
}
