using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>The steward's link, signing out, and who one is. Opening the link changes nothing, since messengers open links to show a preview; its button does.</summary>
public static class WelcomeRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapWelcome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/welcome/{code}", (string code, HttpContext context, WelcomeCode welcome) => Page(context, code, welcome.IsOpen(code))).ExcludeFromDescription();
        routes.MapPost("/welcome/{code}", async (string code, HttpContext context, WelcomeCode welcome) =>
        {
            if (!welcome.Use(code))
            {
                return Page(context, code, open: false);
            }

            await SignInAsync(context);
            return Results.Redirect("/");
        }).ExcludeFromDescription();
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

    private static Task SignInAsync(HttpContext context)
    {
        var account = "steward-" + Guid.NewGuid().ToString("N")[..8];
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, account), new Claim(ClaimTypes.Role, Caller.StewardRole)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    private static IResult Page(HttpContext context, string code, bool open)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var english = context.LanguageOf() == Language.English;
        var (title, text, button) = (english, open) switch
        {
            (false, true) => ("Selamat datang", "Tautan ini membuat peramban ini menjadi pengelola data. Tautan hanya dapat dipakai sekali.", "Masuk sebagai pengelola"),
            (false, false) => ("Tautan tidak berlaku", "Tautan ini sudah dipakai atau tidak sah. Minta tautan baru kepada yang menjalankan mesin ini.", ""),
            (true, true) => ("Welcome", "This link makes this browser a steward's. It works only once.", "Sign in as steward"),
            (true, false) => ("This link is not valid", "It was used already or is not right. Ask whoever runs this machine for a new one.", ""),
        };
        var form = open ? $"<form method=\"post\" action=\"/welcome/{WebUtility.UrlEncode(code)}\"><button type=\"submit\">{button}</button></form>" : "<p><a href=\"/\">NetworkMap</a></p>";
        var html = $"<!doctype html><html lang=\"{(english ? "en" : "id")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} · NetworkMap</title></head><body><main><h1>{title}</h1><p>{text}</p>{form}</main></body></html>";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: open ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
    }
}
