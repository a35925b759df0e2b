namespace NetworkMap.Graph.Text;

/// <summary>A question by text, read against the words of a graph.</summary>
/// <param name="Slots">Its words in order.</param>
/// <param name="Letters">Its letters, packed, when it is one word that may be initials.</param>
/// <param name="Initials">The number of these initials, or -1.</param>
internal sealed record NameQuestion(Slot[] Slots, ulong? Letters, int Initials)
{
    /// <summary>Words beyond these are not read.</summary>
    internal const int MostWords = 12;

    internal static NameQuestion Read(string text, NetworkGraph graph, IReadOnlyList<FoundKind> kinds)
    {
        var bare = Folding.Bare(text);
        var reader = new WordReader(graph, kinds, eager: bare.Count <= 2);
        var words = new List<(string Text, bool Begun)>();
        for (var i = 0; i < bare.Count && words.Count < MostWords; i++)
        {
            words.AddRange(reader.WriteOut(bare[i], i == bare.Count - 1));
        }

        var slots = words.Select((w, i) => reader.Read(w.Text, i > 0 ? words[i - 1].Text : null, i < words.Count - 1 ? words[i + 1].Text : null, w.Begun)).ToArray();
        var letters = bare.Count == 1 ? ElementNames.Pack(bare[0]) : null;
        return new NameQuestion(slots, letters, letters is { } packed ? graph.InitialsOf(packed) : -1);
    }
}
