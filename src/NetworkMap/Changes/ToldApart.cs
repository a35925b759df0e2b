using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>Two organizations that look alike are told apart for good: each names the other, so that whoever may change only one of them cannot say it, and no queue asks again.</summary>
public static class ToldApart
{
    /// <summary>They are two; or, when that is taken back, nobody knows. No revision where it stands so already.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    /// <param name="areTwo">False to take it back.</param>
    public static Decision Of(OrganizationId one, OrganizationId other, bool areTwo) => network =>
    {
        if (one == other)
        {
            return Refusal.Of("merge_with_itself", "other");
        }

        var (revisions, refusals) = (new List<Revision>(2), new List<Refusal>());
        foreach (var (id, from, field) in new[] { (one, other, "one"), (other, one, "other") })
        {
            if (network.Organization(id) is not { } organization)
            {
                refusals.Add(Refusal.Of("organization_unknown", field, ("id", id.ToString())));
            }
            else if (organization.MergedInto is { } into)
            {
                refusals.Add(Edits.Merged(organization.Ref, into) with { Field = field });
            }
            else if (With(organization, from, areTwo) is var after && after.Sameness?.DistinctFrom.Length > Sameness.MostDistinct)
            {
                refusals.Add(Refusal.Of("list_too_long", field, ("limit", Sameness.MostDistinct), ("length", after.Sameness?.DistinctFrom.Length)));
            }
            else if (Differences.Between(organization, after).Count > 0)
            {
                revisions.Add(Revision.Change(organization, after));
            }
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : revisions;
    };

    /// <summary>A form that says nothing of it keeps what was decided.</summary>
    internal static OrganizationDraft Settle(INetwork network, OrganizationDraft draft) => draft.MergedInto is null && draft.DistinctFrom is null && CurrentOf(network, draft) is { Sameness: not null } current
        ? draft with { MergedInto = ((OrganizationDraft)current.ToDraft()).MergedInto, DistinctFrom = ((OrganizationDraft)current.ToDraft()).DistinctFrom }
        : draft;

    /// <summary><c>sameness_not_by_form</c> of a form that states it otherwise: it is decided about two at once.</summary>
    internal static IEnumerable<Refusal> Foreign(INetwork network, ElementDraft settled)
    {
        if (settled is not OrganizationDraft draft)
        {
            yield break;
        }

        var current = CurrentOf(network, draft)?.ToDraft() as OrganizationDraft;
        if (draft.MergedInto != current?.MergedInto)
        {
            yield return Refusal.Of("sameness_not_by_form", "mergedInto");
        }

        if (!(draft.DistinctFrom ?? []).Order(StringComparer.Ordinal).SequenceEqual((current?.DistinctFrom ?? []).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return Refusal.Of("sameness_not_by_form", "distinctFrom");
        }
    }

    private static Organization? CurrentOf(INetwork network, OrganizationDraft draft) => Ids.TryParse(draft.Id, out var id) ? network.Organization(new OrganizationId(id)) : null;

    private static Organization With(Organization organization, OrganizationId other, bool areTwo)
    {
        var before = organization.Sameness ?? Sameness.Nothing;
        ImmutableArray<OrganizationId> after = [.. (areTwo ? before.DistinctFrom.Add(other) : before.DistinctFrom.Remove(other)).Distinct().OrderBy(id => id.Value)];
        return organization with { Sameness = (before with { DistinctFrom = after }).OrNull() };
    }
}
