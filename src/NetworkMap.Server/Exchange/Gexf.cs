using System.Globalization;
using System.Xml;
using NetworkMap.Domain.Taxonomies;

namespace NetworkMap.Server.Exchange;

/// <summary>GEXF 1.2draft (gexf.net), the newest that both Gephi and networkx read: the same graph as in GraphML, with the time in which a tie holds and the colours of the map.</summary>
public sealed class Gexf : ExportFormat
{
    private const string Space = "http://www.gexf.net/1.2draft";
    private const string Looks = "http://www.gexf.net/1.2draft/viz";

    private static readonly Dictionary<Family, (string R, string G, string B)> Colours = new()
    {
        [Family.HomeWorkers] = ("213", "94", "0"), [Family.CivilSociety] = ("0", "114", "178"), [Family.Government] = ("51", "65", "85"),
        [Family.Knowledge] = ("160", "76", "138"), [Family.Economy] = ("185", "119", "0"), [Family.ServicesFunds] = ("0", "120", "93"),
    };

    /// <inheritdoc/>
    public override string Name => "gexf";

    /// <inheritdoc/>
    public override string MediaType => "application/gexf+xml";

    /// <inheritdoc/>
    public override string Extension => "gexf";

    /// <inheritdoc/>
    public override string About => "The same graph for Gephi, with its colours and the days on which ties hold.";

    /// <inheritdoc/>
    public override async Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var xml = XmlWriter.Create(output, GraphValues.Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "gexf", Space);
        await xml.WriteAttributeStringAsync("xmlns", "viz", null, Looks);
        await xml.WriteAttributeStringAsync(null, "version", null, "1.2");
        await xml.WriteStartElementAsync(null, "graph", Space);
        await xml.WriteAttributeStringAsync(null, "defaultedgetype", null, "directed");
        await xml.WriteAttributeStringAsync(null, "timeformat", null, "date");
        await AttributesAsync(xml, "node", GraphValues.OfNode);
        await AttributesAsync(xml, "edge", GraphValues.OfEdge);
        await NodesAsync(xml, selection, cancellation);
        await EdgesAsync(xml, selection, cancellation);
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    private static async Task NodesAsync(XmlWriter xml, Selection selection, CancellationToken cancellation)
    {
        await xml.WriteStartElementAsync(null, "nodes", Space);
        foreach (var node in selection.Organizations)
        {
            cancellation.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, "node", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, node.Id.ToString());
            await xml.WriteAttributeStringAsync(null, "label", null, node.Name);
            await ValuesAsync(xml, GraphValues.OfNode, v => v.Read(node, selection));
            var (r, g, b) = Colours[selection.FamilyOf(node)];
            await xml.WriteStartElementAsync("viz", "color", Looks);
            await xml.WriteAttributeStringAsync(null, "r", null, r);
            await xml.WriteAttributeStringAsync(null, "g", null, g);
            await xml.WriteAttributeStringAsync(null, "b", null, b);
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task EdgesAsync(XmlWriter xml, Selection selection, CancellationToken cancellation)
    {
        await xml.WriteStartElementAsync(null, "edges", Space);
        foreach (var edge in selection.Ties)
        {
            cancellation.ThrowIfCancellationRequested();
            await xml.WriteStartElementAsync(null, "edge", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, edge.Id.ToString());
            await xml.WriteAttributeStringAsync(null, "source", null, edge.From.ToString());
            await xml.WriteAttributeStringAsync(null, "target", null, edge.To.ToString());
            await xml.WriteAttributeStringAsync(null, "label", null, selection.Label(Taxonomy.TieType, edge.Type));
            await xml.WriteAttributeStringAsync(null, "weight", null, GraphValues.WeightOf(edge).ToString(CultureInfo.InvariantCulture));
            foreach (var (name, day) in new[] { ("start", edge.Valid.From), ("end", edge.Valid.Until) })
            {
                if (GraphValues.Day(day) is { } text)
                {
                    await xml.WriteAttributeStringAsync(null, name, null, text);
                }
            }

            await ValuesAsync(xml, GraphValues.OfEdge, v => v.Read(edge, selection));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task AttributesAsync<T>(XmlWriter xml, string of, GraphValue<T>[] values)
    {
        await xml.WriteStartElementAsync(null, "attributes", Space);
        await xml.WriteAttributeStringAsync(null, "class", null, of);
        foreach (var (i, value) in values.Index().Where(v => !IsOwn(v.Item.Name)))
        {
            await xml.WriteStartElementAsync(null, "attribute", Space);
            await xml.WriteAttributeStringAsync(null, "id", null, i.ToString(CultureInfo.InvariantCulture));
            await xml.WriteAttributeStringAsync(null, "title", null, value.Name);
            await xml.WriteAttributeStringAsync(null, "type", null, value.Type);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task ValuesAsync<T>(XmlWriter xml, GraphValue<T>[] values, Func<GraphValue<T>, string?> read)
    {
        await xml.WriteStartElementAsync(null, "attvalues", Space);
        foreach (var (i, value) in values.Index().Where(v => !IsOwn(v.Item.Name)))
        {
            if (read(value) is { } text)
            {
                await xml.WriteStartElementAsync(null, "attvalue", Space);
                await xml.WriteAttributeStringAsync(null, "for", null, i.ToString(CultureInfo.InvariantCulture));
                await xml.WriteAttributeStringAsync(null, "value", null, text);
                await xml.WriteEndElementAsync();
            }
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>What the format has an attribute of its own for.</summary>
    private static bool IsOwn(string name) => name is "label" or "weight" or "validFrom" or "validUntil";
}
