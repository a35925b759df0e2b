namespace NetworkMap.Graph.Text;

/// <summary>Finds out for which words of a graph a typed word may stand.</summary>
/// <param name="graph">Only words that its names have count.</param>
/// <param name="kinds">Only names of these kinds count.</param>
/// <param name="eager">Whether words nearly typed are looked for when the typed one is there itself: in a short question nothing else makes up for a letter that
/// happens to make another word.</param>
internal sealed class WordReader(NetworkGraph graph, IReadOnlyList<FoundKind> kinds, bool eager)
{
    private const double JoinedLikeness = 0.95;

    /// <summary>A word with fewer entries may be a more common one with an error.</summary>
    private const int Rare = 12;
    private static readonly FoundKind[] AllKinds = Enum.GetValues<FoundKind>();
    private readonly int elements = AllKinds.Sum(k => graph.NamesOf(k).Count);
    private readonly Dictionary<int, double> weights = [];
    private readonly Dictionary<(string Word, int Edits, bool Begun), List<Near>> looked = [];

    /// <summary>A word with what it abbreviates written out, or cut in two where it is two words run together; with each, whether it may be only the begin of one.</summary>
    internal IEnumerable<(string Text, bool Begun)> WriteOut(string word, bool last)
    {
        var meaning = Abbreviations.WriteOut([word]);
        if (meaning.Count > 1 || meaning[0] != word)
        {
            return meaning.Select(m => (m, false));
        }

        if (IsKnown(word))
        {
            return [(word, last)];
        }

        return Abbreviations.Nearly(word, last) is { } nearly && !IsNearly(word, 0, last) ? nearly.Select(m => (m, false))
            : !IsNearly(word, EditsIn(word), last) && Cut(word) is { } cut ? [(cut.Left, false), (cut.Right, false)]
            : [(word, last)];
    }

    /// <summary>The word as part of a question; with its neighbour it may be one word that was cut.</summary>
    internal Slot Read(string word, string? before, string? after, bool begun)
    {
        var near = Near(word, begun);
        foreach (var joined in new[] { before + word, word + after })
        {
            if (joined.Length > word.Length && Known(joined) is >= 0 and var whole && near.TrueForAll(a => a.Word != whole))
            {
                near.Add(new Alternative(whole, JoinedLikeness));
            }
        }

        var alternatives = near.OrderByDescending(a => a.Likeness).ThenBy(a => a.Word).ToArray();
        return new Slot(Known(word), alternatives, alternatives.Length == 0 ? Rarity(0) : alternatives.TakeWhile(a => a.Likeness >= alternatives[0].Likeness).Min(a => WeightOf(a.Word)), begun ? word : null);
    }

    /// <summary>How much a word tells: the logarithm of how rare it is among all names.</summary>
    internal double WeightOf(int word)
    {
        if (!weights.TryGetValue(word, out var weight))
        {
            weight = Rarity(word < 0 ? 0 : Entries(word, AllKinds));
            weights.Add(word, weight);
        }

        return weight;
    }

    private double Rarity(int entries) => Math.Log(1 + (elements / (1.0 + entries)));

    private int Entries(int word, IReadOnlyList<FoundKind> among)
    {
        var entries = 0;
        for (var i = 0; i < among.Count; i++)
        {
            entries += graph.NamesOf(among[i]).With(word).Length;
        }

        return entries;
    }

    /// <summary>Words near to a word that the kinds have; each is looked for once.</summary>
    private List<Near> Look(string word, int edits, bool begun)
    {
        if (!looked.TryGetValue((word, edits, begun), out var near))
        {
            near = graph.Words.NearTo(word, edits, begun);
            near.RemoveAll(n => Entries(n.Word, kinds) == 0);
            looked.Add((word, edits, begun), near);
        }

        return near;
    }

    private List<Alternative> Near(string word, bool begun)
    {
        var exact = Known(word);
        var edits = exact < 0 || eager || Entries(exact, kinds) < Rare ? EditsIn(word) : 0;
        if (word.Length < 2 || (exact >= 0 && !begun && edits == 0))
        {
            return exact < 0 ? [] : [new Alternative(exact, 1)];
        }

        return [.. Look(word, edits, begun)
            .Select(n => new Alternative(n.Word, Likeness(word, n), n.Edits > 0))
            .OrderByDescending(n => n.Word == exact ? double.MaxValue : n.Likeness * Math.Log(2 + Entries(n.Word, kinds)))
            .Take(Slot.MostAlternatives)];
    }

    private double Likeness(string word, Near near)
    {
        var part = near.IsBegin ? Slot.LikenessOfBegin(word, graph.Words[near.Word]) : 1;
        return part * (1 - (0.9 * near.Edits / word.Length));
    }

    private bool IsKnown(string word) => Known(word) >= 0;

    private int Known(string word) => graph.Words.Find(word) is >= 0 and var number && Entries(number, kinds) > 0 ? number : -1;

    private bool IsNearly(string word, int edits, bool begun) => Look(word, edits, begun).Count > 0;

    /// <summary>Two known words that make up an unknown one, with nothing or one wrong letter between them, the shorter of the two as long as can be.</summary>
    private (string Left, string Right)? Cut(string word)
    {
        (string Left, string Right)? best = null;
        for (var at = 3; at <= word.Length - 3; at++)
        {
            best = Longer(best, word[..at], word[at..]);
            best = Longer(best, word[..at], word[(at + 1)..]);
        }

        return best;
    }

    private (string Left, string Right)? Longer((string Left, string Right)? best, string left, string right) =>
        Math.Min(left.Length, right.Length) is var length && length >= 3 && (best is not { } b || length > Math.Min(b.Left.Length, b.Right.Length)) && IsKnown(left) && IsKnown(right)
            ? (left, right)
            : best;

    /// <summary>Numbers are meant as they are, and words of up to three letters as well unless others are there to tell; one edit to seven letters, two beyond.</summary>
    private int EditsIn(string word) => word.Length <= (eager ? 3 : 2) || word.Any(char.IsDigit) ? 0 : word.Length <= 7 ? 1 : 2;
}
