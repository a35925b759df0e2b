using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Places;

/// <summary>Where an organization or one of its units is. When it is somebody's home, or not to be seen exactly, the name, the point and the fine region are sealed.</summary>
public sealed record Place : Element
{
    /// <summary>Its id.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>Whose place.</summary>
    public required OrganizationId Organization { get; init; }

    /// <summary>The unit, if it is a unit's.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>A name such as "kantor", at most 200.</summary>
    public string? Name { get; init; }

    /// <summary>The region it lies in.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The point, if known.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>How exactly the public may see it; never seen finer than its organization's, which it is given when its form does not say.</summary>
    public required Precision Precision { get; init; }

    /// <summary>True when it is a home.</summary>
    public bool Home { get; init; }

    /// <summary>True for the place that stands for the organization on the map.</summary>
    public bool Main { get; init; }

    /// <summary>Sealed: the address, at most 300.</summary>
    public string? Address { get; init; }

    /// <inheritdoc/>
    public override ElementRef Ref => new(ElementKind.Place, Id.ToString());

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new PlaceDraft
    {
        Id = Id.ToString(),
        Organization = Organization.ToString(),
        Unit = Unit?.ToString(),
        Name = Name,
        Region = Region.Value,
        Point = Point?.ToDraft(),
        Precision = Names<Precision>.Of(Precision),
        Home = Home ? true : null,
        Main = Main ? true : null,
        Address = Address,
        Provenance = Provenance.ToDraft(),
    };
}
