using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What is asked about what would break.</summary>
public sealed record FragilityOptions
{
    /// <summary>The day.</summary>
    public required DateOnly At { get; init; }

    /// <summary>What services are told apart by.</summary>
    public CoverageAxis Axis { get; init; } = CoverageAxis.HsoFunction;

    /// <summary>Only what is lost in this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The most of each list.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>What the loss of somebody, or of a tie, takes from the rest of its network.</summary>
/// <param name="CutOff">Organizations outside of the largest part that is left.</param>
/// <param name="Groups">Home workers' organizations among them; in the region, when one was asked about.</param>
/// <param name="WithoutOffice">Home workers' organizations that reached an office of the government over current ties, however many, and would reach none; in the region, when one was asked about.</param>
public readonly record struct Loss(int CutOff, int Groups, int WithoutOffice);

/// <summary>Somebody without whom the network falls apart.</summary>
/// <param name="Organization">Who.</param>
/// <param name="Loss">What is lost.</param>
/// <param name="Regencies">The regencies and cities of the home workers' organizations that are told of, by code.</param>
/// <param name="Only">The one that is told of, when it is one alone: a home workers' organization, or whoever is cut off.</param>
public sealed record FragileOrganization(Organization Organization, Loss Loss, IReadOnlyList<Region> Regencies, Organization? Only);

/// <summary>A tie without which the network falls apart.</summary>
/// <param name="Tie">The tie.</param>
/// <param name="From">Its one end.</param>
/// <param name="To">Its other end.</param>
/// <param name="Loss">What is lost.</param>
public sealed record FragileTie(Tie Tie, Organization From, Organization To, Loss Loss);

/// <summary>A region and a term.</summary>
public sealed record LostCell(Region Region, Term Term);

/// <summary>Somebody without whom nobody is left who covers some cells.</summary>
/// <param name="Organization">Who.</param>
/// <param name="Cells">The cells, by region and term.</param>
public sealed record SoleProvider(Organization Organization, IReadOnlyList<LostCell> Cells);

/// <summary>What would break, most first.</summary>
/// <param name="Organizations">Without whom the network falls apart.</param>
/// <param name="Ties">Without which it does.</param>
/// <param name="Providers">Who alone covers cells.</param>
public sealed record FragilityAnswer(IReadOnlyList<FragileOrganization> Organizations, IReadOnlyList<FragileTie> Ties, IReadOnlyList<SoleProvider> Providers);

/// <summary>What the loss of one organization takes, by name.</summary>
/// <param name="Organization">Who is thought away.</param>
/// <param name="Loss">What is lost.</param>
/// <param name="WithoutOffice">Home workers' organizations that would reach no office of the government any more, by name.</param>
/// <param name="CutOff">Others who would be cut off from the largest part that is left, by name.</param>
/// <param name="Cells">Cells that nobody would cover, by region and term.</param>
public sealed record OrganizationLoss(Organization Organization, Loss Loss, IReadOnlyList<Organization> WithoutOffice, IReadOnlyList<Organization> CutOff, IReadOnlyList<LostCell> Cells);
