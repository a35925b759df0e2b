using System.Collections.Immutable;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Services;

/// <summary>The written form of <see cref="Service"/>.</summary>
public sealed record ServiceDraft : ElementDraft, ISealedDraft
{
#pragma warning disable CS1591 // The fields are explained on Service.
    public string? Organization { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Status { get; init; }
    public IReadOnlyList<string>? Functions { get; init; }
    public IReadOnlyList<string>? Pillars { get; init; }
    public IReadOnlyList<string>? Issues { get; init; }
    public IReadOnlyList<string>? Terms { get; init; }
    public IReadOnlyList<ServiceAreaDraft>? Areas { get; init; }
    public int? Capacity { get; init; }
    public int? Used { get; init; }
    public string? Schedule { get; init; }
    public string? Eligibility { get; init; }
    public string? Cost { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public string? Accessibility { get; init; }
    public IntervalDraft? Valid { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        var service = new Service
        {
            Id = new ServiceId(checks.Id("id", Id)),
            Organization = new OrganizationId(checks.Id("organization", Organization)),
            Name = checks.Text("name", Name, 200),
            Description = checks.OptionalText("description", Description, 2000),
            Status = checks.Choice("status", Status, ServiceStatus.Active),
            Functions = checks.Codes("functions", Functions),
            Pillars = checks.Codes("pillars", Pillars),
            Issues = checks.Codes("issues", Issues),
            Terms = checks.Codes("terms", Terms),
            Areas = ReadAreas(checks),
            Capacity = checks.Range("capacity", Capacity, 0, 10_000_000),
            Used = checks.Range("used", Used, 0, 10_000_000),
            Schedule = checks.OptionalText("schedule", Schedule, 500),
            Eligibility = checks.OptionalText("eligibility", Eligibility, 500),
            Cost = checks.OptionalText("cost", Cost, 500),
            Languages = checks.Languages("languages", Languages),
            Accessibility = checks.OptionalText("accessibility", Accessibility, 500),
            Valid = Interval.Read(checks, "valid", Valid),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        return checks.Finish<Element>(service);
    }

    /// <inheritdoc/>
    /// <remarks>A village says where somebody works from; its district in its stead would say that more is covered than is, so a village leaves nothing in clear.</remarks>
    public (ElementDraft Open, ElementDraft? Sealed) Split()
    {
        var open = (Areas ?? []).Where(a => !(RegionCode.TryParse(a.Region, out var code) && code.Level == RegionLevel.Village)).ToList();
        return open.Count == (Areas?.Count ?? 0) ? (this, null) : (this with { Areas = open.Count == 0 ? null : open }, new ServiceDraft { Areas = Areas });
    }

    /// <inheritdoc/>
    public ElementDraft Join(ElementDraft sealedPart) => sealedPart is ServiceDraft part ? this with { Areas = part.Areas ?? Areas } : this;

    internal static ServiceDraft Of(Service s) => new()
    {
        Id = s.Id.ToString(),
        Organization = s.Organization.ToString(),
        Name = s.Name,
        Description = s.Description,
        Status = Names<ServiceStatus>.Of(s.Status),
        Functions = s.Functions.OrNull(),
        Pillars = s.Pillars.OrNull(),
        Issues = s.Issues.OrNull(),
        Terms = s.Terms.OrNull(),
        Areas = s.Areas.IsEmpty ? null : [.. s.Areas.Select(a => new ServiceAreaDraft { Region = a.Region.Value, WithSubregions = a.WithSubregions ? true : null, Valid = a.Valid.ToDraft() })],
        Capacity = s.Capacity,
        Used = s.Used,
        Schedule = s.Schedule,
        Eligibility = s.Eligibility,
        Cost = s.Cost,
        Languages = s.Languages.OrNull(),
        Accessibility = s.Accessibility,
        Valid = s.Valid.ToDraft(),
        Provenance = s.Provenance.ToDraft(),
    };

    private ImmutableArray<ServiceArea> ReadAreas(Checks checks)
    {
        checks.Require(Areas is null || Areas.Count <= 600, "list_too_long", "areas", ("limit", 600), ("length", Areas?.Count));
        return Areas is null ? [] : [.. Areas.Select((a, i) => new ServiceArea(
            checks.Region($"areas[{i}].region", a?.Region), a?.WithSubregions ?? false, Interval.Read(checks, $"areas[{i}].valid", a?.Valid)))];
    }
}

/// <summary>The written form of <see cref="ServiceArea"/>.</summary>
public sealed record ServiceAreaDraft
{
    /// <summary>A region code.</summary>
    public string? Region { get; init; }

    /// <summary>True when it counts for everything below as well.</summary>
    public bool? WithSubregions { get; init; }

    /// <summary>When the statement holds.</summary>
    public IntervalDraft? Valid { get; init; }
}
