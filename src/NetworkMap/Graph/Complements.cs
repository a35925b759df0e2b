using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph;

/// <summary>What the units of each organization ask of the counts beside them, looked up once for each.</summary>
internal sealed class Complements(NetworkGraph full)
{
    private readonly Dictionary<OrganizationId, Complement> known = [];

    /// <summary>What binds the counts of an element; nothing when it has none.</summary>
    internal Complement For(Element element) => element switch
    {
        Organization { Members: not null } o => Of(o.Id),
        Unit { Members: not null } u => Of(u.Organization),
        _ => default,
    };

    private Complement Of(OrganizationId organization) =>
        known.TryGetValue(organization, out var found) ? found : known[organization] = Complement.Of(full.UnitsOf(organization));
}
