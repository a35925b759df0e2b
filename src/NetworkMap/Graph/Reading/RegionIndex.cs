using System.Numerics;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Reading;

/// <summary>The names and codes of all regions of a graph, made once: for every name a number of 64 bits, sorted, with the region beside; of 92,000 regions it takes
/// some 3 MB. Two names share a number once in some hundred million networks.</summary>
internal sealed class RegionIndex
{
    private readonly Region[] regions;
    private readonly Table names;
    private readonly Table spellings;
    private readonly Dictionary<ulong, int> statistics = [];
    private readonly (string Name, ulong Letters, int Region)[] large;

    internal RegionIndex(NetworkGraph graph)
    {
        regions = [.. graph.All(ElementKind.Region).Cast<Region>().OrderBy(r => r.Level).ThenBy(r => r.Code)];
        var (exact, loose, few) = (new List<(ulong Key, int Region)>(regions.Length), new List<(ulong Key, int Region)>(regions.Length), new List<(string Name, ulong Letters, int Region)>());
        for (var i = 0; i < regions.Length; i++)
        {
            var name = RegionWords.NameOf(regions[i]);
            exact.Add((Key(name), i));
            loose.Add((Key(Loose(name)), i));
            if (regions[i].Level <= RegionLevel.District)
            {
                few.Add((name, Letters(name), i));
            }

            if (name.StartsWith("kepulauan", StringComparison.Ordinal) && regions[i].Level <= RegionLevel.Regency)
            {
                loose.Add((Key(Loose(name["kepulauan".Length..])), i));
            }

            if (Number(regions[i].Bps) is { } bps)
            {
                statistics.TryAdd(bps, i);
            }
        }

        (names, spellings, large) = (new Table(exact), new Table(loose), [.. few]);
    }

    /// <summary>Regions of exactly this name, larger ones first.</summary>
    internal IEnumerable<Region> Named(string joined) => names.Under(Key(joined)).Select(i => regions[i]);

    /// <summary>Regions whose name sounds so.</summary>
    internal IEnumerable<Region> Sounding(string joined) => spellings.Under(Key(Loose(joined))).Select(i => regions[i]);

    /// <summary>The region of a code of Statistics Indonesia, digits alone.</summary>
    internal Region? OfStatistics(string digits) => Number(digits) is { } number && statistics.TryGetValue(number, out var found) ? regions[found] : null;

    /// <summary>Provinces, regencies and districts within some edits of a name.</summary>
    internal IEnumerable<(Region Region, int Edits)> Near(string joined, int most)
    {
        var letters = Letters(joined);
        foreach (var (name, has, region) in large)
        {
            if (Edits(joined, name, has ^ letters, most) is var edits && edits <= most)
            {
                yield return (regions[region], edits);
            }
        }
    }

    /// <summary>The edits between two names; more than <paramref name="most"/> for names longer than any that people mistype.</summary>
    internal static int Edits(string one, string other, int most) =>
        Math.Abs(one.Length - other.Length) > most || Math.Max(one.Length, other.Length) > Folding.LongestWord ? most + 1 : EditDistance.Between(one, other, most);

    private static int Edits(string one, string other, ulong differing, int most) => BitOperations.PopCount(differing) > 2 * most ? most + 1 : Edits(one, other, most);

    private static string Loose(string joined) => Spelling.Old(joined).Replace("sumatra", "sumatera", StringComparison.Ordinal);

    private static ulong Key(string text)
    {
        var key = 14695981039346656037ul;
        foreach (var c in text)
        {
            key = (key ^ c) * 1099511628211ul;
            key ^= key >> 29;
        }

        return key;
    }

    private static ulong Letters(string text)
    {
        var bits = 0ul;
        foreach (var c in text)
        {
            var bit = char.IsAsciiLetterLower(c) ? 1ul << (c - 'a') : 1ul << (52 + (c % 6));
            bits |= (bits & bit) != 0 && char.IsAsciiLetterLower(c) ? bit << 26 : bit;
        }

        return bits;
    }

    /// <summary>A code of digits as a number; a one before it keeps its length.</summary>
    private static ulong? Number(string? digits)
    {
        if (digits is not { Length: > 0 and <= 18 })
        {
            return null;
        }

        var number = 1ul;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return null;
            }

            number = (number * 10) + (uint)(c - '0');
        }

        return number;
    }

    private sealed class Table
    {
        private readonly ulong[] keys;
        private readonly int[] values;

        internal Table(List<(ulong Key, int Region)> rows)
        {
            rows.Sort();
            (keys, values) = ([.. rows.Select(r => r.Key)], [.. rows.Select(r => r.Region)]);
        }

        internal IEnumerable<int> Under(ulong key)
        {
            var at = Array.BinarySearch(keys, key);
            if (at < 0)
            {
                yield break;
            }

            while (at > 0 && keys[at - 1] == key)
            {
                at--;
            }

            for (; at < keys.Length && keys[at] == key; at++)
            {
                yield return values[at];
            }
        }
    }
}
