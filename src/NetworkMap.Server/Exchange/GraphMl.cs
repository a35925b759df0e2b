using System.Globalization;
using System.Xml;

namespace NetworkMap.Server.Exchange;

/// <summary>GraphML (graphml.graphdrawing.org): organizations as nodes, ties as directed edges. One that has no direction says so in <c>symmetric</c>, since many readers take no
/// graph with edges of both sorts.</summary>
public sealed class GraphMl : ExportFormat
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    /// <inheritdoc/>
    public override string Name => "graphml";

    /// <inheritdoc/>
    public override string MediaType => "application/graphml+xml";

    /// <inheritdoc/>
    public override string Extension => "graphml";

    /// <inheritdoc/>
    public override string About => "Organizations and ties as a graph, for Gephi, Cytoscape, yEd, igraph and networkx.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var xml = XmlWriter.Create(output, GraphValues.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "graphml", Space);
        await KeysAsync(xml, "node", GraphValues.OfNode);
        await KeysAsync(xml, "edge", GraphValues.OfEdge);
        await xml.WriteStartElementAsync(null, "graph", Space);
        await xml.WriteAttributeStringAsync(null, "id", null, "network");
        await xml.WriteAttributeStringAsync(null, "edgedefault", null, "directed");
        foreach (var node in selection.Organizations)
        {
            cancellation.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, "node", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, node.Id.ToString());
            await DataAsync(xml, "n", GraphValues.OfNode, v => v.Read(node, selection));
            await xml.WriteEndElementAsync();
        }

        foreach (var edge in selection.Ties)
        {
            cancellation.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, "edge", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, edge.Id.ToString());
            await xml.WriteAttributeStringAsync(null, "source", null, edge.From.ToString());
            await xml.WriteAttributeStringAsync(null, "target", null, edge.To.ToString());
            await DataAsync(xml, "e", GraphValues.OfEdge, v => v.Read(edge, selection));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    private static async Task KeysAsync<T>(XmlWriter xml, string of, GraphValue<T>[] values)
    {
        foreach (var (i, value) in values.Index())
        {
            await xml.WriteStartElementAsync(null, "key", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, string.Create(CultureInfo.InvariantCulture, $"{of[0]}{i}"));
            await xml.WriteAttributeStringAsync(null, "for", null, of);
            await xml.WriteAttributeStringAsync(null, "attr.name", null, value.Name);
            await xml.WriteAttributeStringAsync(null, "attr.type", null, value.Type == "integer" ? "int" : value.Type);
            await xml.WriteEndElementAsync();
        }
    }

    private static async Task DataAsync<T>(XmlWriter xml, string prefix, GraphValue<T>[] values, Func<GraphValue<T>, string?> read)
    {
        foreach (var (i, value) in values.Index())
        {
            if (read(value) is { } text)
            {
                await xml.WriteStartElementAsync(null, "data", Space);
                await xml.WriteAttributeStringAsync(null, "key", null, string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}"));
                await xml.WriteStringAsync(text);
                await xml.WriteEndElementAsync();
            }
        }
    }
}
