using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph.Duplicates;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph;

/// <summary>The handle tables of one network.</summary>
internal sealed class Handles
{
    internal HandleTable<Guid> Organizations { get; } = new();

    internal HandleTable<Guid> Units { get; } = new();

    internal HandleTable<Guid> Places { get; } = new();

    internal HandleTable<Guid> Services { get; } = new();

    internal HandleTable<Guid> Ties { get; } = new();

    internal HandleTable<Guid> Needs { get; } = new();

    internal HandleTable<Guid> Grants { get; } = new();

    internal HandleTable<Guid> Suggestions { get; } = new();

    internal HandleTable<RegionCode> Regions { get; } = new();

    internal HandleTable<TermKey> Terms { get; } = new();

    internal TermSets TermSets { get; } = new();

    internal Lexicon Words { get; } = new();

    internal HandleTable<ulong> Initials { get; } = new();

    internal HandleTable<Channel> Channels { get; } = new();
}

/// <summary>The key of a term: its taxonomy and its code.</summary>
public readonly record struct TermKey(Code Taxonomy, Code Code);
