using System.Text.Encodings.Web;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Pages;

/// <summary>The steward's link. Opening it changes nothing, since messengers open links to show a preview; its button does. The page needs no script, and looks
/// like all others where the client is built.</summary>
internal sealed class WelcomePage(BuiltPage? built)
{
    private const string Own = "main{max-width:36rem;margin:0 auto;padding:12vh 24px 24px}main img{display:block}form .button{width:100%}.language{justify-self:start;padding:0}";

    /// <summary>Maps the link.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/welcome/{code}", (string code, HttpContext context, WelcomeCode welcome) => WriteAsync(context, code, welcome.IsOpen(code))).ExcludeFromDescription();
        routes.MapPost("/welcome/{code}", async (string code, HttpContext context, WelcomeCode welcome, FirstGrants grants) =>
        {
            if (!welcome.IsOpen(code))
            {
                return await WriteAsync(context, code, open: false);
            }

            // The rights first: a link is not used up by a store that cannot write.
            var account = SessionRoutes.NewAccount();
            var given = await grants.GiveAsync(account, context.RequestAborted);
            if (given.IsRefused)
            {
                return Problems.Refused(given.Refusals, context);
            }

            if (!welcome.Use(code))
            {
                return await WriteAsync(context, code, open: false);
            }

            await SessionRoutes.SignInAsync(context, account);
            return Results.Redirect("/");
        }).ExcludeFromDescription();
    }

    private async Task<IResult> WriteAsync(HttpContext context, string code, bool open)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var styles = built is null ? "" : await built.StylesAsync(context.RequestAborted);
        return Results.Content(Page(context.ChosenLanguage(), "/welcome/" + UrlEncoder.Default.Encode(code), open, styles), "text/html; charset=utf-8", statusCode: open ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
    }

    private static string Page(Language language, string address, bool open, string styles)
    {
        var english = language == Language.English;
        var (title, text, button) = (english, open) switch
        {
            (false, true) => ("Selamat datang", "Dengan tautan ini, Anda menjadi pengelola data di peramban ini. Tautannya hanya bisa dipakai sekali.", "Masuk sebagai pengelola"),
            (false, false) => ("Tautan tidak berlaku", "Tautan ini sudah dipakai atau keliru. Minta tautan baru kepada yang menjalankan server ini.", "Ke peta"),
            (true, true) => ("Welcome", "This link makes you a steward in this browser. It works only once.", "Sign in as steward"),
            (true, false) => ("This link is not valid", "It was used already or is not right. Ask whoever runs this server for a new one.", "To the map"),
        };
        var (other, name, change) = english ? ("id", "Bahasa Indonesia", "Tampilkan dalam bahasa Indonesia") : ("en", "English", "Show in English");
        var step = open ? $"<form method=\"post\" action=\"{address}\"><button type=\"submit\" class=\"button first\">{button}</button></form>" : $"<p><a class=\"button first\" href=\"/\">{button}</a></p>";
        return $"""
            <!doctype html><html lang="{(english ? "en" : "id")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{title} · NetworkMap</title>{styles}<style>{Own}</style></head>
            <body><main class="stack loose"><p class="row"><img src="/icon.svg" width="40" height="40" alt=""><b>NetworkMap</b></p><h1>{title}</h1><p>{text}</p>{step}<a class="plain language" lang="{other}" href="{address}?bahasa={other}" aria-label="{change}">{name}</a></main></body></html>
            """;
    }
}
