using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;

namespace NetworkMap.Changes;

/// <summary>What a program may do of what the account may for which it acts: it hands nothing on, and it may be limited to one right of the account. When that right ends, or no longer
/// holds what it is limited to, nothing is left of it.</summary>
/// <param name="Right">The one right; all of the account's when null.</param>
/// <param name="Region">The part of its region; all of it when null.</param>
public sealed record Delegation(GrantId? Right = null, RegionCode? Region = null)
{
    /// <summary>True when it is limited to one right.</summary>
    public bool IsLimited => Right is not null;

    /// <summary>What is left of the rights that the account holds.</summary>
    public IReadOnlyList<Grant> Of(IReadOnlyList<Grant> held) => Right is null ? held : [.. held.Where(g => g.Id == Right).Select(Limited).OfType<Grant>()];

    private Grant? Limited(Grant held) => Region is not { } part ? held
        : held.Organization is null && held.Role != Role.Administrator && (held.IsWhole || held.Region!.Value.Holds(part)) ? held with { Region = part }
        : null;
}
