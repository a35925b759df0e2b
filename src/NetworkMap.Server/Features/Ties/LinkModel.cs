using NetworkMap.Domain.Ties;

namespace NetworkMap.Server.Features.Ties;

/// <summary>What was typed into the page of a link, so that a mistake in one field costs nothing of the others.</summary>
public sealed record Typed(string? Word, string? Reason, string? Until);

/// <summary>What is wrong with a field of the page, and how to mend it.</summary>
public sealed record LinkFault(string Field, string Text);

/// <summary>What the page of a link shows; without a tie it says that the link is not valid.</summary>
internal sealed record LinkModel(LinkWords Words, string Code, Typed Typed)
{
    internal Tie? Tie { get; init; }

    internal TieSide Side { get; init; }

    /// <summary>Who is asked.</summary>
    internal string Name { get; init; } = "";

    /// <summary>What the tie says.</summary>
    internal string Saying { get; init; } = "";

    /// <summary>The service that it is about.</summary>
    internal string? Service { get; init; }

    /// <summary>What each side said, without the words that may tell about a person.</summary>
    internal IReadOnlyList<string> Stated { get; init; } = [];

    internal IReadOnlyList<LinkFault> Faults { get; init; } = [];

    /// <summary>True when the answer was taken.</summary>
    internal bool IsDone { get; init; }

    /// <summary>True when too many ask at once.</summary>
    internal bool IsBusy { get; init; }
}
