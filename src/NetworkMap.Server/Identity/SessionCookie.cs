namespace NetworkMap.Server.Identity;

/// <summary>The cookie that carries the secret of a session. Over HTTPS its name begins with <c>__Host-</c>, so that a browser takes it from this host alone, encrypted and for all
/// paths (RFC 6265bis, 4.1.3.2); on plain loopback that name would be refused, so it has another one, which is not accepted over HTTPS.</summary>
public static class SessionCookie
{
    /// <summary>The name over HTTPS.</summary>
    public const string Encrypted = "__Host-networkmap";

    /// <summary>The name without.</summary>
    public const string Plain = "networkmap-session";

    /// <summary>The secret that a request brings; null when it brings none.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 and <= 100 } secret ? secret : null;

    /// <summary>Gives a browser its secret, or the same one for longer.</summary>
    public static void Give(HttpContext context, string secret) => context.Response.Cookies.Append(NameFor(context.Request), secret, OptionsFor(context.Request, Sessions.Lifetime));

    /// <summary>Takes it away.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), OptionsFor(context.Request, age: null));

    private static string NameFor(HttpRequest request) => request.IsHttps ? Encrypted : Plain;

    /// <summary>Lax: a link in a messenger opens signed in, and no other site's request that changes something brings the cookie along.</summary>
    private static CookieOptions OptionsFor(HttpRequest request, TimeSpan? age) => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = "/", MaxAge = age };
}
