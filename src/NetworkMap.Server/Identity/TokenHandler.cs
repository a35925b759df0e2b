using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Identity;

/// <summary>Finds the token of a request: <c>Authorization: Bearer nmt_…</c> (RFC 6750). Then no cookie counts.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    internal const string Name = "Token";

    /// <summary>The secret that a request brings; null when it brings none.</summary>
    internal static string? Read(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Read(Request) is { } secret && await tokens.FindAsync(secret, Context.RequestAborted) is { } open
            ? AuthenticateResult.Success(new AuthenticationTicket(SignedIn.PrincipalOf(open, Name), new AuthenticationProperties { ExpiresUtc = open.Until }, Name))
            : AuthenticateResult.NoResult();
}

/// <summary>What is asked of tokens beside being known.</summary>
public static class TokenRules
{
    /// <summary>Refuses a token that is not known, instead of answering as to the public, one whose right ended, changes by one that may only read, and the forms of pages, which make what would outlast it. What is let through and looks as somebody else is taken down.</summary>
    internal static void UseTokens(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (Refused(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await context.RequestServices.GetRequiredService<PreviewLog>().NoteAsync(context);
        await next(context);
    });

    private static IResult? Refused(HttpContext context)
    {
        if (TokenHandler.Read(context.Request) is null)
        {
            return null;
        }

        if (Credential.Of(context.User) is not { } credential || (Caller.Of(context) is var caller && (caller.Previewer ?? caller).IsOver))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problems.Refused(Refusal.Of("token_invalid", ""), context);
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || context.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase);
        return reads ? null
            : !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Problems.Refused(Refusal.Of("token_opens_no_page", ""), context)
            : credential.MayWrite ? null
            : Problems.Refused(Refusal.Of("token_read_only", ""), context);
    }
}
