using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>How far a tie carries an introduction, 0 to 1: status × type × strength × age.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>status: 1 when the tie is confirmed and holds on the day; <see cref="OneSided"/> when only one side says so, where that was asked for; nothing else carries anybody. For telling what is nearest to a path the others count
/// next to nothing: <see cref="Lacking"/> times 5 when proposed, 3 when ended or not valid on the day, 1 when disputed. So whatever lacks one tie fewer is nearer, however
/// weak its other ties are, and of equals the one whose ties are more likely to come.</item>
/// <item>type: the trust of the tie type, a number of the taxonomy (0 to 1) that a steward can change.</item>
/// <item>strength: 0.5 + 0.1 for each of its 1 to 5; unknown counts as 3, for unknown is not "no".</item>
/// <item>age: 0.5 + 0.5 × 2^(-years since it was last verified / 3); 0.6 when never dated; 0.5 when marked unverified. A tie that nobody looked at for
/// years may still hold, so age takes at most half.</item>
/// </list>
/// <para>Trust along a path is the product of its ties, as in Richardson, Agrawal and Domingos (2003, "Trust management for the Semantic Web"); the numbers
/// for strength and age are this project's own judgement.</para>
/// </remarks>
public static class TieTrust
{
    /// <summary>Years in which the half that age can take is halved.</summary>
    public const double HalvingYears = 3;

    /// <summary>What a tie counts that only one side has stated: half, so that no path over one is better than it would be if all were known of both sides.</summary>
    public const double OneSided = 0.5;

    /// <summary>What a tie that does not carry counts at least: far less than three that do carry make together, whatever their age and strength, when their types
    /// are trusted to a hundredth.</summary>
    internal const double Lacking = 1e-15;

    /// <summary>The trust of a tie on a day.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="type">The trust of its type, 0 to 1.</param>
    /// <param name="at">The day.</param>
    /// <param name="withOneSided">True when ties carry that only one side has stated.</param>
    public static double Of(Tie tie, double type, DateOnly at, bool withOneSided = false) => Status(tie, at, withOneSided) * type * Strength(tie.Strength) * Age(tie.Provenance, at);

    internal static double Strength(byte strength) => 0.5 + (0.1 * (strength == 0 ? 3 : strength));

    private static double Age(Provenance provenance, DateOnly at) =>
        provenance.Unverified ? 0.5
        : provenance.LastVerified is { } on ? 0.5 + (0.5 * Math.Pow(2, -Math.Max(0, at.DayNumber - on.DayNumber) / 365.25 / HalvingYears))
        : 0.6;

    private static double Status(Tie tie, DateOnly at, bool withOneSided) => tie.Status switch
    {
        TieStatus.Confirmed => tie.Valid.Contains(at) ? 1 : 3 * Lacking,
        TieStatus.Proposed => withOneSided && tie.IsOneSidedOn(at) ? OneSided : 5 * Lacking,
        TieStatus.Ended => 3 * Lacking,
        _ => Lacking,
    };
}
