using System.Security.Claims;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;

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
    internal static ClaimsPrincipal PrincipalOf(OpenToken open, string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, open.Account), new Claim(Credential.TokenClaim, open.Id), new Claim(Credential.ScopeClaim, Names<TokenScope>.Of(open.Scope)), .. Credential.ClaimsOf(open.Limit)], scheme));
}

/// <summary>What a request or a connection was opened with: a session or a token.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Id">Which.</param>
/// <param name="MayWrite">False for a token that may only read.</param>
/// <param name="By">What a token may do of what its account may; null for a session.</param>
public sealed record Credential(string Account, string Id, bool MayWrite, Delegation? By = null)
{
    internal const string TokenClaim = "token";
    internal const string ScopeClaim = "scope";
    private const string RightClaim = "right";
    private const string RegionClaim = "region";

    /// <summary>Of whom, and which; null for the public.</summary>
    public static Credential? Of(ClaimsPrincipal? user) =>
        SignedIn.Of(user) is { } signedIn ? new Credential(signedIn.Account, signedIn.Session, MayWrite: true)
        : user?.Identity is { IsAuthenticated: true, Name: { } account } && user.FindFirst(TokenClaim)?.Value is { } token ? new Credential(account, token, user.HasClaim(ScopeClaim, Names<TokenScope>.Of(TokenScope.Write)), LimitOf(user))
        : null;

    /// <summary>What a token is limited to, as claims.</summary>
    internal static IEnumerable<Claim> ClaimsOf(Delegation limit) => limit.Right is not { } right ? []
        : limit.Region is { } region ? [new Claim(RightClaim, right.ToString()), new Claim(RegionClaim, region.Value)]
        : [new Claim(RightClaim, right.ToString())];

    private static Delegation LimitOf(ClaimsPrincipal user) => user.FindFirst(RightClaim)?.Value is not { } right ? new Delegation()
        : new Delegation(new GrantId(Guid.Parse(right)), user.FindFirst(RegionClaim)?.Value is { } region ? RegionCode.Parse(region).Value : null);
}
