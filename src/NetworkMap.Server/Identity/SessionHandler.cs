using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace NetworkMap.Server.Identity;

/// <summary>Finds the session of a request by its cookie.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    internal const string Name = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        SessionCookie.Read(Request) is { } secret && await sessions.FindAsync(secret, Context.RequestAborted) is { } open
            ? AuthenticateResult.Success(new AuthenticationTicket(SignedIn.PrincipalOf(open, Name), new AuthenticationProperties { ExpiresUtc = open.Until }, Name))
            : AuthenticateResult.NoResult();
}
