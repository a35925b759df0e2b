using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What somebody sends who may not make a change herself.</summary>
/// <param name="Id">The id that the suggestion gets.</param>
/// <param name="About">What it is about; of an addition the element that it would become.</param>
/// <param name="Draft">The whole written form, as it is to be; null when she says it in words alone.</param>
/// <param name="Words">Why, and what is wrong or missing.</param>
/// <param name="Sender">Who she is, if she says so.</param>
/// <param name="Account">Her account, <see cref="Suggestion.Public"/> without one.</param>
/// <param name="Today">The day.</param>
public sealed record SuggestionSent(SuggestionId Id, ElementRef About, ElementDraft? Draft, string? Words, string? Sender, string Account, DateOnly Today);

/// <summary>How a suggestion is accepted.</summary>
/// <param name="From">The version of the element that was looked at; whichever there is when null.</param>
/// <param name="Instead">Another written form that is stored instead of the suggested one.</param>
/// <param name="Answer">What its sender is told.</param>
/// <param name="ConfirmWidening">True when it was said twice that more may be seen afterwards.</param>
/// <param name="Account">Who accepts, and stands for it from now on.</param>
/// <param name="Today">The day.</param>
public sealed record Acceptance(int? From, ElementDraft? Instead, string? Answer, bool ConfirmWidening, string Account, DateOnly Today);

/// <summary>A suggestion is sent, and accepted, declined or withdrawn once. Whether somebody may decide is bound with the change itself (<see cref="Rights"/>).</summary>
public static class Suggestions
{
    private const string Told = "Usulan";

    /// <summary>The suggestion of what somebody sent. It is measured on what she may see, so that neither what it holds nor why it is refused tells her more.</summary>
    /// <param name="sent">What she sent.</param>
    /// <param name="seen">The network as she may see it.</param>
    /// <param name="version">The version of what it is about.</param>
    public static Outcome<Suggestion> Of(SuggestionSent sent, INetwork seen, int? version)
    {
        // What is said in words of one that was merged is said of the kept one; a whole form of it would be no form of that.
        if (sent.Draft is null && seen.Find(sent.About) is Organization { MergedInto: { } into } && seen.Organization(into) is { } kept)
        {
            return Of(sent with { About = kept.Ref }, seen, kept.Version);
        }

        var current = seen.Find(sent.About);
        if (current is null && version is not null)
        {
            return Edits.Unknown(sent.About);
        }

        return Meant(sent, seen, current).Then(meant =>
        {
            var fields = meant is null ? [] : Differences.Between(AsWritten(current), meant);
            var wanted = WantedFields.Write(fields);
            var unfit = fields.FirstOrDefault(f => f.Field is "contacts" or "note" or "statements");
            return unfit is not null ? Refusal.Of("suggestion_personal", unfit.Field)
                : fields.FirstOrDefault(f => KeepsWithheld(f.Field, current, meant)) is { } unseen ? Refusal.Of("suggestion_withheld", unseen.Field)
                : wanted is null && string.IsNullOrWhiteSpace(sent.Words) ? Refusal.Of("suggestion_empty", "words")
                : Made(sent, current ?? meant!, version, wanted);
        });
    }

    /// <summary>It is sent; <c>element_unknown</c> when what it is about is gone.</summary>
    public static Decision Send(Suggestion suggestion) => network =>
        suggestion.From is not null && network.Find(suggestion.About) is null ? Edits.Unknown(suggestion.About)
        : network.Find(suggestion.Ref) is not null ? Refusal.Of("element_exists", "id", ("id", suggestion.Ref.Id))
        : new[] { Revision.Create(suggestion) };

    /// <summary>It is done: the element's change and the decision as one. <c>suggestion_decided</c> when it waits no more, <c>version_stale</c> when the element moved on since it was looked
    /// at, <c>suggestion_widens</c> when more could be seen afterwards and nobody confirmed that.</summary>
    public static Decision Accept(SuggestionId id, Acceptance how) => network => Waiting(network, id).Then(suggestion =>
    {
        var (wanted, current) = (WantedFields.Read(suggestion.Wanted), network.Find(suggestion.About));
        if (how.Instead is null && wanted.Count == 0)
        {
            return Decided(suggestion, SuggestionState.Accepted, how.Answer, how.Today, []);
        }

        if (current is null && suggestion.From is not null)
        {
            return Edits.Unknown(suggestion.About);
        }

        var suggested = WantedFields.Over(suggestion.About, current, wanted, how.Account);
        var draft = how.Instead is { } instead ? instead with { Id = suggestion.About.Id } : suggested;
        var edit = current is null ? Edits.Create(draft) : Edits.Change(draft, how.From);
        return Plausibility.Sound(Retirement.Sound(edit, how.Today), how.Today)(network).Then(revisions =>
        {
            var widening = Widened.In(network, revisions).FirstOrDefault();
            return widening is not null && !how.ConfirmWidening ? Refusal.Of("suggestion_widens", "confirmWidening", ("element", widening.Element.ToString()))
                : Decided(suggestion, IsAsSuggested(network, suggested, revisions) ? SuggestionState.Accepted : SuggestionState.AcceptedChanged, how.Answer, how.Today, revisions);
        });
    });

    /// <summary>It is not done, and why: a reason is owed.</summary>
    public static Decision Decline(SuggestionId id, string? answer, DateOnly today) => network => Waiting(network, id).Then(suggestion =>
        string.IsNullOrWhiteSpace(answer) ? Refusal.Of("text_missing", "answer") : Decided(suggestion, SuggestionState.Declined, answer, today, []));

    /// <summary>Its sender takes it back.</summary>
    /// <param name="id">Which.</param>
    /// <param name="account">Who asks; null for whoever holds the link to it.</param>
    /// <param name="today">The day.</param>
    public static Decision Withdraw(SuggestionId id, string? account, DateOnly today) => network => Waiting(network, id).Then(suggestion =>
        account is not null && suggestion.Provenance.AssertedBy != account ? Edits.Unknown(suggestion.Ref) : Decided(suggestion, SuggestionState.Withdrawn, null, today, []));

    /// <summary>What somebody may see, as she would send it back unchanged: without the marks of what is withheld from her.</summary>
    private static Element? AsWritten(Element? seen) => seen is not null && seen.ToDraft().Check().TryValue(out var written) ? written : seen;

    /// <summary>True for counts that are withheld from whom this form is for, and that she left as she saw them while she changed what stands beside: to accept that would put the blanks in the place of the numbers.</summary>
    private static bool KeepsWithheld(string field, Element? seen, Element? meant) => (field, seen, meant) switch
    {
        ("members", Organization a, Organization b) => KeepsWithheld(a.Members, b.Members),
        ("members", Unit a, Unit b) => KeepsWithheld(a.Members, b.Members),
        ("supply", Tie { Details.Supply: { Held: not CountHeld.Nothing } a }, Tie { Details.Supply: { } b }) => (a.WorkersWomen, a.WorkersMen) == (b.WorkersWomen, b.WorkersMen),
        _ => false,
    };

    private static bool KeepsWithheld(CountSet? seen, CountSet? meant) =>
        seen is { Held: not CountHeld.Nothing } && meant is not null && (seen.Women, seen.Men, seen.Other, seen.Unknown) == (meant.Women, meant.Men, meant.Other, meant.Unknown);

    private static Outcome<Element?> Meant(SuggestionSent sent, INetwork seen, Element? current)
    {
        if (sent.Draft is not { } draft)
        {
            return Outcome.Made<Element?>(null);
        }

        // Who asserts it is not hers to say: of what is there it stays, of what is new it is who accepts it.
        var asserted = draft with { Id = sent.About.Id, Provenance = draft.Provenance is { } told ? told with { AssertedBy = current?.Provenance.AssertedBy ?? sent.Account } : null };
        var edit = current is null ? Edits.Create(asserted) : Edits.Change(asserted, null);
        return Plausibility.Sound(Retirement.Sound(edit, sent.Today), sent.Today)(seen).Then(revisions => Outcome.Made(revisions.Count == 0 ? current : revisions[0].After));
    }

    private static Outcome<Suggestion> Made(SuggestionSent sent, Element about, int? version, string? wanted)
    {
        var draft = new SuggestionDraft
        {
            Id = sent.Id.ToString(),
            AboutKind = Names<ElementKind>.Of(sent.About.Kind),
            AboutId = sent.About.Id,
            From = version,
            Organization = OwnerOf(about, version)?.ToString(),
            Other = (about as Tie)?.To.ToString(),
            Region = about switch { Need n => n.Region.Value, Organization o when version is null => o.Region?.Value, _ => null },
            State = Names<SuggestionState>.Of(SuggestionState.Waiting),
            Sent = sent.Today,
            Wanted = wanted,
            Words = sent.Words,
            Sender = sent.Sender,
            Provenance = new ProvenanceDraft { Source = Told, AssertedBy = sent.Account },
        };
        return draft.Check().Then<Suggestion>(element => (Suggestion)element);
    }

    private static OrganizationId? OwnerOf(Element about, int? version) => about switch
    {
        Organization o => version is null ? null : o.Id,
        Tie t => t.From,
        _ => References.OwnerOf(about),
    };

    private static Outcome<Suggestion> Waiting(INetwork network, SuggestionId id) =>
        network.Find(id.Ref) is not Suggestion found ? Edits.Unknown(id.Ref)
        : found.State != SuggestionState.Waiting ? Refusal.Of("suggestion_decided", "", ("state", Names<SuggestionState>.Of(found.State)))
        : found;

    private static Outcome<IReadOnlyList<Revision>> Decided(Suggestion suggestion, SuggestionState state, string? answer, DateOnly today, IReadOnlyList<Revision> revisions)
    {
        var checks = new Checks();
        var said = checks.OptionalText("answer", answer, SuggestionDraft.AnswerLimit);
        return checks.Finish<IReadOnlyList<Revision>>([.. revisions, Revision.Change(suggestion, suggestion with { State = state, Decided = today, Answer = said })]);
    }

    private static bool IsAsSuggested(INetwork network, ElementDraft suggested, IReadOnlyList<Revision> revisions) =>
        revisions.Count == 0 || (Unsaid.Settle(network, suggested).Check().TryValue(out var meant) && revisions[0].After is { } after && Differences.Between(meant, after).Count == 0);
}
