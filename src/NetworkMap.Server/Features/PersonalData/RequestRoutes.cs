using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>Requests of persons: taken in, looked after until their time is over, closed, removed. For stewards of everything, since what is kept of a person may stand anywhere.</summary>
public static class RequestRoutes
{
    private static readonly string[] Common = ["steward_only", "not_permitted", "preview_only_looks", "element_unknown"];

    private static readonly string[] Bodies = ["body_not_json", "body_not_object", "body_empty", "body_malformed", "body_too_large", "field_unknown", "field_wrong_type", "text_missing", "text_too_long", "text_forbidden_character"];

    private const string Example = """{"id":"0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9","what":"access","received":"2026-11-27T03:10:00Z","due":"2026-11-30T03:10:00Z","name":"Ibu Melati","found":["organization/89ee382d-bde1-874d-9e0c-c112fa646bbd"],"steps":[{"at":"2026-11-27T03:10:00Z","by":"steward-1","what":"received"}]}""";

    internal static void Map(IEndpointRouteBuilder group)
    {
        var id = Parameter.Path("id", "The id of a request.", "0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9");
        group.MapGet("/requests", ListAsync).WithSummary("What persons asked about their data, and what is due.")
            .Gives($$"""{"hours":72,"source":"UU 27/2022","unverified":true,"items":[{{Example}}]}""").Refuses(Common);
        group.MapPost("/requests", AddAsync).WithSummary("Takes in what a person asks about her data.")
            .TakesBody("""{"what":"access","received":"2026-11-27T03:10:00Z","name":"Ibu Melati","reach":"+6281234567890","asks":"What do you keep of me?"}""")
            .Gives("""{"id":"0f3c6f0f8e0d4d2ab1c3e4f5a6b7c8d9"}""").Refuses([.. Common, .. Bodies, "code_missing", "choice_unknown", "date_malformed", "received_in_future"]);
        group.MapGet("/requests/{id}", ReadAsync).WithSummary("A request, with what was found and done.").Takes(id).Gives(Example).Refuses(Common);
        group.MapPost("/requests/{id}", ChangeAsync).WithSummary("Notes how it was made sure who asks, what was found, what was done; closes a request, or opens it again.")
            .Takes(id).TakesBody("""{"identity":"Seen in person","found":["organization/89ee382d-bde1-874d-9e0c-c112fa646bbd"],"note":"Told on the telephone","close":true}""").Gives(Example).Refuses([.. Common, .. Bodies]);
        group.MapDelete("/requests/{id}", RemoveAsync).WithSummary("Removes a request with all that it says.").Takes(id).GivesNothing("Removed.").Refuses(Common);
    }

    /// <summary>Why the caller may not; null for a steward of everything.</summary>
    internal static Refusal? Closed(HttpContext context) => StewardsOnly.Closed(context) ?? (Caller.Of(context).IsSteward ? null : Refusal.Of("not_permitted", ""));

    private static async Task<IResult> ListAsync(HttpContext context, Requests requests, PersonalDataSettings settings)
    {
        if (Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var all = await requests.ListAsync(context.RequestAborted);
        return Answers.Fleeting(context, new { hours = settings.RequestHours, source = PersonalDataSettings.RequestSource, unverified = true, items = all.Select(r => Told(r, settings)) });
    }

    private static async Task<IResult> AddAsync(HttpContext context, Requests requests)
    {
        if (Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var request = (await BodyReader.ReadObjectAsync(context)).Then(body => requests.Read(body, Caller.Of(context).Account!));
        return request.TryValue(out var made) ? Answers.Fleeting(context, new { id = await requests.AddAsync(made, context.RequestAborted) }) : Problems.Refused(request.Refusals, context);
    }

    private static async Task<IResult> ReadAsync(string id, HttpContext context, Requests requests, PersonalDataSettings settings) =>
        Closed(context) is { } closed ? Problems.Refused(closed, context)
        : await requests.FindAsync(id, context.RequestAborted) is { } found ? Answers.Fleeting(context, Told(found, settings))
        : Problems.Refused(Refusal.Of("element_unknown", "id"), context);

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, Requests requests, PersonalDataSettings settings, TimeProvider clock)
    {
        if (Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        var change = (await BodyReader.ReadObjectAsync(context)).Then(body => Read(body, Caller.Of(context).Account!, clock.GetUtcNow()));
        return !change.TryValue(out var make) ? Problems.Refused(change.Refusals, context)
            : await requests.ChangeAsync(id, make, context.RequestAborted) is { } changed ? Answers.Fleeting(context, Told(changed, settings))
            : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
    }

    private static async Task<IResult> RemoveAsync(string id, HttpContext context, Requests requests)
    {
        if (Closed(context) is { } closed)
        {
            return Problems.Refused(closed, context);
        }

        await requests.RemoveAsync(id, context.RequestAborted);
        return Results.NoContent();
    }

    private static Outcome<Func<PersonRequest, PersonRequest>> Read(JsonObject body, string by, DateTimeOffset now)
    {
        var checks = new Checks();
        checks.TakeOnly(body, "identity", "found", "note", "close");
        var identity = checks.OptionalText("identity", checks.Stated(body, "identity"), 300);
        var note = checks.OptionalText("note", checks.Stated(body, "note"), 4000);
        var close = body["close"] is null ? (bool?)null : checks.Truth(body, "close");
        var found = (body["found"] as JsonArray)?.Select(n => n?.ToString() ?? "").Distinct(StringComparer.Ordinal).Take(200).ToList();
        checks.Require(body["found"] is null or JsonArray, "field_wrong_type", "found", ("wanted", TypeWords.List));
        return checks.Finish<Func<PersonRequest, PersonRequest>>(request => request with
        {
            Identity = identity ?? request.Identity,
            Found = found ?? request.Found,
            Closed = close is null ? request.Closed : close.Value ? request.Closed ?? now : null,
            Steps = [.. request.Steps, .. note is null ? Array.Empty<RequestStep>() : [new RequestStep(now, by, "note", null, note)], .. close == true ? [new RequestStep(now, by, "closed", null, null)] : Array.Empty<RequestStep>()],
        });
    }

    private static object Told(Kept<PersonRequest> kept, PersonalDataSettings settings)
    {
        var request = kept.Value;
        return new
        {
            id = kept.Id,
            what = Names<RequestKind>.Of(request.What),
            received = request.Received,
            due = request.Received.AddHours(settings.RequestHours),
            closed = request.Closed,
            name = request.Name,
            reach = request.Reach,
            asks = request.Asks,
            identity = request.Identity,
            found = request.Found,
            steps = request.Steps,
        };
    }
}
