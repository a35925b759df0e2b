using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace NetworkMap.Server.Pages;

/// <summary>Files that the client's build has compressed as well as can be (<c>x.js.br</c>, <c>x.js.gz</c>) are sent as they lie there. They are the same for
/// everybody, so their length tells nothing.</summary>
internal static class Precompressed
{
    private static readonly (string Ending, string Encoding)[] Kinds = [(".br", "br"), (".gz", "gzip")];
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".mjs"] = "text/javascript", [".webmanifest"] = "application/manifest+json" } };

    /// <summary>Leads a request to the best form of its file that it accepts.</summary>
    internal static Func<HttpContext, RequestDelegate, Task> Choose(string folder) => (context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        if (Path.GetExtension(path) is ".js" or ".mjs" or ".css" or ".json" or ".svg" or ".webmanifest" && !path.Contains("..", StringComparison.Ordinal))
        {
            var accepted = context.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.ToString()).ToList();
            var kind = Array.Find(Kinds, k => accepted.Contains(k.Encoding, StringComparer.OrdinalIgnoreCase) && File.Exists(Path.Combine(folder, path[1..] + k.Ending)));
            context.Request.Path += kind.Ending;
        }

        return next(context);
    };

    /// <summary>Serves a file under the type that it has without its second ending.</summary>
    internal static StaticFileOptions Options(IFileProvider files, Action<StaticFileResponseContext> also) => new()
    {
        FileProvider = files,
        ContentTypeProvider = new WithoutEnding(),
        OnPrepareResponse = prepared =>
        {
            if (Array.Find(Kinds, k => prepared.File.Name.EndsWith(k.Ending, StringComparison.Ordinal)).Encoding is { } encoding)
            {
                prepared.Context.Response.Headers[HeaderNames.ContentEncoding] = encoding;
                prepared.Context.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
            }

            also(prepared);
        },
    };

    private sealed class WithoutEnding : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            Types.TryGetContentType(Array.Find(Kinds, k => subpath.EndsWith(k.Ending, StringComparison.Ordinal)).Ending is { } ending ? subpath[..^ending.Length] : subpath, out contentType);
    }
}
