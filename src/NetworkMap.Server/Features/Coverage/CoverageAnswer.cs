using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>The figures of a cell.</summary>
public sealed record CellAnswer
{
#pragma warning disable CS1591 // The fields are explained on CoverageCell.
    public required string State { get; init; }
    public required int Services { get; init; }
    public int? Capacity { get; init; }
    public int? WithoutCapacity { get; init; }
    public int? Need { get; init; }
    public int? NeedUnder { get; init; }
    public int? Held { get; init; }
    public int? Unmet { get; init; }
#pragma warning restore CS1591

    /// <summary>Where nobody covers the cell: how many organizations serve a part of its region.</summary>
    public int? Partly { get; init; }
}

/// <summary>A region as the head of a row.</summary>
public sealed record RegionAnswer(string Code, string Name, string? Parent, string? ParentName)
{
    internal static RegionAnswer Of(Region region, Telling telling) => new(region.Code.Value, region.Name, region.Code.Parent?.Value, telling.RegionName(region.Code.Parent));
}

/// <summary>A service by name.</summary>
public sealed record ServiceName(string Id, string Name);

/// <summary>A term as the head of a column.</summary>
public sealed record ColumnAnswer(string Code, string Label)
{
    internal static ColumnAnswer Of(Term term, Telling telling) => new(term.Code.Value, telling.Label(term.Taxonomy, term.Code));
}

/// <summary>A region with its cells in the order of the columns.</summary>
public sealed record RowAnswer(string Code, string Name, string? Parent, IReadOnlyList<CellAnswer> Cells);

/// <summary>From figures to answers.</summary>
public sealed class CoverageProfile : Profile
{
    /// <summary>Registers the maps.</summary>
    public CoverageProfile() => CreateMap<CoverageCell, CellAnswer>()
        .ForMember(a => a.State, m => m.MapFrom(c => Names<CoverageState>.Of(c.State)))
        .ForMember(a => a.Capacity, m => m.MapFrom((c, _, _, _) => c.Capacity is { } capacity ? (int)Math.Floor(capacity) : (int?)null))
        .ForMember(a => a.NeedUnder, m => m.MapFrom((c, _, _, _) => c.IsUnderFive ? Disclosure.SmallCount : (int?)null))
        .ForMember(a => a.Held, m => m.MapFrom((c, _, _, _) => c.Held > 0 ? c.Held : (int?)null))
        .ForMember(a => a.Partly, m => m.Ignore())
        .ForMember(a => a.WithoutCapacity, m => m.MapFrom((c, _, _, _) => c.WithoutCapacity > 0 ? c.WithoutCapacity : (int?)null));
}
