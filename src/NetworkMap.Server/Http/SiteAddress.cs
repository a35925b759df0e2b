namespace NetworkMap.Server.Http;

/// <summary>The address at which people open this installation: the setting <c>site</c>, or <c>Mail:Site</c> where only mail was told it. Links that are handed on lead there. Where nobody has set
/// it, it is what a request came to, which is right on one machine; elsewhere whoever asks could say anything there (OWASP ASVS 5, 4.1.3).</summary>
public sealed class SiteAddress
{
    private readonly string? told;

    /// <summary>Reads the setting. Throws <see cref="InvalidDataException"/> with a sentence when it cannot be used.</summary>
    public SiteAddress(IConfiguration configuration)
    {
        var (name, setting) = configuration["site"] is { Length: > 0 } site ? ("site", site) : ("Mail:Site", configuration["Mail:Site"]);
        told = setting is not { Length: > 0 } ? null : Fault(setting) is { } fault ? throw new InvalidDataException($"The setting {name} cannot be used. {fault}") : new Uri(setting).GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The address, without a slash at its end.</summary>
    public string Of(HttpRequest request) => told ?? $"{request.Scheme}://{request.Host}";

    /// <summary>The address for an answer to a request.</summary>
    internal static string Of(HttpContext context) => context.RequestServices.GetRequiredService<SiteAddress>().Of(context.Request);

    /// <summary>What is wrong with an address, in a sentence; null when it can be used. Without encryption it is this machine alone.</summary>
    internal static string? Fault(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.PathAndQuery == "/" && (uri.Scheme == "https" || uri.IsLoopback)
            ? null
            : "Give the address at which people open this installation, such as https://map.example.org.";
}
