using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange.Importing;

/// <summary>What a column of a file can mean.</summary>
/// <param name="Name">The field of the API with its path, or one of <see cref="TargetList.Extras"/>.</param>
/// <param name="Indonesian">What it is called in Indonesian.</param>
/// <param name="English">What it is called in English.</param>
public sealed record Target(string Name, string Indonesian, string English)
{
    /// <summary>What it is called in a language.</summary>
    public string Label(Language language) => language == Language.English ? English : Indonesian;
}

/// <summary>A list of the network that a table of a file can be: what its columns can mean.</summary>
/// <param name="Sheet">The list as it leaves.</param>
/// <param name="Kind">What a row of it becomes, or becomes a part of.</param>
/// <param name="Part">Where a row stands in that; null when a row is a whole element.</param>
/// <param name="Taxonomies">The fields that hold codes of terms, and of which taxonomy.</param>
/// <param name="Extras">What a file may say that is no field: it is made into some.</param>
public sealed record TargetList(Sheet Sheet, ElementKind Kind, string? Part, IReadOnlyDictionary<string, Code> Taxonomies, IReadOnlyList<Target> Extras)
{
    /// <summary>What others give a row to know it again.</summary>
    public const string ExternalId = "externalId";

    /// <summary>What is never entered: who recorded it is known, and numbers are held back by the policy.</summary>
    private static readonly string[] NeverEntered = ["provenance.assertedBy", "members.held", "held", "supply.held"];

    private static readonly Target[] Known =
    [
        new(ExternalId, "ID di sumbernya", "ID at its source"),
    ];

    private static readonly Target[] Somewhere =
    [
        new("region.province", "Provinsi", "Province"),
        new("region.regency", "Kabupaten atau kota", "Regency or city"),
        new("region.district", "Kecamatan", "District"),
        new("region.village", "Desa atau kelurahan", "Village"),
    ];

    private static readonly Target[] Reached =
    [
        new("place.address", "Alamat", "Address"),
        new("place.point.latitude", "Lintang", "Latitude"),
        new("place.point.longitude", "Bujur", "Longitude"),
        new("contact.name", "Nama orang yang bisa dihubungi", "Person to contact"),
        new("contact.phone", "Telepon", "Telephone"),
        new("contact.whatsapp", "WhatsApp", "WhatsApp"),
        new("contact.email", "Surel", "E-mail"),
    ];

    /// <summary>Names of the list in files.</summary>
    public string Name => Sheet.Name;

    /// <summary>Everything that a column can mean, in the order in which a person is offered it.</summary>
    public IReadOnlyList<Target> Targets { get; } = [.. Sheet.Columns.Where(c => !c.Helps && !NeverEntered.Contains(c.Name, StringComparer.Ordinal)).Select(c => new Target(c.Name, c.Indonesian, c.English)), .. Extras];

    /// <summary>All lists, in the order in which one refers to those before.</summary>
    public static IReadOnlyList<TargetList> All { get; } =
    [
        Of("terms", ElementKind.Term, null, []),
        Of("organizations", ElementKind.Organization, null, [.. Known, .. Somewhere, .. Reached],
            ("actorKind", Taxonomy.ActorKind), ("legalForm", Taxonomy.LegalForm), ("issues", Taxonomy.Issue), ("sectors", Taxonomy.Sector), ("offers", Taxonomy.Skill), ("needs", Taxonomy.Skill)),
        Of("contacts", ElementKind.Organization, "contacts", []),
        Of("units", ElementKind.Unit, null, [.. Known, .. Somewhere], ("unitKind", Taxonomy.UnitKind)),
        Of("places", ElementKind.Place, null, [.. Known, .. Somewhere]),
        Of("services", ElementKind.Service, null, Known, ("terms", Taxonomy.ServiceTerm), ("functions", Taxonomy.HsoFunction), ("pillars", Taxonomy.Pillar), ("issues", Taxonomy.Issue)),
        Of("areas", ElementKind.Service, "areas", Somewhere),
        Of("ties", ElementKind.Tie, null, Known, ("type", Taxonomy.TieType)),
        Of("needs", ElementKind.Need, null, [.. Known, .. Somewhere],
            ("sector", Taxonomy.Sector), ("terms", Taxonomy.ServiceTerm), ("functions", Taxonomy.HsoFunction), ("pillars", Taxonomy.Pillar), ("issues", Taxonomy.Issue)),
    ];

    /// <summary>The list of a name, or null.</summary>
    public static TargetList? Find(string? name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>True when a column of the list can mean that.</summary>
    public bool Has(string target) => Targets.Any(t => t.Name == target) || Sheet.Columns.Any(c => c.Helps && c.Name == target);

    private static TargetList Of(string name, ElementKind kind, string? part, IReadOnlyList<Target> extras, params (string Field, Code Taxonomy)[] taxonomies) =>
        new(Sheets.All.First(s => s.Name == name), kind, part, taxonomies.ToDictionary(t => t.Field, t => t.Taxonomy, StringComparer.Ordinal), extras);
}
