using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What an element refers to must be there: the rules that need the network to be checked.</summary>
public static class References
{
    /// <summary>Every reference of the element that does not hold.</summary>
    public static IReadOnlyList<Refusal> Check(INetwork network, Element element)
    {
        var checks = new Checks();
        switch (element)
        {
            case Organization organization: OfOrganization(network, organization, checks); break;
            case Unit unit: OfUnit(network, unit, checks); break;
            case Place place: OfPlace(network, place, checks); break;
            case Service service: OfService(network, service, checks); break;
            case Tie tie: TieReferences.Check(network, tie, checks); break;
            case Need need: OfNeed(network, need, checks); break;
            case Region region: OfRegion(network, region, checks); break;
            case Term term: OfTerm(network, term, checks); break;
            case Grant grant: OfGrant(network, grant, checks); break;
            case Suggestion: break; // What it is about may go while it waits; whoever reads it is told so.
            default: throw new ArgumentOutOfRangeException(nameof(element), element.Ref, "Not a kind of element.");
        }

        return checks.Refusals;
    }

    /// <summary>What belongs to an organization comes to one that is there; to one that has ended nothing is added, but what it has can still be mended.</summary>
    private static void Owner(INetwork network, Checks checks, Element element, OrganizationId id)
    {
        var owner = network.Organization(id);
        checks.Require(owner is not null, "organization_unknown", "organization", ("id", id.ToString()));
        checks.Require(owner?.Retired is null || OwnerOf(network.Find(element.Ref)) == id, "organization_retired", "organization", ("id", id.ToString()), ("name", owner?.Name));
    }

    /// <summary>The organization that a unit, place or service belongs to; null for everything else.</summary>
    internal static OrganizationId? OwnerOf(Element? element) => element switch
    {
        Unit unit => unit.Organization,
        Place place => place.Organization,
        Service service => service.Organization,
        _ => null,
    };

    private static void OfOrganization(INetwork network, Organization organization, Checks checks)
    {
        KnownTerm(network, checks, "actorKind", Taxonomy.ActorKind, organization.ActorKind);
        KnownTerm(network, checks, "legalForm", Taxonomy.LegalForm, organization.LegalForm);
        KnownTerms(network, checks, "issues", Taxonomy.Issue, organization.Issues);
        KnownTerms(network, checks, "sectors", Taxonomy.Sector, organization.Sectors);
        KnownTerms(network, checks, "offers", Taxonomy.Skill, organization.Offers);
        KnownTerms(network, checks, "needs", Taxonomy.Skill, organization.Needs);
        KnownRegion(network, checks, "region", organization.Region!.Value);
        checks.Require(organization.MergedInto is not { } into || network.Organization(into) is not null, "organization_unknown", "mergedInto", ("id", organization.MergedInto?.ToString()));
    }

    private static void OfUnit(INetwork network, Unit unit, Checks checks)
    {
        Owner(network, checks, unit, unit.Organization);
        KnownTerm(network, checks, "unitKind", Taxonomy.UnitKind, unit.UnitKind);
        if (unit.Region is { } region)
        {
            KnownRegion(network, checks, "region", region);
        }

        for (var above = unit.Parent; above is { } id;)
        {
            var parent = network.Find(new ElementRef(ElementKind.Unit, id.ToString())) as Unit;
            checks.Require(parent is not null && parent.Organization == unit.Organization, "unit_parent_unknown", "parent", ("id", id.ToString()));
            checks.Require(id != unit.Id, "unit_cycle", "parent", ("id", id.ToString()));
            above = id == unit.Id ? null : parent?.Parent;
        }
    }

    private static void OfPlace(INetwork network, Place place, Checks checks)
    {
        Owner(network, checks, place, place.Organization);
        KnownRegion(network, checks, "region", place.Region);
        var unit = place.Unit is { } id ? network.Find(new ElementRef(ElementKind.Unit, id.ToString())) as Unit : null;
        checks.Require(place.Unit is null || unit?.Organization == place.Organization, "unit_unknown", "unit", ("id", place.Unit?.ToString()));
    }

    private static void OfService(INetwork network, Service service, Checks checks)
    {
        Owner(network, checks, service, service.Organization);
        KnownTerms(network, checks, "functions", Taxonomy.HsoFunction, service.Functions);
        KnownTerms(network, checks, "pillars", Taxonomy.Pillar, service.Pillars);
        KnownTerms(network, checks, "issues", Taxonomy.Issue, service.Issues);
        KnownTerms(network, checks, "terms", Taxonomy.ServiceTerm, service.Terms);
        for (var i = 0; i < service.Areas.Length; i++)
        {
            KnownRegion(network, checks, $"areas[{i}].region", service.Areas[i].Region);
        }
    }

    private static void OfNeed(INetwork network, Need need, Checks checks)
    {
        KnownRegion(network, checks, "region", need.Region);
        KnownTerms(network, checks, "issues", Taxonomy.Issue, need.Issues);
        KnownTerms(network, checks, "functions", Taxonomy.HsoFunction, need.Functions);
        KnownTerms(network, checks, "pillars", Taxonomy.Pillar, need.Pillars);
        KnownTerms(network, checks, "terms", Taxonomy.ServiceTerm, need.Terms);
        KnownTerm(network, checks, "sector", Taxonomy.Sector, need.Sector);
    }

    private static void OfRegion(INetwork network, Region region, Checks checks)
    {
        if (region.Code.Parent is { } parent)
        {
            KnownRegion(network, checks, "id", parent);
        }
    }

    private static void OfTerm(INetwork network, Term term, Checks checks)
    {
        checks.Require(term.Parent != term.Code, "term_its_own_parent", "parent");
        KnownTerm(network, checks, "parent", term.Taxonomy, term.Parent);
    }

    private static void OfGrant(INetwork network, Grant grant, Checks checks)
    {
        checks.Require(grant.Organization is not { } organization || network.Organization(organization) is not null, "organization_unknown", "organization", ("id", grant.Organization?.ToString()));
        if (grant.Region is { } region)
        {
            KnownRegion(network, checks, "region", region);
        }
    }

    private static void KnownTerms(INetwork network, Checks checks, string field, Code taxonomy, ImmutableArray<Code> codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            KnownTerm(network, checks, $"{field}[{i}]", taxonomy, codes[i]);
        }
    }

    private static void KnownTerm(INetwork network, Checks checks, string field, Code taxonomy, Code? code) =>
        checks.Require(code is not { } c || network.Term(taxonomy, c) is not null, "term_unknown", field, ("taxonomy", taxonomy.Value), ("value", code?.Value));

    private static void KnownRegion(INetwork network, Checks checks, string field, RegionCode code) =>
        checks.Require(network.Region(code) is not null, "region_unknown", field, ("value", code.Value));
}
