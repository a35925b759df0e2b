using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Reading;

/// <summary>What regions were called before, and what they held.</summary>
internal sealed class FormerNames
{
    private readonly NetworkGraph graph;
    private readonly ILookup<string, FormerRegion> byName;
    private readonly Dictionary<RegionCode, List<RegionCode>> held = [];
    private readonly Dictionary<RegionCode, FormerRegion> split = [];

    internal FormerNames(NetworkGraph graph, IReadOnlyCollection<FormerRegion> former)
    {
        this.graph = graph;
        byName = former.SelectMany(f => Keys(f.Name).Select(key => (key, f))).ToLookup(f => f.key, f => f.f, StringComparer.Ordinal);
        foreach (var one in former.Where(f => f.Became.Count > 1))
        {
            // The part that kept the name may still be said to hold what left it.
            foreach (var kept in one.Became.Where(c => graph.Region(c) is { } region && Keys(one.Name).Contains(RegionWords.NameOf(region), StringComparer.Ordinal)))
            {
                held.TryAdd(kept, []);
                held[kept].AddRange(one.Became.Where(c => c != kept));
                split.TryAdd(kept, one);
            }
        }
    }

    /// <summary>Today's region, or regions, of one that the graph says was succeeded.</summary>
    internal static IEnumerable<RegionMatch> Today(NetworkGraph graph, Region region, RegionWay way) => region.Successors.IsEmpty
        ? [new RegionMatch(region, way)]
        : region.Successors.Select(graph.Region).OfType<Region>().Select(r => new RegionMatch(r, RegionWay.Former));

    /// <summary>What became of those that had this name.</summary>
    internal List<RegionMatch> Matches(IReadOnlyList<string> words)
    {
        foreach (var meant in RegionWords.Of(words))
        {
            var found = byName[meant.Joined].Where(f => meant.Kinds.Count == 0 || f.Kind is not { } kind || meant.Kinds.Contains(kind)).SelectMany(f => f.Became)
                .Distinct().Select(graph.Region).OfType<Region>().Select(r => new RegionMatch(r, RegionWay.Former)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Whether a region lies in another, or did before that was split.</summary>
    internal bool Holds(RegionCode large, RegionCode small) => large.Holds(small) || (held.TryGetValue(large, out var left) && left.Exists(l => l.Holds(small)));

    /// <summary>A doubt, when the region was split after the day of the text.</summary>
    internal RegionReading? Doubt(RegionReading reading, DateOnly? asOf) =>
        asOf is { } day && reading.Region is { } region && split.TryGetValue(region, out var one) && one.Until >= day
            ? RegionReading.Doubted(RegionDoubt.Succeeded, one.Became.Where(c => graph.Region(c) is not null), RegionWay.Former)
            : null;

    private static IEnumerable<string> Keys(string name) => RegionWords.Of(Folding.Words(name)).Where(w => w.Kinds is [] or [RegionKind.Province]).Select(w => w.Joined);
}
