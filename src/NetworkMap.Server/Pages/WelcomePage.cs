using System.Text.Encodings.Web;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Pages;

/// <summary>The steward's link. Opening it changes nothing, since messengers open links to show a preview; its button does. The page needs no script, and looks
/// like all others where the client is built.</summary>
internal sealed class WelcomePage(BuiltPage? built)
{
    /// <summary>Maps the link.</summary>
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/welcome/{code}", (string code, HttpContext context, WelcomeCode welcome) => WriteAsync(context, code, welcome.IsOpen(code))).ExcludeFromDescription();
        routes.MapPost("/welcome/{code}", PressAsync).ExcludeFromDescription();
    }

    private async Task PressAsync(string code, HttpContext context, WelcomeCode welcome, FirstGrants grants, SigningIn signingIn, TimeProvider clock)
    {
        if (!welcome.IsOpen(code))
        {
            await WriteAsync(context, code, open: false);
            return;
        }

        // The rights first: a link is not used up by a store that cannot write.
        var account = Account.Make("steward", clock.GetUtcNow());
        var given = await grants.GiveAsync(account.Id, context.RequestAborted);
        if (given.IsRefused)
        {
            await Problems.Refused(given.Refusals, context).ExecuteAsync(context);
            return;
        }

        if (!welcome.Use(code))
        {
            await WriteAsync(context, code, open: false);
            return;
        }

        await signingIn.BeginAsync(context, account);
        context.Response.Redirect(built is null ? "/" : "/akun");
    }

    private async Task WriteAsync(HttpContext context, string code, bool open)
    {
        var styles = built is null ? "" : await built.StylesAsync(context.RequestAborted);
        var (title, body) = Page(context.ChosenLanguage(), "/welcome/" + UrlEncoder.Default.Encode(code), open);
        context.Response.StatusCode = open ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        await AlonePage.WriteAsync(context, context.ChosenLanguage(), $"{title} · NetworkMap", styles, body);
    }

    private static (string Title, string Body) Page(Language language, string address, bool open)
    {
        var english = language == Language.English;
        var (title, text, button) = (english, open) switch
        {
            (false, true) => ("Selamat datang", "Dengan tautan ini, Anda masuk sebagai pengelola data. Sesudah itu, Anda bisa membuat nama masuk dan kata sandi. Tautannya hanya bisa dipakai sekali.", "Masuk sebagai pengelola"),
            (false, false) => ("Tautan tidak berlaku", "Tautan ini sudah dipakai atau keliru. Minta tautan baru kepada yang menjalankan server ini.", "Ke peta"),
            (true, true) => ("Welcome", "This link signs you in as a steward. After that you can choose a sign-in name and a password. The link works only once.", "Sign in as steward"),
            (true, false) => ("This link is not valid", "It was used already or is not right. Ask whoever runs this server for a new one.", "To the map"),
        };
        var (other, name, change) = english ? ("id", "Bahasa Indonesia", "Tampilkan dalam bahasa Indonesia") : ("en", "English", "Show in English");
        var step = open ? $"<form method=\"post\" action=\"{address}\"><button type=\"submit\" class=\"button first\">{button}</button></form>" : $"<p><a class=\"button first\" href=\"/\">{button}</a></p>";
        return (title, $"""
            <main class="stack loose"><p class="row apart"><a class="plain" href="/"><img src="/icon.svg" width="40" height="40" alt=""><b>NetworkMap</b></a><a class="plain small" lang="{other}" href="{address}?bahasa={other}" aria-label="{change}">{name}</a></p><h1>{title}</h1><p>{text}</p>{step}</main>
            """);
    }
}
