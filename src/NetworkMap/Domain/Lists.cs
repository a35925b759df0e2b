using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NetworkMap.Domain;

/// <summary>Equal lists kept once: organizations with the same issues, services with the same languages.</summary>
internal sealed class Lists<T>(int bits) where T : IEquatable<T>
{
    private readonly Pool<T[]> pool = new(bits, new ByContent());

    internal ImmutableArray<T> One(ImmutableArray<T> list) =>
        list.IsEmpty ? [] : ImmutableCollectionsMarshal.AsImmutableArray(pool.One(ImmutableCollectionsMarshal.AsArray(list)!));

    private sealed class ByContent : IEqualityComparer<T[]>
    {
        public bool Equals(T[]? x, T[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(T[] list)
        {
            var hash = 17;
            foreach (var item in list)
            {
                hash = unchecked((hash * 31) + item.GetHashCode());
            }

            return hash;
        }
    }
}
