using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Pages.Views;

namespace NetworkMap.Server.Pages;

/// <summary>Writes the page of a view with its answer in it: what a slow network shows first, and all there is without a script. The client takes over where
/// it can (<c>client/src/first.ts</c>).</summary>
internal sealed partial class FirstAnswer(OwnApi api, BuiltPage page, string folder)
{
    internal async Task WriteAsync(HttpContext context, View view)
    {
        var words = Catalogue.Of(folder, context.ChosenLanguage());
        var address = new PageAddress(context.Request);
        var (status, answers) = view == View.Missing ? (StatusCodes.Status404NotFound, []) : await AskAsync(context, view.Question(address), words.Language);
        var told = new Told(answers, words, address, SignedIn.Of(context.User) is not null);
        var component = status == StatusCodes.Status200OK ? view.Component : typeof(Refused);
        var html = await RenderAsync(context, told, view.Place, component, status);
        Head(context, status);
        await context.Response.WriteAsync(Into(await page.ReadAsync(context.RequestAborted), html, Title(told, view), words), context.RequestAborted);
    }

    private async Task<(int Status, List<Said> Answers)> AskAsync(HttpContext context, string[] questions, Language language)
    {
        var answers = new List<Said>();
        foreach (var question in questions)
        {
            var (status, body) = await api.AskAsync(context, question, language);
            answers.Add(body);
            if (status != StatusCodes.Status200OK)
            {
                return (status, [body]);
            }
        }

        return (StatusCodes.Status200OK, answers);
    }

    private static async Task<string> RenderAsync(HttpContext context, Told told, string place, Type component, int status)
    {
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        RenderFragment body = builder =>
        {
            builder.OpenComponent(0, component);
            builder.AddComponentParameter(1, nameof(Shown.Given), told);
            if (component == typeof(Refused))
            {
                builder.AddComponentParameter(2, nameof(Refused.Status), status);
            }

            builder.CloseComponent();
        };
        var given = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Shown.Given)] = told, [nameof(Frame.Place)] = place, [nameof(Frame.Body)] = body });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Frame>(given)).ToHtmlString());
    }

    /// <summary>What the page is about, as the client names it.</summary>
    private static string Title(Told told, View view)
    {
        var answer = told.Answers.Count > 0 ? told.Answers[0] : default;
        var about = answer["organization"]["name"].Text ?? answer["region"]["name"].Text ?? answer["name"].Text ?? answer["sentence"].Text;
        return told.Words["app.title", ("page", (view.Place == "map" ? about : null) ?? told.Words[view.Title])];
    }

    private static string Into(string page, string html, string title, Catalogue words)
    {
        // What the page would say without a script is for views that need one.
        var shown = NoScript().Replace(page, "").Replace("<div id=\"app\"></div>", $"<div id=\"app\">{html}</div>", StringComparison.Ordinal)
            .Replace("<html lang=\"id\"", words.Language == Language.English ? "<html lang=\"en\"" : "<html lang=\"id\"", StringComparison.Ordinal)
            .Replace("</head>", $"<link rel=\"modulepreload\" crossorigin href=\"{words.Script}\"></head>", StringComparison.Ordinal);
        return TitleElement().Replace(shown, _ => $"<title>{HtmlEncoder.Default.Encode(title)}</title>");
    }

    private static void Head(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        context.Response.Headers.Vary = "Cookie";
        context.Response.Headers.CacheControl = SignedIn.Of(context.User) is null ? "public, no-cache" : "private, no-store";
    }

    [GeneratedRegex("<noscript>.*?</noscript>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoScript();

    [GeneratedRegex("<title>.*?</title>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleElement();
}
