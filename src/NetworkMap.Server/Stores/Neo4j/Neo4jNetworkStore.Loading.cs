using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Neo4j;

/// <content>Loading: the graph says which elements there are and which entry wrote each, the log says what they are. Others may write meanwhile: what they change
/// is told by the entries after the head that was noted first, so the result is what there was at that head.</content>
public sealed partial class Neo4jNetworkStore
{
    private const int ElementsAtOnce = 20_000;

    private static readonly ElementKind[] Ranks =
    [
        ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Grant, ElementKind.Suggestion,
    ];

    private readonly record struct Written(string Id, long Version, long Sequence);

    /// <inheritdoc/>
    public async Task LoadAsync(ElementVisitor visit, CancellationToken cancellation)
    {
        var since = new ChangedSince(await SettledHeadAsync(cancellation));
        var found = 0L;
        foreach (var kind in Ranks)
        {
            var elements = await WrittenAsync(kind, since.Moment, cancellation);
            await since.ReadOnAsync(this, cancellation);
            elements = since.AtMoment(kind, elements);
            found += elements.Count;
            await HandAsync(kind, elements, since.Moment, visit, cancellation);
        }

        if (found != await CountAsync("elements", since.Moment, cancellation))
        {
            throw new DamagedException(DamagedException.CurrentGraph, "the elements that are there are not all that were written, so some got lost or came back; `verify` names them");
        }
    }

    /// <summary>Every element of a kind that an entry up to a moment wrote.</summary>
    private async Task<List<Written>> WrittenAsync(ElementKind kind, long moment, CancellationToken cancellation)
    {
        var elements = new List<Written>();
        for (var after = ""; ;)
        {
            var rows = await RunAsync(
                $"MATCH (n:{GraphForm.Kind(kind)}) WHERE n.id > $after RETURN n.id, n.version, n.sequence ORDER BY n.id LIMIT $limit",
                new GraphProperties { ["after"] = after, ["limit"] = ElementsAtOnce }, cancellation);
            foreach (var row in rows)
            {
                var element = row is [string id, var version, var sequence] ? new Written(id, version as long? ?? 0, sequence as long? ?? 0) : throw new DamagedException($"a node of {kind}", "it has no id");
                if (element.Sequence <= moment)
                {
                    elements.Add(element);
                }
            }

            if (rows.Count < ElementsAtOnce)
            {
                return elements;
            }

            after = (string)rows[^1][0]!;
        }
    }

    /// <summary>Hands over elements of one kind, entry by entry, so that each entry is read once; regions by their codes, so that each comes after the one that holds it.</summary>
    private async Task HandAsync(ElementKind kind, List<Written> elements, long moment, ElementVisitor visit, CancellationToken cancellation)
    {
        var byEntry = elements.GroupBy(e => e.Sequence).OrderBy(g => g.Key).ToList();
        var bodies = new SortedDictionary<string, (Written Element, ReadOnlyMemory<byte> Body, bool IsRebuilt)>(StringComparer.Ordinal);
        for (var done = 0; done < byEntry.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var sequences = await FittingAsync([.. byEntry.Skip(done).Take(MostEntries).Select(g => g.Key)], cancellation);
            var entries = (await EntriesAsync([.. sequences.Where(s => s > 0)], cancellation)).ToDictionary(e => e.Sequence);
            foreach (var group in byEntry.Skip(done).Take(sequences.Count))
            {
                var left = entries.TryGetValue(group.Key, out var entry) ? Left(kind, entry.Text) : [];
                foreach (var named in group)
                {
                    var isWhole = left.TryGetValue(named.Id, out var revision) && revision.Version == named.Version;
                    var (element, body) = isWhole ? (named, revision.Body) : await RebuiltAsync(kind, named.Id, moment, cancellation);
                    if (kind == ElementKind.Region)
                    {
                        bodies.Add(element.Id, (element, body, !isWhole));
                    }
                    else
                    {
                        Hand(kind, element, body, !isWhole, visit);
                    }
                }
            }

            done += sequences.Count;
        }

        foreach (var (element, body, isRebuilt) in bodies.Values)
        {
            Hand(kind, element, body, isRebuilt, visit);
        }
    }

    private static void Hand(ElementKind kind, Written element, ReadOnlyMemory<byte> body, bool isRebuilt, ElementVisitor visit) =>
        visit(new StoredElement(kind, Encoding.UTF8.GetBytes(element.Id), (int)element.Version, element.Sequence, body.Span, isRebuilt));

    /// <summary>The form of an element whose node names another one than its entry left: that of the newest entry that changed it.</summary>
    private async Task<(Written Element, ReadOnlyMemory<byte> Body)> RebuiltAsync(ElementKind kind, string id, long moment, CancellationToken cancellation)
    {
        var element = new ElementRef(kind, id);
        var rows = await RunAsync(
            "MATCH (n:Element {ref: $ref})<-[:CHANGED]-(c:Changeset) WHERE c.sequence <= $moment RETURN c.sequence, c.text, c.hash ORDER BY c.sequence DESC LIMIT 1",
            new GraphProperties { ["ref"] = element.ToString(), ["moment"] = moment }, cancellation);
        return rows is [var row] && ReadEntry(row) is var entry && Left(kind, entry.Text).TryGetValue(id, out var revision)
            ? (new Written(id, revision.Version, entry.Sequence), revision.Body)
            : throw new DamagedException(element.ToString(), "its node does not name the entry that wrote it, and no entry left it");
    }

    /// <summary>The first of some sequences, as many as make no answer too large.</summary>
    private async Task<IReadOnlyList<long>> FittingAsync(IReadOnlyList<long> sequences, CancellationToken cancellation)
    {
        var sizes = (await RunAsync("MATCH (c:Changeset) WHERE c.sequence IN $sequences RETURN c.sequence, c.size", new GraphProperties { ["sequences"] = sequences }, cancellation))
            .ToDictionary(row => (long)row[0]!, row => row[1] as long? ?? 0);
        var bytes = 0L;
        return [.. sequences.TakeWhile((sequence, i) => (bytes += sizes.GetValueOrDefault(sequence)) <= MostBytes || i == 0)];
    }

    /// <summary>The elements of a kind that an entry leaves behind.</summary>
    private static Dictionary<string, (long Version, ReadOnlyMemory<byte> Body)> Left(ElementKind kind, byte[] text)
    {
        var left = new Dictionary<string, (long, ReadOnlyMemory<byte>)>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(text);
        foreach (var revision in document.RootElement.GetProperty("revisions").EnumerateArray())
        {
            if (revision.GetProperty("kind").ValueEquals(Names<ElementKind>.Of(kind)) && revision.TryGetProperty("after", out var after))
            {
                left[revision.GetProperty("id").GetString()!] = (revision.GetProperty("version").GetInt64(), JsonMarshal.GetRawUtf8Value(after).ToArray());
            }
        }

        return left;
    }

    /// <summary>What was changed after a moment, by the entries that were read so far: each element as it was at the moment, or not there.</summary>
    private sealed class ChangedSince(long moment)
    {
        private readonly Dictionary<ElementRef, Written?> before = [];
        private long read = moment;

        internal long Moment { get; } = moment;

        internal async Task ReadOnAsync(Neo4jNetworkStore store, CancellationToken cancellation)
        {
            // Whatever the nodes told so far was written by an entry up to this one.
            var end = (await store.SettleAsync(cancellation)).Position.Sequence;
            await foreach (var entry in store.EntriesAsync(read + 1, end, step: 1, cancellation))
            {
                using var document = JsonDocument.Parse(entry.Text);
                foreach (var revision in document.RootElement.GetProperty("revisions").EnumerateArray())
                {
                    if (Names<ElementKind>.TryParse(revision.GetProperty("kind").GetString()!, out var kind))
                    {
                        var id = revision.GetProperty("id").GetString()!;
                        before.TryAdd(new ElementRef(kind, id), revision.TryGetProperty("beforeVersion", out var version) ? new Written(id, version.GetInt64(), revision.GetProperty("beforeSequence").GetInt64()) : null);
                    }
                }

                read = entry.Sequence;
            }
        }

        internal List<Written> AtMoment(ElementKind kind, List<Written> elements) => before.Count == 0 ? elements :
        [
            .. elements.Where(e => !before.ContainsKey(new ElementRef(kind, e.Id))),
            .. before.Where(b => b.Key.Kind == kind && b.Value is not null).Select(b => b.Value!.Value),
        ];
    }
}
