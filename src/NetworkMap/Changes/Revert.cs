using NetworkMap.Domain;

namespace NetworkMap.Changes;

/// <summary>Taking a changeset back as a new changeset.</summary>
public static class Revert
{
    private const int ShownElements = 5;

    /// <summary>The inverse of <paramref name="changeset"/>. What a later change did stands in its way only while it lasts: <c>revert_blocked</c> for every element that is not what
    /// the changeset left it as (whatever happened between), <c>revert_leaned_on</c> for every one that would go and on which others lean, <c>revert_unfounded</c> for every one that
    /// would come back to what is gone, <c>tie_duplicate</c> beside its twin; or <c>revert_widens</c> when the public would see more afterwards and nobody confirmed that.</summary>
    public static Decision Of(Changeset changeset, bool confirmWidening) => network =>
    {
        var refusals = new List<Refusal>();
        var inverse = changeset.Revisions.Reverse().Select(r => Invert(network, r, refusals)).OfType<Revision>().ToList();
        refusals.AddRange(LeanedOn(network, inverse));
        refusals.AddRange(Unfounded(network, inverse));
        var widening = Widened.In(network, inverse).Select(r => r.Element.ToString()).ToList();
        if (widening.Count > 0 && !confirmWidening)
        {
            refusals.Add(Refusal.Of("revert_widens", "confirmWidening", ("count", widening.Count), ("elements", widening.Take(ShownElements).ToList()), ("others", widening.Count > ShownElements ? widening.Count - ShownElements : null)));
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : inverse;
    };

    private static Revision? Invert(INetwork network, Revision revision, List<Refusal> refusals)
    {
        var current = network.Find(revision.Element);
        if (!IsAsLeft(current, revision.After))
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

    /// <summary>True when the element says what the changeset left it saying. Its version may be another: a change and the way back from it leave nothing to lose.</summary>
    private static bool IsAsLeft(Element? current, Element? left) =>
        current is null || left is null ? current is null && left is null
        : (current.Version == left.Version && current.Sequence == left.Sequence) || Differences.Between(left, current).Count == 0;

    private static IEnumerable<Refusal> LeanedOn(INetwork network, List<Revision> inverse)
    {
        var touched = inverse.Select(r => r.Element).ToHashSet();
        return from removal in inverse
               where removal.After is null
               from dependent in network.DependentsOf(removal.Element)
               where !touched.Contains(dependent.Ref)
               select Refusal.Of("revert_leaned_on", "", ("element", removal.Element.ToString()), ("by", dependent.Ref.ToString()), ("later", dependent.Sequence));
    }

    /// <summary>What comes back must find what it refers to, as it will be then. That an organization was retired meanwhile takes nothing from what it has.</summary>
    private static IEnumerable<Refusal> Unfounded(INetwork network, List<Revision> inverse)
    {
        var after = new Overlay(network);
        inverse.ForEach(r => after.Put(r.Element, r.After));
        return from revision in inverse
               where revision.After is not null
               let refusal = References.Check(after, revision.After!).FirstOrDefault(r => r.Code is not ("organization_retired" or "tie_end_retired"))
               where refusal is not null
               select refusal.Code == "tie_duplicate"
                   ? Refusal.Of("tie_duplicate", "", ("id", new ElementRef(ElementKind.Tie, (string)refusal.Arguments["id"]!).ToString()))
                   : Refusal.Of("revert_unfounded", "", ("element", revision.Element.ToString()), ("field", refusal.Field));
    }
}
