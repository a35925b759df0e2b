using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Graph.Text;

/// <summary>Which of two things of equally fitting names comes first: organizations and large regions before districts and villages, what exists before what is
/// over, a short name before a long one.</summary>
internal static class Standing
{
    /// <summary>What a score is multiplied by.</summary>
    internal static double Factor(Element element) => element switch
    {
        Organization o => o.Retired is null ? 1 : 0.75,
        Service s => s.Status == ServiceStatus.Ended ? 0.7 : 0.92,
        Region r => r.Level switch { RegionLevel.Province or RegionLevel.Regency => 1, RegionLevel.District => 0.92, _ => 0.85 },
        _ => 1,
    };

    /// <summary>Smaller comes first.</summary>
    internal static int Precedence(Element? element) => Math.Min(999, Shortest(element)) + (1000 * element switch
    {
        Organization { Retired: not null } => 1,
        Service { Status: ServiceStatus.Ended } => 1,
        Region r => (int)r.Level,
        _ => 0,
    });

    /// <summary>The length of the shortest name.</summary>
    private static int Shortest(Element? element) => element switch
    {
        Organization o => Math.Min(Math.Min(o.Name.Length, o.Acronym?.Length ?? int.MaxValue), o.OtherNames.IsEmpty ? int.MaxValue : o.OtherNames.Min(n => n.Length)),
        Service s => s.Name.Length,
        Region r => r.Name.Length,
        _ => 0,
    };
}
