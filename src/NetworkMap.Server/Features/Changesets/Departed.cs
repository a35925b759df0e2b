using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Writing;
using NetworkMap.Storage;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>What a change speaks of and was removed since, so that a tie that went with its ends is still called by their names. For stewards: to anybody else what is
/// gone was never there.</summary>
internal static class Departed
{
    internal static async Task<IReadOnlyDictionary<ElementRef, Element>> OfAsync(IReadOnlyList<Revision> revisions, Asking asking, LogReader log, CancellationToken cancellation, Action<DamagedException>? damaged = null)
    {
        var gone = new Dictionary<ElementRef, Element>();
        if (!asking.Caller.IsSteward)
        {
            return gone;
        }

        var missing = revisions.SelectMany(Versions).SelectMany(Mentions.Of).Where(m => asking.Graph.Find(m) is null).ToHashSet();
        while (missing.Count > 0)
        {
            // Who went together is found together.
            var next = missing.First();
            foreach (var removed in (await log.HistoryAsync(next, long.MaxValue, 1, cancellation, damaged)).SelectMany(c => c.Revisions).Where(r => r.After is null && missing.Remove(r.Element)))
            {
                gone[removed.Element] = removed.Before!;
            }

            missing.Remove(next);
        }

        return gone;
    }

    private static IEnumerable<Element> Versions(Revision revision) => new[] { revision.Before, revision.After }.OfType<Element>();
}
