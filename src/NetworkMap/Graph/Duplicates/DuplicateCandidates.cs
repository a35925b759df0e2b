using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>An organization that may be the one that is meant.</summary>
/// <param name="Organization">As the projection shows it.</param>
/// <param name="Verdict">Why.</param>
public sealed record DuplicateCandidate(Organization Organization, DuplicateVerdict Verdict);

/// <summary>Who of a network may be an organization that somebody is about to add, or brings in with a list. It sees one projection, and nothing of what that hides.</summary>
/// <remarks>Who shares rare words, in whatever spelling, an acronym, or a channel is judged, at most <see cref="MostJudged"/> of them; so the time does not
/// grow with the network but by the words that are looked through. What was read is kept for the next question, so one of these serves one thread.</remarks>
public sealed class DuplicateCandidates(NetworkGraph graph)
{
    private const int MostJudged = 48;
    private const int MostOfChannel = 20;
    private const int MostKnown = 20_000;
    private readonly NameReader reader = new(graph);
    private readonly Dictionary<OrganizationId, ReadRecord> known = [];
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>Those that are likely the same, likeliest first.</summary>
    /// <param name="record">Who is looked for; when its key is that of an organization of the network, that one is left out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="least">With at least so many points.</param>
    public IReadOnlyList<DuplicateCandidate> Of(DuplicateRecord record, int limit, double least = DuplicateScore.Likely)
    {
        if (graph.OrganizationLimit == 0)
        {
            return [];
        }

        var read = ReadRecord.Of(record, reader);
        return [.. Handles(record, read).Select(graph.OrganizationAt).OfType<Organization>()
            .Where(o => record.Key is null || o.Id.ToString() != record.Key)
            .Select(o => new DuplicateCandidate(o, Judge(read, o)))
            .Where(c => c.Verdict.Score >= least)
            .OrderByDescending(c => c.Verdict.Score).ThenBy(c => c.Organization.Id.ToString(), StringComparer.Ordinal)
            .Take(limit)];
    }

    /// <summary>The verdict on one organization of the network.</summary>
    public DuplicateVerdict Judge(DuplicateRecord record, Organization organization) => Judge(ReadRecord.Of(record, reader), organization);

    private DuplicateVerdict Judge(ReadRecord read, Organization organization) =>
        DuplicateScore.Of(read, read.Record.Ties.Count > 0 ? ReadRecord.Of(DuplicateRecord.Of(graph, organization), reader) : Known(organization));

    /// <summary>An organization as it is read for the score. Who asks for a whole list meets the same ones again and again.</summary>
    private ReadRecord Known(Organization organization)
    {
        if (known.TryGetValue(organization.Id, out var before))
        {
            return before;
        }

        var made = ReadRecord.Of(DuplicateRecord.Of(organization), reader);
        if (known.Count < MostKnown)
        {
            known.Add(organization.Id, made);
        }

        return made;
    }

    private HashSet<int> Handles(DuplicateRecord record, ReadRecord read)
    {
        var found = new HashSet<int>();
        foreach (var channel in record.Channels)
        {
            foreach (var handle in graph.ReachedBy(channel))
            {
                if (found.Count < MostOfChannel)
                {
                    found.Add(handle);
                }
            }
        }

        foreach (var name in record.OtherNames.Prepend(record.Name).Take(4))
        {
            found.UnionWith(NameCandidates.Of(graph, Question(name), FoundKind.Organization, MostJudged));
        }

        foreach (var acronym in read.Acronyms)
        {
            AddAcronym(acronym, found);
        }

        return found;
    }

    /// <summary>Those that state an acronym, and those whose initials it is.</summary>
    private void AddAcronym(string acronym, HashSet<int> found)
    {
        var word = graph.Words.Find(acronym);
        var initials = ElementNames.Pack(acronym) is { } packed ? graph.InitialsOf(packed) : -1;
        var names = graph.NamesOf(FoundKind.Organization);
        foreach (var handle in (word < 0 ? [] : names.With(word).ToArray().Take(MostOfChannel)).Concat(initials < 0 ? [] : names.WithInitials(initials).ToArray().Take(MostOfChannel)))
        {
            found.Add(handle);
        }
    }

    /// <summary>The words of a name as the index of names has them, each with those that sound so or are nearly it.</summary>
    private NameQuestion Question(string name)
    {
        var bare = Folding.Bare(name);
        var words = Folding.Words(name).Concat(Rewording.Of([.. bare])).Distinct(StringComparer.Ordinal).Where(w => w.Length > 1 && Vocabulary.KindOf(w) is not WordKind.Small).Take(NameQuestion.MostWords).ToList();
        var joined = bare.Zip(bare.Skip(1), (a, b) => a + b).Where(w => w.Length > 5 && graph.Words.Find(w) >= 0);
        var slots = words.Concat(joined).Select(Slot).Where(s => s.Alternatives.Length > 0).ToArray();
        var initials = ElementNames.Pack(bare.Where(w => Vocabulary.KindOf(w) is not WordKind.Small).Select(w => w[0]));
        return new NameQuestion([.. slots, .. initials is { } packed && Acronym(packed) is { } acronym ? [acronym] : Array.Empty<Slot>()], null, -1);
    }

    private Slot Slot(string word)
    {
        if (slots.TryGetValue(word, out var before))
        {
            return before;
        }

        var made = NewSlot(word);
        if (slots.Count < MostKnown)
        {
            slots.Add(word, made);
        }

        return made;
    }

    private Slot NewSlot(string word)
    {
        var names = graph.NamesOf(FoundKind.Organization);
        var exact = graph.Words.Find(word);
        var alternatives = new Dictionary<int, double>();
        void Add(int number, double likeness)
        {
            if (number >= 0 && names.With(number).Length > 0)
            {
                alternatives[number] = Math.Max(likeness, alternatives.GetValueOrDefault(number));
            }
        }

        Add(exact, 1);
        if (word.Length > 3 && !word.Any(char.IsDigit))
        {
            graph.Words.Sounding(Spelling.Sound(word)).ForEach(n => Add(n, 0.95));
            if (Vocabulary.KindOf(word) is null or WordKind.Own)
            {
                graph.Words.NearTo(word, word.Length > 7 ? 2 : 1, begun: false).ForEach(n => Add(n.Word, 1 - (0.12 * n.Edits)));
            }
        }

        var entries = alternatives.Keys.Select(n => names.With(n).Length).DefaultIfEmpty(0).Min();
        var ordered = alternatives.OrderByDescending(a => a.Value).ThenBy(a => a.Key).Take(Text.Slot.MostAlternatives).Select(a => new Alternative(a.Key, a.Value, a.Key != exact)).ToArray();
        return new Slot(exact, ordered, Math.Log(1 + (names.Count / (1.0 + entries))), null);
    }

    /// <summary>Those whose acronym has the letters of a name.</summary>
    private Slot? Acronym(ulong packed)
    {
        Span<char> letters = stackalloc char[12];
        var length = 0;
        for (var rest = packed; rest > 0; rest >>= 5)
        {
            letters[11 - length++] = (char)('a' + (int)(rest & 31) - 1);
        }

        // Only who has it as a word is meant, so words that are nearly it need not be looked for.
        var acronym = letters[(12 - length)..].ToString();
        return graph.Words.Find(acronym) >= 0 && Slot(acronym) is { Exact: >= 0, Alternatives.Length: > 0 } slot ? slot : null;
    }
}
