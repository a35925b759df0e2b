using NetworkMap.Server.Http;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Answering;

/// <summary>Good answers. Their ETag is a hash of what they say, so that it can tell nothing that the answer does not: two networks that differ only in what
/// the asker may not see give the same bytes and the same tag.</summary>
public static class Answers
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>An answer as JSON, or 304 when the asker has it already.</summary>
    public static IResult Json(HttpContext context, object body) => Bytes(context, JsonSerializer.SerializeToUtf8Bytes(body, Wire.Options), JsonType);

    /// <summary>An answer that tells of persons: nobody keeps it, not even what everybody may see today.</summary>
    public static IResult Fleeting(HttpContext context, object body)
    {
        var result = Json(context, body);
        context.Response.Headers.CacheControl = "private, no-store";
        return result;
    }

    /// <summary>An answer in another format, or 304 when the asker has it already.</summary>
    public static IResult Bytes(HttpContext context, byte[] bytes, string mediaType)
    {
        // Weak, since the same answer also leaves compressed (RFC 9110, 8.8.1).
        var tag = new EntityTagHeaderValue("\"" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12)) + "\"", isWeak: true);
        Head(context, tag.ToString());
        return Has(context.Request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, mediaType);
    }

    /// <summary>An element as JSON, tagged with the version that a change has to name. It is never answered with 304: the tag says nothing of language and labels.</summary>
    public static IResult Versioned(HttpContext context, object body, int version)
    {
        Head(context, $"\"{version}\"");
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(body, Wire.Options), JsonType);
    }

    /// <summary>Whether <c>If-None-Match</c> names the tag: one of a list, weakly compared, or any (RFC 9110, 13.1.2).</summary>
    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));

    private static void Head(HttpContext context, string etag)
    {
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.Append("Vary", "Accept-Language, Cookie");
        headers.CacheControl = Caller.Of(context) is { Previewer: null } caller && caller.Audience == Domain.Privacy.Audience.Public ? "public, no-cache" : "private, no-store";
        headers.ContentLanguage = context.LanguageOf() == Language.English ? "en" : "id";
    }
}
