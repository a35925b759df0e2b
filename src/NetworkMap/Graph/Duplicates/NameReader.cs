using System.Text.RegularExpressions;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Duplicates;

/// <summary>Reads names of organizations for comparing: what a list put before them is taken off, abbreviations are written out, places and kinds of words told.</summary>
internal sealed partial class NameReader(NetworkGraph graph)
{
    private const int MostWords = 24;
    private const int LeastForRarity = 2000;
    private readonly Gazetteer places = Gazetteer.Of(graph);
    private readonly NameIndex names = graph.NamesOf(FoundKind.Organization);
    private readonly Dictionary<string, NameWord> read = new(StringComparer.Ordinal);

    /// <summary>The places.</summary>
    internal Gazetteer Places => places;

    /// <summary>A name, of an organization of a region.</summary>
    internal NameForm Read(string name, RegionCode? region)
    {
        var written = Listed().Replace(Example().Replace(name, " "), " ").Trim();
        written = written.Any(char.IsLetter) ? written : name;
        var ended = Over().IsMatch(written);
        var bare = Folding.Bare(Over().Replace(written, " ").Replace("&", " dan ", StringComparison.Ordinal));
        var acronyms = Acronyms(written);
        var words = Rewording.Of(bare.Count > 1 ? [.. bare.SelectMany(w => acronyms.Contains(w) ? BearerOf(w) ?? [w] : [w])] : bare);
        var (marks, named) = PlaceMarks.Of(words, region, places);
        var form = new List<NameWord>(words.Count);
        for (var (i, person) = (0, false); i < words.Count && form.Count < MostWords; i++)
        {
            if (marks[i] == PlaceMarks.Designation || Rewording.IsSilentEnglish(words[i]))
            {
                continue;
            }

            if (marks[i] < 0 && PlaceMarks.IsEnglishDesignation(words[i]) && ((i > 0 && marks[i - 1] >= 0) || (i + 1 < words.Count && marks[i + 1] >= 0)))
            {
                continue;
            }

            var word = marks[i] >= 0 ? Place(words[i], marks[i]) : i > 0 && IsLettered(words, i) ? Word(words[i]) with { Kind = WordKind.Number, Weight = 0.25 } : Word(words[i]);
            person = word.Kind == WordKind.Title || (person && word.Kind is WordKind.Own or WordKind.Common);
            form.Add(word with { IsPerson = person && word.Kind != WordKind.Title, IsAcronym = word.Kind == WordKind.Own && acronyms.Contains(word.Text) });
        }

        return new NameForm([.. form], named, ended) { IsOffice = words.Any(Vocabulary.IsOffice) && !words.Any(w => w is "yayasan" or "koperasi" or "pt" or "cv") };
    }

    /// <summary>The name of the one organization that states an acronym, in a longer name: Pusat Studi Wanita UGM.</summary>
    private List<string>? BearerOf(string acronym)
    {
        var word = graph.Words.Find(acronym);
        Organization? only = null;
        foreach (var handle in word < 0 ? [] : names.With(word))
        {
            if (graph.OrganizationAt(handle) is { Acronym: { } stated } bearer && string.Concat(stated.Where(char.IsLetterOrDigit)).Equals(acronym, StringComparison.OrdinalIgnoreCase))
            {
                if (only is not null)
                {
                    return null;
                }

                only = bearer;
            }
        }

        return only is null ? null : Folding.Bare(only.Name);
    }

    /// <summary>Blok A and Blok B, Sekarwangi A and Sekarwangi B, are as different as 1 and 2.</summary>
    private static bool IsLettered(List<string> words, int at) =>
        words[at].Length == 1 && char.IsLetter(words[at][0]) && (at == words.Count - 1 || words[at - 1] is "blok" or "unit" or "kelompok" or "kelas" or "zona" or "regu" or "grup" or "seri");

    private static NameWord Place(string word, int place) =>
        new(word, WordKind.Place, 0.25) { Old = Spelling.Old(word), Sound = Spelling.Sound(word), IsKnown = true, Place = place };

    private NameWord Word(string text)
    {
        if (!read.TryGetValue(text, out var word))
        {
            word = Anew(text);
            read.TryAdd(text, word);
        }

        return word;
    }

    private NameWord Anew(string text)
    {
        var number = Vocabulary.Number(text);
        var meanings = Rewording.FromEnglish(text);
        var bearers = graph.Words.Find(text) is >= 0 and var found ? names.With(found).Length : 0;
        var kind = number is not null ? WordKind.Number
            : Vocabulary.KindOf(text) ?? meanings.Select(Vocabulary.KindOf).FirstOrDefault(k => k is not null) ?? (meanings.Length > 0 ? WordKind.Theme : WordKind.Own);
        return new NameWord(number ?? text, kind, Weight(kind, bearers))
        {
            Old = Spelling.Old(text),
            Sound = Spelling.Sound(text),
            Meanings = meanings,
            IsKnown = kind is not WordKind.Own || bearers >= 5 || Rewording.IsKnown(text),
        };
    }

    /// <summary>How much a word tells: least for legal forms and groups, most for a word that hardly anybody has.</summary>
    private double Weight(WordKind kind, int bearers)
    {
        var usual = kind switch
        {
            WordKind.Small => 0,
            WordKind.Legal => 0.05,
            WordKind.Group or WordKind.Title or WordKind.Branch => 0.15,
            WordKind.Theme or WordKind.Number => 0.25,
            WordKind.Facility or WordKind.Office or WordKind.Part => 0.3,
            WordKind.Common or WordKind.Twin => 0.45,
            _ => 1.0,
        };
        if (kind != WordKind.Own || names.Count < LeastForRarity || bearers <= 3)
        {
            return usual;
        }

        // From a word of four to one that every six-hundredth name has, it falls to that of a common one.
        return Math.Max(0.45, 1 - (0.55 * Math.Log(bearers / 3.0) / Math.Log(names.Count / 1800.0 * 3)));
    }

    /// <summary>Words of two to eight capitals, or of capitals and dots, in a name that is not all in capitals.</summary>
    private static HashSet<string> Acronyms(string written)
    {
        var all = !written.Any(char.IsLower) && written.Contains(' ', StringComparison.Ordinal);
        return all ? [] : [.. Capitals().Matches(written).Select(m => string.Concat(m.Value.Where(char.IsLetterOrDigit)).ToLowerInvariant()).Where(w => w.Length is >= 2 and <= 10 && Vocabulary.KindOf(w) is null)];
    }

    /// <summary>A name, and the one in brackets that it had before.</summary>
    internal static IEnumerable<string> WithFormer(string name)
    {
        var match = Former().Match(name);
        return match.Success ? [Former().Replace(name, " "), match.Groups[1].Value] : [name];
    }

    [GeneratedRegex(@"[\[(]\s*(?:dahulu|dulu|d/h|dh|eks|ex|formerly|sebelumnya|alias|a\.?k\.?a\.?|d\.h\.|dikenal sebagai|semula|kini|sekarang|skrg|now|berganti nama menjadi|berubah menjadi)\.?\s*:?\s+([^\])]+)[\])]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Former();

    /// <summary>What lists put before or behind a name: (KTR.07), [ID 20417], No. 14 -, LKS_0092, Mitra 5:, SPR-012, MP/2016/33, #V-3391.</summary>
    [GeneratedRegex(@"^\s*[\[(][^\])]*\d[^\])]*[\])]\s*|\s*[\[(](?:id|no|kode|nomor|reg)[^\])]*\d[^\])]*[\])]\s*$|^\s*(?:no|nomor|kode|id)\.?\s*[:#]?\s*\d[\d./-]*\s*[-–:.)]*\s+|^\s*\p{L}{1,12}[_#]\d+\s*[-–:.)]*\s*|^\s*\p{L}{1,12}[ .-]?\d+\s*:\s*|^\s*\d{1,4}\s*[-.):]\s+|\s*[\[(]\s*\p{Lu}{2,6}[-. ]?\d{2,}\s*[\])]\s*$|\s*[\[(][^\])]*\d+/\d{2,4}[^\])]*[\])]\s*$|^\s*\p{Lu}\.\d+\s+|\s+#\p{L}{0,3}[-.]?\d+\s*$|^\s*(?:(?:[\p{L}\d]+[-/._#]){2,}\d+|\d{3,}[-/._#]\d+|\p{L}{1,6}[-/._#]\d{3,})\s*[-–:.)]*\s+|\s+[-–(\[]?\s*\p{Lu}{2,6}[-/._]\d{3,}\s*[)\]]?\s*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"[\[(]\s*(?:contoh|example)\s*[\])]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"[\[(][^\])]*\b(?:bubar|dibubarkan|pailit|tutup|likuidasi|non-?aktif|s\.?\s?d\.?\s*\d{4}|sampai \d{4}|hingga \d{4}|sejak \d{4}|berdiri|lama|almarhum|baru|closed|defunct)\b[^\])]*[\])]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:\p{Lu}\.){2,}|\b\p{Lu}[\p{Lu}\d]+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capitals();
}
