using Microsoft.Extensions.FileProviders;
using NetworkMap.Domain;

namespace NetworkMap.Server.Http;

/// <summary>The client's pages, the headers that hold them, and words for addresses that do not exist.</summary>
public static class Pages
{
    /// <summary>Everything from this site, nothing from elsewhere; workers as blobs for the map.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Missing = """
        <!doctype html><html lang="id"><head><meta charset="utf-8"><title>NetworkMap</title></head><body><main>
        <h1>Halaman belum dibuat</h1><p>API sudah jalan, lihat <a href="/docs">/docs</a>. Pasang Node.js 20 atau lebih baru, lalu jalankan lagi <code>dotnet run --project src/NetworkMap.Server</code>.</p>
        <h2 lang="en">The pages are not built</h2><p lang="en">The API is running, see <a href="/docs">/docs</a>. Install Node.js 20 or later and run the command again.</p></main></body></html>
        """;

    /// <summary>Security headers on every answer, and refusal of changes that another site sends.</summary>
    public static void UseHeaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!Docs.TryPolicy(context))
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        if (IsForeign(context.Request) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await Problems.Refused(Refusal.Of("origin_foreign", ""), context).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>The built client, and its one page for every address that is a view.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.Map("/api/{**rest}", Methods.Untaken).ExcludeFromDescription();
        var folder = FindClient(app.Environment);
        MapIcon(app, folder);
        if (folder is null)
        {
            app.MapFallback(() => Results.Content(Missing, "text/html; charset=utf-8")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache });
        app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache });
    }

    /// <summary>Browsers ask for this address of their own accord, on pages that name no icon, too.</summary>
    private static void MapIcon(WebApplication app, string? folder)
    {
        var icon = folder is null ? null : Path.Combine(folder, "icon.svg");
        app.MapGet("/favicon.ico", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return File.Exists(icon) ? Results.File(icon, "image/svg+xml") : Results.NoContent();
        }).ExcludeFromDescription();
    }

    private static void Cache(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase) ? "public, max-age=31536000, immutable" : "no-cache";

    /// <summary>True when a page of another site sends the request. A page that gives no referrer sends <c>Origin: null</c> even to its own site (Fetch, "append a
    /// request Origin header"); then <c>Sec-Fetch-Site</c>, which no script can set, tells.</summary>
    internal static bool IsForeign(HttpRequest request) => request.Headers.Origin.ToString() switch
    {
        "" => false,
        "null" => request.Headers["Sec-Fetch-Site"] != "same-origin",
        var origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The pages beside a published server, else those that were built in the checkout that the server stands in.</summary>
    private static string? FindClient(IWebHostEnvironment environment)
    {
        string[] published = [Path.Combine(AppContext.BaseDirectory, "wwwroot"), Path.Combine(environment.ContentRootPath, "wwwroot")];
        var built = FoldersAbove.From(environment.ContentRootPath).Concat(FoldersAbove.From(AppContext.BaseDirectory)).Select(folder => Path.Combine(folder, "client", "dist"));
        return published.Concat(built).FirstOrDefault(c => File.Exists(Path.Combine(c, "index.html")));
    }
}
