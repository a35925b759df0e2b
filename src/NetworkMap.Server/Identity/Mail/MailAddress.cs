using System.Text.RegularExpressions;
using NetworkMap.Server.Http;
using NetworkMap.Storage;

namespace NetworkMap.Server.Identity.Mail;

/// <summary>Where an account may be written to, once its owner showed that she reads there. It is used for the way back into the account and for news about its safety, and for nothing else.</summary>
/// <param name="Address">As she wrote it.</param>
/// <param name="Language">What she is written in.</param>
public sealed partial record MailAddress(string Address, Language Language) : IKept
{
    /// <summary>The longest (RFC 5321, 4.5.3.1.3).</summary>
    public const int Limit = 254;

    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.MailAddress;

    /// <summary>An address without what stands around it; null when it is none that mail could be sent to.</summary>
    public static string? Read(string? written) => written?.Trim() is { Length: > 0 and <= Limit } address && Form().IsMatch(address) ? address : null;

    /// <summary>The one form of an address, however it is typed.</summary>
    public static string Fold(string address) => address.ToLowerInvariant();

    [GeneratedRegex(@"^[!-~-[()<>@,;:\\""\[\]]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
