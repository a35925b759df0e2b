using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>What is done when a browser comes back from an institution. Whatever went wrong, it lands on a page of this site that says so in a sentence.</summary>
internal static partial class InstitutionEvents
{
    /// <summary>What may be told on a page that somebody is led to, by the name it has in the address.</summary>
    internal static readonly IReadOnlyList<string> Told = ["institution_denied", "institution_late", "institution_away", "institution_failed", "institution_unknown", "institution_taken", "link_used", "version_stale"];

    internal static OpenIdConnectEvents For(Institution institution) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.UiLocales = context.HttpContext.ChosenLanguage() == Language.English ? "en id" : "id en";
            return Task.CompletedTask;
        },
        OnTicketReceived = context => EndAsync(context, institution),
        OnAccessDenied = context =>
        {
            context.HandleResponse();
            return LandAsync(context.HttpContext, institution, context.Properties, "institution_denied");
        },
        OnRemoteFailure = context =>
        {
            context.HandleResponse();
            Report(context.HttpContext, institution, context.Failure);
            return LandAsync(context.HttpContext, institution, context.Properties, CodeOf(context));
        },
    };

    /// <summary>Says in the log what stands in the way at an institution: by kind and code, never what it wrote, which may name somebody.</summary>
    internal static void Report(HttpContext context, Institution institution, Exception? failure) => Failed(
        context.RequestServices.GetRequiredService<ILogger<InstitutionHandler>>(), institution.Id, failure?.GetType().Name ?? "unknown", failure is null ? "" : Codes(failure));

    /// <summary>Why something failed, in codes that say nothing of anybody: those of the protocol (RFC 6749, 5.2) and of the library that checks it.</summary>
    internal static string Codes(Exception failure) => string.Join(' ', Chain(failure).SelectMany(f => new[] { f.Data["error"] as string ?? "", LibraryCode().Match(f.Message).Value }.Where(c => ProtocolCode().IsMatch(c))).Distinct(StringComparer.Ordinal));

    private static async Task EndAsync(TicketReceivedContext context, Institution institution)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        if (context.Principal?.FindFirst("iss")?.Value is not { Length: > 0 } issuer || context.Principal.FindFirst("sub")?.Value is not { Length: > 0 } subject)
        {
            await LandAsync(http, institution, context.Properties, "institution_failed");
            return;
        }

        // Who is signed in here is not known yet: this comes before it in the order of things.
        if (await http.AuthenticateAsync(SessionHandler.Name) is { Succeeded: true, Principal: { } own })
        {
            http.User = own;
        }

        var ended = await http.RequestServices.GetRequiredService<InstitutionSignIn>().EndAsync(http, institution, new OutsideIdentity(issuer, subject), context.Properties);
        await (ended.TryValue(out var next) ? GoAsync(http, next) : LandAsync(http, institution, context.Properties, ended.Refusals[0].Code));
    }

    private static string CodeOf(RemoteFailureContext context) => context.Failure switch
    {
        _ when context.Properties is null || context.HttpContext.Items[InstitutionHandler.IsForeign] is true => "institution_late",
        OpenIdConnectProtocolInvalidNonceException => "institution_late",
        { } failure when Chain(failure).Any(f => f is HttpRequestException or OperationCanceledException or TimeoutException) => "institution_away",
        _ => "institution_failed",
    };

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private static Task LandAsync(HttpContext context, Institution institution, AuthenticationProperties? properties, string code) =>
        GoAsync(context, $"{(InstitutionSignIn.PurposeOf(properties) == InstitutionPurpose.Join ? "/akun" : "/masuk")}?sebab={code}&lembaga={institution.Id}");

    private static Task GoAsync(HttpContext context, string address)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in with the institution {Institution} failed: {Kind} {Codes}")]
    private static partial void Failed(ILogger logger, string institution, string kind, string codes);

    [GeneratedRegex("^(?:[a-z_]{1,40}|IDX[0-9]{4,6})$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProtocolCode();

    [GeneratedRegex("^IDX[0-9]{4,6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LibraryCode();
}
