namespace NetworkMap.Graph.Algorithms;

/// <summary>A set of organizations that grows, and what it is worth.</summary>
internal sealed class ClosingSet(long[] unmet)
{
    private readonly ClosingFlow flow = new(unmet);
    private readonly bool[] reached = new bool[unmet.Length];
    private readonly Dictionary<ClosingCandidate, int> firstSource = [];

    /// <summary>How many are in it.</summary>
    internal int Size => firstSource.Count;

    /// <summary>What a candidate adds, exactly.</summary>
    internal ClosingWorth Gain(ClosingCandidate candidate) => Fresh(candidate) with { People = flow.Gain(candidate.Sources) };

    /// <summary>No less than what a candidate adds, without looking for ways.</summary>
    internal ClosingWorth AtMost(ClosingCandidate candidate) =>
        Fresh(candidate) with { People = Math.Min(candidate.Sources.Sum(s => Math.Min(s.Room ?? 0, s.Cells.Sum(c => unmet[c]))), candidate.Cells.Sum(c => unmet[c])) };

    /// <summary>Takes a candidate in.</summary>
    internal void Add(ClosingCandidate candidate)
    {
        firstSource[candidate] = flow.Count;
        flow.Add(candidate.Sources);
        foreach (var cell in candidate.Cells)
        {
            reached[cell] = true;
        }
    }

    /// <summary>Whom a candidate of the set serves, by cell.</summary>
    internal Dictionary<int, long> SentBy(ClosingCandidate candidate) => Sent(flow, firstSource[candidate], candidate.Sources.Count);

    /// <summary>Whom a candidate would serve if it were alone.</summary>
    internal Dictionary<int, long> SentAlone(ClosingCandidate candidate)
    {
        var alone = new ClosingFlow(unmet);
        alone.Add(candidate.Sources);
        return Sent(alone, 0, candidate.Sources.Count);
    }

    private static Dictionary<int, long> Sent(ClosingFlow flow, int first, int count) =>
        Enumerable.Range(first, count).SelectMany(flow.SentBy).GroupBy(s => s.Cell).ToDictionary(g => g.Key, g => g.Sum(s => s.People));

    private ClosingWorth Fresh(ClosingCandidate candidate)
    {
        var (need, count) = (0L, 0);
        foreach (var cell in candidate.Cells)
        {
            if (!reached[cell])
            {
                need += unmet[cell];
                count++;
            }
        }

        return new ClosingWorth(0, need, count);
    }
}
