namespace NetworkMap.Domain;

/// <summary>Equal values that many elements have, kept once: of two equal ones the first is given for both. A table of fixed size, in sets of four places in
/// which the newest value pushes out the one that came first (as processors' caches do: with one place for each, two values that fall on it would push each
/// other out for ever). It forgets, so it never grows, and needs no lock, since a lost race only means that a value is kept twice.</summary>
internal sealed class Pool<T> where T : class
{
    private const int Ways = 4;
    private readonly T?[] places;
    private readonly IEqualityComparer<T> comparer;

    /// <summary>A pool of 2 to the power of <paramref name="bits"/> places.</summary>
    internal Pool(int bits, IEqualityComparer<T>? comparer = null)
    {
        places = new T?[1 << bits];
        this.comparer = comparer ?? EqualityComparer<T>.Default;
    }

    /// <summary>An equal value that was given before, or this one.</summary>
    internal T One(T value)
    {
        var hash = (uint)comparer.GetHashCode(value) * 2654435769u >> 7;
        var set = places.AsSpan((int)(hash & (uint)(places.Length - Ways)), Ways);
        foreach (ref var place in set)
        {
            if (Volatile.Read(ref place) is { } known && comparer.Equals(known, value))
            {
                return known;
            }
        }

        for (var i = Ways - 1; i > 0; i--)
        {
            Volatile.Write(ref set[i], Volatile.Read(ref set[i - 1]));
        }

        Volatile.Write(ref set[0], value);
        return value;
    }
}
