using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Whom an introduction may lead to.</summary>
internal sealed class IntroductionTargets(NetworkGraph graph, IntroductionOptions options, int from)
{
    /// <summary>So many targets at most are each searched from their own end.</summary>
    internal const int Few = 8;

    /// <summary>So many at most are listed; more are met soon whichever way one goes.</summary>
    internal const int Listed = 2_000;

    private readonly int to = options.To is { } id ? graph.HandleOf(id) : -1;

    /// <summary>Whether an organization is one of them.</summary>
    internal bool Fits(int handle)
    {
        if (options.To is not null)
        {
            return handle == to;
        }

        return handle != from && graph.OrganizationAt(handle) is { } other && !other.HasEndedBy(options.At)
            && (options.Kind is not { } kind || other.ActorKind == kind)
            && (options.Sector is not { } sector || other.Sectors.Contains(sector))
            && (options.Seat is not { } seat || other.Region == seat)
            && (options.Region is not { } region || Serves(handle, other, region));
    }

    /// <summary>The first of them in the order of the smallest index, at most <paramref name="most"/>.</summary>
    internal List<int> First(int most)
    {
        var found = new List<int>();
        foreach (var handle in to >= 0 ? [to] : options.Seat is { } seat ? SeatedIn(seat) : options.Region is { Level: >= RegionLevel.Regency } region ? AboutRegion(region) : Smallest())
        {
            if (found.Count < most && Fits(handle))
            {
                found.Add(handle);
            }
        }

        return found;
    }

    private ReadOnlySpan<int> SeatedIn(RegionCode region) => graph.HandleOf(region) is >= 0 and var handle ? graph.OrganizationsIn(handle) : [];

    /// <summary>Everybody who can serve a region: seats in it, seats of those above it, and who states an area that covers it.</summary>
    private ReadOnlySpan<int> AboutRegion(RegionCode region)
    {
        var about = new HashSet<int>();
        for (var code = (RegionCode?)region; code is { } above; code = above.Parent)
        {
            if (graph.HandleOf(above) is >= 0 and var handle)
            {
                about.UnionWith(graph.OrganizationsIn(handle).ToArray());
                about.UnionWith(graph.StatementsIn(handle).ToArray().Select(s => s.Owner));
            }
        }

        AddSeatsBelow(graph.HandleOf(region), about);
        return about.Where(o => o >= 0).Order().ToArray();
    }

    private void AddSeatsBelow(int region, HashSet<int> about)
    {
        foreach (var child in region < 0 ? [] : graph.RegionsIn(region))
        {
            about.UnionWith(graph.OrganizationsIn(child).ToArray());
            AddSeatsBelow(child, about);
        }
    }

    private ReadOnlySpan<int> Smallest()
    {
        var byKind = options.Kind is { } kind ? graph.OrganizationsWith(Taxonomy.ActorKind, kind) : default;
        var bySector = options.Sector is { } sector ? graph.OrganizationsWith(Taxonomy.Sector, sector) : default;
        return options.Sector is null || (options.Kind is not null && byKind.Length <= bySector.Length) ? byKind : bySector;
    }

    private bool Serves(int handle, Organization other, RegionCode region)
    {
        if (graph.Term(Taxonomy.ActorKind, other.ActorKind)?.Family == Family.Government)
        {
            return other.Region is { } responsible && responsible.Holds(region);
        }

        if (other.Region is { } seat && region.Holds(seat))
        {
            return true;
        }

        foreach (var service in graph.ServicesOf(handle))
        {
            if (graph.ServiceAt(service) is { } offered && offered.IsOfferedOn(options.At) && offered.Areas.Any(a => a.Covers(region, options.At)))
            {
                return true;
            }
        }

        return false;
    }
}
