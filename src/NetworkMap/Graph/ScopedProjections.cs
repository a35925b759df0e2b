using System.Collections.Concurrent;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <summary>The projections of those who see more than the public and less than all: the public one with an overlay of what they stand nearer to. Each is made when it is first
/// asked for, carried on by what was touched since, and forgotten when many others were asked for meanwhile. It shares every unchanged chunk with the public one.</summary>
internal sealed class ScopedProjections
{
    private const int AudienceLimit = 256;
    private const int KeptOfEach = 3;
    private readonly ConcurrentDictionary<Audience, Kept> kept = new();
    private long asked;

    /// <summary>The projection of a snapshot for an audience.</summary>
    internal NetworkGraph For(NetworkSnapshot snapshot, Audience audience)
    {
        var mine = kept.GetOrAdd(audience, static _ => new Kept());
        mine.Asked = Interlocked.Increment(ref asked);
        if (kept.Count > AudienceLimit)
        {
            Forget();
        }

        // Who waits for a projection that is being made waits for that one, and makes none of her own.
        lock (mine)
        {
            if (mine.Made.Find(m => ReferenceEquals(m.Snapshot, snapshot)) is { Graph: not null } ready)
            {
                return ready.Graph;
            }

            var graph = Carried(mine, snapshot, audience) ?? Begun(snapshot, audience);
            mine.Made.Add((snapshot, graph));
            mine.Made.RemoveRange(0, Math.Max(0, mine.Made.Count - KeptOfEach));
            return graph;
        }
    }

    private void Forget()
    {
        foreach (var (audience, _) in kept.OrderBy(k => k.Value.Asked).Take(AudienceLimit / 4).ToList())
        {
            kept.TryRemove(audience, out _);
        }
    }

    /// <summary>The nearest earlier one, with what was touched since shown anew; null when there is none.</summary>
    private static NetworkGraph? Carried(Kept mine, NetworkSnapshot snapshot, Audience audience)
    {
        var earlier = mine.Made.Where(m => m.Snapshot.Sequence < snapshot.Sequence).OrderByDescending(m => m.Snapshot.Sequence).FirstOrDefault();
        if (earlier.Graph is null || snapshot.Trail.After(earlier.Snapshot.Sequence) is not { } touched)
        {
            return null;
        }

        var scope = EditScope.Branch();
        var (graph, seen) = Projection.Follow(earlier.Graph, snapshot.Full, touched, audience, scope);
        return graph.At(snapshot.Sequence, seen.Count > 0, scope);
    }

    /// <summary>The nearest one that needs no scope, with all that the audience stands nearer to.</summary>
    private NetworkGraph Begun(NetworkSnapshot snapshot, Audience audience)
    {
        var (scope, full, complements) = (EditScope.Branch(), snapshot.Full, new Complements(snapshot.Full));
        var graph = audience.IsScoped && audience.Least == Standing.SignedIn ? For(snapshot, Audience.SignedIn) : snapshot.Public;
        var ties = new List<Tie>();
        foreach (var element in Nearer(full, audience))
        {
            var form = Projection.Disclosed(full, element, audience, complements);
            if (form is Tie tie)
            {
                ties.Add(tie);
            }
            else if (!Equals(graph.Find(element), form))
            {
                graph = graph.With(element, form, scope);
            }
        }

        return graph.WithTies(full, ties, scope).At(snapshot.Sequence, moved: false, scope);
    }

    /// <summary>Every element of which the audience may see more than one that needs no scope, what is referred to first.</summary>
    private static IEnumerable<ElementRef> Nearer(NetworkGraph full, Audience audience)
    {
        if (audience.Least == Standing.Coordinator)
        {
            return new[] { ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Grant, ElementKind.Suggestion }.SelectMany(full.All).Select(e => e.Ref);
        }

        if (!audience.IsScoped)
        {
            return full.All(ElementKind.Tie).Cast<Tie>().Where(t => t.Audience == TieAudience.SignedIn).Select(t => t.Ref);
        }

        var regions = audience.Regions.SelectMany(full.Below).Distinct().ToList();
        var organizations = audience.Organizations.Select(o => o.Ref)
            .Concat(regions.SelectMany(r => full.OrganizationsIn(r).ToArray()).Select(o => full.OrganizationAt(o)!.Ref)).Distinct().ToList();
        var needs = regions.SelectMany(r => full.NeedsIn(r).ToArray()).Select(n => full.NeedAt(n)!.Ref);
        var grants = audience.Administers ? full.All(ElementKind.Grant).Select(g => g.Ref) : regions.SelectMany(r => full.GrantsFor(full.RegionAt(r)!.Code)).Select(g => g.Ref);
        var suggestions = full.All(ElementKind.Suggestion).Where(s => audience.Toward(s, Projection.BelongingOf(full, s)) > audience.Least).Select(s => s.Ref);
        return organizations.Concat(organizations.SelectMany(full.DependentsOf).Select(d => d.Ref)).Concat(needs).Concat(grants).Concat(suggestions).Distinct();
    }

    private sealed class Kept
    {
        internal long Asked { get; set; }

        internal List<(NetworkSnapshot Snapshot, NetworkGraph Graph)> Made { get; } = [];
    }
}
