namespace NetworkMap.Graph;

/// <summary>Dense integer handles for ids, given once and never again: shared by every snapshot and every projection of a network, past ones as well. Who builds
/// a snapshot adds, one at a time, while any number of readers look up without waiting; a reader that meets a handle its snapshot has nothing for sees no
/// element there. Keys lie by handle in pages that never move, and a hash table of handles alone leads to them.</summary>
internal sealed class HandleTable<TKey> where TKey : struct, IEquatable<TKey>
{
    private const int PageBits = 10;
    private const int PageSize = 1 << PageBits;
    private readonly Lock adding = new();
    private TKey[][] pages = [];
    private int[] slots = new int[64];
    private int count;

    /// <summary>Handles given so far; every handle is below this.</summary>
    internal int Count => Volatile.Read(ref count);

    /// <summary>The key that has a handle.</summary>
    internal TKey this[int handle] => KeyOf(handle);

    /// <summary>The handle of a key, or -1.</summary>
    internal int Find(TKey key)
    {
        var table = Volatile.Read(ref slots);
        for (var i = Start(key, table.Length); ; i = (i + 1) & (table.Length - 1))
        {
            var handle = Volatile.Read(ref table[i]) - 1;
            if (handle < 0 || KeyOf(handle).Equals(key))
            {
                return handle;
            }
        }
    }

    /// <summary>The handle of a key, new if it has none.</summary>
    internal int FindOrAdd(TKey key)
    {
        var found = Find(key);
        return found >= 0 ? found : Add(key);
    }

    private int Add(TKey key)
    {
        lock (adding)
        {
            var found = Find(key);
            if (found >= 0)
            {
                return found;
            }

            if ((count + 1) * 10L > slots.Length * 7L)
            {
                Grow();
            }

            var handle = count;
            Keep(handle, key);
            Insert(slots, key, handle);
            Volatile.Write(ref count, handle + 1);
            return handle;
        }
    }

    private ref TKey KeyOf(int handle) => ref Volatile.Read(ref pages)[handle >> PageBits][handle & (PageSize - 1)];

    private void Keep(int handle, TKey key)
    {
        if (handle >> PageBits == pages.Length)
        {
            Volatile.Write(ref pages, [.. pages, new TKey[PageSize]]);
        }

        KeyOf(handle) = key;
    }

    private static int Start(TKey key, int length) => (int)((uint)key.GetHashCode() * 2654435769u >> 7) & (length - 1);

    private static void Insert(int[] table, TKey key, int handle)
    {
        var i = Start(key, table.Length);
        while (table[i] != 0)
        {
            i = (i + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[i], handle + 1);
    }

    private void Grow()
    {
        var larger = new int[slots.Length * 2];
        for (var handle = 0; handle < count; handle++)
        {
            Insert(larger, KeyOf(handle), handle);
        }

        Volatile.Write(ref slots, larger);
    }
}
