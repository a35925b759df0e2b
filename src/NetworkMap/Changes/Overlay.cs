using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>A network with what is about to be laid over it: what the later elements of a batch may refer to, and what a revert leaves.</summary>
internal sealed class Overlay(INetwork network) : INetwork
{
    private readonly Dictionary<ElementRef, Element?> laid = [];
    private readonly Dictionary<(OrganizationId, OrganizationId), List<Tie>> ties = [];

    /// <inheritdoc/>
    public Element? Find(ElementRef element) => laid.TryGetValue(element, out var over) ? over : network.Find(element);

    /// <inheritdoc/>
    public Organization? Organization(OrganizationId id) => laid.TryGetValue(new ElementRef(ElementKind.Organization, id.ToString()), out var over) ? over as Organization : network.Organization(id);

    /// <inheritdoc/>
    public Region? Region(RegionCode code) => laid.TryGetValue(new ElementRef(ElementKind.Region, code.Value), out var over) ? over as Region : network.Region(code);

    /// <inheritdoc/>
    public Term? Term(Code taxonomy, Code code) => laid.TryGetValue(new ElementRef(ElementKind.Term, Domain.Taxonomies.Term.Key(taxonomy, code)), out var over) ? over as Term : network.Term(taxonomy, code);

    /// <inheritdoc/>
    public IEnumerable<Code> Taxonomies => network.Taxonomies.Concat(laid.Values.OfType<Term>().Select(t => t.Taxonomy)).Distinct();

    /// <inheritdoc/>
    public IEnumerable<Tie> TiesBetween(OrganizationId one, OrganizationId other) =>
        network.TiesBetween(one, other).Where(t => !laid.ContainsKey(t.Ref)).Concat(ties.GetValueOrDefault(Pair(one, other), []));

    /// <inheritdoc/>
    public IEnumerable<Grant> GrantsOf(string account) => network.GrantsOf(account);

    /// <inheritdoc/>
    public IEnumerable<Suggestion> SuggestionsFor(OrganizationId organization) => network.SuggestionsFor(organization);

    /// <inheritdoc/>
    public IEnumerable<Element> DependentsOf(ElementRef element) => network.DependentsOf(element);

    /// <summary>Lays a form over the element of that name, which is there as that or, when null, not at all.</summary>
    internal void Put(ElementRef element, Element? after)
    {
        laid[element] = after;
        if (after is Tie tie)
        {
            var pair = Pair(tie.From, tie.To);
            ties.TryAdd(pair, []);
            ties[pair].Add(tie);
        }
    }

    private static (OrganizationId, OrganizationId) Pair(OrganizationId one, OrganizationId other) => one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
