using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Reading;

/// <summary>Regions whose names are nearly what was written.</summary>
internal sealed class MistypedRegions(NetworkGraph graph, RegionIndex index)
{
    private const int LeastForTwo = 8;
    private const int LeastForOne = 3;

    /// <summary>Provinces, regencies and districts that are nearly it, and villages of what surrounds it when that is a regency, a city or finer.</summary>
    internal IEnumerable<(Region Region, int Edits)> Near(RegionPart part, IReadOnlyList<RegionCode> around)
    {
        var best = new Dictionary<RegionCode, (Region Region, int Edits)>();
        foreach (var meant in RegionWords.Of(part.Words))
        {
            var most = Most(meant.Joined);
            var near = most == 0 ? [] : index.Near(meant.Joined, most).Concat(around.Where(a => a.Level >= RegionLevel.Regency).SelectMany(a => Villages(a, meant.Joined, most)));
            foreach (var (region, edits) in near.Where(n => meant.Allow(n.Region)))
            {
                if (!best.TryGetValue(region.Code, out var known) || edits < known.Edits)
                {
                    best[region.Code] = (region, edits);
                }
            }
        }

        return best.Values;
    }

    /// <summary>The one that is meant, when it is beyond doubt; else those that may be.</summary>
    /// <param name="near">Who is nearly it.</param>
    /// <param name="hints">What is known.</param>
    /// <param name="always">Whether it stays a doubt whatever is found.</param>
    internal static RegionReading? Decide(IEnumerable<(Region Region, int Edits)> near, RegionHints hints, bool always)
    {
        var ordered = near.Where(n => hints.Level is not { } level || n.Region.Level == level)
            .OrderBy(n => n.Edits).ThenBy(n => RegionNaming.Rank(n.Region)).ThenBy(n => n.Region.Code).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var (first, edits) = ordered[0];
        var rivals = ordered.Skip(1).Where(n => (n.Edits == edits && RegionNaming.Rank(n.Region) == RegionNaming.Rank(first)) || RegionNaming.Rank(n.Region) < RegionNaming.Rank(first));
        return !always && edits == 1 && RegionWords.NameOf(first).Length >= RegionReader.LeastForError && !rivals.Any()
            ? RegionReading.Of(first.Code, RegionWay.Mistyped)
            : RegionReading.Doubted(RegionDoubt.NearlySo, ordered.Select(n => n.Region.Code), RegionWay.Mistyped);
    }

    private IEnumerable<(Region Region, int Edits)> Villages(RegionCode around, string joined, int most)
    {
        foreach (var handle in graph.Below(around))
        {
            if (graph.RegionAt(handle) is { Level: RegionLevel.Village } region && RegionIndex.Edits(joined, RegionWords.NameOf(region), most) is var edits && edits <= most)
            {
                yield return (region, edits);
            }
        }
    }

    private static int Most(string joined) => joined.Length >= LeastForTwo ? 2 : joined.Length >= LeastForOne ? 1 : 0;
}
