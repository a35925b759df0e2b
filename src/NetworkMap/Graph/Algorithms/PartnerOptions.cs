using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Algorithms;

/// <summary>For whom partners are sought, on which day, among whom, and what counts how much.</summary>
public sealed record PartnerOptions
{
    /// <summary>Most suggestions that one question may ask for.</summary>
    public const int MostSuggestions = 100;

    /// <summary>For whom.</summary>
    public required OrganizationId For { get; init; }

    /// <summary>The day in the world on which ties, areas and services must hold.</summary>
    public required DateOnly At { get; init; }

    /// <summary>What counts how much.</summary>
    public PartnerWeights Weights { get; init; } = PartnerWeights.Default;

    /// <summary>Only organizations of this actor kind.</summary>
    public Code? Kind { get; init; }

    /// <summary>Only organizations whose seat is stated in this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Only organizations known to be at most this far, in kilometres.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>Only organizations that work on this issue.</summary>
    public Code? Issue { get; init; }

    /// <summary>Only organizations that offer this skill.</summary>
    public Code? Skill { get; init; }

    /// <summary>Only organizations with a service that is known to have room left.</summary>
    public bool WithCapacity { get; init; }

    /// <summary>How many, 1 to <see cref="MostSuggestions"/>.</summary>
    public int Limit { get; init; } = 20;
}

/// <summary>The parts that the score of a suggestion is the sum of.</summary>
public enum PartnerPart
{
    /// <summary>Issues that both work on; rare ones weigh more.</summary>
    Issues,

    /// <summary>What the other offers that she needs.</summary>
    Offers,

    /// <summary>What she offers that the other needs.</summary>
    Needs,

    /// <summary>Same regency, and kilometres.</summary>
    Nearness,

    /// <summary>Her regions in which the other works.</summary>
    Regions,

    /// <summary>Partners of both.</summary>
    Mutual,

    /// <summary>How well checked the other's record is.</summary>
    Verified,

    /// <summary>Room left in the other's services.</summary>
    Capacity,
}

/// <summary>What each part of the score counts at most; each part is 0 to 1 times its weight.</summary>
public sealed class PartnerWeights
{
    private readonly double[] values;

    private PartnerWeights(double[] values) => this.values = values;

    /// <summary>The weights unless somebody states others; their sum is 1, so that a score reads as a share of a perfect match. They were set by
    /// reasoning before any result was looked at: a partnership lives from complementing each other (what one offers and the other needs, 0.34) on a
    /// common cause (0.22), where people can meet (nearness and regions, 0.24), and grows out of acquaintance (0.12, among the better single signs of a future
    /// tie in Liben-Nowell and Kleinberg 2007, but it favours those who know many already, and those with few ties are whom this is for). Verification and
    /// room left (0.08) decide between equals.</summary>
    public static PartnerWeights Default { get; } = new([0.22, 0.22, 0.12, 0.14, 0.10, 0.12, 0.04, 0.04]);

    /// <summary>The weight of a part.</summary>
    public double this[PartnerPart part] => values[(int)part];

    /// <summary>The default with some parts changed: each a number from 0 to 100, not all 0.</summary>
    public static Outcome<PartnerWeights> Of(IReadOnlyDictionary<PartnerPart, double> changed)
    {
        var checks = new Checks();
        var values = Default.values.ToArray();
        foreach (var (part, value) in changed)
        {
            var allowed = value is >= 0 and <= 100;
            checks.Require(allowed, "number_out_of_range", "weights." + Names<PartnerPart>.Of(part), ("least", 0), ("most", 100), ("value", value));
            values[(int)part] = value;
        }

        checks.Require(checks.Refusals.Count > 0 || values.Any(v => v > 0), "weights_all_zero", "weights");
        return checks.Finish(new PartnerWeights(values));
    }
}
