using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What refers to one organization, told of another.</summary>
internal static class Rehoming
{
    /// <summary>All that refers to an organization and goes where it goes: what belongs to it, its ties, the rights for it, and what is suggested of any of these. Who was merged into it
    /// leads there over it.</summary>
    internal static IReadOnlyList<Element> Of(INetwork network, OrganizationId organization) =>
        [.. network.DependentsOf(organization.Ref).Where(e => e is not Organization).OrderBy(e => e.Ref.Kind).ThenBy(e => e.Ref.Id, StringComparer.Ordinal), .. network.SuggestionsFor(organization).OrderBy(s => s.Ref.Id, StringComparer.Ordinal)];

    /// <summary>The element with one organization in the place of another; the same object where it does not refer to that. A tie keeps what each side said with its side.</summary>
    internal static Element Moved(INetwork network, Element element, OrganizationId from, OrganizationId to)
    {
        OrganizationId Other(OrganizationId id) => id == from ? to : id;
        return element switch
        {
            Unit u when u.Organization == from => u with { Organization = to },
            Place p when p.Organization == from => p with { Organization = to },
            Service s when s.Organization == from => s with { Organization = to },
            Grant g when g.Organization == from => g with { Organization = to },
            Tie t when t.From == from || t.To == from => InOrder(network, t with { From = Other(t.From), To = Other(t.To) }),
            Suggestion s when s.Organization == from || s.Other == from || s.About == from.Ref => s with
            {
                About = s.About == from.Ref ? to.Ref : s.About,
                Organization = s.Organization is { } one ? Other(one) : null,
                Other = s.Other is { } other ? Other(other) : null,
            },
            _ => element,
        };
    }

    /// <summary>A symmetric tie has its smaller end first.</summary>
    private static Tie InOrder(INetwork network, Tie tie)
    {
        var symmetric = network.Term(Taxonomy.TieType, tie.Type)?.Tie is { Symmetric: true };
        if (!symmetric || string.CompareOrdinal(tie.From.ToString(), tie.To.ToString()) < 0)
        {
            return tie;
        }

        var said = tie.Statements;
        return tie with { From = tie.To, To = tie.From, Details = tie.Details is { } details ? details with { Statements = new TieStatements(said.To, said.From) } : null };
    }
}
