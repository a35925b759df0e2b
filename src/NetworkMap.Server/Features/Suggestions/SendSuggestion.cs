using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;
using NetworkMap.Server.Writing;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>Somebody with an account asks for a change that is not hers to make. It is measured on what she may see.</summary>
public static class SendSuggestion
{
    private static readonly ElementKind[] Kinds = [.. Enum.GetValues<ElementKind>().Except([ElementKind.Grant, ElementKind.Suggestion])];

    private sealed record Body(ElementKind Kind, string? Id, ReadElement? Read, string? Words);

    internal static void Map(IEndpointRouteBuilder group) => group.MapPost("", async (HttpContext context, IMediator mediator, NetworkView view, Throttle throttle, TimeProvider clock) =>
    {
        var settled = (await BodyReader.ReadObjectAsync(context)).Then(body => Writes.Sender(context, Encoding.UTF8.GetBytes(body.ToJsonString())).Then(by => ReadBody(body).Then<(Body Body, Attribution By)>(read => (read, by))));
        if (!settled.TryValue(out var asked))
        {
            return Problems.Refused(settled.Refusals, context);
        }

        // Made of the key of a request that may be repeated, so that it names the same each time.
        var ids = asked.By.Request is { } key ? Convert.FromHexString(key.Key) : System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        var id = new SuggestionId(new Guid(ids.AsSpan(0, 16)));
        var about = new ElementRef(asked.Body.Kind, asked.Body.Id ?? NewIdOf(asked.Body, new Guid(ids.AsSpan(16, 16))));
        var seen = Asking.Of(context).Graph;
        if (asked.Body.Id is not null && seen.Find(about) is null)
        {
            return Problems.Refused(Refusal.Of("element_unknown", "id"), context);
        }

        var today = Today.By(clock);
        var sent = new SuggestionSent(id, about, asked.Body.Read?.Draft, asked.Body.Words, null, asked.By.Author, today);
        var made = Changes.Suggestions.Of(sent, seen, asked.Body.Id is null ? null : view.Latest.Full.Find(about)?.Version);
        IReadOnlyList<Refusal> refusals = [.. asked.Body.Read?.Unread ?? [], .. made.Refusals];
        if (refusals.Count > 0)
        {
            return Obstacles.Refused(refusals, context);
        }

        if (await throttle.TakeAsync(ThrottleRule.OfAccountSuggestions, asked.By.Author, context.RequestAborted) is { } wait)
        {
            return TooMany(wait, context);
        }

        var outcome = await mediator.Send(new WriteSuggestion.Request(Changes.Suggestions.Send(made.Value), asked.By, IsSender: true), context.RequestAborted);
        if (!outcome.TryValue(out var accepted) || accepted.Repeated)
        {
            await throttle.GiveBackAsync(ThrottleRule.OfAccountSuggestions, asked.By.Author, context.RequestAborted);
        }

        // What is kept is told, not what was asked for: one that is repeated may have been decided since.
        return outcome.IsRefused ? Problems.Refused(outcome.Refusals, context)
            : view.Latest.Full.Find(id.Ref) is Suggestion kept ? Created(context, SuggestionAnswer.ToSender(kept, Asking.Of(context), today))
            : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
    }).WithSummary("Suggests a change to those who may make it: an addition without an id, else an edit of the element of that id; in fields, in words, or both.")
        .Takes(Parameter.IdempotencyKey)
        .TakesBody("""{"kind":"organization","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","words":"They meet in Sewon now."}""")
        .Gives(SuggestionAnswer.Example, StatusCodes.Status201Created, "Sent; who may make the change is asked.")
        .Refuses("sign_in_first", "preview_only_looks", "element_unknown", "suggestion_empty", "suggestion_personal", "too_many_suggestions", "choice_unknown", "text_too_long", "text_forbidden_character", "body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_doubled", "field_unknown", "field_wrong_type", "store_failed", "store_full");

    private static IResult Created(HttpContext context, SuggestionAnswer answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(answer, Wire.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>The answer when too many were sent, with the time to wait.</summary>
    internal static IResult TooMany(TimeSpan wait, HttpContext context)
    {
        var result = Problems.Refused(Busy(wait), context);
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return result;
    }

    /// <summary>That too many were sent.</summary>
    internal static Refusal Busy(TimeSpan wait) => Refusal.Of("too_many_suggestions", "", ("minutes", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))));

    /// <summary>A region and a term bring their own.</summary>
    private static string NewIdOf(Body body, Guid random) => body.Read?.Draft switch
    {
        Domain.Taxonomies.TermDraft term => $"{term.Taxonomy}:{term.Code}",
        Domain.Places.RegionDraft { Id: { } code } => code,
        _ => random.ToString("D"),
    };

    private static Outcome<Body> ReadBody(JsonObject body)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "kind", "id", "element", "words");
        var kind = checks.Choice("kind", checks.Stated(body, "kind"), ElementKind.Organization);
        checks.Require(Kinds.Contains(kind), "choice_unknown", "kind", ("value", Names<ElementKind>.Of(kind)), ("choices", Kinds.Select(Names<ElementKind>.Of).ToList()));
        var (id, words) = (checks.Stated(body, "id"), checks.OptionalText("words", checks.Stated(body, "words"), SuggestionDraft.WordsLimit));
        var element = body["element"] as JsonObject;
        checks.Require(element is not null || body["element"] is null, "field_wrong_type", "element", ("wanted", TypeWords.Object));
        if (element is null || checks.Refusals.Count > 0)
        {
            return checks.Finish(new Body(kind, id, null, words));
        }

        return BodyReader.ReadElement(element, kind).Then<Body>(read => new Body(kind, id, read, words));
    }
}
