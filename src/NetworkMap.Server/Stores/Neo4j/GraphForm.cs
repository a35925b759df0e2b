using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>Makes nodes and relationships of the elements that an entry leaves behind, out of what their bodies say in clear. <c>graph-seed/cypher/README.md</c> is
/// the picture of it for those who ask questions.</summary>
internal static partial class GraphForm
{
    /// <summary>The node of an element, or the mark that one was removed.</summary>
    internal static GraphNode Of(ElementRow row)
    {
        if (row.Body is not { } body)
        {
            return GraphNode.Removed(row.Element, row.Version, row.Sequence);
        }

        var draft = ElementText.Read(row.Element.Kind, body);
        var links = new List<GraphLink>();
        var properties = Common(row, draft);
        IEnumerable<string> labels = draft switch
        {
            OrganizationDraft organization => Organization(organization, properties, links),
            UnitDraft unit => Unit(unit, properties, links),
            PlaceDraft place => Place(place, properties, links),
            ServiceDraft service => Service(service, properties, links),
            TieDraft tie => Tie(tie, properties, links),
            NeedDraft need => Need(need, properties, links),
            RegionDraft region => Region(region, row.Element.Id, properties, links),
            TermDraft term => Term(term, properties, links),
            GrantDraft grant => Grant(grant, properties, links),
            SuggestionDraft suggestion => Suggestion(suggestion, properties),
            _ => throw new ArgumentException($"{row.Element} is no element of the graph.", nameof(row)),
        };
        return new GraphNode(row.Element.ToString(), [Kind(row.Element.Kind), .. labels], properties, links, draft is TieDraft walked ? Walk(walked, row.Element.Id, row.Version) : null);
    }

    /// <summary>The label of a kind.</summary>
    internal static string Kind(ElementKind kind) => kind.ToString();

    private static GraphProperties Common(ElementRow row, ElementDraft draft) => new GraphProperties()
        .With("ref", row.Element.ToString())
        .With("id", row.Element.Id)
        .With("version", row.Version)
        .With("sequence", row.Sequence)
        .With("source", draft.Provenance?.Source)
        .With("sourceUrl", draft.Provenance?.SourceUrl)
        .With("assertedBy", draft.Provenance?.AssertedBy)
        .With("lastVerified", draft.Provenance?.LastVerified)
        .With("unverified", draft.Provenance?.Unverified)
        .With("example", draft.Provenance?.Example)
        .With("sealed", draft.Sealed is null ? null : true);

    private static GraphProperties Valid(this GraphProperties properties, IntervalDraft? valid) => properties.With("validFrom", valid?.From).With("validUntil", valid?.Until);

    private static GraphProperties Members(this GraphProperties properties, CountSetDraft? members) => properties
        .With("membersWomen", members?.Women)
        .With("membersMen", members?.Men)
        .With("membersOther", members?.Other)
        .With("membersUnknown", members?.Unknown)
        .With("membersDate", members?.Date)
        .With("membersSource", members?.Source)
        .With("membersPublished", members?.Published);

    private static GraphProperties Point(this GraphProperties properties, GeoPointDraft? point) => properties
        .With("point", point is { Longitude: { } longitude, Latitude: { } latitude } ? new GraphPoint(longitude, latitude) : null)
        .With("pointDerived", point?.Derived);

    private static void Terms(List<GraphLink> links, string type, string taxonomy, IReadOnlyList<string>? codes) =>
        links.AddRange((codes ?? []).Select(code => new GraphLink(type, new ElementRef(ElementKind.Term, $"{taxonomy}:{code}"))));

    private static void To(List<GraphLink> links, string type, ElementKind kind, string? id)
    {
        if (id is not null)
        {
            links.Add(new GraphLink(type, new ElementRef(kind, id)));
        }
    }
}
