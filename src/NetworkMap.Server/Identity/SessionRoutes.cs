using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>Signing out, and who one is.</summary>
public static class SessionRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/sign-out", async (HttpContext context, Sessions sessions, SecurityLog log) =>
        {
            await LeaveAsync(context, sessions, log);
            return Results.NoContent();
        }).WithTags("session").WithSummary("Ends the session.").GivesNothing("Ended.");
        routes.MapGet("/api/me", async (HttpContext context, StreetMap streets, Sessions sessions, AccountUsers accounts) =>
        {
            var caller = Caller.Of(context);
            var account = caller.Account is { } id ? await accounts.FindByIdAsync(id, context.RequestAborted) : null;
            await sessions.SeeAsync(context, context.RequestAborted);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.Json(
                new
                {
                    audience = caller.IsSteward ? "steward" : caller.Account is null ? "public" : "signed_in",
                    account = caller.Account,
                    name = account?.Name,
                    unfinished = account is { IsFinished: false } ? true : (bool?)null,
                    mayWrite = caller.MayWrite,
                    grants = GrantsOf(context, caller),
                    language = context.LanguageOf() == Language.English ? "en" : "id",
                    mapStyle = streets.StyleUrl,
                },
                Wire.Options);
        }).WithTags("session").WithSummary("Who the caller is to the server, and the style of street maps that it was set up with, if any.")
            .Gives("""{"audience":"steward","account":"steward-1a2b3c4d5e6f7081","name":"Sari","language":"en"}""");
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

    /// <summary>Ends the session of a request, takes its cookie away, and has the browser let go of pages that it kept for the way back. What was begun on the device the page forgets itself; the language that was chosen stays.</summary>
    internal static async Task LeaveAsync(HttpContext context, Sessions sessions, SecurityLog log)
    {
        if (SignedIn.Of(context.User) is { } signedIn)
        {
            await sessions.EndAsync(signedIn.Session, context.RequestAborted);
            await log.AddAsync(signedIn.Account, SecurityEvent.SignedOut, context.RequestAborted);
        }

        SessionCookie.Take(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }
}
