using NetworkMap.Benchmarks.Network;
using NetworkMap.Benchmarks.Plain;
using NetworkMap.Graph;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>What the figures are measured on, made when first asked for: the big network in memory, the same as plain arrays, the same in a store.</summary>
internal sealed class Stage
{
    private readonly Lazy<NetworkSnapshot> snapshot;
    private readonly Lazy<PlainNetwork> plain;
    private string? folder;

    internal Stage(int organizations)
    {
        Organizations = organizations;
        snapshot = new Lazy<NetworkSnapshot>(BigNetwork.InRepository(organizations).Snapshot);
        plain = new Lazy<PlainNetwork>(() => new PlainNetwork(Graph, BigNetwork.Today));
    }

    /// <summary>Everything, as a steward sees it: the projection with most in it.</summary>
    internal NetworkGraph Graph => Snapshot.Full;

    /// <summary>The same, as each audience may see it.</summary>
    internal NetworkSnapshot Snapshot => snapshot.Value;

    internal int Organizations { get; }

    internal PlainNetwork Plain => plain.Value;

    /// <summary>A number of an organization, the same for the same try; all are met in a scattered order.</summary>
    internal int Someone(int number) => (int)(((number * 1_000_003L) + 77) % Graph.OrganizationLimit);

    /// <summary>The folder of a filled store; who writes takes a copy.</summary>
    internal async Task<string> FolderAsync() => folder ??= await BigStore.FolderAsync(Organizations, CancellationToken.None);
}
