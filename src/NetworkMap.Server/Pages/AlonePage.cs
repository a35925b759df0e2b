using System.Net.Mime;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NetworkMap.Domain;
using NetworkMap.Server.Http;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>What a page that stands alone is about: its words, what was refused of what was typed, and the rest.</summary>
internal sealed record AloneTold(Catalogue Words, IReadOnlyList<Refusal> Refusals, string? Notice, object Model);

/// <summary>Pages without map and menu: signing in, invitations, one's own account. They need no script, are never kept, and tell no other page where one came from.</summary>
internal sealed class AlonePage(BuiltPage built, string folder)
{
    /// <summary>The styles of such a page, besides those of all pages.</summary>
    internal const string Style = "main{max-width:36rem;margin:0 auto;padding:max(24px,8vh) 24px 48px}main img{display:block}form .button.first{width:100%}main .apart>a:first-child{padding:0;gap:8px;color:inherit;text-decoration:none}main .apart>a:last-child{padding-right:0}section{border-top:1px solid var(--line);padding-top:20px}.good{color:var(--good);font-weight:550}[hidden]{display:none!important}summary h2{display:inline}details>.stack{padding-top:12px}";

    /// <summary>Writes one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="component">What shows it; a <see cref="Alone"/>.</param>
    /// <param name="title">The key of its title.</param>
    /// <param name="model">What the component is given.</param>
    /// <param name="refusals">What was refused; the first decides the status.</param>
    /// <param name="status">The status when nothing was.</param>
    internal async Task WriteAsync(HttpContext context, Type component, string title, object model, IReadOnlyList<Refusal>? refusals = null, int status = StatusCodes.Status200OK)
    {
        var words = Catalogue.Of(folder, context.ChosenLanguage());
        var told = new AloneTold(words, refusals ?? [], context.Request.Query["kabar"].LastOrDefault(), model);
        if (told.Refusals.Count > 0)
        {
            status = Problems.StatusOf(told.Refusals[0].Code);
            RefusalLog.Note(context, told.Refusals[0].Code);
        }

        if (status == StatusCodes.Status429TooManyRequests && told.Refusals[0].Arguments.GetValueOrDefault("seconds") is int seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = await RenderAsync(context, component, told);
        var styles = await built.StylesAsync(context.RequestAborted);
        context.Response.StatusCode = status;
        await WriteAsync(context, words.Language, words["app.title", ("page", words[title])], styles, body);
    }

    /// <summary>Writes a whole page around a body.</summary>
    internal static Task WriteAsync(HttpContext context, Language language, string title, string styles, string body)
    {
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="{(language == Language.English ? "en" : "id")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>{HtmlEncoder.Default.Encode(title)}</title>{styles}<style>{Style}</style></head>
            <body>{body}</body></html>
            """,
            context.RequestAborted);
    }

    private static async Task<string> RenderAsync(HttpContext context, Type component, AloneTold told)
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var given = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Alone.Given)] = told, [nameof(Alone.Path)] = context.Request.Path.Value });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(component, given)).ToHtmlString());
    }
}
