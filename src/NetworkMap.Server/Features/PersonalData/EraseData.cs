using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Erases the personal data of an element for good: nobody can take it back. Whoever does it types what the element is called.</summary>
public static class EraseData
{
    private static readonly Sentence Reason = new("Data pribadi dihapus", "Personal data erased");

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/erasures", async (
        HttpContext context, NetworkView view, LogReader log, Eraser eraser, Requests requests, SecurityLog security, PersonalDataSettings settings, TimeProvider clock) =>
    {
        var body = await StewardsOnly.ReadAsync(context, requests);
        if (!body.TryValue(out var stated))
        {
            return Problems.Refused(body.Refusals, context);
        }

        var found = await StewardsOnly.FindAsync(context, stated["element"]?.GetValueKind() == JsonValueKind.String ? stated["element"]!.GetValue<string>() : null, view, log);
        var wish = found.Then(element => Read(stated, element, ReadErasure.TitleOf(context, element, view), view.Latest.Full));
        var attribution = wish.Then(_ => Writes.Attribute(context, Reason.In(context.LanguageOf()), Encoding.UTF8.GetBytes(stated.ToJsonString())));
        if (!attribution.TryValue(out var by))
        {
            return Problems.Refused(attribution.Refusals, context);
        }

        var outcome = await eraser.EraseAsync(wish.Value, by, context.RequestAborted);
        if (!outcome.TryValue(out var erasure))
        {
            return Problems.Refused(outcome.Refusals, context);
        }

        await security.AddAsync(by.Author, SecurityEvent.PersonalDataErased, context.RequestAborted, of: erasure.Of);
        await requests.StepAsync(stated["request"]?.GetValue<string>(), by.Author, "erased", erasure.Of, null, context.RequestAborted);
        return Answers.Fleeting(context, new { element = erasure.Of, at = erasure.At, keys = erasure.Keys.Count, readableUntil = settings.ReadableUntil(Today.By(clock)) });
    }).WithSummary("Erases the personal data of an element for good, also from its history and from backups that are put back later.")
        .TakesBody("""{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","version":3,"contacts":[0],"suggestions":["0b8a5e0e-7a53-4f7e-9d51-0a6c2d7f4a11"],"retire":false,"confirm":"Kelompok Melati","request":"0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9"}""")
        .Gives("""{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","at":"2026-11-27T03:10:00Z","keys":4,"readableUntil":"2027-02-25"}""",
            about: "`version` is that of the element as it was looked at (`GET /api/personal-data/erasure`), so that nobody else is erased than who was seen there; not needed of what is gone. Without `contacts` everything goes that the element seals: contacts, notes, the exact place of a home, the words of a statement, and what the suggestions about it say; with `contacts`, of those suggestions only what `suggestions` names. `confirm` is what the element is called. Until `readableUntil`, who has an older backup and the master key can still read it.")
        .Refuses("steward_only", "not_permitted", "preview_only_looks", "element_unknown", "erasure_unconfirmed", "version_missing", "version_stale", "contact_unknown", "suggestion_unknown", "number_malformed", "element_in_use", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "store_failed", "store_full");

    /// <summary>Those of the suggestions about it that are named; null when none is.</summary>
    private static List<ElementRef>? Suggestions(Checks checks, JsonObject body, Element element, NetworkGraph full)
    {
        checks.Require(body["suggestions"] is null or JsonArray, "field_wrong_type", "suggestions", ("wanted", TypeWords.List));
        var about = Erasing.SuggestionsAbout(full.All(ElementKind.Suggestion), element.Ref).ToDictionary(s => s.Ref.Id, s => s.Ref, StringComparer.Ordinal);
        var named = (body["suggestions"] as JsonArray)?.Select(n => n?.ToString() ?? "").ToList();
        checks.Require(named?.TrueForAll(about.ContainsKey) != false, "suggestion_unknown", "suggestions");
        return named?.Where(about.ContainsKey).Select(n => about[n]).ToList();
    }

    private static Outcome<ErasureWish> Read(JsonObject body, Element element, string title, NetworkGraph full)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "element", "version", "contacts", "retire", "confirm", "request", "suggestions");
        _ = checks.Stated(body, "request");
        var version = body["version"]?.GetValueKind() == JsonValueKind.Number && body["version"]!.AsValue().TryGetValue<int>(out var looked) ? looked : (int?)null;
        checks.Require(body["version"] is null || version is not null, "number_malformed", "version", ("value", body["version"]?.ToJsonString()));
        checks.Require(body["version"] is not null || full.Find(element.Ref) is null, "version_missing", "version");
        var isList = body["contacts"] is null or JsonArray;
        var places = (body["contacts"] as JsonArray)?.Select(n => n?.GetValueKind() == JsonValueKind.Number && n.AsValue().TryGetValue<int>(out var place) ? place : -1).ToList();
        checks.Require(isList && places?.Contains(-1) != true, "field_wrong_type", "contacts", ("wanted", TypeWords.List));
        checks.Require(string.Equals(checks.Stated(body, "confirm")?.Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase), "erasure_unconfirmed", "confirm");
        var retire = checks.Truth(body, "retire");
        var suggestions = Suggestions(checks, body, element, full) ?? (places is null ? null : []);
        return checks.Finish(new ErasureWish(element.Ref, version, places, retire, suggestions));
    }
}
