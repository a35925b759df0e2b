namespace NetworkMap.Graph.Text;

/// <summary>Which elements of one kind have which words in their names, and which initials: persistent like the arrays it is made of. Elements whose names did
/// not change cost nothing, so a projection that hides no name shares all of it.</summary>
internal sealed class NameIndex
{
    private readonly ChunkedArray<Bag<int>> byWord;
    private readonly ChunkedArray<Bag<int>> byInitials;

    private NameIndex(ChunkedArray<Bag<int>> byWord, ChunkedArray<Bag<int>> byInitials, int count)
    {
        this.byWord = byWord;
        this.byInitials = byInitials;
        Count = count;
    }

    /// <summary>How many elements have names.</summary>
    internal int Count { get; }

    /// <summary>Handles of the elements with a word in one of their names, each once.</summary>
    internal ReadOnlySpan<int> With(int word) => byWord[word].Span;

    /// <summary>Handles of the elements with a name of these initials.</summary>
    internal ReadOnlySpan<int> WithInitials(int initials) => byInitials[initials].Span;

    /// <summary>An index of nothing.</summary>
    internal static NameIndex Empty() => new(ChunkedArray<Bag<int>>.Empty(), ChunkedArray<Bag<int>>.Empty(), 0);

    /// <summary>Gives back what was kept for more to come, in an index that nobody sees yet.</summary>
    internal void Trim()
    {
        byWord.Settle(b => b.Trim());
        byInitials.Settle(b => b.Trim());
    }

    /// <summary>The index after the names of an element changed; no names stand for no element.</summary>
    internal NameIndex Moved(int element, ElementNames before, ElementNames after, Handles handles, EditScope scope)
    {
        if (before.Equals(after))
        {
            return this;
        }

        var words = Moved(byWord, before.Words(handles.Words), after.Words(handles.Words), element, scope);
        var initials = Moved(byInitials, before.Initials(handles.Initials), after.Initials(handles.Initials), element, scope);
        return new NameIndex(words, initials, Count + (after.IsNone ? 0 : 1) - (before.IsNone ? 0 : 1));
    }

    private static ChunkedArray<Bag<int>> Moved(ChunkedArray<Bag<int>> index, HashSet<int> before, HashSet<int> after, int element, EditScope scope)
    {
        foreach (var key in before)
        {
            index = after.Contains(key) ? index : index.With(key, index[key].RemoveAt(index[key].Span.IndexOf(element)), scope);
        }

        foreach (var key in after)
        {
            index = before.Contains(key) ? index : index.With(key, index[key].Add(element, scope), scope);
        }

        return index;
    }
}
