using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Organizations;

/// <summary>A part of an organization: a council, a branch, a village group. Its region is bound by the organization's precision.</summary>
public sealed record Unit : Element
{
    /// <summary>Its id.</summary>
    public required UnitId Id { get; init; }

    /// <summary>The organization it belongs to.</summary>
    public required OrganizationId Organization { get; init; }

    /// <summary>Its name, at most 200.</summary>
    public required string Name { get; init; }

    /// <summary>A term of <c>unit_kind</c>.</summary>
    public required Code UnitKind { get; init; }

    /// <summary>The unit above it, of the same organization.</summary>
    public UnitId? Parent { get; init; }

    /// <summary>Where it works. A village is sealed, and its district in clear: whether it may be told is up to the organization's precision.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Members, as counts only.</summary>
    public CountSet? Members { get; init; }

    /// <inheritdoc/>
    public override ElementRef Ref => Id.Ref;

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new UnitDraft
    {
        Id = Id.ToString(),
        Organization = Organization.ToString(),
        Name = Name,
        UnitKind = UnitKind.Value,
        Parent = Parent?.ToString(),
        Region = Region?.Value,
        Members = Members?.ToDraft(),
        Provenance = Provenance.ToDraft(),
    };
}

/// <summary>The written form of <see cref="Unit"/>.</summary>
public sealed record UnitDraft : ElementDraft, ISealedDraft
{
#pragma warning disable CS1591 // The fields are explained on Unit.
    public string? Organization { get; init; }
    public string? Name { get; init; }
    public string? UnitKind { get; init; }
    public string? Parent { get; init; }
    public string? Region { get; init; }
    public CountSetDraft? Members { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var unit = new Unit
        {
            Id = new UnitId(checks.Id("id", Id)),
            Organization = new OrganizationId(checks.Id("organization", Organization)),
            Name = checks.Text("name", Name, 200),
            UnitKind = checks.Code("unitKind", UnitKind),
            Parent = Parent is null ? null : new UnitId(checks.Id("parent", Parent)),
            Region = Region is null ? null : checks.Region("region", Region),
            Members = CountSet.From(checks, "members", Members),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        checks.Require(unit.Parent is null || unit.Parent != unit.Id, "unit_its_own_parent", "parent");
        return checks.Finish<Element>(unit);
    }

    /// <inheritdoc/>
    public (ElementDraft Open, ElementDraft? Sealed) Split() => RegionCode.TryParse(Region, out var code) && code.Level == RegionLevel.Village
        ? (this with { Region = code.At(RegionLevel.District).Value }, new UnitDraft { Region = Region })
        : (this, null);

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) => sealedPart is UnitDraft part ? this with { Region = part.Region ?? Region } : this;
}
