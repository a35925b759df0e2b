using NetworkMap.Server.Identity;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.PersonalData;

/// <summary>What a person may ask about her data (Law 27/2022, articles 5 to 13; the numbers were not checked against its text).</summary>
public enum RequestKind
{
    /// <summary>What is kept of her.</summary>
    Access,

    /// <summary>That something be put right.</summary>
    Correction,

    /// <summary>That it be erased.</summary>
    Erasure,

    /// <summary>That her consent be taken back.</summary>
    Withdrawal,
}

/// <summary>Something that was done for a request.</summary>
/// <param name="At">When.</param>
/// <param name="By">The account that did it.</param>
/// <param name="What">In a word: <c>found</c>, <c>erased</c>, <c>withdrawn</c>, <c>note</c>.</param>
/// <param name="Element">With which element.</param>
/// <param name="Note">In somebody's own words.</param>
public sealed record RequestStep(DateTimeOffset At, string By, string What, string? Element, string? Note);

/// <summary>What a person asked, how she was known, what was found and done. Sealed in the account store, and not in the log, so that nothing of it is left once it is removed.</summary>
public sealed record PersonRequest(RequestKind What, DateTimeOffset Received, string Name) : IKept
{
    /// <inheritdoc/>
    public static AccountRecordKind Kind => AccountRecordKind.PersonRequest;

    /// <summary>How she is answered.</summary>
    public string? Reach { get; init; }

    /// <summary>In her words.</summary>
    public string? Asks { get; init; }

    /// <summary>How it was made sure that it is she who asks.</summary>
    public string? Identity { get; init; }

    /// <summary>The elements that tell of her, by kind and id.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<RequestStep> Steps { get; init; } = [];

    /// <summary>When it was closed; null while it is open.</summary>
    public DateTimeOffset? Closed { get; init; }
}
