using System.Security.Claims;

namespace NetworkMap.Server.Identity;

/// <summary>Who is signed in, and by which session.</summary>
public sealed record SignedIn(string Account, string Session)
{
    private const string SessionClaim = "session";

    /// <summary>Who signed in for a request or a connection; null for the public.</summary>
    public static SignedIn? Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true, Name: { } account } && user.FindFirst(SessionClaim)?.Value is { } session ? new SignedIn(account, session) : null;

    /// <summary>The claims of an open session.</summary>
    internal static ClaimsPrincipal PrincipalOf(OpenSession open, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, open.Account.Id), new Claim(SessionClaim, open.Id)], scheme));
}
