using System.Collections.Immutable;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Domain.Organizations;

/// <summary>An actor of the network (DOMAIN 2). What it is (<see cref="ActorKind"/>) and which legal form it took are two things.</summary>
public sealed record Organization : Element
{
    // A code of its own nothing, a day of its own zero: 200,000 times a nullable costs as much as the day or the reference that it holds.
    private readonly Code legalForm;
    private readonly RegionCode region;
    private readonly int retired;

    /// <summary>The kind whose location is home-located unless somebody says otherwise (DOMAIN 9).</summary>
    public static readonly Code HomeWorkerOrganization = Code.Of("home_worker_organization");

    /// <summary>The kind of the governments of provinces, regencies and cities.</summary>
    public static readonly Code LocalGovernment = Code.Of("local_government");

    /// <summary>Its id.</summary>
    public required OrganizationId Id { get; init; }

    /// <summary>Its name as it writes itself, at most 200.</summary>
    public required string Name { get; init; }

    /// <summary>Earlier and other names.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Short name, at most 40.</summary>
    public string? Acronym { get; init; }

    /// <summary>A term of <c>actor_kind</c>.</summary>
    public required Code ActorKind { get; init; }

    /// <summary>A term of <c>legal_form</c>.</summary>
    public Code? LegalForm { get => legalForm.Value is null ? null : legalForm; init => legalForm = value ?? default; }

    /// <summary>Whether it is a legal person.</summary>
    public LegalStatus LegalStatus { get; init; }

    /// <summary>True when it introduces others to each other.</summary>
    public bool Mediates { get; init; }

    /// <summary>What it is for, at most 2,000.</summary>
    public string? Purpose { get; init; }

    /// <summary>The region of its seat; null only in a projection that hides it. Sealed as far as it is finer than the precision.</summary>
    public required RegionCode? Region { get => region.Value is null ? null : region; init => region = value ?? default; }

    /// <summary>How exactly the public may see where it is.</summary>
    public required Precision Precision { get; init; }

    /// <summary>Issues it works on.</summary>
    public ImmutableArray<Code> Issues { get; init; } = [];

    /// <summary>Sectors it works in.</summary>
    public ImmutableArray<Code> Sectors { get; init; } = [];

    /// <summary>Skills it offers.</summary>
    public ImmutableArray<Code> Offers { get; init; } = [];

    /// <summary>Skills it needs.</summary>
    public ImmutableArray<Code> Needs { get; init; } = [];

    /// <summary>Languages, BCP 47.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>An http(s) address.</summary>
    public string? Website { get; init; }

    /// <summary>Members, as counts only.</summary>
    public CountSet? Members { get; init; }

    /// <summary>Year of foundation.</summary>
    public int? Founded { get; init; }

    /// <summary>The day it ceased to exist, never a day to come; its id and history stay.</summary>
    public DateOnly? Retired { get => retired == 0 ? null : DateOnly.FromDayNumber(retired - 1); init => retired = value is { } day ? day.DayNumber + 1 : 0; }

    /// <summary>Sealed: how to reach it.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>Sealed: a steward's note, at most 4,000.</summary>
    public string? Note { get; init; }

    /// <summary>What was decided of whether it is another one; null for nearly all.</summary>
    public Sameness? Sameness { get; init; }

    /// <summary>The organization that it turned out to be, if it did.</summary>
    public OrganizationId? MergedInto => Sameness?.MergedInto;

    /// <summary>True when it is not there any more on a day. One that turned out to be another was never there beside it.</summary>
    public bool HasEndedBy(DateOnly day) => MergedInto is not null || Retired <= day;

    /// <summary>True for those that give out work, or speak for them: what they see of workers' groups can bring retaliation, so it is what the public sees (DOMAIN 3).</summary>
    public bool GivesOutWork => ActorKind.Value is "company" or "intermediary" or "employer_association";

    /// <inheritdoc/>
    public override ElementRef Ref => Id.Ref;

    /// <summary>True when it would have ceased to exist in a year before the one it was founded in.</summary>
    public bool EndedBeforeFounded => Retired is { } day && day.Year < Founded;

    /// <summary>True for a group of home workers, whose address is often somebody's home.</summary>
    public bool IsOfHomeWorkers => ActorKind == HomeWorkerOrganization;

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => OrganizationDraft.Of(this);
}

/// <summary>Whether an organization is a legal person; unknown is not "no".</summary>
public enum LegalStatus : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A legal person.</summary>
    Incorporated,

    /// <summary>Not a legal person.</summary>
    NotIncorporated,
}
