using System.Globalization;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>What every answer says of itself to browsers, and whose requests are not taken.</summary>
public static class Headers
{
    /// <summary>Everything from this site, nothing from elsewhere (but for street maps that a setting names); no text that becomes a script or elements but by a policy of `client/src/trust.ts`.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss:; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default parsing";

    /// <summary>Where the device is asked only by a button of this site; everything else that a page could ask a device for is asked by none.</summary>
    private const string Features = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()";

    /// <summary>A browser that came over HTTPS once comes over nothing less for a year (RFC 6797). Said over HTTPS alone, and not for other hosts of the same domain, which are not ours to bind.</summary>
    private const string Encrypted = "max-age=31536000";

    /// <summary>The types of body that a form can send (HTML, 4.10.18.6).</summary>
    private static readonly string[] OfForms = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

    /// <summary>Security headers on every answer, and refusal of changes that another site sends.</summary>
    public static void UseHeaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY"; // The same as frame-ancestors, for browsers of old telephones.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = Encrypted;
        }

        if (context.RequestServices.GetRequiredService<StoreWatch>().Age is { } age)
        {
            TellAge(context, age);
        }

        if (!Docs.TryPolicy(context))
        {
            headers.ContentSecurityPolicy = context.RequestServices.GetRequiredService<StreetMap>().Admitted(ContentSecurityPolicy);
        }

        if (!IsSecretForm(context.Request) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && (IsForeign(context.Request) ? "origin_foreign" : IsUnexplained(context.Request) ? "origin_missing" : null) is { } code)
        {
            await Problems.Refused(Refusal.Of(code, ""), context).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>The form behind the link of a tie, or of a suggestion, carries the secret of that link, which no other page knows, and is answered alike whoever sends it; its page gives no referrer, and the oldest telephones
    /// then send <c>Origin: null</c> and nothing beside it.</summary>
    private static bool IsSecretForm(HttpRequest request) => request.Path == "/hubungan" || request.Path.StartsWithSegments("/usulan", StringComparison.OrdinalIgnoreCase);

    /// <summary>An answer from memory says how old it is, and is never kept: a later "not modified" would leave that age on it.</summary>
    private static void TellAge(HttpContext context, TimeSpan age)
    {
        context.Request.Headers.IfNoneMatch = default;
        context.Response.Headers[StoreWatch.AgeHeader] = age.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
    }

    /// <summary>True for a request with cookies that a form of any site could send, and that does not say where it comes from. Every browser says so since 2020 (<c>Origin</c>,
    /// or <c>Sec-Fetch-Site</c>); what no form can send, such as JSON, a browser asks about before (Fetch, CORS preflight). No form sends a token either. Agreeing on a live connection changes nothing. <c>src/decisions/0013-accounts.md</c>.</summary>
    private static bool IsUnexplained(HttpRequest request) =>
        request.Headers.Cookie.Count > 0 && request.Headers.Authorization.Count == 0 && HttpMethods.IsPost(request.Method) && request.Headers.Origin.Count == 0 && !request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
            && request.Headers["Sec-Fetch-Site"].ToString() is not ("same-origin" or "none")
            && (request.ContentType is not { Length: > 0 } type || Array.Exists(OfForms, form => type.StartsWith(form, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when a page of another site sends the request. A page that gives no referrer sends <c>Origin: null</c> even to its own site (Fetch, "append a
    /// request Origin header"); then <c>Sec-Fetch-Site</c>, which no script can set, tells.</summary>
    internal static bool IsForeign(HttpRequest request) => request.Headers.Origin.ToString() switch
    {
        "" => false,
        "null" => request.Headers["Sec-Fetch-Site"] != "same-origin",
        var origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
    };
}
