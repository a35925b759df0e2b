using Microsoft.AspNetCore.Components;

namespace NetworkMap.Server.Pages;

/// <summary>What every view is given: the answer, the words, and the address.</summary>
public abstract class Shown : ComponentBase
{
    /// <summary>The rest of what a view is given.</summary>
    [Parameter, EditorRequired]
    public object Given { get; set; } = null!;

    internal IReadOnlyList<Said> Answers => ((Told)Given).Answers;

    internal Said Answer => Answers.Count > 0 ? Answers[0] : default;

    internal Catalogue T => ((Told)Given).Words;

    internal PageAddress Address => ((Told)Given).Address;
}

/// <summary>The answers with their words and its address.</summary>
internal sealed record Told(IReadOnlyList<Said> Answers, Catalogue Words, PageAddress Address);
