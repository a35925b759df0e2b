using System.Text.RegularExpressions;

namespace NetworkMap.Server.Identity;

/// <summary>An institution whose own sign-in is taken here (OpenID Connect Core 1.0), as the settings name it.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Authority">Where its sign-in describes itself.</param>
/// <param name="ClientId">What it calls this installation.</param>
/// <param name="ClientSecret">What this installation proves itself with.</param>
public sealed record Institution(string Id, string Name, Uri Authority, string ClientId, string ClientSecret)
{
    private const string SchemePrefix = "institution-";

    /// <summary>The name of its scheme of authentication.</summary>
    internal string Scheme => SchemeOf(Id);

    /// <summary>Where it sends a browser back to.</summary>
    internal string Callback => $"{InstitutionRules.Path}/{Id}/kembali";

    /// <summary>The name of the scheme of an id.</summary>
    internal static string SchemeOf(string id) => SchemePrefix + id;

}

/// <summary>The institutions whose sign-in is taken: <c>OpenIdConnect:id:Name</c>, <c>Authority</c>, <c>ClientId</c>, and <c>ClientSecret</c> or <c>ClientSecretFile</c>. None unless the settings say so.</summary>
public sealed class Institutions(IReadOnlyList<Institution> all)
{
    /// <summary>All, in the order of their names.</summary>
    public IReadOnlyList<Institution> All { get; } = all;

    /// <summary>The one of an id; null when the settings do not name it.</summary>
    public Institution? Find(string? id) => All.FirstOrDefault(i => i.Id == id);

    /// <summary>Reads the settings; throws <see cref="InvalidDataException"/> with a sentence when they cannot be used.</summary>
    internal static Institutions Read(IConfiguration configuration) =>
        new([.. Sections(configuration).Select(Read).OrderBy(i => i.Name, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>The ids that the settings name.</summary>
    internal static IEnumerable<string> Ids(IConfiguration configuration) => Sections(configuration).Select(IdOf);

    private static IEnumerable<IConfigurationSection> Sections(IConfiguration configuration) => configuration.GetSection(InstitutionRules.Section).GetChildren();

    private static string IdOf(IConfigurationSection section) => section.Key.ToLowerInvariant();

    private static Institution Read(IConfigurationSection section)
    {
        var id = IdOf(section);
        if (!InstitutionRules.Id().IsMatch(id))
        {
            throw Fault(section, "", "Choose an id of letters, digits and hyphens, such as OpenIdConnect:campus:Name.");
        }

        var address = Required(section, "Authority");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var authority) || !InstitutionRules.MayAsk(authority))
        {
            throw Fault(section, ":Authority", $"It says {address}; give the https:// address of the provider (issuer), without a user, a question mark or a hash.");
        }

        return new Institution(id, Required(section, "Name"), authority, Required(section, "ClientId"), Secret(section));
    }

    private static string Required(IConfigurationSection section, string name) =>
        section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Fault(section, ":" + name, "It is empty.");

    private static string Secret(IConfigurationSection section)
    {
        if (section["ClientSecretFile"] is not { Length: > 0 } file)
        {
            return Required(section, "ClientSecret");
        }

        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw Fault(section, ":ClientSecretFile", $"The file {file} is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Fault(section, ":ClientSecretFile", $"The file {file} cannot be read.");
        }
    }

    private static InvalidDataException Fault(IConfigurationSection section, string name, string what) => new($"The setting {section.Path}{name} cannot be used. {what}");
}

/// <summary>What is asked of the settings of an institution.</summary>
internal static partial class InstitutionRules
{
    /// <summary>Where its settings stand.</summary>
    internal const string Section = "OpenIdConnect";

    /// <summary>The first part of the addresses of signing in with one.</summary>
    internal const string Path = "/masuk/lembaga";

    /// <summary>Encrypted, or on this machine alone: what an institution says decides who somebody is.</summary>
    internal static bool MayAsk(Uri authority) =>
        (authority.Scheme == Uri.UriSchemeHttps || IsLoopback(authority)) && authority.UserInfo.Length == 0 && authority.Query.Length == 0 && authority.Fragment.Length == 0;

    /// <summary>True for plain HTTP to this machine.</summary>
    internal static bool IsLoopback(Uri authority) => authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback;

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Id();
}
