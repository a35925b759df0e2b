using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>The network as a decision sees it: the tip of the log, before the change that is being decided.</summary>
public interface INetwork
{
    /// <summary>The element of that name, or null.</summary>
    Element? Find(ElementRef element);

    /// <summary>The organization, retired ones included, or null.</summary>
    Organization? Organization(OrganizationId id);

    /// <summary>The region, or null.</summary>
    Region? Region(RegionCode code);

    /// <summary>The term, or null.</summary>
    Term? Term(Code taxonomy, Code code);

    /// <summary>Every taxonomy that has a term.</summary>
    IEnumerable<Code> Taxonomies { get; }

    /// <summary>Every tie that joins the two, whatever its type, direction and status.</summary>
    IEnumerable<Tie> TiesBetween(OrganizationId one, OrganizationId other);

    /// <summary>Every grant of an account, those included that do not hold yet or no more.</summary>
    IEnumerable<Grant> GrantsOf(string account);

    /// <summary>Every suggestion about an organization, or about what is its.</summary>
    IEnumerable<Suggestion> SuggestionsFor(OrganizationId organization);

    /// <summary>Every element that cannot stand without this one: an organization's units, places, services, ties and grants, and those that were merged into it; a unit's units and places; a service's ties.</summary>
    IEnumerable<Element> DependentsOf(ElementRef element);
}
