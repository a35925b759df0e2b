using System.Collections.Frozen;
using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Server.Http;

/// <summary>What a person calls the taxonomies that the software knows; they are lists, not terms, and have no label of their own in the network.</summary>
internal static class TaxonomyWords
{
    private static readonly FrozenDictionary<string, (string Indonesian, string English)> Words = new Dictionary<Code, (string, string)>
    {
        [Taxonomy.ActorKind] = ("Jenis organisasi", "Kinds of organization"),
        [Taxonomy.LegalForm] = ("Bentuk hukum", "Legal forms"),
        [Taxonomy.TieType] = ("Jenis hubungan", "Kinds of tie"),
        [Taxonomy.UnitKind] = ("Jenis unit", "Kinds of unit"),
        [Taxonomy.HsoFunction] = ("Fungsi layanan sosial", "Functions of social service"),
        [Taxonomy.Pillar] = ("Pilar", "Pillars"),
        [Taxonomy.Issue] = ("Isu", "Issues"),
        [Taxonomy.Skill] = ("Keahlian", "Skills"),
        [Taxonomy.Sector] = ("Sektor", "Sectors"),
        [Taxonomy.ServiceTerm] = ("Jenis layanan", "Kinds of service"),
    }.ToFrozenDictionary(w => w.Key.Value, w => w.Value, StringComparer.Ordinal);

    /// <summary>The name; the code of a taxonomy that the software does not know.</summary>
    internal static string Of(string taxonomy, Language language) =>
        Words.TryGetValue(taxonomy, out var words) ? language == Language.English ? words.English : words.Indonesian : taxonomy;
}
