using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Server.Features.Suggestions;

/// <summary>What was typed into the page, so that a mistake in one field costs nothing of the others.</summary>
internal sealed record TypedSuggestion(string? Name, string? Kind, string? Where, string? Region, string? Purpose, string? Website, string? Words, string? Sender)
{
    /// <summary>True when it is said that the organization is there no more.</summary>
    internal bool IsOver { get; init; }

    /// <summary>Since when; today when nothing is said.</summary>
    internal string? Since { get; init; }
}

/// <summary>What is wrong with a field of the page, and how to mend it.</summary>
internal sealed record SuggestFault(string Field, string Text);

/// <summary>A choice: what it says, and what it sends.</summary>
internal sealed record SuggestChoice(string Value, string Label);

/// <summary>What the page shows by which somebody without an account suggests something.</summary>
internal sealed record SuggestModel(SuggestWords Words, TypedSuggestion Typed)
{
    /// <summary>The organization that it is about; null for a new one.</summary>
    internal Organization? Of { get; init; }

    /// <summary>True when there is no such organization.</summary>
    internal bool IsGone { get; init; }

    /// <summary>True when too many ask at once.</summary>
    internal bool IsBusy { get; init; }

    internal IReadOnlyList<SuggestFault> Faults { get; init; } = [];

    internal IReadOnlyList<SuggestChoice> Kinds { get; init; } = [];

    /// <summary>The regions of the name that was typed.</summary>
    internal IReadOnlyList<SuggestChoice> Regions { get; init; } = [];
}

/// <summary>What the page shows by which a suggestion is followed; without one it says that the link is not known.</summary>
internal sealed record FollowModel(SuggestWords Words, string Code, Suggestion? Suggestion, DateOnly Today)
{
    /// <summary>What it is called.</summary>
    internal string Title { get; init; } = "";

    /// <summary>The organization that it is about, when anybody can see it.</summary>
    internal string? Organization { get; init; }

    /// <summary>The fields that it asks to change, in words.</summary>
    internal IReadOnlyList<(string Name, string Value)> Wanted { get; init; } = [];

    internal IReadOnlyList<Refusal> Refusals { get; init; } = [];

    internal bool IsNew { get; init; }

    internal bool IsBusy { get; init; }
}
