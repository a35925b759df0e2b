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
    /// <summary>Refuses a token that is not known, instead of answering as to the public, and changes by one that may only read.</summary>
    public static void UseTokens(this WebApplication app) => app.Use((context, next) =>
    {
        if (TokenHandler.Read(context.Request) is null)
        {
            return next(context);
        }

        if (Credential.Of(context.User) is not { } credential)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problems.Refused(Refusal.Of("token_invalid", ""), context).ExecuteAsync(context);
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || context.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase);
        return reads || credential.MayWrite ? next(context) : Problems.Refused(Refusal.Of("token_read_only", ""), context).ExecuteAsync(context);
    });
}
