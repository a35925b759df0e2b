using System.Security.Cryptography;
using System.Text.Json;
using NetworkMap.Domain;

namespace NetworkMap.Storage;

/// <content>An entry that was read back, once more with all that is committed together with it.</content>
public static partial class LogText
{
    /// <summary>The entry with the rows it leaves behind, its keys as far as they were not destroyed, and its request: what the store that it was read from was
    /// given. Nothing is unsealed, so no master key is needed. Throws <see cref="DamagedException"/> when the text does not have its hash or is no entry.</summary>
    public static StoredEntry Stored(LogEntry entry, Func<Guid, SealingKey?> findKey)
    {
        if (!SHA256.HashData(entry.Text).AsSpan().SequenceEqual(entry.Hash))
        {
            throw new DamagedException($"log entry {entry.Sequence}", "its text does not have its hash");
        }

        try
        {
            using var document = JsonDocument.Parse(entry.Text);
            var root = document.RootElement;
            var (rows, keys, growth) = (new List<ElementRow>(), new Dictionary<Guid, SealingKey>(), 0);
            foreach (var revision in root.GetProperty("revisions").EnumerateArray())
            {
                var after = Body(revision, "after", findKey, keys);
                var before = Body(revision, "before", findKey, keys);
                growth += (after is null ? 0 : 1) - (before is null ? 0 : 1);
                rows.Add(new ElementRow(ElementOf(revision, entry.Sequence), revision.GetProperty("version").GetInt32(), entry.Sequence, after) { Before = before });
            }

            return new StoredEntry(entry.Sequence, ReadAt(root), entry.Text, entry.Hash, rows, [.. keys.Values], ReadRequest(root), growth);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DamagedException($"log entry {entry.Sequence}", malformed.Message);
        }
    }

    /// <summary>The keys that sealed an element in an entry, before and after.</summary>
    public static IReadOnlyList<Guid> KeysOf(LogEntry entry, ElementRef element)
    {
        using var document = JsonDocument.Parse(entry.Text);
        return
        [
            .. document.RootElement.GetProperty("revisions").EnumerateArray()
                .Where(r => r.GetProperty("id").GetString() == element.Id && r.GetProperty("kind").GetString() == Names<ElementKind>.Of(element.Kind))
                .SelectMany(r => new[] { "before", "after" }.Where(n => r.TryGetProperty(n, out _)).Select(n => r.GetProperty(n)))
                .Where(body => body.TryGetProperty("sealed", out _))
                .Select(body => MasterKey.KeyOf(body.GetProperty("sealed").GetString()!))
                .Distinct(),
        ];
    }

    /// <summary>The key that sealed what an entry left of an element; null when that seals nothing, or when it went.</summary>
    public static Guid? KeyAfter(LogEntry entry, ElementRef element)
    {
        using var document = JsonDocument.Parse(entry.Text);
        return document.RootElement.GetProperty("revisions").EnumerateArray()
            .Where(r => r.GetProperty("id").GetString() == element.Id && r.GetProperty("kind").GetString() == Names<ElementKind>.Of(element.Kind))
            .Select(r => r.TryGetProperty("after", out var body) && body.TryGetProperty("sealed", out var text) ? MasterKey.KeyOf(text.GetString()!) : (Guid?)null)
            .LastOrDefault();
    }

    private static byte[]? Body(JsonElement revision, string name, Func<Guid, SealingKey?> findKey, Dictionary<Guid, SealingKey> keys)
    {
        if (!revision.TryGetProperty(name, out var body))
        {
            return null;
        }

        if (body.TryGetProperty("sealed", out var text) && MasterKey.KeyOf(text.GetString()!) is var id && !keys.ContainsKey(id) && findKey(id) is { } key)
        {
            keys.Add(id, key);
        }

        return Bytes(body).ToArray();
    }

    private static ElementRef ElementOf(JsonElement revision, long sequence) =>
        Names<ElementKind>.TryParse(revision.GetProperty("kind").GetString()!, out var kind)
            ? new ElementRef(kind, revision.GetProperty("id").GetString()!)
            : throw new DamagedException($"log entry {sequence}", $"kind '{revision.GetProperty("kind")}' is not known");
}
