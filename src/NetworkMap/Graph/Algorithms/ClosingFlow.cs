namespace NetworkMap.Graph.Algorithms;

/// <summary>How many people the room of some services can serve, each person by one place: a largest flow from services to cells, kept while services are added. What a service
/// sends never becomes less by that, only where it goes. (Ford and Fulkerson, <i>Flows in Networks</i>, 1962; paths by breadth first, Edmonds and Karp 1972.)</summary>
internal sealed class ClosingFlow
{
    private readonly long[] left;
    private readonly List<(long Room, int[] Cells, long[] Sent)> sources;

    /// <summary>No service yet.</summary>
    /// <param name="unmet">The people of each cell.</param>
    internal ClosingFlow(IEnumerable<long> unmet)
        : this([.. unmet], [])
    {
    }

    private ClosingFlow(long[] left, List<(long Room, int[] Cells, long[] Sent)> sources)
    {
        this.left = left;
        this.sources = sources;
    }

    /// <summary>What this source sends to each of its cells.</summary>
    internal IEnumerable<(int Cell, long People)> SentBy(int source) => sources[source].Cells.Zip(sources[source].Sent);

    /// <summary>How many sources there are.</summary>
    internal int Count => sources.Count;

    /// <summary>How much more would flow with these.</summary>
    internal long Gain(IReadOnlyList<ClosingSource> added)
    {
        var copy = new ClosingFlow([.. left], [.. sources.Select(s => (s.Room, s.Cells, s.Sent.ToArray()))]);
        return copy.Add(added);
    }

    /// <summary>Adds sources, and gives how much more flows.</summary>
    internal long Add(IReadOnlyList<ClosingSource> added)
    {
        var gain = 0L;
        foreach (var source in added)
        {
            sources.Add((source.Room ?? 0, source.Cells, new long[source.Cells.Length]));
            gain += Fill(sources.Count - 1);
        }

        return gain;
    }

    private long Fill(int source)
    {
        var room = sources[source].Room;
        var sent = 0L;
        while (sent < room && Path(source) is { } path)
        {
            var amount = Math.Min(room - sent, left[path[^1].Cell]);
            for (var step = 1; step < path.Count; step++)
            {
                amount = Math.Min(amount, SentTo(path[step].Source, path[step - 1].Cell));
            }

            for (var step = 0; step < path.Count; step++)
            {
                SentTo(path[step].Source, path[step].Cell) += amount;
                if (step > 0)
                {
                    SentTo(path[step].Source, path[step - 1].Cell) -= amount;
                }
            }

            left[path[^1].Cell] -= amount;
            sent += amount;
        }

        return sent;
    }

    private ref long SentTo(int source, int cell) => ref sources[source].Sent[Array.IndexOf(sources[source].Cells, cell)];

    /// <summary>The shortest way by which more can flow: a cell that has people left, or one whose people another source could serve elsewhere. Each step is who sends to which
    /// cell; it takes over what the next one sends there.</summary>
    private List<(int Source, int Cell)>? Path(int source)
    {
        var by = new Dictionary<int, int>();
        var before = new Dictionary<int, int>();
        var waiting = new Queue<int>();
        Reach(source, -1);
        while (waiting.TryDequeue(out var cell))
        {
            if (left[cell] > 0)
            {
                var path = new List<(int, int)>();
                for (var at = cell; at >= 0; at = before[at])
                {
                    path.Insert(0, (by[at], at));
                }

                return path;
            }

            for (var other = 0; other < sources.Count; other++)
            {
                if (Array.IndexOf(sources[other].Cells, cell) is >= 0 and var index && sources[other].Sent[index] > 0)
                {
                    Reach(other, cell);
                }
            }
        }

        return null;

        void Reach(int from, int over)
        {
            foreach (var cell in sources[from].Cells)
            {
                if (by.TryAdd(cell, from))
                {
                    before[cell] = over;
                    waiting.Enqueue(cell);
                }
            }
        }
    }
}

/// <summary>A service with room for people of some cells.</summary>
/// <param name="Service">Its handle.</param>
/// <param name="Room">People a year; null when it states none, so that no number is promised of it.</param>
/// <param name="Cells">The cells it could do something for.</param>
internal sealed record ClosingSource(int Service, long? Room, int[] Cells);
