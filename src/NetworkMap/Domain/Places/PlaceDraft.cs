using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Places;

/// <summary>The written form of <see cref="Place"/>. An absent precision is decided where it is written, since it depends on the organization.</summary>
public sealed record PlaceDraft : ElementDraft, ISealedDraft
{
#pragma warning disable CS1591 // The fields are explained on Place.
    public string? Organization { get; init; }
    public string? Unit { get; init; }
    public string? Name { get; init; }
    public string? Region { get; init; }
    public GeoPointDraft? Point { get; init; }
    public string? Precision { get; init; }
    public bool? Home { get; init; }
    public bool? Main { get; init; }
    public string? Address { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var home = Home ?? false;
        var place = new Place
        {
            Id = new PlaceId(checks.Id("id", Id)),
            Organization = new OrganizationId(checks.Id("organization", Organization)),
            Unit = Unit is null ? null : new UnitId(checks.Id("unit", Unit)),
            Name = checks.OptionalText("name", Name, 200),
            Region = checks.Region("region", Region),
            Point = GeoPoint.From(checks, "point", Point),
            Precision = checks.Choice("precision", Precision, home ? Privacy.Precision.District : Privacy.Precision.Exact),
            Home = home,
            Main = Main ?? false,
            Address = checks.OptionalText("address", Address, 300),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        checks.Require(!home || place.Precision >= Privacy.Precision.Village, "home_precision_too_fine", "precision");
        return checks.Finish<Element>(place);
    }

    /// <inheritdoc/>
    public (ElementDraft Open, ElementDraft? Sealed) Split()
    {
        var seals = Home == true || (Precision is not null && Names<Precision>.TryParse(Precision, out var precision) && precision != Privacy.Precision.Exact);
        if (!seals && Address is null)
        {
            return (this, null);
        }

        var open = this with { Name = seals ? null : Name, Address = null, Point = seals ? null : Point, Region = seals ? Disclosure.Coarse(Region, Precision) : Region };
        return (open, new PlaceDraft { Name = seals ? Name : null, Address = Address, Point = seals ? Point : null, Region = seals ? Region : null });
    }

    /// <inheritdoc/>
    public ElementDraft Bare() => ((PlaceDraft)Split().Open) is var open && open.Region is null ? open with { Region = RegionCode.Erased } : open;

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) => sealedPart is PlaceDraft part
        ? this with { Name = part.Name ?? Name, Address = part.Address, Point = part.Point ?? Point, Region = part.Region ?? Region }
        : this;
}
