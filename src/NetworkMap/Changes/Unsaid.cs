using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What a written form may leave unsaid because the network decides it, and what people write in many ways: decided before the form is checked, so that log and store hold the decision.</summary>
internal static class Unsaid
{
    /// <summary>The form with all that the network decides filled in; what it states stays as it is.</summary>
    internal static ElementDraft Settle(INetwork network, ElementDraft draft) => Led(network, draft) switch
    {
        TieDraft tie => TieReferences.Settle(network, tie),
        OrganizationDraft organization => ToldApart.Settle(network, ContactNumbers.Settle(organization)),
        PlaceDraft { Precision: null } place => Settle(network, place),
        var led => led,
    };

    /// <summary>What names an organization that was merged into another means that one.</summary>
    private static ElementDraft Led(INetwork network, ElementDraft draft) => draft switch
    {
        TieDraft tie => tie with { From = Led(network, tie.From), To = Led(network, tie.To) },
        UnitDraft unit => unit with { Organization = Led(network, unit.Organization) },
        PlaceDraft place => place with { Organization = Led(network, place.Organization) },
        ServiceDraft service => service with { Organization = Led(network, service.Organization) },
        GrantDraft grant => grant with { Organization = Led(network, grant.Organization) },
        _ => draft,
    };

    private static string? Led(INetwork network, string? id)
    {
        while (Ids.TryParse(id, out var guid) && network.Organization(new OrganizationId(guid))?.MergedInto is { } into)
        {
            id = into.ToString();
        }

        return id;
    }

    /// <summary>A place that does not say how exactly it is told is told as its organization is, a home no finer than its district. It was never seen finer than that; but what log
    /// and store hold in clear is decided by the place alone, and the place of a home-worker group is often somebody's home, whether its form says so or not (DOMAIN 9).</summary>
    private static PlaceDraft Settle(INetwork network, PlaceDraft draft)
    {
        if (!Ids.TryParse(draft.Organization, out var id) || network.Organization(new OrganizationId(id)) is not { } owner)
        {
            return draft;
        }

        var own = draft.Home == true ? Precision.District : Precision.Exact;
        return draft with { Precision = Names<Precision>.Of(Disclosure.Stricter(own, owner.Precision)) };
    }
}
