using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace NetworkMap.Server.Identity;

/// <summary>Signing in with an institution. What was begun in one browser is ended in that browser alone: a cookie of this host says which it was, since one that a neighbouring host of the same
/// domain could set would let somebody else end it. It writes no log of its own, which could hold codes; <see cref="InstitutionEvents"/> says what went wrong.</summary>
internal sealed class InstitutionHandler(IOptionsMonitor<OpenIdConnectOptions> options, HtmlEncoder html, UrlEncoder encoder)
    : OpenIdConnectHandler(options, NullLoggerFactory.Instance, html, encoder)
{
    private const string Item = "browser";

    /// <summary>Set on a request that was begun in another browser, or too long ago.</summary>
    internal const string IsForeign = "institution.foreign";

    protected override void GenerateCorrelationId(AuthenticationProperties properties)
    {
        var secret = BrowserCookie.Read(Request) ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        BrowserCookie.Give(Context, secret, Options.RemoteAuthenticationTimeout);
        properties.Items[Item] = BrowserCookie.HashOf(secret);
    }

    protected override bool ValidateCorrelationId(AuthenticationProperties properties)
    {
        var isHere = BrowserCookie.Read(Request) is { } secret && properties.Items.Remove(Item, out var hash) && hash == BrowserCookie.HashOf(secret);
        Context.Items[IsForeign] = !isHere;
        return isHere;
    }
}

/// <summary>Says for a quarter of an hour that something was begun in this browser; of this host alone over HTTPS, as the cookie of a session.</summary>
internal static class BrowserCookie
{
    private const string Encrypted = "__Host-networkmap-browser";
    private const string Plain = "networkmap-browser";

    internal static string? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 and <= 100 } secret ? secret : null;

    internal static void Give(HttpContext context, string secret, TimeSpan age) => context.Response.Cookies.Append(
        NameFor(context.Request), secret, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = age });

    internal static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret)));

    private static string NameFor(HttpRequest request) => request.IsHttps ? Encrypted : Plain;
}

/// <summary>How every institution is asked: for a code, with PKCE (RFC 7636), state and nonce, and for nothing but who somebody is there.</summary>
internal sealed class InstitutionOptions(Institutions institutions) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Configure(OpenIdConnectOptions options)
    {
        // There is no nameless one.
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (institutions.All.FirstOrDefault(i => i.Scheme == name) is not { } institution)
        {
            return;
        }

        options.Authority = institution.Authority.ToString();
        options.RequireHttpsMetadata = !InstitutionRules.IsLoopback(institution.Authority);
        (options.ClientId, options.ClientSecret) = (institution.ClientId, institution.ClientSecret);
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (institution.Callback, default, default);

        // The answer comes as an address: a form of another site is not taken here.
        (options.ResponseType, options.ResponseMode, options.UsePkce) = ("code", "query", true);
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.ClaimActions.Clear();
        (options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint, options.SaveTokens, options.DisableTelemetry) = (false, false, false, true);
        options.BackchannelTimeout = Patience;
        (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events = InstitutionEvents.For(institution);
    }
}

/// <summary>Signing in with institutions, as far as the settings name any.</summary>
internal static class InstitutionSchemes
{
    internal static void AddInstitutions(this IServiceCollection services, IConfiguration configuration, AuthenticationBuilder authentication)
    {
        services.AddSingleton(_ => Institutions.Read(configuration));
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, InstitutionOptions>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddSingleton<Logins>();
        services.AddScoped<InstitutionSignIn>();
        foreach (var id in Institutions.Ids(configuration))
        {
            authentication.AddRemoteScheme<OpenIdConnectOptions, InstitutionHandler>(Institution.SchemeOf(id), displayName: null, configureOptions: null);
        }
    }
}
