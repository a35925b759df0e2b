using NetworkMap.Server.Http;
using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Server.Answering;

/// <summary>An organization as every list, path and suggestion names it.</summary>
public sealed record OrganizationSummary
{
#pragma warning disable CS1591 // The fields are explained on Organization.
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Acronym { get; init; }
    public required string ActorKind { get; init; }
    public required string KindLabel { get; init; }
    public required string Family { get; init; }
    public string? Region { get; init; }
    public string? RegionName { get; init; }
#pragma warning restore CS1591

    /// <summary>The name of the regency or city that a finer region lies in.</summary>
    public string? RegencyName { get; init; }

#pragma warning disable CS1591
    public PositionAnswer? Position { get; init; }
    public bool? Mediates { get; init; }
    public DateOnly? Retired { get; init; }
    public bool? Example { get; init; }
#pragma warning restore CS1591
}

/// <summary>Where an organization stands on the map, and how exactly this audience may know it.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="RadiusKm">Radius of the disc in which it stands; 0 for the point itself.</param>
/// <param name="Precision"><c>exact</c>, or the level of the region that the disc stands for.</param>
public sealed record PositionAnswer(double Longitude, double Latitude, double RadiusKm, string Precision)
{
    /// <summary>The answer for a position of a graph.</summary>
    public static PositionAnswer? Of(Position? position) => position is { } p
        ? new PositionAnswer(Math.Round(p.Point.Longitude, 5), Math.Round(p.Point.Latitude, 5), p.RadiusKm, p.Level is { } level ? Names<Domain.Places.RegionLevel>.Of(level) : "exact")
        : null;
}

/// <summary>From organizations of a projection to their summaries. Needs a <see cref="Telling"/> in the mapping context.</summary>
public sealed class OrganizationSummaryProfile : Profile
{
    /// <summary>Registers the map.</summary>
    public OrganizationSummaryProfile() => CreateMap<Organization, OrganizationSummary>()
        .ForMember(s => s.Id, m => m.MapFrom(o => o.Id.ToString()))
        .ForMember(s => s.ActorKind, m => m.MapFrom(o => o.ActorKind.Value))
        .ForMember(s => s.Region, m => m.MapFrom(o => o.Region == null ? null : o.Region.Value.Value))
        .ForMember(s => s.Mediates, m => m.MapFrom(o => o.Mediates ? true : (bool?)null))
        .ForMember(s => s.Example, m => m.MapFrom(o => o.Provenance.Example ? true : (bool?)null))
        .ForMember(s => s.KindLabel, m => m.MapFrom((o, _, _, context) => Telling.In(context).Label(Taxonomy.ActorKind, o.ActorKind)))
        .ForMember(s => s.Family, m => m.MapFrom((o, _, _, context) => Telling.In(context).FamilyOf(o)))
        .ForMember(s => s.RegionName, m => m.MapFrom((o, _, _, context) => Telling.In(context).RegionName(o.Region)))
        .ForMember(s => s.RegencyName, m => m.MapFrom((o, _, _, context) => Telling.In(context).RegencyName(o.Region)))
        .ForMember(s => s.Position, m => m.MapFrom((o, _, _, context) => Telling.In(context).PositionOf(o)));
}
