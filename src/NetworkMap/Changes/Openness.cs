using NetworkMap.Domain.Privacy;

namespace NetworkMap.Changes;

/// <summary>Whether an audience could ever see anything of a change. What it sees depends on today's policy, but that only ever takes away from the version itself
/// (<see cref="Policy.Most"/>); so "never" holds for good, whatever happens later.</summary>
public static class Openness
{
    /// <summary>True when no version of the change can ever look different from the one before it.</summary>
    public static bool IsNeverSeen(IReadOnlyList<Revision> revisions, Audience audience) => revisions.All(r => IsNeverSeen(r, audience));

    private static bool IsNeverSeen(Revision revision, Audience audience)
    {
        var before = revision.Before is { } b ? Policy.Most(b, audience) : null;
        var after = revision.After is { } a ? Policy.Most(a, audience) : null;
        return (before is null && after is null) || (before is not null && after is not null && Differences.Between(before, after).Count == 0);
    }
}
