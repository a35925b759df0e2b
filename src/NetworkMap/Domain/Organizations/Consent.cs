namespace NetworkMap.Domain.Organizations;

/// <summary>Consent to keep and show a contact (Law 27/2022).</summary>
/// <param name="GivenBy">The person, or whoever may decide for her.</param>
/// <param name="Given">The first day that it holds; null when nobody wrote it down, and then it is none to show by.</param>
/// <param name="Until">The last day that it holds; null while it has no end.</param>
/// <param name="Withdrawn">The first day that it holds no more, because it was taken back.</param>
public sealed record Consent(string GivenBy, DateOnly? Given, DateOnly? Until, DateOnly? Withdrawn)
{
    /// <summary>How it was given; null when nobody wrote it down.</summary>
    public ConsentMeans? How { get; init; }

    /// <summary>The last day that it holds, by its end or because it was taken back; null while it has neither.</summary>
    public DateOnly? Last => Withdrawn is not { } withdrawn ? Until
        : withdrawn == DateOnly.MinValue ? withdrawn
        : Until is { } until && until < withdrawn ? until
        : withdrawn.AddDays(-1);

    /// <summary>How it stands on a day.</summary>
    public ConsentState On(DateOnly day) => this switch
    {
        { Withdrawn: { } withdrawn } when withdrawn <= day => ConsentState.Withdrawn,
        { Until: { } until } when until < day => ConsentState.Over,
        { Given: null } => ConsentState.Missing,
        { Given: { } given } when given > day => ConsentState.NotYet,
        _ => ConsentState.Given,
    };

    internal ConsentDraft ToDraft() => new() { GivenBy = GivenBy, Given = Given, How = How is { } how ? Names<ConsentMeans>.Of(how) : null, Until = Until, Withdrawn = Withdrawn };

    internal static Consent? From(Checks checks, string field, ConsentDraft? draft) => draft is null ? null
        : new Consent(checks.Text(field + ".givenBy", draft.GivenBy, 200), draft.Given, draft.Until, draft.Withdrawn)
        {
            How = draft.How is { } how ? checks.Choice(field + ".how", how, ConsentMeans.Spoken) : null,
        };
}

/// <summary>How consent was given.</summary>
public enum ConsentMeans : byte
{
    /// <summary>In words.</summary>
    Spoken,

    /// <summary>On paper.</summary>
    Written,

    /// <summary>In a message.</summary>
    Message,
}

/// <summary>How a consent stands on a day.</summary>
public enum ConsentState : byte
{
    /// <summary>It holds.</summary>
    Given,

    /// <summary>Nobody gave it, or not on any day that is known.</summary>
    Missing,

    /// <summary>It begins later.</summary>
    NotYet,

    /// <summary>Its last day is gone.</summary>
    Over,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}

/// <summary>The written form of <see cref="Consent"/>.</summary>
public sealed record ConsentDraft
{
#pragma warning disable CS1591 // The fields are explained on Consent.
    public string? GivenBy { get; init; }
    public DateOnly? Given { get; init; }
    public string? How { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? Withdrawn { get; init; }
#pragma warning restore CS1591
}
