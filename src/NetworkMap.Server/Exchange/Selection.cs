using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange;

/// <summary>What leaves in an export: of one projection, everything or what belongs to some organizations, with its history or as it holds on a day. Whatever is read from it
/// has the form that its audience may see; each list comes in the order of ids, so that the same export twice is the same file.</summary>
public sealed class Selection
{
    private readonly NetworkGraph graph;
    private readonly bool[]? chosen;

    /// <summary>Everything of a projection.</summary>
    /// <param name="graph">The projection for the audience.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="language">The language of labels.</param>
    public Selection(NetworkGraph graph, Audience audience, Language language) => (this.graph, Audience, Language) = (graph, audience, language);

    private Selection(Selection of, bool[] chosen)
        : this(of.graph, of.Audience, of.Language) => (this.chosen, Region, At) = (chosen, of.Region, of.At);

    /// <summary>Who asks.</summary>
    public Audience Audience { get; }

    /// <summary>The language of labels.</summary>
    public Language Language { get; }

    /// <summary>The projection, for names and labels.</summary>
    public NetworkGraph Graph => graph;

    /// <summary>Only what lies in it; null for the whole country.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Only what holds on that day; null for all that is recorded, ended and retired as well.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Organizations that are chosen and, where a day is asked for, not retired by it.</summary>
    public IEnumerable<Organization> Organizations => All<Organization>(ElementKind.Organization, o => Takes(o.Id) && o.MergedInto is null && Lives(o));

    /// <summary>Their units.</summary>
    public IEnumerable<Unit> Units => All<Unit>(ElementKind.Unit, u => Takes(u.Organization));

    /// <summary>Their places.</summary>
    public IEnumerable<Place> Places => All<Place>(ElementKind.Place, p => Takes(p.Organization));

    /// <summary>Their services.</summary>
    public IEnumerable<Service> Services => All<Service>(ElementKind.Service, Has);

    /// <summary>The ties between two of them.</summary>
    public IEnumerable<Tie> Ties => All<Tie>(ElementKind.Tie, t => Takes(t.From) && Takes(t.To) && (At is not { } day || t.Valid.Contains(day)));

    /// <summary>The needs of the region; none where organizations were chosen one by one.</summary>
    public IEnumerable<Need> Needs => chosen is not null && Region is null ? [] : All<Need>(ElementKind.Need, n => Region is not { } region || region.Holds(n.Region));

    /// <summary>Every term, so that the codes of the other lists can be read.</summary>
    public IEnumerable<Term> Terms => graph.All(ElementKind.Term).OfType<Term>().OrderBy(t => t.Ref.Id, StringComparer.Ordinal);

    /// <summary>Every area of their services that is asked for, with its service.</summary>
    public IEnumerable<(Service Service, ServiceArea Area)> Areas => Services.SelectMany(v => AreasOf(v).Select(a => (v, a)));

    /// <summary>Areas of a service that are asked for.</summary>
    public IEnumerable<ServiceArea> AreasOf(Service service) => At is { } day ? service.Areas.Where(a => a.Valid.Contains(day)) : service.Areas;

    /// <summary>True of an organization that is in it.</summary>
    public bool Has(OrganizationId id) => Takes(id);

    /// <summary>True of a service that is in it.</summary>
    public bool Has(Service service) => Takes(service.Organization) && (At is not { } day || service.Valid.Contains(day));

    /// <summary>Only some organizations and what belongs to them.</summary>
    /// <param name="takes">Which.</param>
    /// <param name="neighbours">Whether those who are tied to one of them come along.</param>
    public Selection Of(Func<Organization, bool> takes, bool neighbours)
    {
        var taken = new bool[graph.OrganizationLimit];
        for (var handle = 0; handle < taken.Length; handle++)
        {
            taken[handle] = graph.OrganizationAt(handle) is { } organization && takes(organization);
        }

        return new Selection(this, neighbours ? WithNeighbours(taken) : taken);
    }

    /// <summary>The label of a term in the language; its code when the term is not there.</summary>
    public string Label(Code taxonomy, Code code) => graph.Term(taxonomy, code) is not { } term ? code.Value : Language == Language.English ? term.LabelEn : term.LabelId;

    /// <summary>The name of a region.</summary>
    public string? NameOf(RegionCode? code) => code is { } known ? graph.Region(known)?.Name : null;

    /// <summary>The family of an organization.</summary>
    public Family FamilyOf(Organization organization) => graph.FamilyOf(organization);

    /// <summary>Where an organization stands, as exactly as may be told.</summary>
    public Position? PositionOf(Organization organization) => graph.HandleOf(organization.Id) is >= 0 and var handle ? graph.PositionOf(handle) : null;

    private bool[] WithNeighbours(bool[] taken)
    {
        var all = (bool[])taken.Clone();
        foreach (var tie in graph.All(ElementKind.Tie).Cast<Tie>())
        {
            var (from, to) = (graph.HandleOf(tie.From), graph.HandleOf(tie.To));
            if (from >= 0 && to >= 0 && (At is not { } day || tie.Valid.Contains(day)))
            {
                all[from] |= taken[to];
                all[to] |= taken[from];
            }
        }

        return all;
    }

    private bool Takes(OrganizationId id) => graph.HandleOf(id) is >= 0 and var handle && (chosen is null || chosen[handle]) && (At is null || Lives(graph.OrganizationAt(handle)!));

    private bool Lives(Organization organization) => At is not { } day || !organization.HasEndedBy(day);

    private IEnumerable<T> All<T>(ElementKind kind, Func<T, bool> takes)
        where T : Element
    {
        var taken = graph.All(kind).Cast<T>().Where(takes).ToArray();
        Array.Sort(Array.ConvertAll(taken, e => Guid.ParseExact(e.Ref.Id, "D")), taken);
        return taken.Select(e => (T)Policy.Signed(e, Audience));
    }
}
