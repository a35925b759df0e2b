using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph.Algorithms;

/// <summary>What the columns of coverage are.</summary>
public enum CoverageAxis
{
    /// <summary>Functions of human service organizations.</summary>
    HsoFunction,

    /// <summary>Pillars of Law 11/2009.</summary>
    Pillar,

    /// <summary>Issues of home workers.</summary>
    Issue,

    /// <summary>Kinds of the organizations that offer or deliver.</summary>
    ActorKind,

    /// <summary>What services give.</summary>
    ServiceTerm,
}

/// <summary>Which cells of coverage are asked for: the regions of a level times the terms of an axis, on a day.</summary>
public sealed record CoverageOptions
{
    /// <summary>The axis.</summary>
    public required CoverageAxis Axis { get; init; }

    /// <summary>The level whose regions are the rows.</summary>
    public required RegionLevel Level { get; init; }

    /// <summary>Only regions inside this one.</summary>
    public RegionCode? Parent { get; init; }

    /// <summary>Only these terms; null for every term of the axis.</summary>
    public IReadOnlyList<Code>? Terms { get; init; }

    /// <summary>The day in the world on which areas, services and regions must hold.</summary>
    public required DateOnly At { get; init; }

    /// <summary>The taxonomy of an axis.</summary>
    public static Code TaxonomyOf(CoverageAxis axis) => axis switch
    {
        CoverageAxis.HsoFunction => Taxonomy.HsoFunction,
        CoverageAxis.Pillar => Taxonomy.Pillar,
        CoverageAxis.Issue => Taxonomy.Issue,
        CoverageAxis.ActorKind => Taxonomy.ActorKind,
        CoverageAxis.ServiceTerm => Taxonomy.ServiceTerm,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "Not an axis."),
    };
}
