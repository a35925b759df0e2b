using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;

namespace NetworkMap.Changes;

/// <summary>That an organization ceased to exist is a fact, not a plan: it leaves the map and takes no new ties from the moment the day is written. Nothing ends before it began.</summary>
public static class Retirement
{
    /// <summary>The decision, or <c>retired_in_future</c> when it gives an organization a day of retirement after <paramref name="today"/> (Asia/Jakarta), or
    /// <c>retired_before_founded</c> when that day is before the year of foundation. What is stored like that already stands in nobody's way until it is moved.</summary>
    public static Decision Sound(Decision decide, DateOnly today) => network => decide(network).Then(revisions =>
    {
        var unsound = revisions.SelectMany(r => UnsoundIn(r, today)).ToList();
        return unsound.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(unsound) : new Outcome<IReadOnlyList<Revision>>(revisions, []);
    });

    private static IEnumerable<Refusal> UnsoundIn(Revision revision, DateOnly today)
    {
        if (revision.After is not Organization { Retired: { } day } after)
        {
            yield break;
        }

        var before = revision.Before as Organization;
        if (day > today && before?.Retired != day)
        {
            yield return Refusal.Of("retired_in_future", "retired", ("day", day), ("today", today));
        }

        if (after.EndedBeforeFounded && (before?.Retired, before?.Founded) != (day, after.Founded))
        {
            yield return BeforeFounded(day, after.Founded);
        }
    }

    /// <summary><c>retired_before_founded</c> of a written form, however much else is wrong with it: who mends a form is told everything at once.</summary>
    internal static IEnumerable<Refusal> EndsBeforeFounded(INetwork network, ElementDraft settled)
    {
        if (settled is not OrganizationDraft { Retired: { } day, Founded: { } founded } draft || day.Year >= founded)
        {
            yield break;
        }

        var before = Ids.TryParse(draft.Id, out var id) ? network.Organization(new OrganizationId(id)) : null;
        if ((before?.Retired, before?.Founded) != (day, founded))
        {
            yield return BeforeFounded(day, founded);
        }
    }

    private static Refusal BeforeFounded(DateOnly day, int? founded) => Refusal.Of("retired_before_founded", "retired", ("day", day), ("founded", founded));
}
