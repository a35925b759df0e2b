using System.Collections.Immutable;

namespace NetworkMap.Domain.Organizations;

/// <summary>What was decided of whether an organization is another one. Nearly all have none of it.</summary>
/// <param name="MergedInto">The one that it turned out to be: it is retired, all that it had is there, and its id leads there for good.</param>
/// <param name="DistinctFrom">Those that look like it and are others, each of which names it as well. Who was removed since may still be named.</param>
public sealed record Sameness(OrganizationId? MergedInto, ImmutableArray<OrganizationId> DistinctFrom)
{
    /// <summary>The most that one is told apart from.</summary>
    public const int MostDistinct = 200;

    internal static readonly Sameness Nothing = new(null, []);

    /// <summary>The same, or null when nothing was decided.</summary>
    internal Sameness? OrNull() => MergedInto is null && DistinctFrom.IsEmpty ? null : this;

    internal static Sameness? Read(Checks checks, OrganizationDraft draft)
    {
        if (draft.MergedInto is null && draft.DistinctFrom is not { Count: > 0 })
        {
            return null;
        }

        checks.Require(draft.DistinctFrom is not { Count: > MostDistinct }, "list_too_long", "distinctFrom", ("limit", MostDistinct), ("length", draft.DistinctFrom?.Count));
        var distinct = (draft.DistinctFrom ?? []).Select((id, i) => new OrganizationId(checks.Id($"distinctFrom[{i}]", id))).Distinct().OrderBy(id => id.Value).ToImmutableArray();
        return new Sameness(draft.MergedInto is null ? null : new OrganizationId(checks.Id("mergedInto", draft.MergedInto)), distinct).OrNull();
    }
}
