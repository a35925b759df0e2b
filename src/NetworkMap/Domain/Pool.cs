namespace NetworkMap.Domain;

/// <summary>Equal values that many elements have, kept once: of two equal ones the first is given for both. A table of fixed size in which the newer value
/// pushes out the older of the same place: it forgets, so it never grows, and needs no lock, since a lost race only means that a value is kept twice.</summary>
internal sealed class Pool<T> where T : class
{
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
        ref var place = ref places[(uint)comparer.GetHashCode(value) * 2654435769u >> 7 & (uint)(places.Length - 1)];
        if (Volatile.Read(ref place) is { } known && comparer.Equals(known, value))
        {
            return known;
        }

        Volatile.Write(ref place, value);
        return value;
    }
}
