using NetworkMap.Domain;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph;

/// <content>Names: what a search by text starts from. Each projection has its own index, of the names that it shows.</content>
public sealed partial class NetworkGraph
{
    private NameIndex organizationNames = NameIndex.Empty();
    private NameIndex serviceNames = NameIndex.Empty();
    private NameIndex regionNames = NameIndex.Empty();

    /// <summary>The words of all names, of this graph and its kin.</summary>
    internal Lexicon Words => handles.Words;

    /// <summary>The number of initials, or -1.</summary>
    internal int InitialsOf(ulong packed) => handles.Initials.Find(packed);

    /// <summary>The names of a kind.</summary>
    internal NameIndex NamesOf(FoundKind kind) => kind switch
    {
        FoundKind.Organization => organizationNames,
        FoundKind.Service => serviceNames,
        _ => regionNames,
    };

    /// <summary>The element of a kind with a handle, or null.</summary>
    internal Element? ElementOf(FoundKind kind, int handle) => kind switch
    {
        FoundKind.Organization => organizations[handle],
        FoundKind.Service => services[handle],
        _ => regions[handle],
    };

    private NameIndex Renamed(NameIndex names, int handle, Element? before, Element? after, EditScope scope) =>
        names.Moved(handle, ElementNames.Of(before), ElementNames.Of(after), handles, scope);
}
