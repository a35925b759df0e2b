using System.Globalization;

namespace NetworkMap.Server.Http;

/// <summary>The languages that sentences are written in; Indonesian when nothing else is asked.</summary>
public enum Language
{
    /// <summary>Bahasa Indonesia.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}

/// <summary>Which language a request asks for.</summary>
public static class Languages
{
    /// <summary>The parameter of an address and the cookie that name the language of pages.</summary>
    private const string Choice = "bahasa";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The first of Indonesian and English in the order of <c>Accept-Language</c> qualities (RFC 9110, 12.5.4).</summary>
    public static Language LanguageOf(this HttpContext context)
    {
        var accepted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1);
        foreach (var language in accepted)
        {
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return Language.English;
            }

            if (language.Value.StartsWith("id", StringComparison.OrdinalIgnoreCase))
            {
                return Language.Indonesian;
            }
        }

        return Language.Indonesian;
    }

    /// <summary>The language of a page: the one that was chosen on this device, or by a link of the page, which is kept; Indonesian otherwise, whatever the browser was installed in.</summary>
    public static Language ChosenLanguage(this HttpContext context)
    {
        var chosen = context.Request.Query[Choice].LastOrDefault();
        if (chosen is "id" or "en")
        {
            context.Response.Cookies.Append(Choice, chosen, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, Secure = context.Request.IsHttps });
        }

        return (chosen ?? context.Request.Cookies[Choice]) == "en" ? Language.English : Language.Indonesian;
    }

    /// <summary>How numbers and dates are written in a language.</summary>
    public static CultureInfo Culture(this Language language) => language == Language.English ? English : Indonesian;
}
