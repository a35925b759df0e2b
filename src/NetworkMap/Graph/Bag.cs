namespace NetworkMap.Graph;

/// <summary>A persistent list without order. Adding writes behind the end that older versions know, so a hub with 20,000 ties does not copy them for
/// one more; taking away or changing copies. Safe because there is one writer and one line of versions: a version that was thrown away has no readers. An edit
/// that branches off that line (<see cref="EditScope.Branch"/>) copies always, since behind its end the line may have gone on.</summary>
internal readonly struct Bag<T>
{
    private readonly T[]? items;
    private readonly int count;

    private Bag(T[] items, int count)
    {
        this.items = items;
        this.count = count;
    }

    internal int Count => count;

    internal ReadOnlySpan<T> Span => items.AsSpan(0, count);

    internal ReadOnlyMemory<T> Memory => items.AsMemory(0, count);

    internal Bag<T> Add(T item, EditScope scope)
    {
        if (!scope.IsBranch && items is not null && count < items.Length)
        {
            items[count] = item;
            return new Bag<T>(items, count + 1);
        }

        var grown = new T[count < 4 ? count + 1 : count + (count / 2)];
        Span.CopyTo(grown);
        grown[count] = item;
        return new Bag<T>(grown, count + 1);
    }

    /// <summary>The same list without room behind its end: the next addition copies, so two lines of versions may go on from it, each for itself.</summary>
    internal Bag<T> Trim() => items is null || items.Length == count ? this : count == 0 ? default : new Bag<T>(Span.ToArray(), count);

    /// <summary>The members for which a rule holds; the same list when it holds for all.</summary>
    internal Bag<T> Where(Func<T, bool> holds)
    {
        var kept = 0;
        foreach (var item in Span)
        {
            kept += holds(item) ? 1 : 0;
        }

        return kept == count ? this : kept == 0 ? default : new Bag<T>([.. items!.Take(count).Where(holds)], kept);
    }

    internal Bag<T> RemoveAt(int index)
    {
        var rest = new T[count - 1];
        Span[..index].CopyTo(rest);
        Span[(index + 1)..].CopyTo(rest.AsSpan(index));
        return new Bag<T>(rest, count - 1);
    }
}
