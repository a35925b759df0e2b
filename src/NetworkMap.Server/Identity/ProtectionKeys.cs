using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity;

/// <summary>A key of ASP.NET Core Data Protection, as it writes it.</summary>
public sealed record ProtectionKey(string Xml) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.ProtectionKey;
}

/// <summary>The keys under which processes hand each other short-lived data, such as live cursors: in the account store, sealed like all of it, so that processes share them with nothing
/// but the database and the master key.</summary>
internal sealed class ProtectionKeys(AccountVault vault) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => vault.ListAsync<ProtectionKey>(null, CancellationToken.None)).GetAwaiter().GetResult().Select(k => XElement.Parse(k.Value.Xml))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        var key = new Kept<ProtectionKey>(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), new ProtectionKey(element.ToString(SaveOptions.DisableFormatting)));
        Task.Run(() => vault.WriteAsync(CancellationToken.None, vault.Put(key))).GetAwaiter().GetResult();
    }
}
