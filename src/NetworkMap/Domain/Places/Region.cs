using System.Collections.Immutable;

namespace NetworkMap.Domain.Places;

/// <summary>A province, regency or city, district or village. Regions split and merge, hence validity and successors (DOMAIN 7).</summary>
public sealed record Region : Element
{
    /// <summary>Its code is its id.</summary>
    public required RegionCode Code { get; init; }

    /// <summary>Its name, at most 200.</summary>
    public required string Name { get; init; }

    /// <summary>What it is called: province, regency, city, district, village, urban_village.</summary>
    public required RegionKind RegionKind { get; init; }

    /// <summary>The code of Statistics Indonesia, only where a source states it.</summary>
    public string? Bps { get; init; }

    /// <summary>A point that stands for it on the map.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>True when the point was computed, not stated.</summary>
    public bool PointDerived { get; init; }

    /// <summary>When it exists.</summary>
    public Interval Valid { get; init; }

    /// <summary>What it became.</summary>
    public ImmutableArray<RegionCode> Successors { get; init; } = [];

    /// <summary>The level, told by the code.</summary>
    public RegionLevel Level => Code.Level;

    /// <inheritdoc/>
    public override ElementRef Ref => Code.Ref;

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new RegionDraft
    {
        Id = Code.Value,
        Name = Name,
        RegionKind = Names<RegionKind>.Of(RegionKind),
        Bps = Bps,
        Point = Point is { } p ? p.ToDraft() with { Derived = PointDerived ? true : null } : null,
        Valid = Valid.ToDraft(),
        Successors = Successors.IsEmpty ? null : [.. Successors.Select(s => s.Value)],
        Provenance = Provenance.ToDraft(),
    };
}

/// <summary>What a region is called.</summary>
public enum RegionKind
{
    /// <summary>Provinsi.</summary>
    Province,

    /// <summary>Kabupaten.</summary>
    Regency,

    /// <summary>Kota.</summary>
    City,

    /// <summary>Kecamatan, distrik.</summary>
    District,

    /// <summary>Desa and its likes.</summary>
    Village,

    /// <summary>Kelurahan.</summary>
    UrbanVillage,
}

/// <summary>The written form of <see cref="Region"/>.</summary>
public sealed record RegionDraft : ElementDraft
{
#pragma warning disable CS1591 // The fields are explained on Region.
    public string? Name { get; init; }
    public string? RegionKind { get; init; }
    public string? Bps { get; init; }
    public GeoPointDraft? Point { get; init; }
    public IntervalDraft? Valid { get; init; }
    public IReadOnlyList<string>? Successors { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var code = checks.Region("id", Id);
        var usual = code.Value is null ? Places.RegionKind.Province : Usual(code.Level);
        checks.Require(Bps is null || (Bps.Length is 2 or 4 or 7 or 10 && Bps.All(char.IsAsciiDigit)), "bps_code_malformed", "bps", ("value", Bps));
        var region = new Region
        {
            Code = code,
            Name = checks.Text("name", Name, 200),
            RegionKind = checks.Choice("regionKind", RegionKind, usual),
            Bps = Bps,
            Point = GeoPoint.From(checks, "point", Point),
            PointDerived = Point?.Derived ?? false,
            Valid = Interval.Read(checks, "valid", Valid),
            Successors = Successors is null ? [] : [.. Successors.Select((s, i) => checks.Region($"successors[{i}]", s))],
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        return checks.Finish<Element>(region);
    }

    private static RegionKind Usual(RegionLevel level) => level switch
    {
        RegionLevel.Province => Places.RegionKind.Province,
        RegionLevel.Regency => Places.RegionKind.Regency,
        RegionLevel.District => Places.RegionKind.District,
        _ => Places.RegionKind.Village,
    };
}
