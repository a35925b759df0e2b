using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>The graph of <see cref="GraphForm"/> in a database of its own, beside which there is no log. Each node carries a digest of what was written, by which it
/// is known what differs.</summary>
public sealed class Neo4jGraphCopy : IGraphCopy
{
    private const int AtOnce = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Brings elements to their form, and leaves of those that went only what others still point to.</summary>
    private static readonly string Write =
        $$"""
        CYPHER replan=skip
        {{AppendStatement.Graph}}
        CALL () {
          UNWIND $group.gone AS ref
          MATCH (n:Element {ref: ref})
          SET n = {ref: ref}
          WITH n
          WHERE NOT EXISTS { (n)--() }
          DELETE n
        }
        """;

    private readonly ICypher cypher;
    private readonly Neo4jSettings settings;

    private Neo4jGraphCopy(ICypher cypher, Neo4jSettings settings) => (this.cypher, this.settings) = (cypher, settings);

    /// <summary>Opens it, made when there is none. Throws <see cref="StoreFailedException"/> when the database holds a network with its log.</summary>
    public static async Task<Neo4jGraphCopy> OpenAsync(Neo4jSettings settings, CancellationToken cancellation)
    {
        var copy = new Neo4jGraphCopy(CypherTransport.Open(settings), settings);
        try
        {
            if (await copy.RunAsync("MATCH (log:Log) RETURN count(log)", [], cancellation) is not [[0L]])
            {
                throw new StoreFailedException($"Neo4j at {settings} holds a network with its log. A copy for others needs a database of its own, on a server of its own where there is only one (Community).");
            }

            await Neo4jSchema.PrepareAsync(copy.cypher, settings.ToString(), cancellation);
            return copy;
        }
        catch (Exception failure)
        {
            await copy.DisposeAsync();
            throw failure is CypherException or CypherAwayException ? Neo4jFailure.Of(failure, settings) : failure;
        }
    }

    /// <inheritdoc/>
    public async Task<int> BecomeAsync(IEnumerable<ElementRow> elements, CancellationToken cancellation)
    {
        var held = await HeldAsync(cancellation);
        var differing = elements.Select(Node).Where(node => !held.Remove(node.Ref, out var digest) || digest != node.Properties["digest"] as string);
        var count = 0;
        foreach (var group in differing.Chunk(AtOnce))
        {
            count += group.Length;
            await WriteAsync(group, [], cancellation);
        }

        foreach (var group in held.Keys.Chunk(AtOnce))
        {
            count += group.Length;
            await WriteAsync([], group, cancellation);
        }

        return count;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<ElementRow> changed, CancellationToken cancellation)
    {
        foreach (var group in changed.Chunk(AtOnce))
        {
            await WriteAsync([.. group.Where(r => r.Body is not null).Select(Node)], [.. group.Where(r => r.Body is null).Select(r => r.Element.ToString())], cancellation);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => cypher.DisposeAsync();

    /// <summary>The node of an element as others may see it, with its digest.</summary>
    private static GraphNode Node(ElementRow row)
    {
        var node = GraphForm.Of(row);
        node.Properties.Remove("version");
        node.Properties.Remove("sequence");
        node.Walk?.Properties.Remove("version");
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, CypherJson.Options))
        {
            CypherJson.Write(json, new[] { node.ToParameter(), node.Walk?.ToParameter() });
        }

        node.Properties["digest"] = XxHash3.HashToUInt64(buffer.WrittenSpan).ToString("x16", CultureInfo.InvariantCulture);
        return node;
    }

    /// <summary>What is there: each element's name with its digest. What is only pointed to has none.</summary>
    private async Task<Dictionary<string, string>> HeldAsync(CancellationToken cancellation)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var after = ""; ;)
        {
            var rows = await RunAsync(
                "MATCH (n:Element) WHERE n.ref > $after RETURN n.ref, coalesce(n.digest, '') ORDER BY n.ref LIMIT $limit",
                new GraphProperties { ["after"] = after, ["limit"] = 10 * AtOnce }, cancellation);
            foreach (var row in rows)
            {
                held[after = (string)row[0]!] = (string)row[1]!;
            }

            if (rows.Count < 10 * AtOnce)
            {
                return held.Where(one => one.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
            }
        }
    }

    private Task WriteAsync(IReadOnlyList<GraphNode> nodes, IReadOnlyList<string> gone, CancellationToken cancellation)
    {
        var group = new GraphProperties
        {
            ["gone"] = gone,
            ["changed"] = nodes.Select(n => n.Ref).Concat(gone).ToList(),
            ["elements"] = nodes.Select(n => n.ToParameter()).ToList(),
            ["ties"] = nodes.Where(n => n.Walk is not null).Select(n => n.Walk!.ToParameter()).ToList(),
        };
        return nodes.Count + gone.Count == 0 ? Task.CompletedTask : RunAsync(Write, new GraphProperties { ["group"] = group }, cancellation);
    }

    private async Task<IReadOnlyList<object?[]>> RunAsync(string statement, GraphProperties parameters, CancellationToken cancellation)
    {
        try
        {
            return await cypher.RunAsync(statement, parameters, Patience, cancellation);
        }
        catch (Exception failure) when (failure is CypherException or CypherAwayException)
        {
            throw Neo4jFailure.Of(failure, settings);
        }
    }
}
