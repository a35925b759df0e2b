namespace NetworkMap.Graph;

/// <summary>Dense integer handles for ids, given once and never again: shared by every snapshot and every projection of a network, past ones as well. Who builds
/// a snapshot adds, one at a time, while any number of readers look up without waiting; a reader that meets a handle its snapshot has nothing for sees no
/// element there.</summary>
internal sealed class HandleTable<TKey> where TKey : struct, IEquatable<TKey>
{
    private readonly Lock adding = new();
    private Slot[] slots = new Slot[64];
    private int count;

    /// <summary>Handles given so far; every handle is below this.</summary>
    internal int Count => Volatile.Read(ref count);

    /// <summary>The handle of a key, or -1.</summary>
    internal int Find(TKey key)
    {
        var table = Volatile.Read(ref slots);
        for (var i = Start(key, table.Length); ; i = (i + 1) & (table.Length - 1))
        {
            var handle = Volatile.Read(ref table[i].HandlePlusOne);
            if (handle == 0)
            {
                return -1;
            }

            if (table[i].Key.Equals(key))
            {
                return handle - 1;
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

            if ((count + 1) * 10 > slots.Length * 7)
            {
                Grow();
            }

            Insert(slots, key, count + 1);
            Volatile.Write(ref count, count + 1);
            return count - 1;
        }
    }

    private static int Start(TKey key, int length) => (int)((uint)key.GetHashCode() * 2654435769u >> 7) & (length - 1);

    private static void Insert(Slot[] table, TKey key, int handlePlusOne)
    {
        var i = Start(key, table.Length);
        while (table[i].HandlePlusOne != 0)
        {
            i = (i + 1) & (table.Length - 1);
        }

        table[i].Key = key;
        Volatile.Write(ref table[i].HandlePlusOne, handlePlusOne);
    }

    private void Grow()
    {
        var larger = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.HandlePlusOne != 0)
            {
                Insert(larger, slot.Key, slot.HandlePlusOne);
            }
        }

        Volatile.Write(ref slots, larger);
    }

    private struct Slot
    {
        internal TKey Key;
        internal int HandlePlusOne;
    }
}
