using System.Collections.Immutable;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Services;

/// <summary>What an organization offers, to whom, where and for how many (Open Referral HSDS 3.0, DOMAIN 4).</summary>
public sealed record Service : Element
{
    /// <summary>Its id.</summary>
    public required ServiceId Id { get; init; }

    /// <summary>Who offers it.</summary>
    public required OrganizationId Organization { get; init; }

    /// <summary>Its name, at most 200.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, at most 2,000.</summary>
    public string? Description { get; init; }

    /// <summary>Only an active service covers anything.</summary>
    public ServiceStatus Status { get; init; }

    /// <summary>Terms of <c>hso_function</c>.</summary>
    public ImmutableArray<Code> Functions { get; init; } = [];

    /// <summary>Terms of <c>pillar</c> (Law 11/2009).</summary>
    public ImmutableArray<Code> Pillars { get; init; } = [];

    /// <summary>Terms of <c>issue</c>.</summary>
    public ImmutableArray<Code> Issues { get; init; } = [];

    /// <summary>Terms of <c>service_term</c>.</summary>
    public ImmutableArray<Code> Terms { get; init; } = [];

    /// <summary>The stated areas: the only thing by which a service covers a region.</summary>
    public ImmutableArray<ServiceArea> Areas { get; init; } = [];

    /// <summary>People it can serve in a year; null when unknown.</summary>
    public int? Capacity { get; init; }

    /// <summary>How many of them are taken; null when unknown.</summary>
    public int? Used { get; init; }

    /// <summary>When, at most 500.</summary>
    public string? Schedule { get; init; }

    /// <summary>For whom, at most 500.</summary>
    public string? Eligibility { get; init; }

    /// <summary>For how much, at most 500.</summary>
    public string? Cost { get; init; }

    /// <summary>Languages, BCP 47.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>How it can be reached by people with disabilities, at most 500.</summary>
    public string? Accessibility { get; init; }

    /// <summary>When it is offered.</summary>
    public Interval Valid { get; init; }

    /// <summary>Capacity not yet taken; null when the capacity is unknown.</summary>
    public int? Spare => Capacity is { } c ? Math.Max(0, c - (Used ?? 0)) : null;

    /// <summary>True when it is active and valid on that day.</summary>
    public bool IsOfferedOn(DateOnly day) => Status == ServiceStatus.Active && Valid.Contains(day);

    /// <inheritdoc/>
    public override ElementRef Ref => Id.Ref;

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => ServiceDraft.Of(this);
}

/// <summary>A region that a service states to cover. Without <see cref="WithSubregions"/> a province does not count for its regencies (DOMAIN 7).</summary>
public sealed record ServiceArea(RegionCode Region, bool WithSubregions, Interval Valid)
{
    /// <summary>True when the statement covers <paramref name="region"/> on that day: the region itself, what lies in it when the statement says so,
    /// and a larger region never, since covering a part is not covering the whole.</summary>
    public bool Covers(RegionCode region, DateOnly day) =>
        Valid.Contains(day) && (Region == region || (WithSubregions && Region.Holds(region)));
}

/// <summary>Whether a service is offered.</summary>
public enum ServiceStatus : byte
{
    /// <summary>Offered.</summary>
    Active,

    /// <summary>Announced.</summary>
    Planned,

    /// <summary>No longer offered.</summary>
    Ended,
}
