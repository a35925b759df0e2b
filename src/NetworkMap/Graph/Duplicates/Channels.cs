using System.Collections.Immutable;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Graph.Duplicates;

/// <summary>A way to reach an organization in the one form in which two of them are compared.</summary>
/// <param name="Kind">Telephone, e-mail or web.</param>
/// <param name="Value">The number with its country, the address in small letters, or the host and path without <c>www</c>.</param>
public readonly record struct Channel(ChannelKind Kind, string Value);

/// <summary>What a channel is; messengers are telephones.</summary>
public enum ChannelKind : byte
{
    /// <summary>A number.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A page of the web.</summary>
    Web,
}

/// <summary>Brings numbers and addresses into one form.</summary>
public static class Channels
{
    private static readonly string[] SharedHosts = ["facebook.com", "instagram.com", "twitter.com", "x.com", "youtube.com", "tiktok.com", "linktr.ee", "linkedin.com", "blogspot.com", "wordpress.com", "google.com", "tokopedia.com", "shopee.co.id"];

    /// <summary>The channels that an organization states.</summary>
    public static ImmutableArray<Channel> Of(Organization organization)
    {
        if (organization.Website is null && organization.Contacts.IsEmpty)
        {
            return [];
        }

        var found = organization.Contacts.Select(c => c.Channel switch
        {
            ContactChannel.Phone or ContactChannel.Whatsapp => Telephone(c.Value),
            ContactChannel.Email => Email(c.Value),
            ContactChannel.Web => Web(c.Value),
            _ => null,
        }).Append(Web(organization.Website));
        return [.. found.OfType<Channel>().Distinct()];
    }

    /// <summary>A number however it is written, also in the address of a messenger; null for none.</summary>
    public static Channel? Telephone(string? text)
    {
        var number = text is null ? null : text.IndexOf("wa.me/", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? "+" + text[(at + 6)..].TrimStart('+') : text;
        return PhoneNumber.Read(number) is { } read && read.Length > 6 ? new Channel(ChannelKind.Telephone, read) : null;
    }

    /// <summary>An e-mail address; null for none.</summary>
    public static Channel? Email(string? text) => text?.Trim().ToLowerInvariant() is { Length: > 3 } address && address.IndexOf('@', StringComparison.Ordinal) > 0
        ? new Channel(ChannelKind.Email, address.Replace("mailto:", "", StringComparison.Ordinal))
        : null;

    /// <summary>A page: its host without www, and the path where many share the host; null for none.</summary>
    public static Channel? Web(string? text)
    {
        var address = text?.Trim().ToLowerInvariant() ?? "";
        address = address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        address = (address.StartsWith("www.", StringComparison.Ordinal) || address.StartsWith("m.", StringComparison.Ordinal)) ? address[(address.IndexOf('.', StringComparison.Ordinal) + 1)..] : address;
        var host = address.Split('/', '?', '#')[0];
        if (host.IndexOf('.', StringComparison.Ordinal) <= 0)
        {
            return null;
        }

        var shared = Array.Exists(SharedHosts, h => host == h || host.EndsWith("." + h, StringComparison.Ordinal));
        return new Channel(ChannelKind.Web, shared && !host.EndsWith(".blogspot.com", StringComparison.Ordinal) && !host.EndsWith(".wordpress.com", StringComparison.Ordinal) ? address.Split('?', '#')[0].TrimEnd('/') : host);
    }
}
