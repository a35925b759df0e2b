using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>Coverage of one cell as the rules say it, from the elements alone.</summary>
internal sealed class PlainCoverage(NetworkGraph graph, CoverageAxis axis, DateOnly at)
{
    private readonly List<Service> services = [.. graph.All(ElementKind.Service).Cast<Service>()];
    private readonly List<Need> needs = [.. graph.All(ElementKind.Need).Cast<Need>()];
    private readonly List<Region> regions = [.. graph.All(ElementKind.Region).Cast<Region>()];

    internal CoverageCell Of(RegionCode region, Code term)
    {
        var covering = services.Where(s => Covers(s, region) && Gives(s, term)).ToList();
        var known = covering.Where(s => s.Capacity is not null).ToList();
        var capacity = known.Sum(s => (double)s.Capacity!.Value / regions.Count(r => r.Level == region.Level && r.Valid.Contains(at) && Covers(s, r.Code)));
        return new CoverageCell(covering.Count, known.Count > 0 ? capacity : null, covering.Count - known.Count, Need(region, term));
    }

    private bool Covers(Service s, RegionCode region) =>
        s.Status == ServiceStatus.Active && s.Valid.Contains(at) && !(Owner(s).Retired <= at)
        && s.Areas.Any(a => a.Valid.Contains(at) && (a.Region == region || (a.WithSubregions && region.Value.StartsWith(a.Region.Value + ".", StringComparison.Ordinal))));

    private Organization Owner(Service s) => graph.Organization(s.Organization)!;

    private bool Gives(Service s, Code term) => axis switch
    {
        CoverageAxis.Issue => s.Issues.Contains(term),
        CoverageAxis.HsoFunction => s.Functions.Contains(term),
        _ => Owner(s).ActorKind == term || graph.All(ElementKind.Tie).Cast<Tie>().Any(t => t.Type.Value == "delivers" && t.Service == s.Id && t.Status == TieStatus.Confirmed
            && t.Valid.Contains(at) && graph.Organization(t.From) is { } o && o.ActorKind == term && !(o.Retired <= at)),
    };

    private int? Need(RegionCode region, Code term)
    {
        var said = needs.Where(n => n.Region == region && n.Total is not null && n.Year <= at.Year && (Names(n, term) || (n.Issues.IsEmpty && n.Functions.IsEmpty))).ToList();
        if (said.Count == 0)
        {
            var below = regions.Where(r => r.Code.Parent == region && r.Valid.Contains(at)).Select(r => Need(r.Code, term)).Where(n => n is not null).ToList();
            return below.Count == 0 ? null : below.Sum();
        }

        var bySector = said.GroupBy(n => n.Sector).Select(g => g.OrderBy(n => !Names(n, term)).ThenBy(n => n.Provenance.Example).ThenByDescending(n => n.Year)
            .ThenBy(n => n.Provenance.Unverified).ThenBy(n => n.Provenance.Source, StringComparer.Ordinal).ThenBy(n => n.Id.ToString(), StringComparer.Ordinal).First()).ToList();
        var (all, single) = (bySector.Find(n => n.Sector is null), bySector.Where(n => n.Sector is not null).ToList());
        return all is not null && single.TrueForAll(n => n.Year <= all.Year) ? all.Total : single.Sum(n => n.Total);
    }

    private bool Names(Need n, Code term) => axis switch { CoverageAxis.Issue => n.Issues.Contains(term), CoverageAxis.HsoFunction => n.Functions.Contains(term), _ => false };
}
