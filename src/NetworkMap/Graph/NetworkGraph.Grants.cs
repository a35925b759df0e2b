using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Suggestions;

namespace NetworkMap.Graph;

/// <content>Who may do what, and what is asked of them.</content>
public sealed partial class NetworkGraph
{
    private ImmutableDictionary<string, ImmutableArray<int>> grantsOf = ImmutableDictionary.Create<string, ImmutableArray<int>>(StringComparer.Ordinal);
    private ImmutableDictionary<string, ImmutableArray<int>> grantsFor = ImmutableDictionary.Create<string, ImmutableArray<int>>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<Grant> GrantsOf(string account) => GrantsIn(grantsOf, account);

    /// <summary>The grants for an organization.</summary>
    public IEnumerable<Grant> GrantsFor(OrganizationId organization) => GrantsIn(grantsFor, organization.Ref.ToString());

    /// <summary>The grants for exactly this region, not for a part of it.</summary>
    public IEnumerable<Grant> GrantsFor(RegionCode region) => GrantsIn(grantsFor, region.Ref.ToString());

    /// <inheritdoc/>
    /// <remarks>They are few, so no index is kept.</remarks>
    public IEnumerable<Suggestion> SuggestionsFor(OrganizationId organization) => All(ElementKind.Suggestion).Cast<Suggestion>().Where(s => s.Organization == organization || s.Other == organization);

    private IEnumerable<Grant> GrantsIn(ImmutableDictionary<string, ImmutableArray<int>> index, string key) =>
        index.TryGetValue(key, out var held) ? held.Select(h => grants[h]!) : [];

    private void PutGrant(Guid id, Grant? after, EditScope scope)
    {
        var handle = handles.Grants.FindOrAdd(id);
        var before = grants[handle];
        grants = grants.With(handle, after, scope);
        grantsOf = Moved(grantsOf, before?.Account, after?.Account, handle);
        grantsFor = Moved(grantsFor, ScopeOf(before), ScopeOf(after), handle);
    }

    private static string? ScopeOf(Grant? grant) => (grant?.Organization?.Ref ?? grant?.Region?.Ref)?.ToString();

    private static ImmutableDictionary<string, ImmutableArray<int>> Moved(ImmutableDictionary<string, ImmutableArray<int>> index, string? from, string? to, int member)
    {
        if (from == to)
        {
            return index;
        }

        if (from is not null)
        {
            index = index[from].Remove(member) is { IsEmpty: false } rest ? index.SetItem(from, rest) : index.Remove(from);
        }

        return to is null ? index : index.SetItem(to, index.TryGetValue(to, out var held) ? held.Add(member) : [member]);
    }
}
