using System.Text.Json.Nodes;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Ogc;

/// <summary>One question and how it is answered: as JSON, or as a page where a browser asks or <c>f=html</c> says so, with links from one to the other.</summary>
internal sealed class OgcAnswer
{
    internal const string Json = "application/json";
    internal const string GeoJson = "application/geo+json";
    internal const string Html = "text/html";

    private static readonly Sentence AsData = new("Sebagai data (JSON)", "As data (JSON)");
    private readonly HttpContext context;

    internal OgcAnswer(HttpContext context, TimeProvider clock)
    {
        this.context = context;
        context.Response.Headers.Vary = "Accept";
        Asked = new Asked(context, clock);
        var (form, language) = (Asked.Text("f"), Asked.Text("language"));
        Asked.Checks.Require(form is null or "json" or "html", "choice_unknown", "f", ("value", form), ("choices", new[] { "json", "html" }));
        Asked.Checks.Require(language is null or "id" or "en", "choice_unknown", "language", ("value", language), ("choices", new[] { "id", "en" }));
        Language = language switch { "id" => Language.Indonesian, "en" => Language.English, _ => context.LanguageOf() };
        IsPage = form is null ? context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType.Value is Html : form == "html";
        Home = SiteAddress.Of(context);
        Selection = new Selection(context.RequestServices.GetRequiredService<NetworkView>().Latest.For(Audience.Public), Audience.Public, Language);
        Options = new ExportOptions(Home, Today.By(clock));
    }

    /// <summary>The parameters that every route takes.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("f", "The form of the answer: `json`, or `html` for a page. By `Accept` when absent.", "json", "choice_unknown") with { Choices = ["json", "html"] },
        Parameter.Query("language", "The language of titles and labels, for links.", "en", "choice_unknown") with { Choices = ["id", "en"] },
    ];

    internal Asked Asked { get; }

    internal Language Language { get; }

    internal bool IsPage { get; }

    internal string Home { get; }

    /// <summary>What the public may see.</summary>
    internal Selection Selection { get; }

    internal ExportOptions Options { get; }

    /// <summary>Why it cannot be answered; null when it can.</summary>
    internal IResult? Refused => Asked.Refusals.Count > 0 ? Problems.Refused(Asked.Refusals, context) : null;

    /// <summary>A link in JSON.</summary>
    internal static JsonObject Link(string href, string rel, string type, string? title = null)
    {
        var link = new JsonObject { ["href"] = href, ["rel"] = rel, ["type"] = type };
        if (title is not null)
        {
            link["title"] = title;
        }

        return link;
    }

    /// <summary>The address of this question, with some of its parameters changed; null takes one away.</summary>
    internal string Self(params (string Name, string? Value)[] changed)
    {
        var kept = context.Request.Query.Select(q => (q.Key, Value: q.Value.LastOrDefault())).Where(q => !changed.Any(c => c.Name == q.Key)).Concat(changed.Select(c => (Key: c.Name, c.Value))).Where(q => q.Value is not null);
        return Home + context.Request.Path + QueryString.Create(kept.Select(q => KeyValuePair.Create(q.Key, q.Value)));
    }

    /// <summary>Links to this answer and to its other form.</summary>
    internal JsonNode?[] OfThis(string type) => [Link(Self(), "self", type), Link(Self(("f", "html")), "alternate", Html)];

    /// <summary>The answer as JSON, or the page that says the same.</summary>
    internal async Task<IResult> GiveAsync(Func<JsonObject> body, Func<OgcShown> page)
    {
        if (!IsPage)
        {
            return Answers.Json(context, body());
        }

        await ShowAsync(page());
        return Results.Empty;
    }

    /// <summary>The answer in GeoJSON.</summary>
    internal IResult Give(byte[] features) => Answers.Bytes(context, features, GeoJson);

    /// <summary>The answer as a page.</summary>
    internal Task ShowAsync(OgcShown page) => BarePage.WriteAsync<OgcPage>(context, StatusCodes.Status200OK, page with
    {
        Language = Language,
        Other = Self(("language", Language == Language.English ? "id" : "en"), ("f", "html"))[Home.Length..],
        Links = [.. page.Links.Select(InLanguage)],
        Ways = [.. page.Ways.Select(InLanguage), (AsData.In(Language), Self(("f", "json"))[Home.Length..])],
    });

    /// <summary>A link to another page of this API, in the language of this one.</summary>
    private (string Text, string Href) InLanguage((string Text, string Href) link) =>
        link.Href.StartsWith("/ogc", StringComparison.Ordinal) && !link.Href.Contains("language=", StringComparison.Ordinal) ? (link.Text, $"{link.Href}&language={(Language == Language.English ? "en" : "id")}") : link;
}

/// <summary>What a page shows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="About">What it is about; null when the title says it.</param>
/// <param name="Links">What it lists.</param>
/// <param name="Facts">What is known, field by field.</param>
internal sealed record OgcShown(string Title, string? About, IReadOnlyList<(string Text, string Href)> Links, IReadOnlyList<(string Name, string Value)> Facts)
{
    /// <summary>Where else it leads, below what it shows.</summary>
    public IReadOnlyList<(string Text, string Href)> Ways { get; init; } = [];

    /// <summary>The language of the page.</summary>
    public Language Language { get; init; }

    /// <summary>The same page in the other language.</summary>
    public string Other { get; init; } = "";
}
