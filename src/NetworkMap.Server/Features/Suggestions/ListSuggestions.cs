using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;
using NetworkMap.Server.Identity;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>What waits for a decision of whoever asks, the oldest first; and what she sent herself. Nobody keeps the answers.</summary>
public static class ListSuggestions
{
    private const int MostOfMine = 100;

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("", (HttpContext context, TimeProvider clock) =>
        {
            var asked = new Asked(context, clock);
            var limit = asked.Number("limit", 50, 1, 200);
            if (asked.Refusals.Count > 0)
            {
                return Problems.Refused(asked.Refusals, context);
            }

            var (asking, today) = (Asking.Of(context), Today.By(clock));
            var waiting = asking.Graph.All(ElementKind.Suggestion).Cast<Suggestion>().Where(s => s.State == SuggestionState.Waiting && MayDecide(asking, s)).OrderBy(s => s.Sent).ThenBy(s => s.Sequence).ToList();
            return Answers.Fleeting(context, new { count = waiting.Count, medianDays = Median(waiting, today), items = waiting.Take(limit).Select(s => SuggestionAnswer.ToReviewer(s, asking, today)).ToList() });
        }).WithSummary("The suggestions that wait for a decision of whoever asks, the oldest first, each with what it would change.")
            .Takes(Parameter.Limit(50, 200))
            .Gives($$"""{"count":1,"medianDays":9,"items":[{{SuggestionAnswer.Example}}]}""", about: "`count` is how many wait in all; `medianDays` is how long half of them have waited at most.");

        group.MapGet("/{id}", (string id, HttpContext context, TimeProvider clock) => Read(context, id, Today.By(clock))).WithSummary("A suggestion, for whoever may decide on it.")
            .Takes(DecideSuggestion.InPath)
            .Gives(SuggestionAnswer.Example)
            .Refuses("element_unknown");

        group.MapGet("/mine", (HttpContext context, NetworkView view, TimeProvider clock) =>
        {
            var (asking, today) = (Asking.Of(context), Today.By(clock));
            var mine = asking.Caller is { Account: { } account, Previewer: null, By: not { IsLimited: true } }
                ? view.Latest.Full.All(ElementKind.Suggestion).Cast<Suggestion>().Where(s => s.Provenance.AssertedBy == account).OrderByDescending(s => s.Sequence).Take(MostOfMine)
                : [];
            return Answers.Fleeting(context, new { items = mine.Select(s => SuggestionAnswer.ToSender(s, asking, today)).ToList() });
        }).WithSummary("The suggestions that whoever asks has sent with her account, and what became of them; the last one first.")
            .Gives($$"""{"items":[{{SuggestionAnswer.Example}}]}""");
    }

    /// <summary>One of those that she may decide on, waiting or decided.</summary>
    private static IResult Read(HttpContext context, string id, DateOnly today)
    {
        var asking = Asking.Of(context);
        return Ids.Parse(id).TryValue(out var guid) && asking.Graph.Find(new SuggestionId(guid).Ref) is Suggestion found && MayDecide(asking, found)
            ? Answers.Fleeting(context, SuggestionAnswer.ToReviewer(found, asking, today))
            : Problems.Refused(Refusal.Of("element_unknown", "id"), context);
    }

    /// <summary>Whether whoever asks may decide: exactly who could make the change.</summary>
    internal static bool MayDecide(Asking asking, Suggestion suggestion) => Rights.Permits(asking.Graph, asking.Caller.Grants, Revision.Change(suggestion, suggestion));

    private static int Median(List<Suggestion> waiting, DateOnly today) => waiting.Count == 0 ? 0 : Math.Max(0, today.DayNumber - waiting[waiting.Count / 2].Sent.DayNumber);
}
