using System.Text.Json.Nodes;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>A suggestion for those who may decide on it, or for its sender.</summary>
public sealed record SuggestionAnswer
{
#pragma warning disable CS1591 // The fields are explained on Suggestion.
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required MentionAnswer About { get; init; }
    public required bool Adds { get; init; }
    public required string State { get; init; }
    public required DateOnly Sent { get; init; }
    public DateOnly? Decided { get; init; }
    public string? Words { get; init; }
    public string? Sender { get; init; }
    public string? Answer { get; init; }
    public required IReadOnlyList<FieldAnswer> Changes { get; init; }
    public IReadOnlyList<MentionAnswer>? Mentions { get; init; }
#pragma warning restore CS1591

    /// <summary>Whole days since it was sent; until it was decided, when it was.</summary>
    public required int Days { get; init; }

    /// <summary>The account that sent it, for stewards of everything; <c>public</c> or <c>account</c> for others.</summary>
    public required string By { get; init; }

    /// <summary>For who may decide: the version of the element that the difference is told of; absent of an addition.</summary>
    public int? Version { get; init; }

    /// <summary>True when the element changed since it was sent.</summary>
    public bool? Moved { get; init; }

    /// <summary>True when more could be seen by others afterwards.</summary>
    public bool? Widens { get; init; }

    /// <summary>For who may decide: the whole written form as suggested, to begin a form with.</summary>
    public JsonObject? Element { get; init; }

    /// <summary>What it says in the description of the API.</summary>
    internal const string Example = """
        {"id":"0b8a5e0e-7a53-4f7e-9d51-0a6c2d7f4a11","title":"Suggestion about Kelompok Canting Wedel (contoh)","about":{"kind":"organization","id":"89ee382d-bde1-874d-9e0c-c112fa646bbd","name":"Kelompok Canting Wedel (contoh)"},"adds":false,"state":"waiting","sent":"2026-02-20","days":9,
         "words":"They meet in Sewon now.","by":"public","changes":[{"field":"purpose","before":"Batik","after":"Batik and natural dyes"}],"version":1,"moved":false,"widens":false,"element":{"name":"Kelompok Canting Wedel (contoh)"}}
        """;

    /// <summary>For who may decide: against what is there now.</summary>
    internal static SuggestionAnswer ToReviewer(Suggestion suggestion, Asking asking, DateOnly today)
    {
        var (wanted, current) = (WantedFields.Read(suggestion.Wanted), asking.Graph.Find(suggestion.About) is { } found ? Policy.Signed(found, asking.Caller.Audience) : null);
        var gone = current is null && suggestion.From is not null;
        var draft = wanted.Count == 0 || gone ? null : WantedFields.Over(suggestion.About, current, wanted, asking.Caller.Account ?? "");
        var form = draft is null ? null : ElementText.ToJson(draft);
        var now = current is null ? [] : ElementText.ToJson(current);
        var meant = draft?.Check().TryValue(out var element) == true ? element : null;
        var waits = suggestion.State == SuggestionState.Waiting;
        return Of(suggestion, asking, today) with
        {
            Changes = form is null || !waits
                ? [.. wanted.Select(f => new FieldAnswer(f.Field, f.Before, f.After))]
                : [.. wanted.Select(f => new FieldAnswer(f.Field, now[f.Field]?.DeepClone(), form[f.Field]?.DeepClone())).Where(f => !JsonNode.DeepEquals(f.Before, f.After))],
            Mentions = new Titles(asking.Telling).Mentioned(new[] { suggestion, current, meant }.OfType<Element>()),
            Version = current?.Version,
            Moved = suggestion.From is { } from && current is not null ? current.Version != from : null,
            Widens = meant is null ? null : Widening.Between(current, meant),
            Element = waits ? form : null,
        };
    }

    /// <summary>For its sender: as she saw it, and what became of it.</summary>
    internal static SuggestionAnswer ToSender(Suggestion suggestion, Asking asking, DateOnly today) => Of(suggestion, asking, today) with
    {
        By = "account",
        Changes = [.. WantedFields.Read(suggestion.Wanted).Select(f => new FieldAnswer(f.Field, f.Before, f.After))],
        Mentions = new Titles(asking.Telling).Mentioned([suggestion]),
    };

    private static SuggestionAnswer Of(Suggestion suggestion, Asking asking, DateOnly today)
    {
        var titles = new Titles(asking.Telling);
        var by = suggestion.Provenance.AssertedBy;
        return new SuggestionAnswer
        {
            Id = suggestion.Id.ToString(),
            Title = titles.Of(suggestion),
            About = titles.Mentioned(suggestion.About) ?? new MentionAnswer(Names<ElementKind>.Of(suggestion.About.Kind), suggestion.About.Id, titles.NameOf(suggestion), suggestion.From is null ? null : true),
            Adds = suggestion.From is null,
            State = Names<SuggestionState>.Of(suggestion.State),
            Sent = suggestion.Sent,
            Decided = suggestion.Decided,
            Days = Math.Max(0, (suggestion.Decided ?? today).DayNumber - suggestion.Sent.DayNumber),
            Words = suggestion.Words,
            Sender = suggestion.Sender,
            Answer = suggestion.Answer,
            By = by == Suggestion.Public ? by : asking.Caller.IsSteward ? by : "account",
            Changes = [],
        };
    }
}
