using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Changes;

/// <summary>Taking a changeset back as a new changeset.</summary>
public static class Revert
{
    private const int ShownElements = 5;

    /// <summary>The inverse of <paramref name="changeset"/>, or <c>revert_blocked</c> for every element that later changes touched, <c>revert_leaned_on</c> for every
    /// one that would go and on which others still lean, or <c>revert_widens</c> when the public would see more afterwards and nobody confirmed that.</summary>
    public static Decision Of(Changeset changeset, bool confirmWidening) => network =>
    {
        var refusals = new List<Refusal>();
        var inverse = changeset.Revisions.Reverse().Select(r => Invert(network, changeset.Sequence, r, refusals)).OfType<Revision>().ToList();
        var removed = inverse.Where(r => r.After is null).Select(r => r.Element).ToHashSet();
        foreach (var leaning in removed.SelectMany(r => network.DependentsOf(r).Where(d => !removed.Contains(d.Ref)).Select(d => (Removed: r, Dependent: d))))
        {
            refusals.Add(Refusal.Of("revert_leaned_on", "", ("element", leaning.Removed.ToString()), ("by", leaning.Dependent.Ref.ToString()), ("later", leaning.Dependent.Sequence)));
        }

        var widening = inverse.Where(r => r.After is not null && Widening.Between(r.Before, r.After)).Select(r => r.Element.ToString()).ToList();
        if (widening.Count > 0 && !confirmWidening)
        {
            refusals.Add(Refusal.Of("revert_widens", "confirmWidening", ("count", widening.Count), ("elements", widening.Take(ShownElements).ToList())));
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : inverse;
    };

    private static Revision? Invert(INetwork network, long sequence, Revision revision, List<Refusal> refusals)
    {
        var current = network.Find(revision.Element);
        var untouched = revision.After is null ? current is null : current?.Version == revision.After.Version && current.Sequence == sequence;
        if (!untouched)
        {
            refusals.Add(Refusal.Of("revert_blocked", "", ("element", revision.Element.ToString()), ("later", current?.Sequence)));
            return null;
        }

        return (revision.Before, current) switch
        {
            (null, { } created) => Revision.Remove(created),
            ({ } before, null) => Revision.Restore(before),
            ({ } before, { } changed) => Revision.Change(changed, before),
            _ => null,
        };
    }
}
