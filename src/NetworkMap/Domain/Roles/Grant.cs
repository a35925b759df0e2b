using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Roles;

/// <summary>What an account may do, where, and for how long. It is given and taken back by a change like any other: attributed, logged, effective at once. Who gave it
/// is who asserted it (<see cref="Element.Provenance"/>).</summary>
public sealed record Grant : Element
{
    /// <summary>Its id.</summary>
    public required GrantId Id { get; init; }

    /// <summary>The account that holds it; never a name.</summary>
    public required string Account { get; init; }

    /// <summary>As what.</summary>
    public required Role Role { get; init; }

    /// <summary>The organization, with its units, that it is for; null when it is for a region or the whole network.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The region, with everything under it, that it is for; null when it is for an organization or the whole network.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>When it holds.</summary>
    public Interval Valid { get; init; }

    /// <summary>True when it is for the whole network.</summary>
    public bool IsWhole => Organization is null && Region is null;

    /// <inheritdoc/>
    public override ElementRef Ref => new(ElementKind.Grant, Id.ToString());

    /// <inheritdoc/>
    public override ElementDraft ToDraft() => new GrantDraft
    {
        Id = Id.ToString(),
        Account = Account,
        Role = Names<Role>.Of(Role),
        Organization = Organization?.ToString(),
        Region = Region?.Value,
        Valid = Valid.ToDraft(),
        Provenance = Provenance.ToDraft(),
    };
}

/// <summary>As what somebody acts.</summary>
public enum Role : byte
{
    /// <summary>Keeps the data of one organization true: hers.</summary>
    OrganizationEditor,

    /// <summary>Links home workers with industry and government.</summary>
    Mediator,

    /// <summary>Sees where nobody helps, and keeps the needs of a region.</summary>
    Coordinator,

    /// <summary>Keeps the data of a region, or of all, true.</summary>
    Steward,

    /// <summary>Says who may do what; keeps no data.</summary>
    Administrator,
}

/// <summary>The written form of <see cref="Grant"/>.</summary>
public sealed record GrantDraft : ElementDraft
{
    private const int AccountLength = 100;

#pragma warning disable CS1591 // The fields are explained on Grant.
    public string? Account { get; init; }
    public string? Role { get; init; }
    public string? Organization { get; init; }
    public string? Region { get; init; }
    public IntervalDraft? Valid { get; init; }
#pragma warning restore CS1591

    /// <inheritdoc/>
    public override Outcome<Element> Check()
    {
        var checks = new Checks();
        checks.Require(Role is not null, "role_missing", "role");
        var grant = new Grant
        {
            Id = new GrantId(checks.Id("id", Id)),
            Account = checks.Text("account", Account, AccountLength),
            Role = checks.Choice("role", Role, Roles.Role.OrganizationEditor),
            Organization = Organization is null ? null : new OrganizationId(checks.Id("organization", Organization)),
            Region = Region is null ? null : checks.Region("region", Region),
            Valid = Interval.Read(checks, "valid", Valid),
            Provenance = Domain.Provenance.From(checks, Provenance)!,
        };
        RequireScope(checks, grant);
        return checks.Finish<Element>(grant);
    }

    /// <summary>An editor is one of an organization, an administrator one of the whole network, everybody else of a region or the whole network.</summary>
    private static void RequireScope(Checks checks, Grant grant)
    {
        if (grant.Role == Roles.Role.OrganizationEditor)
        {
            checks.Require(grant.Organization is not null, "organization_missing", "organization");
            checks.Require(grant.Region is null, "grant_scope_wrong", "region", ("role", Names<Role>.Of(grant.Role)));
            return;
        }

        checks.Require(grant.Organization is null, "grant_scope_wrong", "organization", ("role", Names<Role>.Of(grant.Role)));
        checks.Require(grant.Role != Roles.Role.Administrator || grant.Region is null, "grant_scope_wrong", "region", ("role", Names<Role>.Of(grant.Role)));
    }
}
