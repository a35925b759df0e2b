using System.Net.Mime;
using System.Text.Encodings.Web;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features;

/// <summary>What somebody is shown who opened an address and met a fault of the server: what is wrong, what helps, and the way back. It needs nothing that may be broken itself.</summary>
internal static class FaultPage
{
    internal static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var language = context.ChosenLanguage();
        var (title, again, home, lang) = language == Language.English
            ? ("Something went wrong", "Try again", "To the map", "en")
            : ("Ada yang tidak beres", "Coba lagi", "Ke peta", "id");
        var status = Problems.StatusOf(refusal.Code);
        RefusalLog.Note(context, refusal.Code);
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "2";
        }

        var told = HtmlEncoder.Default.Encode($"{RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}");
        var address = HtmlEncoder.Default.Encode(context.Request.Path + context.Request.QueryString);
        var retry = HttpMethods.IsGet(context.Request.Method) ? $"""<a href="{address}">{again}</a><br>""" : "";
        return context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{BarePage.Style}</style></head>
            <body><main><h1>{title}</h1><p>{told}</p><p>{retry}<a href="/">{home}</a></p></main></body></html>
            """,
            context.RequestAborted);
    }
}
