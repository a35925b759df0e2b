using NetworkMap.Domain;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Benchmarks.Plain;

/// <content>What services state, unrolled to (regency, issue, capacity) on one day.</content>
internal sealed partial class PlainNetwork
{
    private int[] statedRegency = [];
    private int[] statedIssue = [];
    private float[] statedCapacity = [];
    private int regencies;
    private int terms;

    /// <summary>Services and capacity of every regency and issue.</summary>
    internal (int[] Services, float[] Capacity) Coverage()
    {
        var (services, capacity) = (new int[regencies * terms], new float[regencies * terms]);
        for (var i = 0; i < statedRegency.Length; i++)
        {
            var cell = (statedRegency[i] * terms) + statedIssue[i];
            services[cell]++;
            capacity[cell] += statedCapacity[i];
        }

        return (services, capacity);
    }

    private void ReadServices(NetworkGraph graph, DateOnly at)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var below = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var province in graph.Provinces)
        {
            var code = graph.RegionAt(province)!.Code.Value;
            below[code] = [];
            foreach (var regency in graph.RegionsIn(province))
            {
                rows[graph.RegionAt(regency)!.Code.Value] = rows.Count;
                below[code].Add(graph.RegionAt(regency)!.Code.Value);
            }
        }

        var issueOf = graph.All(ElementKind.Term).Cast<Term>().Where(t => t.Taxonomy == Taxonomy.Issue).Select((t, i) => (t.Code, i)).ToDictionary(t => t.Code, t => t.i);
        (regencies, terms) = (rows.Count, issueOf.Count);
        var stated = new List<(int Regency, int Issue, float Capacity)>();
        foreach (var service in graph.All(ElementKind.Service).Cast<Service>().Where(s => s.IsOfferedOn(at)))
        {
            var covered = service.Areas.Where(a => a.Valid.Contains(at)).SelectMany(a => rows.ContainsKey(a.Region.Value) ? [a.Region.Value] : a.WithSubregions ? below.GetValueOrDefault(a.Region.Value, []) : []).Distinct().ToList();
            stated.AddRange(covered.SelectMany(r => service.Issues.Select(issue => (rows[r], issueOf[issue], (service.Capacity ?? 0) / (float)covered.Count))));
        }

        statedRegency = [.. stated.Select(s => s.Regency)];
        statedIssue = [.. stated.Select(s => s.Issue)];
        statedCapacity = [.. stated.Select(s => s.Capacity)];
    }
}
