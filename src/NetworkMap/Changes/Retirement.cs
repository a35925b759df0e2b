using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>That an organization ceased to exist is a fact, not a plan: it leaves the map and takes no new ties from the moment the day is written.</summary>
public static class Retirement
{
    /// <summary>The decision, or <c>retired_in_future</c> when it gives an organization a day of retirement after <paramref name="today"/> (Asia/Jakarta).</summary>
    public static Decision NotPlanned(Decision decide, DateOnly today) => network => decide(network).Then(revisions =>
    {
        var planned = revisions.Select(r => PlannedBy(r, today)).OfType<Refusal>().ToList();
        return planned.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(planned) : new Outcome<IReadOnlyList<Revision>>(revisions, []);
    });

    private static Refusal? PlannedBy(Revision revision, DateOnly today) =>
        revision.After is Organization { Retired: { } day } && day > today && (revision.Before as Organization)?.Retired != day
            ? Refusal.Of("retired_in_future", "retired", ("day", day), ("today", today))
            : null;
}
