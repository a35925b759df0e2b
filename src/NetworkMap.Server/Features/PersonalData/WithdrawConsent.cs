using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Takes the consent of a contact back from today on, for the person who gave it: the contact is shown to nobody else at once.</summary>
public static class WithdrawConsent
{
    private static readonly Sentence Reason = new("Persetujuan ditarik", "Consent withdrawn");

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("/withdrawals", async (HttpContext context, NetworkView view, LogReader log, NetworkWriter writer, Requests requests, TimeProvider clock) =>
    {
        var body = await StewardsOnly.ReadAsync(context, requests);
        if (!body.TryValue(out var stated))
        {
            return Problems.Refused(body.Refusals, context);
        }

        var checks = new Checks();
        checks.TakeOnly(stated, "element", "contact", "request");
        var place = stated["contact"]?.GetValueKind() == JsonValueKind.Number && stated["contact"]!.AsValue().TryGetValue<int>(out var number) ? number : -1;
        var found = await StewardsOnly.FindAsync(context, checks.Stated(stated, "element"), view, log);
        var draft = checks.Finish(true).Then(_ => found).Then(element => Without(element, place, Today.By(clock)));
        var attribution = draft.Then(_ => Writes.Attribute(context, Reason.In(context.LanguageOf()), Encoding.UTF8.GetBytes(stated.ToJsonString())));
        var outcome = attribution.TryValue(out var by) ? await writer.WriteAsync(new WriteRequest(Edits.Change(draft.Value, null), by), context.RequestAborted) : Outcome.Refused<Accepted>(attribution.Refusals);
        if (outcome.IsRefused)
        {
            return Problems.Refused(outcome.Refusals, context);
        }

        await requests.StepAsync(checks.Stated(stated, "request"), by!.Author, "withdrawn", found.Value.Ref.ToString(), null, context.RequestAborted);
        return Answers.Fleeting(context, new { element = found.Value.Ref.ToString(), withdrawn = Today.By(clock) });
    }).WithSummary("Takes the consent of a contact back from today on.")
        .TakesBody("""{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","contact":0,"request":"0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9"}""")
        .Gives("""{"element":"organization/89ee382d-bde1-874d-9e0c-c112fa646bbd","withdrawn":"2026-11-27"}""")
        .Refuses("steward_only", "not_permitted", "preview_only_looks", "element_unknown", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "store_failed", "store_full");

    /// <summary>The organization with the consent of one contact taken back. One that nobody consented to is for its own organization alone from then on.</summary>
    private static Outcome<ElementDraft> Without(Element element, int place, DateOnly today)
    {
        if (element is not Organization organization || place < 0 || place >= organization.Contacts.Length)
        {
            return Refusal.Of("element_unknown", "contact");
        }

        var draft = (OrganizationDraft)organization.ToDraft();
        return draft with
        {
            Contacts = [.. draft.Contacts!.Select((c, i) => i != place ? c : c.Consent is { } consent ? c with { Consent = consent with { Withdrawn = consent.Withdrawn is { } earlier && earlier < today ? earlier : today } } : c with { Audience = null })],
        };
    }
}
