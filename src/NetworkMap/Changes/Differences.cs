using System.Text.Json.Nodes;
using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>One field of an element, before and after, in its written form; null where it was absent.</summary>
public sealed record FieldDifference(string Field, JsonNode? Before, JsonNode? After);

/// <summary>What two versions of an element differ in.</summary>
public static class Differences
{
    /// <summary>The top-level fields of the written form that differ, in the order of their names.</summary>
    public static IReadOnlyList<FieldDifference> Between(Element? before, Element? after)
    {
        var one = before is null ? [] : ElementText.ToJson(before);
        var other = after is null ? [] : ElementText.ToJson(after);
        var names = one.Select(p => p.Key).Union(other.Select(p => p.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. names.Where(n => !JsonNode.DeepEquals(one[n], other[n])).Select(n => new FieldDifference(n, one[n]?.DeepClone(), other[n]?.DeepClone()))];
    }
}
