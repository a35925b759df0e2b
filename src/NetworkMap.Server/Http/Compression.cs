using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace NetworkMap.Server.Http;

/// <summary>Answers to the public and the client's files leave compressed (Brotli or gzip); answers to a session do not, since the length of a compressed secret tells
/// of it: <c>src/decisions/0007-compression.md</c>.</summary>
public static class Compression
{
    /// <summary>What compression needs.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/geo+json", "application/vnd.mapbox-vector-tile", "application/manifest+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Compresses for callers without a session; stands behind what finds the session.</summary>
    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(context => context.User.Identity is not { IsAuthenticated: true }, open => open.UseResponseCompression());
}
