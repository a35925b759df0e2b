using Microsoft.AspNetCore.Diagnostics;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Http;

/// <summary>What went wrong on the way, as a problem with a code; nothing of the inside of the program is told.</summary>
public static class Faults
{
    /// <summary>Answers every exception that nobody else answered, and takes down who was held off.</summary>
    /// <param name="app">The application.</param>
    /// <param name="isSteward">Who may hear which entry of the log is damaged: its number tells how many there are.</param>
    /// <param name="page">Writes a refusal as a page, for a browser that opened one.</param>
    public static void UseFaults(this WebApplication app, Func<HttpContext, bool> isSteward, Func<HttpContext, Refusal, Task> page)
    {
        var log = app.Services.GetRequiredService<RefusalLog>();
        app.Use(async (context, next) =>
        {
            await next(context);
            log.Write(context);
        });
        app.UseExceptionHandler(handler => handler.Run(context =>
        {
            var refusal = RefusalOf(context.Features.Get<IExceptionHandlerFeature>()?.Error, isSteward(context));
            return WantsPage(context.Request) ? page(context, refusal) : Problems.Refused(refusal, context).ExecuteAsync(context);
        }));
    }

    /// <summary>A browser that opens an address, or sends a form without a script: whoever sits before it cannot read JSON.</summary>
    private static bool WantsPage(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType.Value == "text/html";

    /// <summary>What an exception says to whoever asked.</summary>
    internal static Refusal RefusalOf(Exception? fault, bool isSteward) => fault switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusal.Of("body_too_large", "", ("limit", BodyReader.Limit)),
        BadHttpRequestException => Refusal.Of("body_malformed", ""),
        StoreFailedException => Refusal.Of("store_away", ""),
        DamagedException damage => Refusal.Of("record_damaged", "", ("entry", isSteward ? damage.Entry : null)),
        _ => Refusal.Of("write_failed", ""),
    };

    /// <summary>What is said where a list leaves out changes whose records are damaged: what is wrong, and who can help.</summary>
    internal static string Incomplete(IReadOnlyList<DamagedException> damages, bool isSteward, Language language)
    {
        var refusal = Refusal.Of("history_incomplete", "", ("entries", isSteward ? damages.Select(d => d.Entry).OfType<long>().ToList() : null));
        return $"{RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}";
    }
}
