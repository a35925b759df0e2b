using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Why a change is near an organization.</summary>
internal enum Nearness
{
    /// <summary>It is about the organization, or about what belongs to it.</summary>
    Own,

    /// <summary>It is about who has a tie with it that has not ended.</summary>
    Partner,

    /// <summary>It is about a service that works where it is.</summary>
    Serves,

    /// <summary>It is about somebody, or a need, in its regency or city; in its province, when no more is told.</summary>
    Region,
}

/// <summary>Which changes are near an organization, and why. Like <see cref="ChangesWanted"/> it looks at nothing but the answer and the asker's own projection.</summary>
internal sealed class ChangesNear
{
    private readonly NetworkGraph graph;
    private readonly OrganizationId own;
    private readonly HashSet<OrganizationId> partners;
    private readonly RegionCode? place;

    internal ChangesNear(NetworkGraph graph, Organization organization)
    {
        (this.graph, own) = (graph, organization.Id);
        partners = [.. graph.TiesOf(own).Where(t => t.Status != TieStatus.Ended).SelectMany(t => new[] { t.From, t.To })];
        partners.Remove(own);
        place = organization.Region?.At(RegionLevel.Regency);
    }

    /// <summary>Why a change is near, the closest reason first; none when it is not.</summary>
    internal IReadOnlyList<Nearness> Of(ChangesetAnswer answer) => [.. answer.Elements.SelectMany(Of).Distinct().Order()];

    private IEnumerable<Nearness> Of(RevisionAnswer changed)
    {
        var element = ChangesWanted.Today(changed, graph);
        var about = AboutOf(changed, element).ToList();
        if (about.Contains(own))
        {
            yield return Nearness.Own;
        }
        else if (about.Exists(partners.Contains))
        {
            yield return Nearness.Partner;
        }

        if (place is { } here)
        {
            if (element is Service service && service.Areas.Any(a => here.Holds(a.Region) || (a.WithSubregions && a.Region.Holds(here))))
            {
                yield return Nearness.Serves;
            }

            if (ChangesWanted.RegionsOf(element, graph).Any(here.Holds))
            {
                yield return Nearness.Region;
            }
        }
    }

    /// <summary>The organizations that a change is about; of what is gone those that it names.</summary>
    private IEnumerable<OrganizationId> AboutOf(RevisionAnswer changed, Element? element) => element switch
    {
        Organization it => [it.Id],
        Tie it => [it.From, it.To],
        null => (changed.Mentions ?? []).Where(m => m.Kind == Names<ElementKind>.Of(ElementKind.Organization))
            .SelectMany(m => Ids.Parse(m.Id).TryValue(out var id) ? new[] { new OrganizationId(id) } : []),
        _ => Projection.OwnerOf(graph, element) is { } owner ? [owner.Id] : [],
    };
}
