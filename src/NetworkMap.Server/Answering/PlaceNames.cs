using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Answering;

/// <summary>Names of regions as they stand among names of other levels: a regency or city carries its kind in its name, a district and a village do not.</summary>
internal static class PlaceNames
{
    /// <summary>With its kind before it, by the word of its province: districts are distrik in Papua (Law 21/2001), villages are gampong in Aceh, nagari in West Sumatra and kampung in Papua.</summary>
    internal static string WithKind(Region region) => (region.RegionKind, region.Code.Value[..2]) switch
    {
        (RegionKind.District, ['9', _]) => $"Distrik {region.Name}",
        (RegionKind.District, _) => $"Kecamatan {region.Name}",
        (RegionKind.Village, "11") => $"Gampong {region.Name}",
        (RegionKind.Village, "13") => $"Nagari {region.Name}",
        (RegionKind.Village, ['9', _]) => $"Kampung {region.Name}",
        (RegionKind.Village, _) => $"Desa {region.Name}",
        (RegionKind.UrbanVillage, _) => $"Kelurahan {region.Name}",
        _ => region.Name,
    };
}
