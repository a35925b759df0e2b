using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>The pairs of organizations worth comparing: those under one of some keys, but for keys that many have.</summary>
internal static class DuplicateBlocks
{
    private const int MostTelling = 3;

    /// <summary>Pairs of handles, the smaller first, in order, each once.</summary>
    internal static List<(int One, int Other)> Of(NetworkGraph graph, int largest, Func<Organization, bool>? takes, CancellationToken cancellation)
    {
        var keys = new List<(ulong Key, int Organization)>();
        var words = new WordSigns(graph);
        for (var handle = 0; handle < graph.OrganizationLimit; handle++)
        {
            if (graph.OrganizationAt(handle) is { Retired: null } organization && takes?.Invoke(organization) != false)
            {
                cancellation.ThrowIfCancellationRequested();
                keys.AddRange(KeysOf(organization, words).Distinct().Select(k => (k, handle)));
            }
        }

        keys.Sort();
        var pairs = new HashSet<(int, int)>();
        for (var begin = 0; begin < keys.Count;)
        {
            var end = begin + 1;
            while (end < keys.Count && keys[end].Key == keys[begin].Key)
            {
                end++;
            }

            for (var i = begin; i < end && end - begin <= largest; i++)
            {
                for (var j = i + 1; j < end; j++)
                {
                    pairs.Add((keys[i].Organization, keys[j].Organization));
                }
            }

            begin = end;
        }

        var ordered = pairs.ToList();
        ordered.Sort();
        return ordered;
    }

    private static IEnumerable<ulong> KeysOf(Organization organization, WordSigns words)
    {
        foreach (var channel in Channels.Of(organization))
        {
            yield return Mix((ulong)channel.Kind + 101, Text(channel.Value));
        }

        var region = organization.Region is { } code ? Text(code.At(RegionLevel.Regency).Value) : 7;
        if (organization.Acronym is { } acronym)
        {
            yield return Mix(Text(acronym.ToLowerInvariant()), region);
        }

        foreach (var name in organization.OtherNames.Prepend(organization.Name))
        {
            var told = words.Of(name);
            for (var i = 0; i < told.Count; i++)
            {
                yield return Mix(told[i], region);
                for (var j = i + 1; j < told.Count; j++)
                {
                    yield return Mix(Math.Min(told[i], told[j]), Math.Max(told[i], told[j]));
                    yield return Mix(Mix(Math.Min(told[i], told[j]), Math.Max(told[i], told[j])), region);
                }
            }

            if (told.Count > 2)
            {
                yield return Mix(told.Aggregate(3ul, (sum, t) => sum + (t * 31)), region);
            }
        }
    }

    private static ulong Text(string text) => text.Aggregate(14695981039346656037ul, (key, c) => (key ^ c) * 1099511628211ul);

    private static ulong Mix(ulong one, ulong other) => ((one * 0x9E3779B97F4A7C15ul) ^ (one >> 31)) + (other * 0xC2B2AE3D27D4EB4Ful);

    /// <summary>The rarest words of names as they sound, each word looked at once.</summary>
    private sealed class WordSigns(NetworkGraph graph)
    {
        private readonly Dictionary<string, (ulong Sound, int Bearers)> known = new(StringComparer.Ordinal);
        private readonly NameIndex names = graph.NamesOf(FoundKind.Organization);

        internal List<ulong> Of(string name)
        {
            var told = new List<(ulong Sound, int Bearers)>();
            foreach (var word in Rewording.Of(Folding.Bare(name)))
            {
                if (Vocabulary.KindOf(word) is null or WordKind.Own or WordKind.Common or WordKind.Theme or WordKind.Facility && word.Length > 1)
                {
                    told.Add(Sign(word));
                }
            }

            return [.. told.OrderBy(t => t.Bearers).Take(MostTelling).Select(t => t.Sound).Distinct()];
        }

        private (ulong Sound, int Bearers) Sign(string word)
        {
            if (!known.TryGetValue(word, out var sign))
            {
                sign = (Text(Spelling.Sound(word)), graph.Words.Find(word) is >= 0 and var number ? names.With(number).Length : 0);
                known.Add(word, sign);
            }

            return sign;
        }
    }
}
