using NetworkMap.Server.Http;
using System.Security.Cryptography;
using System.Text.Json;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Answering;

/// <summary>Good answers. Their ETag is a hash of what they say, so that it can tell nothing that the answer does not: two networks that differ only in what
/// the asker may not see give the same bytes and the same tag.</summary>
public static class Answers
{
    /// <summary>An answer as JSON, or 304 when the asker has it already.</summary>
    public static IResult Json(HttpContext context, object body, string? tag = null)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Wire.Options);
        var etag = tag ?? "\"" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)) + "\"";
        Head(context, etag);
        return context.Request.Method == HttpMethods.Get && context.Request.Headers.IfNoneMatch.ToString() == etag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    private static void Head(HttpContext context, string etag)
    {
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.Vary = "Accept-Language, Cookie";
        headers.CacheControl = Caller.Of(context.User).Audience == Domain.Privacy.Audience.Public ? "public, no-cache" : "private, no-store";
        headers.ContentLanguage = context.LanguageOf() == Language.English ? "en" : "id";
    }
}
