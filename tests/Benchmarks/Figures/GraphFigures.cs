namespace NetworkMap.Benchmarks.Figures;

/// <summary>Questions about the shape of the network.</summary>
internal static class GraphFigures
{
    internal static readonly Figure[] All =
    [
    ];
}
