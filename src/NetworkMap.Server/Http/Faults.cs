using Microsoft.AspNetCore.Diagnostics;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Http;

/// <summary>What went wrong on the way, as a problem with a code; nothing of the inside of the program is told.</summary>
public static class Faults
{
    /// <summary>Answers every exception that nobody else answered.</summary>
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler(handler => handler.Run(context =>
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var refusal = fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
            ? Refusal.Of("body_too_large", "", ("limit", BodyReader.Limit))
            : fault is BadHttpRequestException ? Refusal.Of("body_malformed", "")
            : fault is StoreFailedException ? Refusal.Of("store_away", "")
            : Refusal.Of("write_failed", "");
        return Problems.Refused(refusal, context).ExecuteAsync(context);
    }));
}
