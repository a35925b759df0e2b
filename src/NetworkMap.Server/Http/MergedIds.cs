using System.Text.RegularExpressions;
using NetworkMap.Domain;
using NetworkMap.Graph;

namespace NetworkMap.Server.Http;

/// <summary>The id of an organization that was merged into another leads to that one, wherever it is asked: the API answers for the kept one and names where that is (<c>Content-Location</c>), a page sends
/// there. Neither is for good (no 301, no 308), since a merge can be taken apart. What is told of the merged record itself is answered as it is: its history, the merge, and the past.</summary>
internal static partial class MergedIds
{
    private static readonly string[] OfTheRecord = ["/api/duplicates", "/api/changesets", "/ganda", "/live", "/tiles", "/assets"];

    internal static Task Lead(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || IsOfTheRecord(request) || LeadsElsewhere(request.Path))
        {
            return next(context);
        }

        var graph = context.RequestServices.GetRequiredService<NetworkView>().Latest.Public;
        var (path, query) = (request.Path.Value ?? "", request.QueryString.Value ?? "");
        var (leads, asks) = (Led(graph, path), Led(graph, query));
        if (leads == path && asks == query)
        {
            return next(context);
        }

        if (!request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(new PathString(leads).ToUriComponent() + asks);
            return Task.CompletedTask;
        }

        (request.Path, request.QueryString) = (new PathString(leads), new QueryString(asks));
        context.Response.Headers.ContentLocation = new PathString(leads).ToUriComponent() + asks;
        return next(context);
    }

    /// <summary>True of a path that a browser would take for the name of another site (RFC 3986, 4.2: a reference that begins with two slashes). None of ours is written so.</summary>
    private static bool LeadsElsewhere(PathString path) => path.Value is ['/', '/' or '\\', ..];

    private static bool IsOfTheRecord(HttpRequest request) =>
        Array.Exists(OfTheRecord, p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
        || request.Path.Value?.EndsWith("/history", StringComparison.OrdinalIgnoreCase) == true
        || request.QueryString.Value?.Contains("asOf=", StringComparison.OrdinalIgnoreCase) == true;

    private static string Led(NetworkGraph graph, string text) =>
        text.Length < 36 ? text : Id().Replace(text, m => Guid.TryParseExact(m.Value, "D", out var id) && graph.Kept(new OrganizationId(id)) is var kept && kept.Value != id ? kept.ToString() : m.Value);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
