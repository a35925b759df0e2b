using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Who can introduce whom.</summary>
/// <param name="From">Who asks.</param>
/// <param name="Target">To whom: the one asked for, or the end of the best path to one of a kind; null when nobody fits.</param>
/// <param name="Paths">At most five, best trust first.</param>
/// <param name="Nearest">When there is no path: what is nearest to being one.</param>
/// <param name="IsCut">True when the work reached its bound, so that a better path may exist.</param>
public sealed record IntroductionAnswer(Organization From, Organization? Target, IReadOnlyList<IntroductionPath> Paths, NearMiss? Nearest, bool IsCut)
{
    /// <summary>When the governments responsible for the region of who asks were asked for: the regions whose they are, the finest first; empty where its region is not told.</summary>
    public IReadOnlyList<RegionCode>? Governed { get; init; }
}

/// <summary>One way to be introduced. <paramref name="Score"/> is the product of the trust of its ties, times 0.9 for every organization on the way that does
/// not mediate.</summary>
public sealed record IntroductionPath(double Score, IReadOnlyList<IntroductionStep> Steps);

/// <summary>One step, and the tie that carries it.</summary>
/// <param name="Tie">The tie; when two are joined by several, the one with the most trust.</param>
/// <param name="Trust">See <see cref="TieTrust"/>.</param>
public sealed record IntroductionStep(Tie Tie, Organization From, Organization To, double Trust);

/// <summary>What is nearest to being a path.</summary>
public enum NearMissReason
{
    /// <summary>A path of at most four steps would be there if ties that are not current were.</summary>
    MissingTies,

    /// <summary>No path of at most four steps would be there, whatever the ties; somebody reached is closest to the target on the map.</summary>
    ClosestReached,

    /// <summary>Nobody is tied to who asks.</summary>
    NoTies,

    /// <summary>No organization fits what was asked for.</summary>
    NobodyFits,

    /// <summary>The organization asked for retired on or before the day.</summary>
    Retired,
}

/// <summary>Why there is no path, and what is nearest to one.</summary>
/// <param name="Path">With <see cref="NearMissReason.MissingTies"/>: the path that would be there.</param>
/// <param name="Missing">The ties on it that are not current.</param>
/// <param name="Closest">With <see cref="NearMissReason.ClosestReached"/>: who, of those reached within four steps; null when that cannot be told, since no location is known
/// or shown.</param>
/// <param name="Km">Kilometres from there to the target.</param>
/// <param name="IsApproximate">True when one of the two points is the centre of a disc.</param>
public sealed record NearMiss(
    NearMissReason Reason, IntroductionPath? Path = null, IReadOnlyList<Tie>? Missing = null, Organization? Closest = null, double? Km = null, bool IsApproximate = false)
{
    /// <summary>With <see cref="NearMissReason.ClosestReached"/> and nobody closest: the province of a target that is known no finer.</summary>
    public RegionCode? Province { get; init; }

    /// <summary>How many of those reached are recorded in that province.</summary>
    public int InProvince { get; init; }
}
