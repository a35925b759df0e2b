namespace NetworkMap.Graph;

/// <summary>A persistent list without order. Adding writes behind the end that older versions know, so a hub with 20,000 ties does not copy them for
/// one more; taking away or changing copies. Safe because there is one writer and one line of versions: a version that was thrown away has no readers. An edit
/// that branches off that line (<see cref="EditScope.Branch"/>) copies always, since behind its end the line may have gone on.</summary>
internal readonly struct Bag<T>
{
    private readonly T[]? items;
    private readonly int count;
    private readonly int room;

    private Bag(T[] items, int count, int room)
    {
        this.items = items;
        this.count = count;
        this.room = room;
    }

    /// <summary>A list of these members, which nobody else may change any more.</summary>
    internal static Bag<T> Of(T[] items) => new(items, items.Length, items.Length);

    internal int Count => count;

    internal ReadOnlySpan<T> Span => items.AsSpan(0, count);

    internal ReadOnlyMemory<T> Memory => items.AsMemory(0, count);

    internal Bag<T> Add(T item, EditScope scope)
    {
        if (!scope.IsBranch && count < room)
        {
            items![count] = item;
            return new Bag<T>(items, count + 1, room);
        }

        var grown = new T[count < 4 ? count + 1 : count + (count / 2)];
        Span.CopyTo(grown);
        grown[count] = item;
        return new Bag<T>(grown, count + 1, grown.Length);
    }

    /// <summary>The same list without room behind its end: the next addition copies, so two lines of versions may go on from it, each for itself.</summary>
    internal Bag<T> Trim() => items is null || items.Length == count ? this : count == 0 ? default : Of(Span.ToArray());

    /// <summary>The members for which a rule holds. When they come before all others they stay where they are, for the larger list and this one together.</summary>
    internal Bag<T> Where(Func<T, bool> holds)
    {
        var (kept, end) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            if (holds(items![i]))
            {
                kept++;
                end = i + 1;
            }
        }

        return kept == count ? this : kept == 0 ? default : end == kept ? new Bag<T>(items!, kept, kept) : Of([.. items!.Take(count).Where(holds)]);
    }

    internal Bag<T> RemoveAt(int index)
    {
        var rest = new T[count - 1];
        Span[..index].CopyTo(rest);
        Span[(index + 1)..].CopyTo(rest.AsSpan(index));
        return Of(rest);
    }
}
