using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph;

/// <summary>Which elements use a term; a term in use cannot be removed.</summary>
internal static class TermUse
{
    internal static IEnumerable<Element> Of(NetworkGraph graph, Term term) =>
        Enum.GetValues<ElementKind>().SelectMany(graph.All).Where(e => Uses(e, term.Taxonomy, term.Code));

    private static bool Uses(Element element, Code taxonomy, Code code) => element switch
    {
        Organization o => OfOrganization(o, taxonomy).Contains(code),
        Unit u => taxonomy == Taxonomy.UnitKind && u.UnitKind == code,
        Service s => OfService(s, taxonomy).Contains(code),
        Tie t => taxonomy == Taxonomy.TieType && t.Type == code,
        Need n => OfNeed(n, taxonomy).Contains(code),
        Term t => t.Taxonomy == taxonomy && t.Parent == code,
        _ => false,
    };

    private static IEnumerable<Code> OfOrganization(Organization o, Code taxonomy) =>
        taxonomy == Taxonomy.ActorKind ? [o.ActorKind]
        : taxonomy == Taxonomy.LegalForm ? o.LegalForm is { } form ? [form] : []
        : taxonomy == Taxonomy.Issue ? o.Issues
        : taxonomy == Taxonomy.Sector ? o.Sectors
        : taxonomy == Taxonomy.Skill ? o.Offers.Concat(o.Needs)
        : [];

    private static IEnumerable<Code> OfService(Service s, Code taxonomy) =>
        taxonomy == Taxonomy.HsoFunction ? s.Functions
        : taxonomy == Taxonomy.Pillar ? s.Pillars
        : taxonomy == Taxonomy.Issue ? s.Issues
        : taxonomy == Taxonomy.ServiceTerm ? s.Terms
        : [];

    private static IEnumerable<Code> OfNeed(Need n, Code taxonomy) =>
        taxonomy == Taxonomy.HsoFunction ? n.Functions
        : taxonomy == Taxonomy.Pillar ? n.Pillars
        : taxonomy == Taxonomy.Issue ? n.Issues
        : taxonomy == Taxonomy.ServiceTerm ? n.Terms
        : taxonomy == Taxonomy.Sector && n.Sector is { } sector ? [sector]
        : [];
}
