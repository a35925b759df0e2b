using System.Collections.Immutable;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Domain.Privacy;

/// <summary>Who asks: where they stand to every element. Three audiences stand the same to all elements; of the others each has organizations or regions to which it stands
/// nearer. Two accounts with the same scopes are one audience.</summary>
public sealed class Audience : IEquatable<Audience>
{
    private readonly ImmutableHashSet<OrganizationId> own;
    private readonly ImmutableArray<RegionCode> kept;
    private readonly ImmutableArray<RegionCode> coordinated;

    private Audience(Standing least, ImmutableHashSet<OrganizationId> own, ImmutableArray<RegionCode> kept, ImmutableArray<RegionCode> coordinated, bool administers = false)
    {
        (Least, this.own, this.kept, this.coordinated, Administers) = (least, own, kept, coordinated, administers);
        IsScoped = !own.IsEmpty || !kept.IsEmpty || !coordinated.IsEmpty || administers;
        Name = string.Join(' ', new[] { Names<Standing>.Of(least) }
            .Concat(own.Select(o => "own:" + o).Order(StringComparer.Ordinal))
            .Concat(kept.Select(r => "steward:" + r.Value))
            .Concat(coordinated.Select(r => "coordinator:" + r.Value))
            .Concat(administers ? ["administrator"] : []));
    }

    /// <summary>Anybody.</summary>
    public static Audience Public { get; } = new(Standing.Public, [], [], []);

    /// <summary>Whoever signed in.</summary>
    public static Audience SignedIn { get; } = new(Standing.SignedIn, [], [], []);

    /// <summary>Who keeps all data true.</summary>
    public static Audience Steward { get; } = new(Standing.Steward, [], [], []);

    /// <summary>Where it stands at least, to every element.</summary>
    public Standing Least { get; }

    /// <summary>True when it stands nearer to some elements than to others.</summary>
    public bool IsScoped { get; }

    /// <summary>True for who says who may do what: she sees every grant, and of the rest what others see.</summary>
    public bool Administers { get; }

    /// <summary>The same text for the same audience: <c>public</c>, <c>signed_in</c>, <c>steward</c>, or one with its scopes.</summary>
    public string Name { get; }

    /// <summary>The organizations whose own it is.</summary>
    public IEnumerable<OrganizationId> Organizations => own;

    /// <summary>The regions that it keeps or coordinates.</summary>
    public IEnumerable<RegionCode> Regions => kept.Concat(coordinated);

    /// <summary>The audience of an account by the grants that hold.</summary>
    /// <param name="grants">Those of the account that hold on the day.</param>
    /// <param name="isCompany">Whether an organization gives out work: its own account sees no more of others than the public does (DOMAIN 3).</param>
    /// <param name="ofCompany">True when the account has a company as its own by another right than these; then it is bound by that as well.</param>
    public static Audience Of(IReadOnlyCollection<Grant> grants, Func<OrganizationId, bool> isCompany, bool ofCompany = false)
    {
        if (grants.Any(g => g is { Role: Role.Steward, IsWhole: true }))
        {
            return Steward;
        }

        var organizations = grants.Where(g => g.Role == Role.OrganizationEditor).Select(g => g.Organization!.Value).ToImmutableHashSet();
        var least = ofCompany || organizations.Any(isCompany) ? Standing.Public : grants.Any(g => g is { Role: Role.Coordinator, IsWhole: true }) ? Standing.Coordinator : Standing.SignedIn;
        var made = new Audience(least, organizations, RegionsOf(grants, Role.Steward), RegionsOf(grants, Role.Coordinator), grants.Any(g => g.Role == Role.Administrator));
        return made.IsScoped || least == Standing.Coordinator ? made : least == Standing.Public ? Public : SignedIn;
    }

    /// <summary>Who coordinates a region and has no other right.</summary>
    public static Audience CoordinatorOf(RegionCode region) => new(Standing.SignedIn, [], [], [region]);

    /// <summary>True when it stands at least as near to every element as another audience.</summary>
    public bool Includes(Audience other) =>
        Least >= other.Least
        && other.own.All(o => Least >= Standing.Own || own.Contains(o))
        && other.kept.All(r => Least == Standing.Steward || kept.Any(k => k.Holds(r)))
        && other.coordinated.All(r => Least >= Standing.Coordinator || Regions.Any(k => k.Holds(r)));

    /// <summary>Where it stands to an element.</summary>
    /// <param name="element">The whole element.</param>
    /// <param name="belongs">What the element belongs to.</param>
    public Standing Toward(Element element, Belonging belongs)
    {
        if (!IsScoped)
        {
            return Least;
        }

        return element switch
        {
            Organization o => Toward(o),
            Need n => Toward(n.Region),
            Grant when Administers => Standing.Steward,
            Grant g => Nearer(Toward(belongs.Owner), g.Region is { } region ? Toward(region) : Standing.Public),
            Suggestion { Organization: null } s => s.Region is { } region ? Toward(region) : Least,
            _ => Nearer(Toward(belongs.Owner), Toward(belongs.Other)),
        };
    }

    /// <summary>True for who keeps an organization, as its own or as its steward.</summary>
    internal bool Keeps(Organization? organization) => Toward(organization) >= Standing.Own;

    /// <summary>True for the same audience.</summary>
    public static bool operator ==(Audience? one, Audience? other) => one is null ? other is null : one.Equals(other);

    /// <summary>True for another audience.</summary>
    public static bool operator !=(Audience? one, Audience? other) => !(one == other);

    /// <inheritdoc/>
    public bool Equals(Audience? other) => ReferenceEquals(this, other) || (other is not null && Name == other.Name);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Audience);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ImmutableArray<RegionCode> RegionsOf(IEnumerable<Grant> grants, Role role) =>
        [.. grants.Where(g => g.Role == role && g.Region is not null).Select(g => g.Region!.Value).Distinct().Order()];

    private Standing Toward(Organization? organization) => organization is null ? Least
        : Nearer(own.Contains(organization.Id) ? Standing.Own : Least, organization.Region is { } seat ? Toward(seat) : Least);

    private Standing Toward(RegionCode region) => kept.Any(r => r.Holds(region)) ? Standing.Steward : coordinated.Any(r => r.Holds(region)) ? Standing.Coordinator : Least;

    private static Standing Nearer(Standing one, Standing other) => one > other ? one : other;
}

/// <summary>The organizations that an element belongs to: the owner of a unit, place or service; both ends of a tie; the organization that a grant is for; those of what is suggested.</summary>
/// <param name="Owner">The one, or the first of two.</param>
/// <param name="Other">The second end of a tie.</param>
public readonly record struct Belonging(Organization? Owner, Organization? Other = null)
{
    /// <summary>An element that belongs to one organization.</summary>
    public static implicit operator Belonging(Organization? owner) => new(owner);
}
