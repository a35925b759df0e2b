using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Who may look after the data of persons: stewards, each where she keeps the data.</summary>
internal static class StewardsOnly
{
    /// <summary>Why the caller may not; null for a steward of a region or of everything.</summary>
    internal static Refusal? Closed(HttpContext context)
    {
        var caller = Caller.Of(context);
        return caller.Previewer is not null ? Refusal.Of("preview_only_looks", "")
            : caller.Account is null ? Refusal.Of("steward_only", "")
            : caller.Grants.Any(g => g.Role == Role.Steward) ? null
            : Refusal.Of("not_permitted", "");
    }

    /// <summary>What a steward asks to be done; refused when she is none, when it cannot be read, or when the request that it is done for is not there.</summary>
    internal static async Task<Outcome<JsonObject>> ReadAsync(HttpContext context, Requests requests)
    {
        if (Closed(context) is { } closed)
        {
            return closed;
        }

        var body = await BodyReader.ReadObjectAsync(context);
        return body.TryValue(out var stated) && await requests.UnknownAsync(stated, context.RequestAborted) is { } unknown ? unknown : body;
    }

    /// <summary>The element of a name such as <c>organization/6f1c…</c>, in the form that it has now or last had, for a steward who keeps it. One that was merged means the one that was kept.</summary>
    internal static async Task<Outcome<Element>> FindAsync(HttpContext context, string? name, NetworkView view, LogReader log)
    {
        if (name?.Split('/', 2) is not [var kind, var id] || !Names<ElementKind>.TryParse(kind, out var known))
        {
            return Refusal.Of("element_unknown", "element");
        }

        var element = new ElementRef(known, id);
        var full = view.Latest.Full;
        var there = full.Find(element);
        var found = (there is Organization { MergedInto: not null } merged ? full.Organization(full.Kept(merged.Id)) : there) ?? await LastAsync(element, log, context.RequestAborted);
        return found is not null && Erasing.MayErase(full, Caller.Of(context).Grants, found) ? found : Refusal.Of("element_unknown", "element");
    }

    private static async Task<Element?> LastAsync(ElementRef element, LogReader log, CancellationToken cancellation) =>
        (await log.HistoryAsync(element, long.MaxValue, 1, cancellation)).SelectMany(c => c.Revisions).LastOrDefault(r => r.Element == element)?.Before;
}
