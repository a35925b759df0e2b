using System.Buffers;

namespace NetworkMap.Graph.Text;

/// <summary>The elements of one kind that a question may mean: those with most of its rare words, at most <see cref="Most"/>.</summary>
/// <remarks>The rarest word of a question is followed first. Of it, at most <see cref="LongestWalk"/> entries are read; a more common word with more entries than
/// that is not read at all, and counts only when the candidates are compared with the question as a whole. So a question reads at most
/// <see cref="NameQuestion.MostWords"/> times <see cref="LongestWalk"/> entries of a kind, whatever the network.</remarks>
internal static class NameCandidates
{
    /// <summary>So many are compared with the question as a whole.</summary>
    internal const int Most = 100;

    /// <summary>What has less than this part of the best of its kind is not compared.</summary>
    internal const float Promising = 0.4f;

    /// <summary>So many entries are read for a word.</summary>
    internal const int LongestWalk = 20_000;

    internal static IReadOnlyCollection<int> Of(NetworkGraph graph, NameQuestion question, FoundKind kind, int most = Most)
    {
        var names = graph.NamesOf(kind);
        var limit = kind switch { FoundKind.Organization => graph.OrganizationLimit, FoundKind.Service => graph.ServiceLimit, _ => graph.RegionLimit };
        var scores = ArrayPool<float>.Shared.Rent(limit);
        var seen = ArrayPool<byte>.Shared.Rent(limit);
        scores.AsSpan(0, limit).Clear();
        seen.AsSpan(0, limit).Clear();
        try
        {
            var met = Walk(names, question, scores, seen);
            var best = Best(met, scores, graph, kind, most);
            return kind == FoundKind.Organization && question.Initials >= 0 ? [.. best.Union(names.WithInitials(question.Initials).ToArray().Take(Most))] : best;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<byte>.Shared.Return(seen);
        }
    }

    private static List<int> Walk(NameIndex names, NameQuestion question, float[] scores, byte[] seen)
    {
        var met = new List<int>();
        byte round = 0;
        foreach (var (slot, entries) in question.Slots.Select(s => (Slot: s, Entries: s.EntriesIn(names))).Where(s => s.Entries > 0).OrderBy(s => s.Entries))
        {
            if (round == 0 || entries <= LongestWalk)
            {
                Walk(names, slot, ++round, scores, seen, met);
            }
        }

        return met;
    }

    private static void Walk(NameIndex names, Slot slot, byte round, float[] scores, byte[] seen, List<int> met)
    {
        var left = LongestWalk;
        foreach (var alternative in slot.Alternatives)
        {
            var entries = names.With(alternative.Word);
            foreach (var element in entries[..Math.Min(left, entries.Length)])
            {
                if (seen[element] == round)
                {
                    continue;
                }

                if (seen[element] == 0)
                {
                    met.Add(element);
                }

                seen[element] = round;
                scores[element] += (float)(slot.Weight * alternative.Likeness);
            }

            left -= Math.Min(left, entries.Length);
        }
    }

    /// <summary>The best; of equals, those that stand higher and have shorter names.</summary>
    private static List<int> Best(List<int> met, float[] scores, NetworkGraph graph, FoundKind kind, int most)
    {
        var heap = new PriorityQueue<int, (float Score, int Precedence)>(most + 1);
        var least = (Score: 0f, Precedence: 0);
        foreach (var element in met)
        {
            if (heap.Count == most && scores[element] < least.Score)
            {
                continue;
            }

            var rank = (scores[element], -Standing.Precedence(graph.ElementOf(kind, element)));
            if (heap.Count < most)
            {
                heap.Enqueue(element, rank);
            }
            else if (rank.CompareTo(least) > 0)
            {
                heap.EnqueueDequeue(element, rank);
            }

            heap.TryPeek(out _, out least);
        }

        var enough = heap.UnorderedItems.Select(i => i.Priority.Score).DefaultIfEmpty().Max() * Promising;
        return [.. heap.UnorderedItems.Where(i => i.Priority.Score >= enough).Select(i => i.Element)];
    }
}
