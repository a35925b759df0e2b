namespace NetworkMap.Graph.Algorithms;

/// <summary>Who would close gaps of the coverage: the organizations that are able and near, and a set of them that together would do the most.</summary>
/// <remarks>
/// <para>Able is who offers on the day, in some area, what the cell lacks, does not cover it, and is not known to be full; near is who is no further from the region's point
/// than asked, or does it in a part of the region already. A set counts, in this order: the home workers whom its room would serve (every place once, over all cells and terms of a service,
/// see <see cref="ClosingFlow"/>), the unmet need of the cells that it reaches at all, and their number. Room that is not stated promises no number.</para>
/// <para>The best set is hard to find (maximum coverage); it is built greedily, each time by who adds the most. All three counts are monotone and submodular, so the set serves at
/// least 1 - 1/e (63 %) of what the best set of that size could (Nemhauser, Wolsey and Fisher, <i>An analysis of approximations for maximizing submodular set functions</i>,
/// 1978). Who adds little now adds no more later, so few have to be asked again (Minoux 1978).</para>
/// </remarks>
public static class Closing
{
    /// <summary>What a greedy set is worth at least, of the best one: 1 - 1/e.</summary>
    public const double Guarantee = 1 - (1 / Math.E);

    /// <summary>The answer. Equal ones come in the order of their ids.</summary>
    public static ClosingAnswer Of(NetworkGraph graph, ClosingOptions options, CancellationToken cancellation)
    {
        var matrix = Coverage.Matrix(graph, options.Cells, cancellation);
        var gaps = Coverage.Gaps(matrix);
        var able = new ClosingCandidates(graph, options, gaps, cancellation);
        var unmet = gaps.Select(g => (long)(g.Cell.Unmet ?? 0)).ToArray();
        var set = new ClosingSet(unmet);
        var chosen = Best(able.All, set, options.Count, set.Add, cancellation);
        var alone = new ClosingSet(unmet);
        var others = Best([.. able.All.Except(chosen)], alone, options.Listed, _ => { }, cancellation);
        return new ClosingAnswer(
            gaps, unmet.Sum(),
            [.. chosen.Select(c => able.Tell(c, set.SentBy(c)))],
            [.. others.Select(c => able.Tell(c, alone.SentAlone(c)))],
            able.All.Count, able.Unplaced,
            matrix.Rows.Sum(row => row.Cells.Count), matrix.Rows.Sum(row => row.Cells.Count(cell => cell.IsUnasked)));
    }

    /// <summary>The first so many by what each adds to the set; <paramref name="take"/> may add one to it.</summary>
    private static List<ClosingCandidate> Best(
        IReadOnlyList<ClosingCandidate> candidates, ClosingSet set, int count, Action<ClosingCandidate> take, CancellationToken cancellation)
    {
        var waiting = new PriorityQueue<(ClosingCandidate Candidate, int Asked), (ClosingWorth, string)>(Comparer<(ClosingWorth Worth, string Id)>.Create(
            (one, other) => other.Worth.CompareTo(one.Worth) is not 0 and var more ? more : string.CompareOrdinal(one.Id, other.Id)));
        foreach (var candidate in candidates)
        {
            waiting.Enqueue((candidate, -1), (set.AtMost(candidate), candidate.Id));
        }

        var best = new List<ClosingCandidate>();
        while (best.Count < count && waiting.TryDequeue(out var next, out var worth))
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Asked != set.Size)
            {
                waiting.Enqueue((next.Candidate, set.Size), (set.Gain(next.Candidate), next.Candidate.Id));
                continue;
            }

            if (worth.Item1 == default)
            {
                break;
            }

            best.Add(next.Candidate);
            take(next.Candidate);
        }

        return best;
    }
}

/// <summary>What a set is worth, by the first number that differs.</summary>
/// <param name="People">Home workers served.</param>
/// <param name="Reached">Unmet need of the cells reached.</param>
/// <param name="Cells">Cells reached.</param>
internal readonly record struct ClosingWorth(long People, long Reached, int Cells) : IComparable<ClosingWorth>
{
    public int CompareTo(ClosingWorth other) => (People, Reached, Cells).CompareTo((other.People, other.Reached, other.Cells));
}
