using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Server.Http;

/// <summary>A refusal as it may be shown: what somebody sent is repeated without characters that turn or hide text, a region that may have been meant has its name,
/// and beside the code of a term or a taxonomy stands its label.</summary>
public static class ShownRefusal
{
    private const string Candidates = "candidates";
    private const string TaxonomyCode = "taxonomy";

    /// <summary>Arguments that are codes of terms, by the refusal that they belong to.</summary>
    private static readonly Dictionary<string, (string Argument, Code Taxonomy)[]> Terms = new(StringComparer.Ordinal)
    {
        ["tie_kinds_not_joined"] = [("type", Taxonomy.TieType), ("from", Taxonomy.ActorKind), ("to", Taxonomy.ActorKind)],
    };

    private static readonly Dictionary<string, (string Indonesian, string English)> Levels = new(StringComparer.Ordinal)
    {
        [Names<RegionLevel>.Of(RegionLevel.Province)] = ("provinsi", "province"),
        [Names<RegionLevel>.Of(RegionLevel.Regency)] = ("kabupaten atau kota", "regency or city"),
        [Names<RegionLevel>.Of(RegionLevel.District)] = ("kecamatan", "district"),
        [Names<RegionLevel>.Of(RegionLevel.Village)] = ("desa atau kelurahan", "village"),
    };

    /// <summary>A region that somebody may have meant; without a name when the network does not know it.</summary>
    public sealed record MeantRegion(string Code, string? Name)
    {
        /// <inheritdoc/>
        public override string ToString() => Name is null ? Code : $"{Code} {Name}";
    }

    /// <summary>The shown form. Regions and terms are the same for everybody, so any projection will do.</summary>
    public static Refusal Of(Refusal refusal, NetworkGraph graph, Language language)
    {
        var arguments = refusal.Arguments.ToDictionary(a => a.Key, a => Harmless(a.Value), StringComparer.Ordinal);
        if (arguments.GetValueOrDefault(Candidates) is IReadOnlyList<string> { Count: > 0 } candidates)
        {
            var meant = Meant(candidates, arguments.GetValueOrDefault("value") as string ?? "", graph);
            arguments[Candidates] = meant.ConvertAll(m => m.Code);
            arguments["meant"] = meant;
        }

        foreach (var (argument, taxonomy) in Terms.GetValueOrDefault(refusal.Code, []))
        {
            arguments[argument + "Label"] = LabelOf(arguments.GetValueOrDefault(argument) as string, taxonomy, graph, language);
        }

        if (arguments.GetValueOrDefault("wanted") is string wanted)
        {
            arguments["wantedLabel"] = TypeWords.Of(wanted, language);
        }

        if (arguments.GetValueOrDefault("level") is string level)
        {
            arguments["levelLabel"] = Levels[level] is var words && language == Language.English ? words.English : words.Indonesian;
        }

        if (arguments.GetValueOrDefault(TaxonomyCode) is string code)
        {
            arguments[TaxonomyCode + "Label"] = TaxonomyWords.Of(code, language);
        }

        return new Refusal(refusal.Code, Characters.Harmless(refusal.Field), arguments);
    }

    private static string? LabelOf(string? code, Code taxonomy, NetworkGraph graph, Language language) =>
        Code.Parse(code).TryValue(out var known) && graph.Term(taxonomy, known) is { } term ? language == Language.English ? term.LabelEn : term.LabelId : code;

    private static object? Harmless(object? value) => value switch
    {
        string text => Characters.Harmless(text),
        IEnumerable<string> texts => texts.Select(Characters.Harmless).ToList(),
        _ => value,
    };

    /// <summary>Those that there are. Where there is none, the codes that begin like what was written: 31.7 of Jakarta lost the last digit of 31.71 to 31.75. In a network that does not know
    /// the province all of them, since nothing speaks against any.</summary>
    private static List<MeantRegion> Meant(IReadOnlyList<string> candidates, string written, NetworkGraph graph)
    {
        var province = RegionCode.Of(candidates[0]).At(RegionLevel.Province);
        if (graph.Region(province) is null)
        {
            return [.. candidates.Select(c => new MeantRegion(c, Name: null))];
        }

        var begun = Enumerable.Range(0, 10).Select(digit => $"{province.Value}.{written.Trim()[^1]}{digit}");
        var (exactly, longer) = (There(candidates, graph), There(begun, graph));
        return exactly.Count > 0 ? exactly : longer;
    }

    private static List<MeantRegion> There(IEnumerable<string> codes, NetworkGraph graph) =>
        [.. codes.Select(c => graph.Region(RegionCode.Of(c))).OfType<Region>().Select(r => new MeantRegion(r.Code.Value, r.Name))];
}
