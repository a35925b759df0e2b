namespace NetworkMap.Graph;

/// <summary>A persistent array in chunks of 256: reading follows three references, a change copies at most three small arrays, and the old version
/// goes on as it was. What was never written reads as the default.</summary>
internal sealed class ChunkedArray<T>
{
    private const int Bits = 8;
    private const int Size = 1 << Bits;
    private const int Mask = Size - 1;
    private T[][][] root;

    private ChunkedArray(T[][][] root) => this.root = root;

    internal static ChunkedArray<T> Empty() => new([]);

    internal T? this[int index]
    {
        get
        {
            var top = index >> (2 * Bits);
            var chunks = root;
            return (uint)top < (uint)chunks.Length && chunks[top] is { } middle && middle[(index >> Bits) & Mask] is { } leaf ? leaf[index & Mask] : default;
        }
    }

    /// <summary>The array with one place changed.</summary>
    internal ChunkedArray<T> With(int index, T value, EditScope scope)
    {
        var result = scope.Owns(this) ? this : scope.Own(new ChunkedArray<T>(root));
        var top = index >> (2 * Bits);
        result.root = Owned(result.root, top + 1, scope);
        var middle = result.root[top] = Owned(result.root[top], Size, scope);
        var leaf = middle[(index >> Bits) & Mask] = Owned(middle[(index >> Bits) & Mask], Size, scope);
        leaf[index & Mask] = value;
        return result;
    }

    /// <summary>Changes every place where something was written, in an array that nobody sees yet.</summary>
    internal void Settle(Func<T, T> change)
    {
        foreach (var leaf in root.Where(m => m is not null).SelectMany(m => m).Where(l => l is not null))
        {
            for (var i = 0; i < leaf.Length; i++)
            {
                leaf[i] = change(leaf[i]);
            }
        }
    }

    private static TItem[] Owned<TItem>(TItem[]? array, int length, EditScope scope)
    {
        if (array is not null && array.Length >= length && scope.Owns(array))
        {
            return array;
        }

        var copy = new TItem[Math.Max(length, array?.Length ?? 0)];
        array?.CopyTo(copy, 0);
        return scope.Own(copy);
    }
}
