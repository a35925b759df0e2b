using System.Collections.Concurrent;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph;

/// <summary>What the units of each organization ask of the counts beside them, looked up once for each; for any number of threads.</summary>
internal sealed class Complements(NetworkGraph full)
{
    private readonly ConcurrentDictionary<OrganizationId, Complement> known = [];

    /// <summary>What binds the counts of an element; nothing when it has none.</summary>
    internal Complement For(Element element) => element switch
    {
        Organization { Members: not null } o => Of(o.Id),
        Unit { Members: not null } u => Of(u.Organization),
        _ => default,
    };

    private Complement Of(OrganizationId organization) =>
        known.GetOrAdd(organization, static (o, graph) => Complement.Of(graph.UnitsOf(o)), full);
}
