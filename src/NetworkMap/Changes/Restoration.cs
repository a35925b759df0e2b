using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>Bringing an element back to how it once was, as a change of its own; what came between stays in the log.</summary>
public static class Restoration
{
    /// <summary>The element as <paramref name="form"/>, decided on version <paramref name="from"/> or on whichever there is when null. Refused when it moved on since, when
    /// what it then referred to is gone, or with <c>restore_widens</c> when the public would see more afterwards and nobody confirmed that.</summary>
    public static Decision Of(Element form, int? from, bool confirmWidening) => network =>
    {
        var then = form;
        if (network.Find(then.Ref) is not { } current)
        {
            return Edits.Unknown(then.Ref);
        }

        if (current is Organization { MergedInto: { } into })
        {
            return Edits.Merged(then.Ref, into);
        }

        // Whether it is another one is no part of how it once was.
        then = then is Organization was ? was with { Sameness = (current as Organization)?.Sameness } : then;
        if (from is { } version && current.Version != version)
        {
            return Edits.Stale(current, version, Differences.Between(current, then));
        }

        var refusals = References.Check(network, then).ToList();
        if (!confirmWidening && Widened.In(network, [Revision.Change(current, then)]).Any())
        {
            refusals.Add(Refusal.Of("restore_widens", "confirmWidening", ("element", then.Ref.ToString())));
        }

        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals)
            : Differences.Between(current, then).Count == 0 ? Array.Empty<Revision>()
            : new[] { Revision.Change(current, then) };
    };
}
