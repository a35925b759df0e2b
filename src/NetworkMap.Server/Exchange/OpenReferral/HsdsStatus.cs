using NetworkMap.Domain;
using NetworkMap.Domain.Services;

namespace NetworkMap.Server.Exchange.OpenReferral;

/// <summary>Whether a service is offered, in the words of HSDS. What is announced is not offered yet, and what is closed for a while is not offered now.</summary>
internal static class HsdsStatus
{
    private const string Inactive = "inactive";
    private const string Defunct = "defunct";

    internal static string Of(ServiceStatus status) => status switch
    {
        ServiceStatus.Active => "active",
        ServiceStatus.Planned => Inactive,
        _ => Defunct,
    };

    /// <summary>Our word for one of HSDS; a word that is none of HSDS as it is.</summary>
    internal static string Ours(string word) => word.Trim().ToLowerInvariant() switch
    {
        Inactive or "temporarily closed" => Names<ServiceStatus>.Of(ServiceStatus.Planned),
        Defunct => Names<ServiceStatus>.Of(ServiceStatus.Ended),
        _ => word,
    };
}
