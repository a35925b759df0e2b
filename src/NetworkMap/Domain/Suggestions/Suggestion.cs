using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Suggestions;

/// <summary>A change that somebody asks for who may not make it herself. It changes nothing; who could make the change decides on it, and sees it before that, with its sender and nobody
/// else. The account that sent it is who asserts it (<see cref="Element.Provenance"/>), <see cref="Public"/> when there is none.</summary>
public sealed record Suggestion : Element
{
    /// <summary>Asserted by somebody without an account.</summary>
    public const string Public = "public";

    /// <summary>Its id.</summary>
    public required SuggestionId Id { get; init; }

    /// <summary>What it is about; of an addition the element that it would become.</summary>
    public required ElementRef About { get; init; }

    /// <summary>The version of that element when it was sent; null when it asks for an addition.</summary>
    public int? From { get; init; }

    /// <summary>Whose that element is, or the organization itself, or the first end of a tie; null when it belongs to none that is there.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The second end of a tie.</summary>
    public OrganizationId? Other { get; init; }

    /// <summary>The region of a need, or of an organization that is to be added. Sealed.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>What became of it.</summary>
    public SuggestionState State { get; init; }

    /// <summary>The day on which it was sent (Asia/Jakarta).</summary>
    public DateOnly Sent { get; init; }

    /// <summary>The day on which it was decided or withdrawn; null while it waits.</summary>
    public DateOnly? Decided { get; init; }

    /// <summary>The fields that it asks to change, each as its sender saw it and as it is to be, as JSON: <c>{"name":{"was":"A","to":"B"}}</c>. Sealed.</summary>
    public string? Wanted { get; init; }

    /// <summary>Why, and what is wrong or missing, in the sender's words. Sealed.</summary>
    public string? Words { get; init; }

    /// <summary>Who sends it and how to reach her, if she says so. Sealed, and for stewards alone.</summary>
    public string? Sender { get; init; }

    /// <summary>Why it was decided so, in the words of who did. Sealed.</summary>
    public string? Answer { get; init; }

    /// <inheritdoc/>
    public override ElementRef Ref => Id.Ref;

    /// <summary>The same without who sent it.</summary>
    internal Suggestion Unsent() => Sender is null ? this : this with { Sender = null };

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new SuggestionDraft
    {
        Id = Id.ToString(),
        AboutKind = Names<ElementKind>.Of(About.Kind),
        AboutId = About.Id,
        From = From,
        Organization = Organization?.ToString(),
        Other = Other?.ToString(),
        Region = Region?.Value,
        State = Names<SuggestionState>.Of(State),
        Sent = Sent,
        Decided = Decided,
        Wanted = Wanted,
        Words = Words,
        Sender = Sender,
        Answer = Answer,
        Provenance = Provenance.ToDraft(),
    };
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState : byte
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>It was made as it was asked for.</summary>
    Accepted,

    /// <summary>It was made in another way.</summary>
    AcceptedChanged,

    /// <summary>It was not made, and why.</summary>
    Declined,

    /// <summary>Its sender took it back.</summary>
    Withdrawn,
}

/// <summary>The written form of <see cref="Suggestion"/>.</summary>
public sealed record SuggestionDraft : ElementDraft, ISealedDraft
{
    /// <summary>The most letters of all wanted fields together.</summary>
    public const int WantedLimit = 60_000;

    /// <summary>The most letters of a sender's words.</summary>
    public const int WordsLimit = 2_000;

    /// <summary>The most letters of who sends it.</summary>
    public const int SenderLimit = 200;

    /// <summary>The most letters of an answer.</summary>
    public const int AnswerLimit = 1_000;

#pragma warning disable CS1591 // The fields are explained on Suggestion.
    public string? AboutKind { get; init; }
    public string? AboutId { get; init; }
    public int? From { get; init; }
    public string? Organization { get; init; }
    public string? Other { get; init; }
    public string? Region { get; init; }
    public string? State { get; init; }
    public DateOnly? Sent { get; init; }
    public DateOnly? Decided { get; init; }
    public string? Wanted { get; init; }
    public string? Words { get; init; }
    public string? Sender { get; init; }
    public string? Answer { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        checks.Require(AboutKind is not null, "code_missing", "aboutKind");
        checks.Require(Sent is not null, "text_missing", "sent");
        var kind = checks.Choice("aboutKind", AboutKind, ElementKind.Organization);
        checks.Require(kind is not (ElementKind.Grant or ElementKind.Suggestion), "choice_unknown", "aboutKind", ("value", AboutKind), ("choices", Names<ElementKind>.All));
        return checks.Finish<Element>(new Suggestion
        {
            Id = new SuggestionId(checks.Id("id", Id)),
            About = new ElementRef(kind, checks.Text("aboutId", AboutId, 200)),
            From = From,
            Organization = Organization is null ? null : new OrganizationId(checks.Id("organization", Organization)),
            Other = Other is null ? null : new OrganizationId(checks.Id("other", Other)),
            Region = Region is null ? null : checks.Region("region", Region),
            State = checks.Choice("state", State, SuggestionState.Waiting),
            Sent = Sent ?? default,
            Decided = Decided,
            Wanted = checks.OptionalText("wanted", Wanted, WantedLimit),
            Words = checks.OptionalText("words", Words, WordsLimit),
            Sender = checks.OptionalText("sender", Sender, SenderLimit),
            Answer = checks.OptionalText("answer", Answer, AnswerLimit),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        });
    }

    /// <inheritdoc/>
    public (ElementDraft Open, ElementDraft? Sealed) Split() => (Region ?? Wanted ?? Words ?? Sender ?? Answer) is null
        ? (this, null)
        : (this with { Region = null, Wanted = null, Words = null, Sender = null, Answer = null }, new SuggestionDraft { Region = Region, Wanted = Wanted, Words = Words, Sender = Sender, Answer = Answer });

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) => sealedPart is SuggestionDraft part
        ? this with { Region = part.Region, Wanted = part.Wanted, Words = part.Words, Sender = part.Sender, Answer = part.Answer }
        : this;
}
