using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>Who may make a suggested change makes it, as it is or in another way, or says why not. It is bound by her rights at that moment, like the change itself.</summary>
public static class DecideSuggestion
{
    private static readonly string[] Decisions = ["accepted", "declined"];

    private sealed record Body(bool Accepts, int? Version, ReadElement? Instead, string? Answer, bool ConfirmWidening, Attribution By);

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/{id}/decisions", async (string id, HttpContext context, IMediator mediator, NetworkView view, ChangesetId ids, ElementForms forms, TimeProvider clock) =>
        {
            var read = await BodyReader.ReadObjectAsync(context);
            var asking = Asking.Of(context);
            if (Ids.Parse(id) is not { IsRefused: false } named || asking.Graph.Find(new SuggestionId(named.Value).Ref) is not Suggestion suggestion)
            {
                return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
            }

            var settled = read.Then(body => ReadBody(context, body, suggestion));
            if (!settled.TryValue(out var asked))
            {
                return Problems.Refused(settled.Refusals, context);
            }

            var today = Today.By(clock);
            var how = new Acceptance(asked.Version, Asserted(asked.Instead?.Draft, asked.By.Author), asked.Answer, asked.ConfirmWidening, asked.By.Author, today);
            var decision = asked.Accepts ? Unread.Refuse(Changes.Suggestions.Accept(suggestion.Id, how), asked.Instead?.Unread ?? []) : Changes.Suggestions.Decline(suggestion.Id, asked.Answer, today);
            var outcome = await mediator.Send(new WriteSuggestion.Request(decision, asked.By, IsSender: false, asked.ConfirmWidening), context.RequestAborted);
            if (!outcome.TryValue(out var accepted))
            {
                return Refused(outcome.Refusals, context, suggestion, forms);
            }

            Writes.Tell(context, accepted, ids);
            return Told(context, suggestion.Id, today);
        }).WithSummary("Accepts a suggestion, as it is or with another written form (`element`), or declines it with a reason (`answer`).")
            .Takes(InPath, Parameter.IdempotencyKey)
            .TakesBody("""{"decision":"accepted","version":1,"answer":"Thank you"}""")
            .Gives(SuggestionAnswer.Example, about: "The suggestion as it stands now. When the element moved on since `version` (409), the answer has the current element and the fields that differ.")
            .Refuses([.. Refusals, "version_stale", "suggestion_widens", "not_permitted", "steward_only", "choice_unknown", "number_malformed"]);

        group.MapPost("/{id}/withdrawal", async (string id, HttpContext context, IMediator mediator, NetworkView view, TimeProvider clock) =>
        {
            var by = Writes.Sender(context, Encoding.UTF8.GetBytes(id));
            if (!by.TryValue(out var attribution))
            {
                return Problems.Refused(by.Refusals, context);
            }

            if (Ids.Parse(id) is not { IsRefused: false } named || view.Latest.Full.Find(new SuggestionId(named.Value).Ref) is not Suggestion suggestion || suggestion.Provenance.AssertedBy != attribution.Author)
            {
                return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
            }

            var outcome = await mediator.Send(new WriteSuggestion.Request(Changes.Suggestions.Withdraw(suggestion.Id, attribution.Author, Today.By(clock)), attribution, IsSender: true), context.RequestAborted);
            return outcome.IsRefused ? Problems.Refused(outcome.Refusals, context)
                : Results.Json(SuggestionAnswer.ToSender((Suggestion)view.Latest.Full.Find(suggestion.Ref)!, Asking.Of(context), Today.By(clock)), Wire.Options);
        }).WithSummary("Takes back a suggestion that one sent with one's account, while it waits.")
            .Takes(InPath, Parameter.IdempotencyKey)
            .Gives(SuggestionAnswer.Example, about: "The suggestion as it stands now.")
            .Refuses("sign_in_first", "preview_only_looks", "element_unknown", "suggestion_decided", "store_failed", "store_full");
    }

    internal static readonly Parameter InPath = Parameter.Path("id", "The id of the suggestion.", "0b8a5e0e-7a53-4f7e-9d51-0a6c2d7f4a11");

    private static readonly string[] Refusals =
    [
        "preview_only_looks", "element_unknown", "suggestion_decided", "text_missing", "text_too_long", "text_forbidden_character", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_doubled", "field_unknown", "field_wrong_type", "store_failed", "store_full",
    ];

    private static IResult Told(HttpContext context, SuggestionId id, DateOnly today)
    {
        var asking = Asking.Of(context);
        context.Response.Headers.CacheControl = "no-store";
        return asking.Graph.Find(id.Ref) is Suggestion now ? Results.Json(SuggestionAnswer.ToReviewer(now, asking, today), Wire.Options) : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
    }

    /// <summary>A refusal; when the element moved on, with the element as it is now.</summary>
    private static IResult Refused(IReadOnlyList<Refusal> refusals, HttpContext context, Suggestion suggestion, ElementForms forms)
    {
        var asking = Asking.Of(context);
        if (refusals[0].Code != "version_stale" || asking.Graph.Find(suggestion.About) is not { } current)
        {
            return Obstacles.Refused(refusals, context);
        }

        return Problems.Refused(refusals, context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["current"] = forms.Write(current, asking),
            ["differing"] = refusals[0].Arguments["differing"],
            ["mentions"] = new Titles(asking.Telling).Mentioned([current]),
        });
    }

    private static ElementDraft? Asserted(ElementDraft? draft, string account) =>
        draft?.Provenance is { AssertedBy: null } told ? draft with { Provenance = told with { AssertedBy = account } } : draft;

    private static Outcome<Body> ReadBody(HttpContext context, JsonObject body, Suggestion suggestion)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "decision", "version", "element", "answer", "confirmWidening");
        var decision = checks.Stated(body, "decision");
        checks.Require(decision is not null, "text_missing", "decision");
        checks.Require(decision is null || Decisions.Contains(decision, StringComparer.Ordinal), "choice_unknown", "decision", ("value", decision), ("choices", Decisions));
        var version = body["version"]?.ToJsonString();
        var known = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var from);
        checks.Require(version is null || known, "number_malformed", "version", ("value", version));
        var answer = checks.OptionalText("answer", checks.Stated(body, "answer"), SuggestionDraft.AnswerLimit);
        var confirm = checks.Truth(body, "confirmWidening");
        var element = body["element"] as JsonObject;
        checks.Require(element is not null || body["element"] is null, "field_wrong_type", "element", ("wanted", TypeWords.Object));
        if (checks.Refusals.Count > 0)
        {
            return Outcome.Refused<Body>(checks.Refusals);
        }

        return Writes.Attribute(context, null, Encoding.UTF8.GetBytes(body.ToJsonString())).Then(by => element is null
            ? new Body(decision == "accepted", known ? from : null, null, answer, confirm, by)
            : BodyReader.ReadElement(element, suggestion.About.Kind).Then<Body>(read => new Body(decision == "accepted", known ? from : null, read, answer, confirm, by)));
    }
}
