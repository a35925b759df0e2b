using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who wants to be introduced to whom: to one organization, or to the nearest of a kind.</summary>
public sealed record IntroductionOptions
{
    /// <summary>Who asks.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>To whom; null when any organization of <see cref="Kind"/> will do.</summary>
    public OrganizationId? To { get; init; }

    /// <summary>The actor kind to be introduced to.</summary>
    public Code? Kind { get; init; }

    /// <summary>A government responsible for this region (its own region holds it); anybody else whose seat is in it or who has a stated service area that
    /// covers it on the day.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Only whose seat is exactly this region: the governments of one level (<see cref="OwnGovernment"/>).</summary>
    internal RegionCode? Seat { get; init; }

    /// <summary>Who works in this sector.</summary>
    public Code? Sector { get; init; }

    /// <summary>The day in the world on which the ties must hold.</summary>
    public required DateOnly At { get; init; }

    /// <summary>Also over ties that only one side has stated, each for less (<see cref="TieTrust.OneSided"/>).</summary>
    public bool WithOneSided { get; init; }

    /// <summary>True when a tie carries an introduction.</summary>
    public bool IsCarriedBy(Tie tie) => tie.IsCurrentOn(At) || (WithOneSided && tie.IsOneSidedOn(At));
}
