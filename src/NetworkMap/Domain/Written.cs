using System.Collections.Immutable;

namespace NetworkMap.Domain;

/// <summary>From values to their written form, where an empty list is left out.</summary>
internal static class Written
{
    internal static IReadOnlyList<string>? OrNull(this ImmutableArray<string> values) => values.IsEmpty ? null : values;

    internal static IReadOnlyList<string>? OrNull(this ImmutableArray<Code> codes) => codes.IsEmpty ? null : [.. codes.Select(c => c.Value)];
}
