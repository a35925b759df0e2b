using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Pages;

/// <summary>The client's files, and its views: answered first by the server, as a page that can be read without its script.</summary>
public static class PageRoutes
{
    private const string Missing = """
        <!doctype html><html lang="id"><head><meta charset="utf-8"><title>NetworkMap</title></head><body><main>
        <h1>Halaman belum dibuat</h1><p>API sudah jalan, lihat <a href="/docs">/docs</a>. Pasang Node.js 20 atau lebih baru, lalu jalankan lagi <code>dotnet run --project src/NetworkMap.Server</code>.</p>
        <h2 lang="en">The pages are not built</h2><p lang="en">The API is running, see <a href="/docs">/docs</a>. Install Node.js 20 or later and run the command again.</p></main></body></html>
        """;

    /// <summary>The built client, its one page for every address that is a view, and the steward's link.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.Map("/api/{**rest}", Methods.Untaken).ExcludeFromDescription();
        app.Map("/hsds/{**rest}", Methods.Untaken).ExcludeFromDescription();
        app.Map("/ogc/{**rest}", Methods.Untaken).ExcludeFromDescription();
        var folder = FindClient(app.Environment);
        MapIcon(app, folder);
        var built = folder is null ? null : new BuiltPage(folder);
        new WelcomePage(built).Map(app);
        if (folder is null || built is null)
        {
            app.MapFallback(() => Results.Content(Missing, "text/html; charset=utf-8")).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Use(Precompressed.Choose(folder));
        app.UseStaticFiles(Precompressed.Options(files, Cache));
        var alone = new AlonePage(built, folder);
        var institutions = new InstitutionPages(alone);
        institutions.Map(app);
        new AccountPages(alone, institutions).Map(app);
        new InvitationPages(alone, institutions, folder).Map(app);
        new RecoveryPages(alone).Map(app);
        PasskeyRoutes.Map(app);
        new LetterPages(alone).Map(app);
        new PrivacyPage(alone).Map(app);
        var first = new FirstAnswer(OwnApi.Of(app), built, folder);
        foreach (var view in View.All)
        {
            app.MapGet(view.Pattern, context => first.WriteAsync(context, view)).Costs(Cost.Network).ExcludeFromDescription();
        }

        foreach (var pattern in View.Scripted)
        {
            app.MapFallbackToFile(pattern, "index.html", new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache });
        }

        app.MapFallback(View.Missing.Pattern, context => first.WriteAsync(context, View.Missing)).Costs(Cost.Network);
    }

    /// <summary>True when there are pages to serve.</summary>
    internal static bool AreBuilt(IWebHostEnvironment environment) => FindClient(environment) is not null;

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

    /// <summary>What has its hash in its name never changes. The icon is asked for again whenever the address of a page changes, that is at every move of the map.
    /// A page that needs its script is the same for everybody and may stay on the device, so that a form opens without a connection. All of it is UTF-8.</summary>
    private static void Cache(StaticFileResponseContext file)
    {
        var path = file.Context.Request.Path;
        if (file.Context.Response.ContentType is "text/html" or "text/css" or "text/javascript")
        {
            file.Context.Response.ContentType += "; charset=utf-8";
        }

        file.Context.Response.Headers.CacheControl =
            path.StartsWithSegments("/assets", StringComparison.OrdinalIgnoreCase) ? "public, max-age=31536000, immutable"
            : path.Value!.StartsWith("/icon.svg", StringComparison.OrdinalIgnoreCase) ? "public, max-age=86400" // Also /icon.svg.br, the form that browsers get.
            : "public, no-cache";
    }

    /// <summary>The pages beside a published server, else those that were built in the checkout that the server stands in.</summary>
    internal static string? FindClient(IWebHostEnvironment environment)
    {
        string[] published = [Path.Combine(AppContext.BaseDirectory, "wwwroot"), Path.Combine(environment.ContentRootPath, "wwwroot")];
        var built = FoldersAbove.From(environment.ContentRootPath).Concat(FoldersAbove.From(AppContext.BaseDirectory)).Select(folder => Path.Combine(folder, "client", "dist"));
        return published.Concat(built).FirstOrDefault(c => File.Exists(Path.Combine(c, "index.html")));
    }
}
