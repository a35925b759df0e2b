namespace NetworkMap.Server.Http;

/// <summary>Street maps under the network, for who runs or rents some: the setting <c>Map:StyleUrl</c> names a MapLibre style, <c>Map:Origins</c> the sites that its tiles, letters and signs come
/// from when that is not the style's own. Without them no page asks another site for anything.</summary>
public sealed class StreetMap
{
    private readonly string origins;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidDataException">They name what is no web address.</exception>
    public StreetMap(IConfiguration configuration)
    {
        StyleUrl = configuration["Map:StyleUrl"] is { Length: > 0 } style ? style : null;
        var named = (configuration["Map:Origins"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<string> all = StyleUrl is null || IsOwn(StyleUrl) ? named : [StyleUrl, .. named];
        origins = StyleUrl is null ? "" : string.Concat(all.Select(OriginOf).Distinct(StringComparer.OrdinalIgnoreCase).Select(o => " " + o));
    }

    /// <summary>The address of the style, or null: a whole one, or a path of this site.</summary>
    public string? StyleUrl { get; }

    /// <summary>The policy of the pages, with leave to fetch from those sites and from no other.</summary>
    internal string Admitted(string policy) => origins.Length == 0 ? policy : policy
        .Replace("connect-src 'self'", "connect-src 'self'" + origins, StringComparison.Ordinal)
        .Replace("img-src 'self'", "img-src 'self'" + origins, StringComparison.Ordinal);

    private static bool IsOwn(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Scheme, host and port alone; nothing that is typed into a setting may add a rule to the policy.</summary>
    private static string OriginOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        ? uri.GetLeftPart(UriPartial.Authority)
        : throw new InvalidDataException($"The setting Map:StyleUrl or Map:Origins names {address}, which is not an https address.");
}
