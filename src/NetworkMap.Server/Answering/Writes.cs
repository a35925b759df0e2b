using NetworkMap.Server.Http;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Answering;

/// <summary>What every write shares: who may, which version it was made from, and the key under which it may be repeated.</summary>
public static class Writes
{
    /// <summary>The attribution of a write, or why this caller may not.</summary>
    public static Outcome<Attribution> Attribute(HttpContext context, string? reason, byte[] body)
    {
        var caller = Caller.Of(context.User);
        if (!caller.MayWrite)
        {
            return Refusal.Of("steward_only", "");
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        return key.Length > 200
            ? Refusal.Of("text_too_long", "Idempotency-Key", ("limit", 200), ("length", key.Length))
            : new Attribution(caller.Account!, reason, Request: key.Length == 0 ? null : KeyOf(context, caller.Account!, key, body));
    }

    /// <summary>The version of <c>If-Match: "3"</c>, null for <c>*</c>, whichever there is (RFC 9110, 13.1.1); <c>version_missing</c> without one.</summary>
    public static Outcome<int?> VersionOf(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString().Trim().Trim('"');
        if (header.Length == 0)
        {
            return Refusal.Of("version_missing", "If-Match");
        }

        if (header == "*")
        {
            return (int?)null;
        }

        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : Refusal.Of("parameter_malformed", "If-Match", ("value", header.Length > 40 ? header[..40] : header), ("expected", "\"3\""));
    }

    private static RequestKey KeyOf(HttpContext context, string account, string key, byte[] body)
    {
        var route = $"{context.Request.Method} {context.Request.Path}";
        return new RequestKey(Hash(Encoding.UTF8.GetBytes($"{account}\n{route}\n{key}")), Hash([.. Encoding.UTF8.GetBytes(context.Request.Headers.IfMatch + "\n"), .. body]));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
