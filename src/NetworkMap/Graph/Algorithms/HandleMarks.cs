namespace NetworkMap.Graph.Algorithms;

/// <summary>A set of organizations, each with a number, that is emptied at no cost: a search that touches a hundred of 200,000 pays for a hundred. Two are kept
/// for each thread and lent to one search at a time.</summary>
internal sealed class HandleMarks
{
    [ThreadStatic]
    private static Stack<HandleMarks>? kept;

    private (int Turn, int Value)[] marks = [];
    private int turn;

    private HandleMarks()
    {
    }

    /// <summary>Lends an empty set for handles below a limit; give it back with <see cref="Return"/> on the same thread.</summary>
    internal static HandleMarks Rent(int limit)
    {
        var lent = (kept ??= new Stack<HandleMarks>()).TryPop(out var used) ? used : new HandleMarks();
        if (lent.marks.Length < limit)
        {
            lent.marks = new (int, int)[limit + (limit / 8)];
            lent.turn = 0;
        }

        if (++lent.turn == int.MaxValue)
        {
            Array.Clear(lent.marks);
            lent.turn = 1;
        }

        return lent;
    }

    internal static void Return(HandleMarks lent)
    {
        if (kept!.Count < 2)
        {
            kept.Push(lent);
        }
    }

    /// <summary>Takes a handle in with its number; false when it is in the set already.</summary>
    internal bool Add(int handle, int value)
    {
        ref var mark = ref marks[handle];
        if (mark.Turn == turn)
        {
            return false;
        }

        mark = (turn, value);
        return true;
    }

    /// <summary>Takes a handle out again.</summary>
    internal void Remove(int handle) => marks[handle] = default;

    /// <summary>The number of a handle, or -1 when it is not in the set.</summary>
    internal int Find(int handle) => (uint)handle < (uint)marks.Length && marks[handle] is var mark && mark.Turn == turn ? mark.Value : -1;
}
