using System.Security.Claims;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Server.Identity;

/// <summary>Who asks: an audience, and the account behind it if there is one.</summary>
public sealed record Caller(Audience Audience, string? Account)
{
    /// <summary>The role claim of a steward's session.</summary>
    public const string StewardRole = "steward";

    /// <summary>Anybody.</summary>
    public static Caller Public { get; } = new(Audience.Public, null);

    /// <summary>True when the caller may write.</summary>
    public bool MayWrite => Audience == Audience.Steward && Account is not null;

    /// <summary>The caller of a request.</summary>
    public static Caller Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true, Name: { } account } && user.IsInRole(StewardRole) ? new Caller(Audience.Steward, account) : Public;
}
