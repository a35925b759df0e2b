using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>Signing in, signing out, and who one is.</summary>
public static class SessionRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/sign-out", async (HttpContext context, SessionEnds ends, EndedSessions ended) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            var caller = Caller.Of(context);
            if (caller.Account is { } account)
            {
                ended.Add(account);
            }

            ends.Tell(caller);
            return Results.NoContent();
        }).WithTags("session").WithSummary("Ends the session.").GivesNothing("Ended.");
        routes.MapGet("/api/me", (HttpContext context, StreetMap streets) =>
        {
            var caller = Caller.Of(context);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Json(new { audience = caller.IsSteward ? "steward" : caller.Account is null ? "public" : "signed_in", account = caller.Account, mayWrite = caller.MayWrite, grants = GrantsOf(context, caller), language = context.LanguageOf() == Language.English ? "en" : "id", mapStyle = streets.StyleUrl }, Wire.Options);
        }).WithTags("session").WithSummary("Who the caller is to the server, and the style of street maps that it was set up with, if any.").Gives("""{"audience":"steward","account":"steward-1a2b3c4d","language":"en"}""");
    }

    /// <summary>What the caller may do, and where; its own rights everybody may know.</summary>
    private static IReadOnlyList<object>? GrantsOf(HttpContext context, Caller caller)
    {
        var full = context.RequestServices.GetRequiredService<NetworkView>().Latest.Full;
        return caller.Grants.Count == 0 ? null : [.. caller.Grants.Select(g => new
        {
            id = g.Id.ToString(),
            role = Names<Role>.Of(g.Role),
            organization = g.Organization?.ToString(),
            organizationName = g.Organization is { } organization ? full.Organization(organization)?.Name : null,
            region = g.Region?.Value,
            regionName = g.Region is { } region ? full.Region(region)?.Name : null,
            from = g.Valid.From,
            until = g.Valid.Until,
        })];
    }

    /// <summary>The name of a new account.</summary>
    internal static string NewAccount() => "steward-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Makes the browser that asks an account's.</summary>
    internal static Task SignInAsync(HttpContext context, string account)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, account)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }
}
