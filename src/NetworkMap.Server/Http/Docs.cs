using Scalar.AspNetCore;

namespace NetworkMap.Server.Http;

/// <summary>The description of the API for programs (<c>/openapi/v1.json</c>) and for people (<c>/docs</c>). The page brings its own scripts and asks nothing of any
/// other site; its policy would not let it.</summary>
public static class Docs
{
    private const string Route = "/docs";
    private const string Description = "/openapi/v1.json";

    /// <summary>Maps both. The description is the same for everybody until the next start, so it is made once.</summary>
    public static void MapDocs(this WebApplication app)
    {
        app.UseOutputCache();
        app.MapOpenApi(Description).CacheOutput(policy => policy.Expire(TimeSpan.FromDays(1)).SetVaryByHost(false)).ExcludeFromDescription();
        app.MapScalarApiReference(Route, options => options
            .WithTitle("NetworkMap API")
            .WithOpenApiRoutePattern(Description)
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools());
    }

    /// <summary>The policy of the page: scripts of this site and the one that carries the nonce of this very answer.</summary>
    internal static bool TryPolicy(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        context.Response.OnStarting(() =>
        {
            var nonce = context.Items[ScalarOptions.NonceHttpContextItemKey] is string made ? $" 'nonce-{made}'" : "";
            context.Response.ContentType = context.Response.ContentType == "text/html" ? "text/html; charset=utf-8" : context.Response.ContentType;
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self'{nonce}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            return Task.CompletedTask;
        });
        return true;
    }
}
