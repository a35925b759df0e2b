using NetworkMap.Domain;

namespace NetworkMap.Graph.Text;

/// <summary>What a search by text can find.</summary>
public enum FoundKind
{
    /// <summary>An organization, by its name, its acronym or another name.</summary>
    Organization,

    /// <summary>A region of any level.</summary>
    Region,

    /// <summary>A service.</summary>
    Service,
}

/// <summary>One thing that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Handle">Its handle in the graph that was searched.</param>
/// <param name="Element">The thing.</param>
/// <param name="Score">How well it fits, above 0; larger is better, and a name that is exactly what was asked has more than 1.</param>
public sealed record Found(FoundKind Kind, int Handle, Element Element, double Score);
