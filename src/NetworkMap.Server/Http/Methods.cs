using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Template;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>What can be done at an address: whatever can be read answers <c>HEAD</c> as it answers <c>GET</c>, without the body (RFC 9110, 9.3.2), and what cannot be
/// done is told from what is not there.</summary>
public static class Methods
{
    /// <summary>Where an answer lasts as long as somebody listens.</summary>
    private static readonly PathString Live = "/live";

    /// <summary>Finds the route of a request, and refuses parameters that it does not take.</summary>
    public static void UseRoutes(this WebApplication app)
    {
        app.Use(Head);
        app.Use(MergedIds.Lead);
        app.UseRouting();
        app.Use(KnownParameters.Require);
    }

    /// <summary>True for a method that browsers and programs use; anything may stand there.</summary>
    internal static bool IsUsual(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS";

    /// <summary>Makes a <c>HEAD</c> a <c>GET</c> whose body goes nowhere.</summary>
    private static Task Head(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments(Live, StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        }

        return next(context);
    }

    /// <summary>The answer where no route took the request: 405 with what is allowed when the address is one, else 404.</summary>
    internal static IResult Untaken(HttpContext context)
    {
        var allowed = AllowedAt(context);
        if (allowed.Count == 0)
        {
            return Problems.Refused(Refusal.Of("route_unknown", ""), context);
        }

        context.Response.Headers.Allow = string.Join(", ", allowed);
        return Problems.Refused(Refusal.Of("method_not_allowed", "", ("method", context.Request.Method), ("allowed", allowed)), context);
    }

    private static List<string> AllowedAt(HttpContext context)
    {
        var methods = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.All(p => !p.IsCatchAll) && new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(context.Request.Path, []))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .ToHashSet(StringComparer.Ordinal);
        return [.. methods.Concat(methods.Contains(HttpMethods.Get) ? [HttpMethods.Head] : []).Order(StringComparer.Ordinal)];
    }
}
