using System.Numerics;

namespace NetworkMap.Graph.Text;

/// <summary>Every word that a name of the network ever had, each with a number: shared by every snapshot like the handles, and added like them. It only grows; a
/// word whose last bearer is gone keeps its number and is found by nobody, since no index has anything under it.</summary>
/// <remarks>Words that are nearly one are found by one pass over a number of 64 bits a word: which letters it has, which twice, and its length. An edit moves at
/// most two of these bits, so that of 60,000 words some dozens remain to be compared.</remarks>
internal sealed class Lexicon
{
    private const ulong LetterBits = (1ul << 58) - 1;
    private const int LeastForEditsInBegin = 4;
    private readonly HandleTable<Word> numbers = new();
    private readonly Lock adding = new();
    private string[] texts = new string[64];
    private ulong[] signs = new ulong[64];
    private ulong[] sounds = new ulong[64];
    private int count;

    /// <summary>Words so far; every number is below this.</summary>
    internal int Count => Volatile.Read(ref count);

    /// <summary>The number of a word, or -1.</summary>
    internal int Find(string word) => numbers.Find(new Word(word)) is >= 0 and var number && number < Count ? number : -1;

    /// <summary>The number of a word, new if it has none.</summary>
    internal int FindOrAdd(string word) => Find(word) is >= 0 and var number ? number : Add(word);

    /// <summary>The word of a number.</summary>
    internal string this[int number] => Volatile.Read(ref texts)[number];

    /// <summary>Words within some edits of a word, and, when it may be only begun, words that begin with it or, from four letters on, so but for one edit.</summary>
    internal List<Near> NearTo(string word, int edits, bool begun)
    {
        var found = new List<Near>();
        var sign = Sign(word);
        var inBegin = word.Length < LeastForEditsInBegin ? 0 : Math.Min(edits, 1);
        var known = Count;
        var all = Volatile.Read(ref signs).AsSpan(0, known);
        for (var number = 0; number < all.Length; number++)
        {
            var longer = (int)(all[number] >> 58) - word.Length;
            var whole = Math.Abs(longer) <= edits && BitOperations.PopCount((all[number] ^ sign) & LetterBits) <= 2 * edits;
            var begin = begun && longer > 0 && BitOperations.PopCount(sign & ~all[number] & LetterBits) <= inBegin;
            if (whole || begin)
            {
                Compare(word, number, whole ? edits : -1, begin ? inBegin : -1, found);
            }
        }

        return found;
    }

    /// <summary>Words that sound as one does, however they are spelled (<see cref="Spelling.Sound"/>).</summary>
    internal List<int> Sounding(string sound)
    {
        var (found, key) = (new List<int>(), Key(sound));
        var all = Volatile.Read(ref sounds).AsSpan(0, Count);
        for (var number = 0; number < all.Length; number++)
        {
            if (all[number] == key)
            {
                found.Add(number);
            }
        }

        return found;
    }

    private void Compare(string word, int number, int edits, int inBegin, List<Near> found)
    {
        var text = this[number];
        if (edits >= 0 && EditDistance.Between(word, text, edits) is var distance && distance <= edits)
        {
            found.Add(new Near(number, distance, IsBegin: false));
        }
        else if (inBegin >= 0 && EditDistance.ToBegin(word, text, inBegin) is var toBegin && toBegin <= inBegin)
        {
            found.Add(new Near(number, toBegin, IsBegin: true));
        }
    }

    private int Add(string word)
    {
        lock (adding)
        {
            if (Find(word) is >= 0 and var meanwhile)
            {
                return meanwhile;
            }

            if (count == texts.Length)
            {
                Grow();
            }

            texts[count] = word;
            signs[count] = Sign(word);
            sounds[count] = Key(Spelling.Sound(word));
            Volatile.Write(ref count, count + 1);
            return numbers.FindOrAdd(new Word(word));
        }
    }

    private void Grow()
    {
        var (moreTexts, moreSigns, moreSounds) = (new string[count * 2], new ulong[count * 2], new ulong[count * 2]);
        texts.CopyTo(moreTexts, 0);
        signs.CopyTo(moreSigns, 0);
        sounds.CopyTo(moreSounds, 0);
        Volatile.Write(ref texts, moreTexts);
        Volatile.Write(ref signs, moreSigns);
        Volatile.Write(ref sounds, moreSounds);
    }

    private static ulong Key(string text)
    {
        var key = 14695981039346656037ul;
        foreach (var c in text)
        {
            key = (key ^ c) * 1099511628211ul;
        }

        return key;
    }

    /// <summary>Bit 0 to 25: has the letter; 26 to 51: has it twice; 52 to 57: has other characters, by their number; above: the length.</summary>
    private static ulong Sign(string word)
    {
        var bits = 0ul;
        foreach (var c in word)
        {
            var bit = char.IsAsciiLetterLower(c) ? 1ul << (c - 'a') : 1ul << (52 + (c % 6));
            bits |= (bits & bit) != 0 && char.IsAsciiLetterLower(c) ? bit << 26 : bit;
        }

        return bits | ((ulong)word.Length << 58);
    }

    private readonly record struct Word(string Text);
}

/// <summary>A word near to another: by how many edits, and whether only its begin was compared.</summary>
internal readonly record struct Near(int Word, int Edits, bool IsBegin);
