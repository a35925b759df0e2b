using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Graph;

/// <content>Who uses which term: what the three jobs start from instead of looking at everybody.</content>
public sealed partial class NetworkGraph
{
    private ChunkedArray<Bag<int>> organizationsWith = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> organizationsOffering = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> organizationsNeeding = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<Bag<int>> servicesWith = ChunkedArray<Bag<int>>.Empty();
    private ChunkedArray<OrganizationBrief> briefs = ChunkedArray<OrganizationBrief>.Empty();

    /// <summary>How many organizations this graph shows, retired ones included.</summary>
    public int OrganizationCount { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<Code> Taxonomies => All(ElementKind.Term).Cast<Term>().Select(t => t.Taxonomy).Distinct();

    /// <summary>The kind of an organization and whether it lives; nobody's when this graph shows no such organization.</summary>
    public OrganizationBrief BriefOf(int organization) => briefs[organization];

    /// <summary>Handles of the organizations that state a term of <c>actor_kind</c>, <c>issue</c> or <c>sector</c>.</summary>
    public ReadOnlySpan<int> OrganizationsWith(Code taxonomy, Code code) => Members(organizationsWith, taxonomy, code);

    /// <summary>Handles of the organizations that offer a skill.</summary>
    public ReadOnlySpan<int> OrganizationsOffering(Code skill) => Members(organizationsOffering, Taxonomy.Skill, skill);

    /// <summary>Handles of the organizations that need a skill.</summary>
    public ReadOnlySpan<int> OrganizationsNeeding(Code skill) => Members(organizationsNeeding, Taxonomy.Skill, skill);

    /// <summary>Handles of the services that state a term of <c>hso_function</c>, <c>pillar</c>, <c>issue</c> or <c>service_term</c>, offered or not.</summary>
    public ReadOnlySpan<int> ServicesWith(Code taxonomy, Code code) => Members(servicesWith, taxonomy, code);

    private ReadOnlySpan<int> Members(ChunkedArray<Bag<int>> index, Code taxonomy, Code code)
    {
        var term = handles.Terms.Find(new TermKey(taxonomy, code));
        return term < 0 ? [] : index[term].Span;
    }

    private void PutBrief(int organization, Organization? after, EditScope scope)
    {
        var brief = after is null ? default : new OrganizationBrief(TermHandle(Taxonomy.ActorKind, after.ActorKind), after.MergedInto is null ? after.Retired : DateOnly.MinValue);
        briefs = brief == briefs[organization] ? briefs : briefs.With(organization, brief, scope);
    }

    private void PutTermsOf(int organization, Organization? before, Organization? after, EditScope scope)
    {
        OrganizationCount += (after is null ? 0 : 1) - (before is null ? 0 : 1);
        organizationsWith = Reindexed(organizationsWith, Taxonomy.ActorKind, One(before?.ActorKind), One(after?.ActorKind), organization, scope);
        organizationsWith = Reindexed(organizationsWith, Taxonomy.Issue, before?.Issues ?? [], after?.Issues ?? [], organization, scope);
        organizationsWith = Reindexed(organizationsWith, Taxonomy.Sector, before?.Sectors ?? [], after?.Sectors ?? [], organization, scope);
        organizationsOffering = Reindexed(organizationsOffering, Taxonomy.Skill, before?.Offers ?? [], after?.Offers ?? [], organization, scope);
        organizationsNeeding = Reindexed(organizationsNeeding, Taxonomy.Skill, before?.Needs ?? [], after?.Needs ?? [], organization, scope);
    }

    private void PutTermsOf(int service, Service? before, Service? after, EditScope scope)
    {
        servicesWith = Reindexed(servicesWith, Taxonomy.HsoFunction, before?.Functions ?? [], after?.Functions ?? [], service, scope);
        servicesWith = Reindexed(servicesWith, Taxonomy.Pillar, before?.Pillars ?? [], after?.Pillars ?? [], service, scope);
        servicesWith = Reindexed(servicesWith, Taxonomy.Issue, before?.Issues ?? [], after?.Issues ?? [], service, scope);
        servicesWith = Reindexed(servicesWith, Taxonomy.ServiceTerm, before?.Terms ?? [], after?.Terms ?? [], service, scope);
    }

    private static ImmutableArray<Code> One(Code? code) => code is { } c ? [c] : [];

    private ChunkedArray<Bag<int>> Reindexed(
        ChunkedArray<Bag<int>> index, Code taxonomy, ImmutableArray<Code> before, ImmutableArray<Code> after, int member, EditScope scope)
    {
        foreach (var code in before)
        {
            index = after.Contains(code) ? index : Moved(index, TermHandle(taxonomy, code), -1, member, scope);
        }

        foreach (var code in after)
        {
            index = before.Contains(code) ? index : Moved(index, -1, TermHandle(taxonomy, code), member, scope);
        }

        return index;
    }

    private int TermHandle(Code taxonomy, Code code) => handles.Terms.FindOrAdd(new TermKey(taxonomy, code));
}
