using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>A network with elements laid over it that are about to be created: what the later ones of a batch may refer to.</summary>
internal sealed class Overlay(INetwork network) : INetwork
{
    private readonly Dictionary<ElementRef, Element> added = [];
    private readonly Dictionary<(OrganizationId, OrganizationId), List<Tie>> ties = [];

    /// <inheritdoc/>
    public Element? Find(ElementRef element) => added.GetValueOrDefault(element) ?? network.Find(element);

    /// <inheritdoc/>
    public Organization? Organization(OrganizationId id) => network.Organization(id) ?? added.GetValueOrDefault(new ElementRef(ElementKind.Organization, id.ToString())) as Organization;

    /// <inheritdoc/>
    public Region? Region(RegionCode code) => network.Region(code) ?? added.GetValueOrDefault(new ElementRef(ElementKind.Region, code.Value)) as Region;

    /// <inheritdoc/>
    public Term? Term(Code taxonomy, Code code) => network.Term(taxonomy, code) ?? added.GetValueOrDefault(new ElementRef(ElementKind.Term, Domain.Taxonomies.Term.Key(taxonomy, code))) as Term;

    /// <inheritdoc/>
    public IEnumerable<Tie> TiesBetween(OrganizationId one, OrganizationId other) =>
        network.TiesBetween(one, other).Concat(ties.GetValueOrDefault(Pair(one, other), []));

    /// <inheritdoc/>
    public IEnumerable<Element> DependentsOf(ElementRef element) => network.DependentsOf(element);

    internal void Add(Element element)
    {
        added.Add(element.Ref, element);
        if (element is Tie tie)
        {
            var pair = Pair(tie.From, tie.To);
            ties.TryAdd(pair, []);
            ties[pair].Add(tie);
        }
    }

    private static (OrganizationId, OrganizationId) Pair(OrganizationId one, OrganizationId other) => one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
