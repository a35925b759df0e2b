namespace NetworkMap.Graph.Text;

/// <summary>Words as they sound, so that two ways to write one become the same text: the spelling from before 1972 (oe, dj, tj, nj, sj, ch, and j for y), letters
/// doubled, and the ways in which Arabic is written in Latin letters (dz and dh, ts, kh, q, 'ain, -ah and -oh and -at, el- for al-).</summary>
internal static class Spelling
{
    /// <summary>Old spelling and doubled letters set aside. <c>j</c> and <c>y</c> become one, since the old <c>j</c> is the new <c>y</c>.</summary>
    internal static string Old(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[Math.Min(word.Length, 256)];
        var length = 0;
        for (var i = 0; i < word.Length && length < letters.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var (letter, read) = (word[i], next) switch
            {
                ('o', 'e') => ('u', 2),
                ('d', 'j') => ('y', 2),
                ('t', 'j') => ('c', 2),
                ('c', 'h') => ('h', 2),
                ('j', _) => ('y', 1),
                var (c, _) => (c, 1),
            };
            i += read - 1;
            if (length == 0 || letters[length - 1] != letter || char.IsDigit(letter))
            {
                letters[length++] = letter;
            }
        }

        return letters[..length].ToString();
    }

    /// <summary>Beyond <see cref="Old"/>, how Arabic words are written: Khoirul and Hairul, Dzikir and Zikir, Syifa and Sifa, Hidayatullah and Hidayatulloh.</summary>
    internal static string Sound(string word)
    {
        if (word.Length < 3 || char.IsDigit(word[0]))
        {
            return word;
        }

        Span<char> letters = stackalloc char[Math.Min(word.Length, 64)];
        var length = 0;
        for (var i = 0; i < word.Length && length < letters.Length; i++)
        {
            var (letter, read) = Heard(word[i], i + 1 < word.Length ? word[i + 1] : '\0', i == 0);
            i += read - 1;
            if (length == 0 || letters[length - 1] != letter || char.IsDigit(letter))
            {
                letters[length++] = letter;
            }
        }

        // A final h after a vowel is not heard, nor is the t of the tied ta.
        length -= length > 3 && letters[length - 1] == 'h' ? 1 : 0;
        return letters[..length].ToString();
    }

    private static (char Letter, int Read) Heard(char one, char next, bool first) => (one, next) switch
    {
        ('k', 'h') or ('c', 'h') => ('h', 2),
        ('s', 'y') or ('s', 'j') or ('s', 'h') or ('t', 's') => ('s', 2),
        ('d', 'z') or ('z', 'h') or ('t', 'z') => ('z', 2),
        ('d', 'h') or ('d', 'l') => ('d', 2),
        ('t', 'h') => ('t', 2),
        ('g', 'h') => ('g', 2),
        ('o', 'e') or ('o', 'u') or ('a', 'u') => ('u', 2),
        ('o', 'o') => ('u', 2),
        ('e', 'e') or ('i', 'e') or ('i', 'y') => ('i', 2),
        ('d', 'j') => ('y', 2),
        ('t', 'j') => ('c', 2),
        ('a', 'i') or ('o', 'i') or ('e', 'i') or ('a', 'y') when !first => ('e', 2),
        ('q', _) => ('k', 1),
        ('v', _) => ('f', 1),
        ('j', _) => ('y', 1),
        ('o', _) => ('a', 1),
        ('x', _) => ('s', 1),
        _ => (one, 1),
    };
}
