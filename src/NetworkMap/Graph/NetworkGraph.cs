using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Spatial;

namespace NetworkMap.Graph;

/// <summary>An immutable snapshot of the network as one audience may see it. Elements have dense handles; what is kept per element lies in chunks that
/// snapshots share, so that the next one costs what changed. Handles are meaningful only inside the graph (and its kin) that gave them.</summary>
public sealed partial class NetworkGraph : INetwork
{
    private readonly Handles handles;
    private ChunkedArray<Organization?> organizations = ChunkedArray<Organization?>.Empty();
    private ChunkedArray<Unit?> units = ChunkedArray<Unit?>.Empty();
    private ChunkedArray<Place?> places = ChunkedArray<Place?>.Empty();
    private ChunkedArray<Service?> services = ChunkedArray<Service?>.Empty();
    private ChunkedArray<Tie?> ties = ChunkedArray<Tie?>.Empty();
    private ChunkedArray<Need?> needs = ChunkedArray<Need?>.Empty();
    private ChunkedArray<Region?> regions = ChunkedArray<Region?>.Empty();
    private ChunkedArray<Term?> terms = ChunkedArray<Term?>.Empty();
    private ChunkedArray<Grant?> grants = ChunkedArray<Grant?>.Empty();
    private ChunkedArray<Suggestion?> suggestions = ChunkedArray<Suggestion?>.Empty();

    private NetworkGraph(Handles handles) => this.handles = handles;

    /// <summary>The sequence of the log that this snapshot is of.</summary>
    public long Sequence { get; private set; }

    /// <summary>How many changes this audience could see since the graph was loaded; it does not move when only hidden things changed.</summary>
    public long VisibleChanges { get; private set; }

    /// <summary>Organizations by place on the map.</summary>
    public MapGrid Grid { get; private set; } = MapGrid.Empty();

    /// <summary>Every organization's handle is below this; not every number below it is one.</summary>
    public int OrganizationLimit => handles.Organizations.Count;

    /// <summary>Every service's handle is below this.</summary>
    public int ServiceLimit => handles.Services.Count;

    /// <summary>Every tie's handle is below this.</summary>
    public int TieLimit => handles.Ties.Count;

    /// <summary>Every need's handle is below this.</summary>
    public int NeedLimit => handles.Needs.Count;

    /// <summary>Every region's handle is below this.</summary>
    public int RegionLimit => handles.Regions.Count;

    /// <summary>Every term's handle is below this.</summary>
    public int TermLimit => handles.Terms.Count;

    /// <summary>A network of nothing.</summary>
    public static NetworkGraph Empty() => new(new Handles());

    /// <summary>A network of nothing that gives the same handles as this one: the start of another projection of it.</summary>
    public NetworkGraph EmptyKin() => new(handles);

    /// <summary>The handle of an organization that this graph shows, or -1.</summary>
    public int HandleOf(OrganizationId id) => Shown(handles.Organizations.Find(id.Value), organizations);

    /// <summary>The handle of a service that this graph shows, or -1.</summary>
    public int HandleOf(ServiceId id) => Shown(handles.Services.Find(id.Value), services);

    /// <summary>The handle of a tie that this graph shows, or -1.</summary>
    public int HandleOf(TieId id) => Shown(handles.Ties.Find(id.Value), ties);

    /// <summary>The handle of a region that this graph shows, or -1.</summary>
    public int HandleOf(RegionCode code) => Shown(handles.Regions.Find(code), regions);

    /// <summary>The handle of a term that this graph shows, or -1.</summary>
    public int HandleOf(Code taxonomy, Code code) => Shown(handles.Terms.Find(new TermKey(taxonomy, code)), terms);

    /// <summary>The organization of a handle, or null.</summary>
    public Organization? OrganizationAt(int handle) => organizations[handle];

    /// <summary>The service of a handle, or null.</summary>
    public Service? ServiceAt(int handle) => services[handle];

    /// <summary>The tie of a handle, or null.</summary>
    public Tie? TieAt(int handle) => ties[handle];

    /// <summary>The need of a handle, or null.</summary>
    public Need? NeedAt(int handle) => needs[handle];

    /// <summary>The region of a handle, or null.</summary>
    public Region? RegionAt(int handle) => regions[handle];

    /// <summary>The term of a handle, or null.</summary>
    public Term? TermAt(int handle) => terms[handle];

    /// <inheritdoc/>
    public Organization? Organization(OrganizationId id) => At(handles.Organizations.Find(id.Value), organizations);

    /// <inheritdoc/>
    public Region? Region(RegionCode code) => At(handles.Regions.Find(code), regions);

    /// <inheritdoc/>
    public Term? Term(Code taxonomy, Code code) => At(handles.Terms.Find(new TermKey(taxonomy, code)), terms);

    /// <inheritdoc/>
    public Element? Find(ElementRef element) => element.Kind switch
    {
        ElementKind.Organization => At(Guided(handles.Organizations, element.Id), organizations),
        ElementKind.Unit => At(Guided(handles.Units, element.Id), units),
        ElementKind.Place => At(Guided(handles.Places, element.Id), places),
        ElementKind.Service => At(Guided(handles.Services, element.Id), services),
        ElementKind.Tie => At(Guided(handles.Ties, element.Id), ties),
        ElementKind.Need => At(Guided(handles.Needs, element.Id), needs),
        ElementKind.Region => RegionCode.Parse(element.Id).TryValue(out var code) ? Region(code) : null,
        ElementKind.Term => ReadTermKey(element.Id) is { } key ? Term(key.Taxonomy, key.Code) : null,
        ElementKind.Grant => At(Guided(handles.Grants, element.Id), grants),
        ElementKind.Suggestion => At(Guided(handles.Suggestions, element.Id), suggestions),
        _ => null,
    };

    /// <summary>Every element of a kind that this graph shows, in the order of handles.</summary>
    public IEnumerable<Element> All(ElementKind kind) => kind switch
    {
        ElementKind.Organization => Each(handles.Organizations.Count, organizations),
        ElementKind.Unit => Each(handles.Units.Count, units),
        ElementKind.Place => Each(handles.Places.Count, places),
        ElementKind.Service => Each(handles.Services.Count, services),
        ElementKind.Tie => Each(handles.Ties.Count, ties),
        ElementKind.Need => Each(handles.Needs.Count, needs),
        ElementKind.Region => Each(handles.Regions.Count, regions),
        ElementKind.Term => Each(handles.Terms.Count, terms),
        ElementKind.Grant => Each(handles.Grants.Count, grants),
        ElementKind.Suggestion => Each(handles.Suggestions.Count, suggestions),
        _ => [],
    };

    private static int Guided(HandleTable<Guid> table, string id) => Ids.Parse(id).TryValue(out var guid) ? table.Find(guid) : -1;

    private static T? At<T>(int handle, ChunkedArray<T?> elements) where T : class => handle < 0 ? null : elements[handle];

    private static int Shown<T>(int handle, ChunkedArray<T?> elements) where T : class => handle >= 0 && elements[handle] is not null ? handle : -1;

    private static IEnumerable<Element> Each<T>(int count, ChunkedArray<T?> elements) where T : Element
    {
        for (var i = 0; i < count; i++)
        {
            if (elements[i] is { } element)
            {
                yield return element;
            }
        }
    }

    private static TermKey? ReadTermKey(string id)
    {
        var colon = id.IndexOf(':');
        return colon > 0 && Code.Parse(id[..colon]).TryValue(out var taxonomy) && Code.Parse(id[(colon + 1)..]).TryValue(out var code)
            ? new TermKey(taxonomy, code)
            : null;
    }
}
