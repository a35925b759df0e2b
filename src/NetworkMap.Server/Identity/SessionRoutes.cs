using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NetworkMap.Domain;
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
            var caller = Caller.Of(context.User);
            if (caller.Account is { } account)
            {
                ended.Add(account);
            }

            ends.Tell(caller);
            return Results.NoContent();
        }).WithTags("session").WithSummary("Ends the session.").GivesNothing("Ended.");
        routes.MapGet("/api/me", (HttpContext context, StreetMap streets) =>
        {
            var caller = Caller.Of(context.User);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Json(new { audience = Names<Domain.Privacy.Audience>.Of(caller.Audience), account = caller.Account, language = context.LanguageOf() == Language.English ? "en" : "id", mapStyle = streets.StyleUrl }, Wire.Options);
        }).WithTags("session").WithSummary("Who the caller is to the server, and the style of street maps that it was set up with, if any.").Gives("""{"audience":"steward","account":"steward-1a2b3c4d","language":"en"}""");
    }

    /// <summary>Makes the browser that asks a steward's, under an account of its own.</summary>
    internal static Task SignInAsync(HttpContext context)
    {
        var account = "steward-" + Guid.NewGuid().ToString("N")[..8];
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, account), new Claim(ClaimTypes.Role, Caller.StewardRole)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }
}
