using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Which word of one name stands for which of another. Words are paired by what they say first, then by how they sound, as two written in one, as
/// mistyped, as initials, and as cut short; so the order of words does not matter.</summary>
internal sealed class NameMatch
{
    private const double Same = 1;
    private const double SameMeaning = 0.95;
    private const double SameSound = 0.93;
    private const double InOne = 0.93;
    private const double OfInitials = 0.9;
    private const double CutShort = 0.85;
    private readonly NameWord[] left;
    private readonly NameWord[] right;
    private readonly bool[] leftMet;
    private readonly bool[] rightMet;

    private NameMatch(NameForm one, NameForm other)
    {
        (left, right) = (one.Words, other.Words);
        (leftMet, rightMet) = (new bool[left.Length], new bool[right.Length]);
    }

    /// <summary>The weight of what both have, each by its likeness.</summary>
    internal double Shared { get; private set; }

    /// <summary>The part of <see cref="Shared"/> that tells them from other organizations: without legal forms, groups and places.</summary>
    internal double Telling { get; private set; }

    /// <summary>The part of <see cref="Shared"/> of words that hardly anybody else has.</summary>
    internal double Rare { get; private set; }

    /// <summary>Whether some words were only nearly the same.</summary>
    internal bool IsNearly { get; private set; }

    /// <summary>Whether some words were found by another spelling.</summary>
    internal bool IsSpelling { get; private set; }

    /// <summary>Whether one has initials of the other.</summary>
    internal bool IsInitials { get; private set; }

    /// <summary>Whether words of English stand for those of the other.</summary>
    internal bool IsTranslation { get; private set; }

    /// <summary>What only the one has.</summary>
    internal IEnumerable<NameWord> LeftAlone => left.Where((_, i) => !leftMet[i]);

    /// <summary>What only the other has.</summary>
    internal IEnumerable<NameWord> RightAlone => right.Where((_, i) => !rightMet[i]);

    internal static NameMatch Of(NameForm one, NameForm other)
    {
        var match = new NameMatch(one, other);
        match.Pair((a, b) => a.Text == b.Text ? Same : 0, _ => { });
        match.Pair((a, b) => MeansSame(a, b) ? SameMeaning : 0, m => m.IsTranslation = true);
        match.Pair((a, b) => SoundsSame(a, b) ? SameSound : 0, m => m.IsSpelling = true);
        match.PairInOne();
        match.Pair((a, b) => Mistyped(a, b), m => m.IsNearly = true);
        match.PairInitials(match.left, match.leftMet, match.right, match.rightMet);
        match.PairInitials(match.right, match.rightMet, match.left, match.leftMet);
        match.PairSyllables(match.left, match.leftMet, match.right, match.rightMet);
        match.PairSyllables(match.right, match.rightMet, match.left, match.leftMet);
        match.Pair((a, b) => IsShort(a, b) || IsShort(b, a) ? CutShort : 0, _ => { });
        return match;
    }

    private static bool MeansSame(NameWord a, NameWord b) => Array.IndexOf(a.Meanings, b.Text) >= 0 || Array.IndexOf(b.Meanings, a.Text) >= 0 || (a.Meanings.Length > 0 && Array.Exists(a.Meanings, m => Array.IndexOf(b.Meanings, m) >= 0));

    private static bool SoundsSame(NameWord a, NameWord b) =>
        a.Kind != WordKind.Number && b.Kind != WordKind.Number && a.Text.Length > 2 && b.Text.Length > 2 && !(a.IsKnown && b.IsKnown && a.Kind != WordKind.Common)
        && (a.Old == b.Old || (a.Sound == b.Sound && a.Sound.Length > 2 && !a.IsPerson));

    /// <summary>Whether one of two words is the other mistyped. Two words that people use are two words, and so are two names of persons.</summary>
    private static double Mistyped(NameWord a, NameWord b)
    {
        var (shorter, longer) = (Math.Min(a.Text.Length, b.Text.Length), Math.Max(a.Text.Length, b.Text.Length));
        if (shorter >= 3 && !(a.IsKnown && b.IsKnown) && a.Kind != WordKind.Number && b.Kind != WordKind.Number && a.Scanned == b.Scanned)
        {
            return 0.88;
        }

        if (shorter == 3 && longer == 4 && !(a.IsKnown || b.IsKnown || a.IsPerson || b.IsPerson || a.IsAcronym || b.IsAcronym) && a.Text[0] == b.Text[0] && Consonants(a.Text) == Consonants(b.Text))
        {
            return 0.75;
        }

        if (shorter < 4 || longer > Folding.LongestWord || (a.IsKnown && b.IsKnown) || a.IsPerson || b.IsPerson || a.IsAcronym || b.IsAcronym || a.Text.Any(char.IsDigit) || b.Text.Any(char.IsDigit))
        {
            return 0;
        }

        var most = shorter >= 8 ? 2 : 1;
        var edits = EditDistance.Between(a.Text, b.Text, most);
        edits = edits <= most ? edits : EditDistance.Between(a.Sound, b.Sound, 1) + (longer >= 6 ? 1 : 9);
        return edits > most && !(edits == 2 && shorter >= 6) ? 0 : (edits, shorter) switch { ( <= 1, >= 8) => 0.92, ( <= 1, >= 6) => 0.88, ( <= 1, _) => 0.75, (_, >= 8) => 0.82, _ => 0.75 };
    }

    /// <summary>What is left of a word of which a vowel may be lost.</summary>
    private static string Consonants(string text) => string.Concat(text.Where(c => c is not ('a' or 'e' or 'i' or 'o' or 'u')));

    private static bool IsShort(NameWord cut, NameWord whole) =>
        !cut.IsKnown && whole.Text.Length >= cut.Text.Length + 2 && ((cut.Text.Length >= 3 && whole.Text.StartsWith(cut.Text, StringComparison.Ordinal) && whole.IsKnown)
            || (cut.Text.Length == 1 && whole.Text[0] == cut.Text[0]));

    private void Pair(Func<NameWord, NameWord, double> likeness, Action<NameMatch> mark)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length && !leftMet[i]; j++)
            {
                if (!rightMet[j] && likeness(left[i], right[j]) is > 0 and var how)
                {
                    (leftMet[i], rightMet[j]) = (true, true);
                    Add(left[i], right[j], how);
                    mark(this);
                }
            }
        }
    }

    private void Add(NameWord a, NameWord b, double likeness)
    {
        var weight = Math.Min(a.Weight, b.Weight);
        weight = a.IsKnown != b.IsKnown && likeness < SameSound ? Math.Max(weight, a.IsKnown ? a.Weight : b.Weight) : weight;
        Shared += weight * likeness;
        Rare += weight >= 0.7 ? weight * likeness : 0;
        Telling += a.Kind is WordKind.Legal or WordKind.Group or WordKind.Place or WordKind.Small or WordKind.Title || b.Kind is WordKind.Place ? 0 : weight * likeness;
    }

    /// <summary>Two words of one that the other writes in one: Tanggul Angin, Khoirun Nisa.</summary>
    private void PairInOne()
    {
        PairInOne(left, leftMet, right, rightMet);
        PairInOne(right, rightMet, left, leftMet);
    }

    private void PairInOne(NameWord[] one, bool[] oneMet, NameWord[] two, bool[] twoMet)
    {
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = 0; j + 1 < two.Length && !oneMet[i]; j++)
            {
                if (twoMet[j] || twoMet[j + 1])
                {
                    continue;
                }

                var joined = InOneWord(two[j].Text, two[j + 1].Text);
                if (joined == one[i].Text || (joined.Length > 5 && (Spelling.Sound(joined) == one[i].Sound || (joined.Length > 8 && RegionEdits(joined, one[i].Text) <= 1))))
                {
                    (oneMet[i], twoMet[j], twoMet[j + 1]) = (true, true, true);
                    var weight = Math.Min(1, Math.Max(one[i].Weight, two[j].Weight + two[j + 1].Weight)) * InOne;
                    (Shared, Telling, Rare) = (Shared + weight, Telling + weight, Rare + (weight >= 0.7 ? weight : 0));
                }
            }
        }
    }

    /// <summary>An article sounds as the letter behind it: Az-Zahra and Azzahra.</summary>
    private static string InOneWord(string first, string second) => first == "al" && second[0] is 's' or 'n' or 'r' or 't' or 'd' or 'z' ? $"a{second[0]}{second}" : first + second;

    private static int RegionEdits(string one, string other) => Math.Max(one.Length, other.Length) > Folding.LongestWord ? 9 : EditDistance.Between(one, other, 1);

    /// <summary>A word whose letters are the first ones of words in a row that the other has alone: JKR and Jaringan Kerja Rumahan.</summary>
    private void PairInitials(NameWord[] one, bool[] oneMet, NameWord[] two, bool[] twoMet)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var letters = one[i].Text;
            if (oneMet[i] || letters.Length is < 2 or > 10 || (one[i].IsKnown && !one[i].IsAcronym) || one[i].Kind == WordKind.Number)
            {
                continue;
            }

            for (var from = 0; from < two.Length && !oneMet[i]; from++)
            {
                if (Row(letters, two, twoMet, from) is { Count: > 1 } row)
                {
                    oneMet[i] = true;
                    row.ForEach(j => twoMet[j] = true);
                    var weight = Math.Min(1.2, row.Sum(j => two[j].Weight)) * (letters.Length > 2 ? OfInitials : 0.8);
                    (Shared, Telling, Rare, IsInitials) = (Shared + weight, Telling + weight, Rare + (weight >= 0.7 ? weight : 0), true);
                }
            }
        }
    }

    /// <summary>A word made of the beginnings of words in a row: Unpatti and Universitas Pattimura, Kalsel and Kalimantan Selatan.</summary>
    private void PairSyllables(NameWord[] one, bool[] oneMet, NameWord[] two, bool[] twoMet)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var syllables = one[i].Text;
            for (var from = 0; from + 1 < two.Length && !oneMet[i] && syllables.Length is >= 5 and <= 14 && !one[i].IsKnown && one[i].Kind == WordKind.Own; from++)
            {
                if (Made(syllables, two, twoMet, from, []) is { Count: > 1 } row)
                {
                    oneMet[i] = true;
                    row.ForEach(j => twoMet[j] = true);
                    var weight = Math.Min(1.2, row.Sum(j => two[j].Weight)) * OfInitials;
                    (Shared, Telling, Rare, IsInitials) = (Shared + weight, Telling + weight, Rare + (weight >= 0.7 ? weight : 0), true);
                }
            }
        }
    }

    /// <summary>The words whose beginnings, of two letters and more each, make up all that is left.</summary>
    private static List<int>? Made(ReadOnlySpan<char> left, NameWord[] words, bool[] met, int at, List<int> row)
    {
        if (left.IsEmpty)
        {
            return row;
        }

        if (at >= words.Length || met[at])
        {
            return null;
        }

        if (words[at].Kind == WordKind.Small && row.Count > 0)
        {
            return Made(left, words, met, at + 1, row);
        }

        for (var length = left.CommonPrefixLength(words[at].Text); length > 1; length--)
        {
            if (Made(left[length..], words, met, at + 1, [.. row, at]) is { } made)
            {
                return made;
            }
        }

        return null;
    }

    private static List<int>? Row(string letters, NameWord[] words, bool[] met, int from)
    {
        var (row, read) = (new List<int>(), 0);
        for (var j = from; j < words.Length && read < letters.Length; j++)
        {
            if (!met[j] && words[j].Text[0] == letters[read])
            {
                row.Add(j);
                read++;
            }
            else if (words[j].Kind != WordKind.Small)
            {
                return null;
            }
        }

        return read == letters.Length ? row : null;
    }
}
