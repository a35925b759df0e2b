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

    /// <summary>Whether whoever asked signed in.</summary>
    internal bool IsSignedIn => ((Told)Given).IsSignedIn;

    /// <summary>Where an organization is, as far as it is told; a district with the regency or city that it lies in.</summary>
    internal static string? Where(Said organization, Catalogue words) => organization["regencyName"].Text is { } regency
        ? words["region.within", ("region", organization["regionName"].Text), ("regency", regency)] : organization["regionName"].Text;

    internal string? Where(Said organization) => Where(organization, T);
}

/// <summary>The answers with their words and the address of the page, and whether it is written for somebody who signed in.</summary>
internal sealed record Told(IReadOnlyList<Said> Answers, Catalogue Words, PageAddress Address, bool IsSignedIn = false);
