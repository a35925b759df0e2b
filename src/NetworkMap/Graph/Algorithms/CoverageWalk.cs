using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Walks, region by region of one level, over the statements that cover it on a day: its own, and those of the regions above that say that they
/// count for what lies below (DOMAIN 7). A service is met once in a region, however many of its statements cover it.</summary>
internal sealed class CoverageWalk
{
    private readonly NetworkGraph graph;
    private readonly CoverageAxis axis;
    private readonly DateOnly at;
    private readonly ushort day;
    private readonly int[] met;
    private readonly int[] regionsOf;
    private readonly List<int> kinds = [];
    private int mark;

    internal CoverageWalk(NetworkGraph graph, CoverageAxis axis, RegionLevel level, DateOnly at, CancellationToken cancellation)
    {
        this.graph = graph;
        this.axis = axis;
        this.at = at;
        day = Link.Day(at);
        met = new int[graph.ServiceLimit];
        regionsOf = new int[graph.ServiceLimit];
        Regions = [.. At(graph, level).Where(r => r.Valid.Contains(at)).OrderBy(r => r.Code)];
        var services = new List<int>();
        foreach (var region in Regions)
        {
            cancellation.ThrowIfCancellationRequested();
            services.Clear();
            Gather(region.Code, services);
            foreach (var service in services)
            {
                regionsOf[service]++;
            }
        }
    }

    /// <summary>Every region of the level that exists on the day, by code.</summary>
    internal IReadOnlyList<Region> Regions { get; }

    /// <summary>How many of them a service covers.</summary>
    internal int RegionsOf(int service) => regionsOf[service];

    /// <summary>Adds what covers a region to its cells.</summary>
    /// <param name="region">The region.</param>
    /// <param name="columns">The column of a term handle; -1 for none.</param>
    /// <param name="cells">The figures, one for each column.</param>
    internal void Sum(RegionCode region, ReadOnlySpan<int> columns, Span<Figures> cells)
    {
        mark++;
        for (var code = (RegionCode?)region; code is { } above; code = above.Parent)
        {
            foreach (ref readonly var statement in Stated(above))
            {
                if (Counts(statement, above == region))
                {
                    Add(statement, columns, cells);
                }
            }
        }
    }

    /// <summary>Handles of the services that cover a region.</summary>
    internal List<int> Covering(RegionCode region)
    {
        var services = new List<int>();
        Gather(region, services);
        return services;
    }

    /// <summary>Handles of the services that state an area below a region on the day and do not cover it, each with the regions of those areas by code.</summary>
    internal Dictionary<int, SortedSet<RegionCode>> Parts(RegionCode region)
    {
        var parts = new Dictionary<int, SortedSet<RegionCode>>();
        var covering = Covering(region).ToHashSet();
        var waiting = new Stack<int>(Below(graph.HandleOf(region)));
        while (waiting.TryPop(out var below))
        {
            foreach (ref readonly var statement in graph.StatementsIn(below))
            {
                if (statement.HoldsOn(day) && !covering.Contains(statement.Service))
                {
                    (parts.TryGetValue(statement.Service, out var regions) ? regions : parts[statement.Service] = []).Add(graph.RegionAt(below)!.Code);
                }
            }

            foreach (var deeper in Below(below))
            {
                waiting.Push(deeper);
            }
        }

        return parts;
    }

    /// <summary>Those who deliver a service by a confirmed tie that holds on the day, and are not retired.</summary>
    internal static IEnumerable<Organization> Deliverers(NetworkGraph graph, int service, DateOnly at) =>
        graph.DeliveriesOf(service).ToArray().Select(t => graph.TieAt(t)!).Where(t => t.IsCurrentOn(at))
            .Select(t => graph.Organization(t.From)).OfType<Organization>().Where(o => !o.HasEndedBy(at)).Distinct();

    private void Gather(RegionCode region, List<int> services)
    {
        mark++;
        for (var code = (RegionCode?)region; code is { } above; code = above.Parent)
        {
            foreach (ref readonly var statement in Stated(above))
            {
                if (Counts(statement, above == region))
                {
                    services.Add(statement.Service);
                }
            }
        }
    }

    private static IEnumerable<Region> At(NetworkGraph graph, RegionLevel level)
    {
        var regions = graph.Provinces.ToArray().AsEnumerable();
        for (var l = RegionLevel.Province; l < level; l++)
        {
            regions = regions.SelectMany(r => graph.RegionsIn(r).ToArray());
        }

        return regions.Select(r => graph.RegionAt(r)!);
    }

    private int[] Below(int region) => region < 0 ? [] : [.. graph.RegionsIn(region).ToArray().Where(r => graph.RegionAt(r)!.Valid.Contains(at))];

    private ReadOnlySpan<AreaStatement> Stated(RegionCode code) => graph.HandleOf(code) is >= 0 and var region ? graph.StatementsIn(region) : [];

    private bool Counts(in AreaStatement statement, bool own)
    {
        if (!statement.HoldsOn(day) || !(own || statement.WithSubregions) || met[statement.Service] == mark)
        {
            return false;
        }

        met[statement.Service] = mark;
        return true;
    }

    private void Add(in AreaStatement statement, ReadOnlySpan<int> columns, Span<Figures> cells)
    {
        var terms = axis switch
        {
            CoverageAxis.HsoFunction => graph.TermsOf(statement.Functions),
            CoverageAxis.Pillar => graph.TermsOf(statement.Pillars),
            CoverageAxis.Issue => graph.TermsOf(statement.Issues),
            CoverageAxis.ServiceTerm => graph.TermsOf(statement.Terms),
            _ => Kinds(statement),
        };
        var unknown = statement.Capacity < 0 ? 1 : 0;
        var share = unknown > 0 ? 0 : (double)statement.Capacity / regionsOf[statement.Service];
        foreach (var term in terms)
        {
            var column = term < columns.Length ? columns[term] : -1;
            if (column >= 0)
            {
                ref var cell = ref cells[column];
                cell.Services++;
                cell.WithoutCapacity += unknown;
                cell.Capacity += share;
            }
        }
    }

    private ReadOnlySpan<int> Kinds(in AreaStatement statement)
    {
        kinds.Clear();
        kinds.Add(statement.Kind);
        if (!graph.DeliveriesOf(statement.Service).IsEmpty)
        {
            var delivering = Deliverers(graph, statement.Service, at).Select(o => graph.HandleOf(Domain.Taxonomies.Taxonomy.ActorKind, o.ActorKind));
            kinds.AddRange(delivering.Where(k => k >= 0 && k != kinds[0]).Distinct().ToList());
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kinds);
    }

    /// <summary>The running figures of a cell.</summary>
    internal struct Figures
    {
        internal int Services;
        internal double Capacity;
        internal int WithoutCapacity;

        internal readonly CoverageCell With(NeedSum need) => new(Services, Services > WithoutCapacity ? Capacity : null, WithoutCapacity, need.Told, need.Small, need.Beside);
    }
}
