using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who alone covers cells: every service that covers the cell needs her, as who offers it or, on the axis of actor kinds, as who delivers it.</summary>
internal static class SoleProviders
{
    /// <summary>Everybody without whom a regency or city has nobody for a term of the axis.</summary>
    internal static List<SoleProvider> Of(NetworkGraph graph, FragilityOptions options, CancellationToken cancellation)
    {
        var walk = new CoverageWalk(graph, options.Axis, RegionLevel.Regency, options.At, cancellation);
        var taxonomy = CoverageOptions.TaxonomyOf(options.Axis);
        var ways = new Dictionary<int, List<(Code Term, int[] Needed)>>();
        var lost = new Dictionary<int, List<LostCell>>();
        foreach (var region in walk.Regions.Where(r => options.Region is not { } asked || asked.Holds(r.Code) || r.Code.Holds(asked)))
        {
            cancellation.ThrowIfCancellationRequested();
            var needed = new SortedDictionary<Code, int[]>();
            foreach (var service in walk.Covering(region.Code))
            {
                foreach (var (term, by) in ways.TryGetValue(service, out var known) ? known : ways[service] = [.. Ways(graph, options, service)])
                {
                    needed[term] = needed.TryGetValue(term, out var before) ? [.. before.Intersect(by)] : by;
                }
            }

            foreach (var (term, all) in needed.Select(n => (graph.Term(taxonomy, n.Key), n.Value)))
            {
                foreach (var organization in term is null ? [] : all)
                {
                    (lost.TryGetValue(organization, out var cells) ? cells : lost[organization] = []).Add(new LostCell(region, term!));
                }
            }
        }

        return [.. lost.Select(l => new SoleProvider(graph.OrganizationAt(l.Key)!, l.Value))];
    }

    /// <summary>For what a service counts, each with whom it needs for that.</summary>
    private static IEnumerable<(Code Term, int[] Needed)> Ways(NetworkGraph graph, FragilityOptions options, int handle)
    {
        var service = graph.ServiceAt(handle)!;
        var owner = graph.HandleOf(service.Organization);
        if (options.Axis != CoverageAxis.ActorKind)
        {
            return Coverage.StatedBy(service, options.Axis).Distinct().Select(t => (t, new[] { owner }));
        }

        var own = graph.OrganizationAt(owner)!.ActorKind;
        return CoverageWalk.Deliverers(graph, handle, options.At).Where(d => d.ActorKind != own).GroupBy(d => d.ActorKind)
            .Select(g => (g.Key, g.Count() == 1 ? new[] { owner, graph.HandleOf(g.Single().Id) } : [owner])).Prepend((own, [owner]));
    }
}
