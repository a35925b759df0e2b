using System.Runtime.InteropServices;
using System.Text;

namespace NetworkMap.Changes;

/// <summary>Texts that come up again and again in what is stored (codes, sources, accounts), given as one string each instead of a new one each time. Of fixed
/// size and without a lock, like the pools of values: it forgets, and never grows.</summary>
internal sealed class Words
{
    private readonly string?[] places = new string?[1 << 14];

    /// <summary>The text of ASCII bytes.</summary>
    internal string Of(ReadOnlySpan<byte> ascii)
    {
        ref var place = ref places[Hash(ascii) & (uint)(places.Length - 1)];
        if (Volatile.Read(ref place) is { } known && Ascii.Equals(ascii, known))
        {
            return known;
        }

        var word = Encoding.ASCII.GetString(ascii);
        Volatile.Write(ref place, word);
        return word;
    }

    /// <summary>Eight bytes at a time, mixed as in FNV (Fowler, Noll and Vo 1991).</summary>
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL + (uint)bytes.Length;
        var eights = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var eight in eights)
        {
            hash = (hash ^ eight) * 1099511628211UL;
            hash ^= hash >> 32;
        }

        foreach (var one in bytes[(eights.Length * 8)..])
        {
            hash = (hash ^ one) * 1099511628211UL;
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
