using System.Globalization;
using NetworkMap.Domain;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>An element as the graph shows it: a node with labels and properties, and the relationships that go with it. Sealed fields are not among them.</summary>
/// <param name="Ref"><c>organization/6f1c…</c>, unique in the graph.</param>
/// <param name="Labels">What it is, without <c>Element</c>, which all have.</param>
/// <param name="Properties">Text, whole numbers, numbers, truths, days, points, and lists of text.</param>
/// <param name="Links">Relationships that go out from the node, and live and die with it.</param>
/// <param name="Walk">Of a tie: the same once more, as the relationship between its ends.</param>
internal sealed record GraphNode(string Ref, IReadOnlyList<string> Labels, GraphProperties Properties, IReadOnlyList<GraphLink> Links, GraphWalk? Walk = null)
{
    /// <summary>What an element that was removed leaves behind: a mark that others may still point to.</summary>
    internal static GraphNode Removed(ElementRef element, int version, long sequence) => new(
        element.ToString(), [], new GraphProperties { ["ref"] = element.ToString(), ["removed"] = sequence, ["lastVersion"] = version }, []);

    /// <summary>True when an earlier form differs in the properties of the node at most, so that labels and relationships may stay as they are. A tie's never may: the
    /// relationship to walk along tells its version.</summary>
    internal bool HasShapeOf(GraphNode earlier) =>
        Walk is null && earlier.Walk is null && Labels.SequenceEqual(earlier.Labels, StringComparer.Ordinal)
        && Links.Count == earlier.Links.Count && Links.Zip(earlier.Links).All(pair => pair.First.Is(pair.Second));

    /// <summary>As a parameter.</summary>
    internal GraphProperties ToParameter() => new()
    {
        ["ref"] = Ref,
        ["labels"] = Labels,
        ["properties"] = Properties.Plain(),
        ["days"] = Properties.Days(),
        ["point"] = Properties.Point(),
        ["links"] = Links.Select(l => l.ToParameter()).ToList(),
    };

    /// <summary>As a parameter that says no more than what differs from an earlier form of the same shape.</summary>
    internal GraphProperties ToEdit(GraphNode earlier)
    {
        var differing = Properties.DifferingFrom(earlier.Properties);
        return new() { ["ref"] = Ref, ["properties"] = differing.Plain(), ["days"] = differing.Days(), ["point"] = differing.Point() };
    }
}

/// <summary>A relationship from an element's node to another element.</summary>
internal sealed record GraphLink(string Type, string To, GraphProperties Properties)
{
    internal GraphLink(string type, ElementRef to) : this(type, to.ToString(), [])
    {
    }

    /// <summary>True when the other is the same relationship with equal properties.</summary>
    internal bool Is(GraphLink other) =>
        (Type, To) == (other.Type, other.To) && Properties.Count == other.Properties.Count && Properties.All(p => other.Properties.TryGetValue(p.Key, out var value) && Equals(p.Value, value));

    /// <summary>As a parameter.</summary>
    internal GraphProperties ToParameter() => new() { ["type"] = Type, ["to"] = To, ["properties"] = Properties.Plain(), ["days"] = Properties.Days() };
}

/// <summary>A tie as the relationship to walk along, from one organization to another.</summary>
internal sealed record GraphWalk(ElementRef From, string Type, ElementRef To, GraphProperties Properties)
{
    /// <summary>As a parameter.</summary>
    internal GraphProperties ToParameter() => new() { ["from"] = From.ToString(), ["type"] = Type, ["to"] = To.ToString(), ["properties"] = Properties.Plain(), ["days"] = Properties.Days() };
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

    /// <summary>Those that an earlier form did not have like this, and as null what it had and these have not.</summary>
    internal GraphProperties DifferingFrom(GraphProperties earlier)
    {
        var differing = new GraphProperties();
        foreach (var (name, value) in this)
        {
            if (!earlier.TryGetValue(name, out var was) || !Same(value, was))
            {
                differing.Add(name, value);
            }
        }

        foreach (var name in earlier.Keys.Where(name => !ContainsKey(name)))
        {
            differing.Add(name, null);
        }

        return differing;
    }

    /// <summary>Those that plain JSON has a form for.</summary>
    internal GraphProperties Plain()
    {
        var plain = new GraphProperties();
        foreach (var (name, value) in this)
        {
            if (value is not (DateOnly or GraphPoint))
            {
                plain.Add(name, value);
            }
        }

        return plain;
    }

    /// <summary>The days, each as its name and its text, which a statement makes days of.</summary>
    internal List<string[]> Days() => [.. from p in this where p.Value is DateOnly select new[] { p.Key, ((DateOnly)p.Value!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }];

    private static bool Same(object? one, object? other) => one is IEnumerable<string> list && other is IEnumerable<string> was ? list.SequenceEqual(was, StringComparer.Ordinal) : Equals(one, other);

    /// <summary>The point, whose name is always <c>point</c>, as Cypher's function of the same name takes it.</summary>
    internal GraphProperties? Point() =>
        TryGetValue("point", out var value) && value is GraphPoint point ? new GraphProperties { ["longitude"] = point.Longitude, ["latitude"] = point.Latitude } : null;
}

/// <summary>A point of the earth in WGS 84, degrees.</summary>
internal readonly record struct GraphPoint(double Longitude, double Latitude);
