using System.Collections.Immutable;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>What is known of an organization for telling whether it is another one. Nothing but the name is needed.</summary>
public sealed record DuplicateRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Earlier and other names.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Its acronym.</summary>
    public string? Acronym { get; init; }

    /// <summary>A term of <c>actor_kind</c>.</summary>
    public string? ActorKind { get; init; }

    /// <summary>A term of <c>legal_form</c>.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Where it is.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>How to reach it, each in the one form of <see cref="Channels"/>.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>Numbers under which others list it, as <c>scheme:number</c>.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Those it has ties with, by id, or by name where there are no ids.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>Its own id, as it would stand among another's ties; null when it has none yet.</summary>
    public string? Key { get; init; }

    /// <summary>What a projection shows of an organization. What it hides does not count.</summary>
    public static DuplicateRecord Of(NetworkGraph graph, Organization organization)
    {
        var ties = new List<string>();
        var handle = graph.HandleOf(organization.Id);
        foreach (var link in handle < 0 ? [] : graph.LinksOf(handle))
        {
            if (ties.Count < MostTies && graph.OrganizationAt(link.Neighbor) is { } other)
            {
                ties.Add(other.Id.ToString());
            }
        }

        return Of(organization) with { Ties = ties };
    }

    /// <summary>The same without ties.</summary>
    public static DuplicateRecord Of(Organization organization) => new()
    {
        Name = organization.Name,
        OtherNames = organization.OtherNames,
        Acronym = organization.Acronym,
        ActorKind = organization.ActorKind.Value,
        LegalForm = organization.LegalForm?.Value,
        Region = organization.Region,
        Channels = Duplicates.Channels.Of(organization),
        Key = organization.Id.ToString(),
    };

    /// <summary>Of a hub more ties are not read.</summary>
    private const int MostTies = 200;
}
