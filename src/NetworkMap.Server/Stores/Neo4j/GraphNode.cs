using NetworkMap.Domain;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>An element as the graph shows it: a node with labels and properties, and the relationships that go with it. Sealed fields are not among them.</summary>
/// <param name="Ref"><c>organization/6f1c…</c>, unique in the graph.</param>
/// <param name="Labels">What it is, without <c>Element</c>, which all have.</param>
/// <param name="Properties">Text, whole numbers, numbers, truths, days, points, and lists of text.</param>
/// <param name="Links">Relationships that live and die with the element.</param>
internal sealed record GraphNode(string Ref, IReadOnlyList<string> Labels, GraphProperties Properties, IReadOnlyList<GraphLink> Links)
{
    /// <summary>What an element that was removed leaves behind: a mark that others may still point to.</summary>
    internal static GraphNode Removed(ElementRef element, int version, long sequence) => new(
        element.ToString(), [], new GraphProperties { ["ref"] = element.ToString(), ["removed"] = sequence, ["lastVersion"] = version }, []);

    /// <summary>As a parameter.</summary>
    internal GraphProperties ToParameter() => new() { ["ref"] = Ref, ["labels"] = Labels, ["properties"] = Properties };
}

/// <summary>A relationship of the graph; its ends are named by their <see cref="GraphNode.Ref"/>.</summary>
internal sealed record GraphLink(string From, string Type, string To, GraphProperties Properties)
{
    internal GraphLink(string from, string type, ElementRef to) : this(from, type, to.ToString(), [])
    {
    }

    /// <summary>As a parameter.</summary>
    internal GraphProperties ToParameter() => new() { ["from"] = From, ["type"] = Type, ["to"] = To, ["properties"] = Properties };
}

/// <summary>Named values; what is absent is not there.</summary>
internal sealed class GraphProperties() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>The same with one more, unless it is null or an empty list.</summary>
    internal GraphProperties With(string name, object? value)
    {
        if (value is not (null or ICollection<string> { Count: 0 }))
        {
            this[name] = value;
        }

        return this;
    }
}
