using NetworkMap.Server.Http;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Answering;

/// <summary>What every write shares: who may, which version it was made from, and the key under which it may be repeated.</summary>
public static class Writes
{
    private const string MadeChange = "Changeset";

    /// <summary>The attribution of a write, or why this caller may not.</summary>
    public static Outcome<Attribution> Attribute(HttpContext context, string? reason, byte[] body)
    {
        var caller = Caller.Of(context);
        if (!caller.MayWrite)
        {
            return Refusal.Of(caller.Previewer is not null ? "preview_only_looks" : caller.Account is null ? "steward_only" : "not_permitted", "");
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        return key.Length > 200
            ? Refusal.Of("text_too_long", "Idempotency-Key", ("limit", 200), ("length", key.Length))
            : new Attribution(caller.Account!, reason, Request: key.Length == 0 ? null : KeyOf(context, caller.Account!, key, body), By: caller.By);
    }

    /// <summary>The attribution of what anybody with an account may send, whatever her rights, but not by a token that is limited to one of them; why not, else.</summary>
    public static Outcome<Attribution> Sender(HttpContext context, byte[] body)
    {
        var caller = Caller.Of(context);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        return caller.Previewer is not null ? Refusal.Of("preview_only_looks", "")
            : caller.Account is not { } account ? Refusal.Of("sign_in_first", "")
            : caller.By is { IsLimited: true } ? Refusal.Of("not_permitted", "")
            : key.Length > 200 ? Refusal.Of("text_too_long", "Idempotency-Key", ("limit", 200), ("length", key.Length))
            : new Attribution(account, Request: key.Length == 0 ? null : KeyOf(context, account, key, body));
    }

    /// <summary>Why the caller cannot so much as ask to change an element: it is not there for her, or not hers. Said before anything is decided, since a decision knows what
    /// she may not see. Null when she can ask; what she may change is decided with the change (<see cref="Rights"/>).</summary>
    public static Refusal? Closed(HttpContext context, ElementRef element)
    {
        var asking = Asking.Of(context);
        return asking.Caller.IsSteward ? null
            : asking.Graph.Find(element) is not { } found ? Refusal.Of("element_unknown", "id")
            : asking.Caller.SeesAllOf(found, asking.Graph) ? null
            : Refusal.Of("not_permitted", "", ("organization", Projection.BelongingOf(asking.Graph, found).Owner?.Name ?? (found as Organization)?.Name));
    }

    /// <summary>Why the caller cannot ask to take revisions back: one of them is of something that is not hers.</summary>
    public static Refusal? Closed(HttpContext context, IEnumerable<Revision> revisions)
    {
        var asking = Asking.Of(context);
        return asking.Caller.IsSteward || revisions.SelectMany(r => new[] { r.Before, r.After }).OfType<Element>().All(e => asking.Caller.SeesAllOf(e, asking.Graph)) ? null : Refusal.Of("not_permitted", "");
    }

    /// <summary>Names the change that a write made, so that whoever made it can take it back. A write that changed nothing made none, and the change before it is not hers to take back.</summary>
    internal static void Tell(HttpContext context, Accepted accepted, ChangesetId ids)
    {
        if (accepted.Changed)
        {
            context.Response.Headers[MadeChange] = ids.Of(accepted.Sequence);
        }
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
