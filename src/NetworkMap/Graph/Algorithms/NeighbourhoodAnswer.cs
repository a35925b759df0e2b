using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What is asked of the network around an organization.</summary>
public sealed record NeighbourhoodOptions
{
    /// <summary>Around whom.</summary>
    public required OrganizationId Of { get; init; }

    /// <summary>The day on which ties must hold.</summary>
    public required DateOnly At { get; init; }

    /// <summary>1 to <see cref="Neighbourhood.MostSteps"/>.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>The most organizations, itself counted.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>True to go along proposed, disputed and ended ties as well, and to retired organizations.</summary>
    public bool WithFormer { get; init; }
}

/// <summary>The network around an organization.</summary>
/// <param name="Organizations">Itself first, then by the number of steps.</param>
/// <param name="Ties">Every tie between two of them that counts.</param>
/// <param name="IsCut">True when there are more.</param>
public sealed record NeighbourhoodAnswer(IReadOnlyList<Neighbour> Organizations, IReadOnlyList<Tie> Ties, bool IsCut);

/// <summary>Somebody around an organization.</summary>
/// <param name="Organization">Who.</param>
/// <param name="Steps">The fewest ties between; 0 for the organization itself.</param>
public sealed record Neighbour(Organization Organization, int Steps);
