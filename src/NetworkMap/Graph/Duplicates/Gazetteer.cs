using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Reading;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>The names of provinces, regencies, cities and districts, to tell the places in names of organizations. Made once for all snapshots with the same regions.</summary>
internal sealed class Gazetteer
{
    /// <summary>No name of a place has more words.</summary>
    internal const int MostWords = 5;

    private static readonly ConditionalWeakTable<NameIndex, Gazetteer> Made = [];
    private readonly FrozenDictionary<string, RegionCode[]> byName;
    private readonly (string Name, RegionCode Code, RegionKind Kind)[] large;
    private readonly FrozenDictionary<RegionCode, RegionKind> kinds;

    private Gazetteer(NetworkGraph graph)
    {
        var regions = graph.All(ElementKind.Region).Cast<Region>().Where(r => r.Level <= RegionLevel.District).ToList();
        byName = regions.GroupBy(r => RegionWords.NameOf(r), r => r.Code, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Order().ToArray(), StringComparer.Ordinal);
        kinds = regions.Where(r => r.Level <= RegionLevel.Regency).ToFrozenDictionary(r => r.Code, r => r.RegionKind);
        large = [.. regions.Where(r => r.Level <= RegionLevel.Regency).Select(r => (RegionWords.NameOf(r), r.Code, r.RegionKind))];
    }

    /// <summary>That of a graph.</summary>
    internal static Gazetteer Of(NetworkGraph graph) => Made.GetValue(graph.NamesOf(FoundKind.Region), _ => new Gazetteer(graph));

    /// <summary>The regions of a name in one piece, large ones first.</summary>
    internal RegionCode[] Named(string joined) => byName.GetValueOrDefault(joined, []);

    /// <summary>Provinces, regencies and cities whose first word is a letter alone: B. Lampung.</summary>
    internal RegionCode[] Shortened(char letter, string rest) =>
        [.. large.Where(l => l.Name.Length > rest.Length + 2 && l.Name[0] == letter && l.Name.EndsWith(rest, StringComparison.Ordinal)).Select(l => l.Code)];

    /// <summary>What a region is: of districts only that.</summary>
    internal RegionKind KindOf(RegionCode code) => kinds.GetValueOrDefault(code, code.Level == RegionLevel.Village ? RegionKind.Village : RegionKind.District);
}
