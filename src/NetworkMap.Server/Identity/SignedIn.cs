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
    internal static ClaimsPrincipal PrincipalOf(OpenSession open, string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, open.Account.Id), new Claim(SessionClaim, open.Id)], scheme));

    /// <summary>The claims of a token.</summary>
    internal static ClaimsPrincipal PrincipalOf(OpenToken open, string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, open.Account), new Claim(Credential.TokenClaim, open.Id), new Claim(Credential.ScopeClaim, Domain.Names<TokenScope>.Of(open.Scope))], scheme));
}

/// <summary>What a request or a connection was opened with: a session or a token.</summary>
public sealed record Credential(string Account, string Id, bool MayWrite)
{
    internal const string TokenClaim = "token";
    internal const string ScopeClaim = "scope";

    /// <summary>Of whom, and which; null for the public.</summary>
    public static Credential? Of(ClaimsPrincipal? user) =>
        SignedIn.Of(user) is { } signedIn ? new Credential(signedIn.Account, signedIn.Session, MayWrite: true)
        : user?.Identity is { IsAuthenticated: true, Name: { } account } && user.FindFirst(TokenClaim)?.Value is { } token ? new Credential(account, token, user.HasClaim(ScopeClaim, Domain.Names<TokenScope>.Of(TokenScope.Write)))
        : null;
}
