using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <summary>An append as one statement: it takes the log's lock, goes on only when head and fence are the expected ones and no idempotency key is taken, creates
/// the changesets (under a uniqueness constraint on their sequence), and brings the graph to what the group leaves behind. No row means that nothing was done.</summary>
/// <remarks>All lists go in one map: a parameter that is a list makes Neo4j plan anew for every order of magnitude of its length, a second of its time each. Nor is
/// it planned anew as the graph grows (<c>replan=skip</c>), since every step goes by a unique name or along the relationships of one node, however many there are.</remarks>
internal static class AppendStatement
{
    internal static readonly string Text =
        $$"""
        CYPHER replan=skip
        MATCH (log:Log {name: 'network'})
        SET log.lock = true
        WITH log
        WHERE log.id = $log AND log.sequence = $sequence AND log.hash = $hash AND log.fence = $fence AND coalesce(log.master, '') = $master
          AND all(q IN $group.requests WHERE NOT EXISTS { MATCH (r:Request {key: q.key}) WHERE r.at >= q.since })
        CALL () {
          UNWIND $group.keys AS k
          CREATE (n:SealingKey)
          SET n = k
        }
        CALL () {
          UNWIND $group.requests AS q
          MERGE (r:Request {key: q.key})
          SET r.hash = q.hash, r.sequence = q.sequence, r.at = q.at
        }
        {{Graph}}
        CALL () {
          UNWIND $group.edits AS e
          MATCH (n:Element {ref: e.ref})
          SET n += e.properties
          SET n.point = coalesce(point(e.point), n.point)
          FOREACH (d IN e.days | SET n[d[0]] = date(d[1]))
        }
        CALL (log) {
          UNWIND $group.changesets AS c
          CREATE (n:Changeset)
          SET n = c.properties, n.at = datetime({epochMillis: c.at}), n.elements = log.elements + c.elements, n.keys = log.keys + c.keys
          WITH n, c
          UNWIND c.changed AS of
          MATCH (e:Element {ref: of.ref})
          CREATE (n)-[:CHANGED {version: of.version}]->(e)
        }
        WITH log, datetime.realtime().epochMillis AS now
        WITH log, now, now - log.taken >= $longest AND EXISTS { MATCH (w:Waiting) WHERE w.owner <> $owner AND w.seen > now - $forgotten } AS yields
        SET log.sequence = $last, log.hash = $lastHash, log.elements = log.elements + $grown, log.keys = log.keys + size($group.keys),
          log.owner = CASE WHEN yields THEN null ELSE $owner END, log.until = CASE WHEN yields THEN 0 ELSE now + $lease END
        RETURN yields
        """;

    /// <summary>Takes away what the elements owned whose labels or relationships are others now, then makes these anew. A tie's own relationship is found from its ends.</summary>
    internal static string Graph =>
        $$"""
        CALL () {
          UNWIND $group.changed AS ref
          MATCH (n:Element {ref: ref})
          WITH n, [(n)-[own:{{string.Join('|', GraphNames.Owned)}}]->() WHERE own.id IS NULL | own] + [(n)-[:FROM]->(from)-[r]->() WHERE r.id = n.id | r] AS old,
            [label IN labels(n) WHERE label <> 'Element'] AS was
          FOREACH (r IN old | DELETE r)
          REMOVE n:$(was)
        }
        CALL () {
          UNWIND $group.elements AS e
          MERGE (n:Element {ref: e.ref})
          SET n = e.properties
          SET n.point = point(e.point)
          FOREACH (d IN e.days | SET n[d[0]] = date(d[1]))
          SET n:$(e.labels)
        }
        CALL () {
          UNWIND $group.elements AS e
          MATCH (n:Element {ref: e.ref})
          UNWIND e.links AS l
          MERGE (other:Element {ref: l.to})
          CREATE (n)-[r:$(l.type)]->(other)
          SET r = l.properties
          FOREACH (d IN l.days | SET r[d[0]] = date(d[1]))
        }
        CALL () {
          UNWIND $group.ties AS t
          MATCH (a:Element {ref: t.from})
          MATCH (b:Element {ref: t.to})
          CREATE (a)-[r:$(t.type)]->(b)
          SET r = t.properties
          FOREACH (d IN t.days | SET r[d[0]] = date(d[1]))
        }
        """;

    /// <summary>What the statement needs to know of a group.</summary>
    internal static GraphProperties Parameters(LogPosition expected, IReadOnlyList<StoredEntry> group)
    {
        // Of an element that the group changes more than once, only the last form is ever in the graph.
        var rows = group.SelectMany(e => e.Rows).GroupBy(r => r.Element).Select(of => of.ToList()).ToList();
        var nodes = rows.ConvertAll(of => GraphForm.Of(of[^1]));
        var edits = rows.Zip(nodes, (of, node) => Earlier(of[0]) is { } earlier && node.HasShapeOf(earlier) ? node.ToEdit(earlier) : null).ToList();
        var (elements, keys) = (0L, 0L);
        return new GraphProperties
        {
            ["log"] = expected.Log.ToString("D"),
            ["sequence"] = expected.Sequence,
            ["hash"] = Convert.ToHexStringLower(expected.Hash),
            ["last"] = group[^1].Sequence,
            ["lastHash"] = Convert.ToHexStringLower(group[^1].Hash),
            ["grown"] = group.Sum(e => e.Growth),
            ["group"] = new GraphProperties
            {
                ["changesets"] = group.Select(e => Changeset(e, elements += e.Growth, keys += e.Keys.Count)).ToList(),
                ["keys"] = group.SelectMany(e => e.Keys.Select(k => Key(k, e.Sequence))).ToList(),
                ["requests"] = group.Where(e => e.Request is not null).Select(Request).ToList(),
                ["changed"] = rows.Where((of, i) => of[0].Version > 1 && edits[i] is null).Select(of => of[0].Element.ToString()).ToList(),
                ["elements"] = nodes.Where((_, i) => edits[i] is null).Select(n => n.ToParameter()).ToList(),
                ["edits"] = edits.Where(e => e is not null).ToList(),
                ["ties"] = nodes.Where(n => n.Walk is not null).Select(n => n.Walk!.ToParameter()).ToList(),
            },
        };
    }

    /// <summary>Tie types that a group brings, as far as they become relationship types.</summary>
    internal static IEnumerable<string> TieTypes(IEnumerable<StoredEntry> group)
    {
        const string terms = "tie_type:";
        return group.SelectMany(e => e.Rows)
            .Where(r => r.Element.Kind == ElementKind.Term && r.Body is not null && r.Element.Id.StartsWith(terms, StringComparison.Ordinal))
            .Select(r => GraphNames.TieType(r.Element.Id[terms.Length..]))
            .Where(type => type != GraphNames.PlainTie)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The checksum of a key, in hexadecimal.</summary>
    internal static string SumOf(SealingKey key) =>
        Checksum.Of(0, key.Id.ToString("N") + key.Element, 0, 0, key.Wrapped).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>What the graph holds of an element before a row, but for version and sequence; null when there was none.</summary>
    private static GraphNode? Earlier(ElementRow row) => row.Before is null ? null : GraphForm.Of(row with { Body = row.Before, Version = 0, Sequence = 0 });

    private static GraphProperties Changeset(StoredEntry entry, long elements, long keys) => new()
    {
        ["at"] = entry.At.ToUnixTimeMilliseconds(),
        ["elements"] = elements,
        ["keys"] = keys,
        ["properties"] = new GraphProperties
        {
            ["sequence"] = entry.Sequence,
            ["text"] = System.Text.Encoding.UTF8.GetString(entry.Text),
            ["hash"] = Convert.ToHexStringLower(entry.Hash),
            ["size"] = entry.Text.Length,
        },
        ["changed"] = entry.Rows.DistinctBy(r => r.Element).Select(r => new GraphProperties { ["ref"] = r.Element.ToString(), ["version"] = r.Version }).ToList(),
    };

    private static GraphProperties Key(SealingKey key, long sequence) => new()
    {
        ["id"] = key.Id.ToString("N"),
        ["element"] = key.Element.ToString(),
        ["wrapped"] = Convert.ToBase64String(key.Wrapped),
        ["sequence"] = sequence,
        ["sum"] = SumOf(key),
    };

    private static GraphProperties Request(StoredEntry entry) => new()
    {
        ["key"] = entry.Request!.Key,
        ["hash"] = entry.Request.Request,
        ["sequence"] = entry.Sequence,
        ["at"] = entry.At.ToUnixTimeMilliseconds(),
        ["since"] = (entry.At - RequestKey.Lifetime).ToUnixTimeMilliseconds(),
    };
}
