using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Ties;

/// <summary>A relationship between two organizations (DOMAIN 3). A symmetric one is stored once, the smaller id first; an ended one stays.</summary>
public sealed record Tie : Element
{
    /// <summary>Its id.</summary>
    public required TieId Id { get; init; }

    /// <summary>A term of <c>tie_type</c>.</summary>
    public required Code Type { get; init; }

    /// <summary>Who does it.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>To or with whom.</summary>
    public required OrganizationId To { get; init; }

    /// <summary>The service or programme it is about, for the types that have one.</summary>
    public ServiceId? Service
    {
        get => Details?.Service;
        init => Details = value is null && Details is null ? null : (Details ?? TieDetails.None) with { Service = value };
    }

    /// <summary>Where it stands.</summary>
    public required TieStatus Status { get; init; }

    /// <summary>1 (slight) to 5 (close); 0 when unknown.</summary>
    public byte Strength { get; init; }

    /// <summary>Who may know of it.</summary>
    public required TieAudience Audience { get; init; }

    /// <summary>When it holds.</summary>
    public Interval Valid { get; init; }

    /// <summary>The service it is about, what was agreed, stated, supplied, noted; null for the many ties that have none of it.</summary>
    public TieDetails? Details { get; init; }

    /// <summary>What each side last said of it.</summary>
    public TieStatements Statements => Details?.Statements ?? default;

    /// <summary>What an outside source says of it, as it was entered: as long as no side spoke for itself that is what it stands as.</summary>
    public TieStatus OnSource => Statements.AreOwn ? Details!.OnSource ?? TieStatus.Proposed : Status;

    /// <summary>True when it is confirmed and holds on that day; the only ties that count (DOMAIN 7).</summary>
    public bool IsCurrentOn(DateOnly day) => Status == TieStatus.Confirmed && Valid.Contains(day);

    /// <summary>True when one side says that it holds on that day and the other has not said so; it does not count.</summary>
    public bool IsOneSidedOn(DateOnly day) => Status == TieStatus.Proposed && Valid.Contains(day);

    /// <inheritdoc/>
    public override ElementRef Ref => new(ElementKind.Tie, Id.ToString());

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => TieDraft.Of(this);
}

/// <summary>What few ties have; kept apart so that a million plain ones stay small.</summary>
/// <param name="Agreement">What was agreed in writing.</param>
/// <param name="Service">What it is about.</param>
/// <param name="Statements">What each side last said of it.</param>
/// <param name="OnSource">What an outside source says of it, once a side spoke for itself; null for nothing.</param>
/// <param name="Supply">Of a supply chain: what work goes down it.</param>
/// <param name="Note">Sealed, at most 4,000.</param>
public sealed record TieDetails(ServiceId? Service, Agreement? Agreement, TieStatements Statements, TieStatus? OnSource, SupplyLink? Supply, string? Note)
{
    internal static readonly TieDetails None = new(null, null, default, null, null, null);
}

/// <summary>A written agreement behind a tie.</summary>
public sealed record Agreement(string Kind, string? Number, DateOnly? Signed, DateOnly? Until, string? Link);

/// <summary>Work that goes down a supply chain; workers as counts only, never wages of a person.</summary>
/// <param name="Tier">1 (works for the brand itself) to 5.</param>
/// <param name="Confidence">1 (hearsay) to 5 (documented).</param>
/// <param name="Held">What is withheld of the numbers from whom this form is for; nothing in the whole element.</param>
public sealed record SupplyLink(
    string? Product, int? Tier, PaymentBasis PaymentBasis, int? WorkersWomen, int? WorkersMen, int? Confidence, CountHeld Held = CountHeld.Nothing);

/// <summary>What work is paid by.</summary>
public enum PaymentBasis
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>By the piece.</summary>
    Piece,

    /// <summary>By the hour or day.</summary>
    Time,

    /// <summary>By the contract.</summary>
    Contract,
}

/// <summary>Where a tie stands.</summary>
public enum TieStatus : byte
{
    /// <summary>One side says so.</summary>
    Proposed,

    /// <summary>Both sides say so.</summary>
    Confirmed,

    /// <summary>One side denies it.</summary>
    Disputed,

    /// <summary>It was, and is no longer.</summary>
    Ended,
}

/// <summary>Who may know of a tie: some ties bring retaliation to who is in them.</summary>
public enum TieAudience : byte
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>Whoever signed in.</summary>
    SignedIn,

    /// <summary>The parties and the stewards.</summary>
    Parties,
}
