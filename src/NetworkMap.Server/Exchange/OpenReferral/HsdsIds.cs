using System.Security.Cryptography;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;

namespace NetworkMap.Server.Exchange.OpenReferral;

/// <summary>Ids of what HSDS names and this network does not: made of what they are about, so that they are the same in every answer and every file (UUID version 8, RFC 9562).</summary>
internal static class HsdsIds
{
    internal static string OfTaxonomy(Code taxonomy) => Of("taxonomy", taxonomy.Value);

    internal static string OfTerm(Code taxonomy, Code code) => Of("taxonomy_term", taxonomy.Value, code.Value);

    internal static string OfServiceAt(ServiceId service, PlaceId place) => Of("service_at_location", service.ToString(), place.ToString());

    /// <summary>The id of a part of something.</summary>
    internal static string Of(string table, params string[] about)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"hsds\n{table}\n{string.Join('\n', about)}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
