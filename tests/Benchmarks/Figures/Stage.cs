using NetworkMap.Benchmarks.Network;
using NetworkMap.Benchmarks.Plain;
using NetworkMap.Graph;

namespace NetworkMap.Benchmarks.Figures;

/// <summary>What the figures are measured on, made when first asked for: the big network in memory, the same as plain arrays, the same in a store.</summary>
internal sealed class Stage
{
    private readonly Lazy<NetworkGraph> graph;
    private readonly Lazy<PlainNetwork> plain;
    private readonly int organizations;
    private string? folder;

    internal Stage(int organizations)
    {
        this.organizations = organizations;
        graph = new Lazy<NetworkGraph>(() => BigNetwork.InRepository(organizations).Snapshot().Full);
        plain = new Lazy<PlainNetwork>(() => new PlainNetwork(Graph, BigNetwork.Today));
    }

    /// <summary>Everything, as a steward sees it: the projection with most in it.</summary>
    internal NetworkGraph Graph => graph.Value;

    internal PlainNetwork Plain => plain.Value;

    /// <summary>A number of an organization, the same for the same try; all are met in a scattered order.</summary>
    internal int Someone(int number) => (int)(((number * 1_000_003L) + 77) % Graph.OrganizationLimit);

    /// <summary>The folder of a filled store; who writes takes a copy.</summary>
    internal async Task<string> FolderAsync() => folder ??= await BigStore.FolderAsync(organizations, CancellationToken.None);
}
