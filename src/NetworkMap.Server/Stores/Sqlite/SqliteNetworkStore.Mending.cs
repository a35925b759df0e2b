using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetworkMap.Domain;
using NetworkMap.Storage;

namespace NetworkMap.Server.Stores.Sqlite;

/// <content>Mending the current graph from the log. What is written back is proven before it is committed: every record has its checksum, and all of them together
/// are what was acknowledged. A file whose pages are damaged is not written at all.</content>
public sealed partial class SqliteNetworkStore
{
    private const string EveryElement = "SELECT rank, id, version, sequence, body, sum FROM element ORDER BY rank, id";

    /// <summary>What the newest entry that touched it did not write: lost, older, back again after it was removed, or removed as it should be.</summary>
    private const string NotTheNewest =
        """
        SELECT t.rank, t.id, e.sequence FROM touched t LEFT JOIN element e ON e.rank = t.rank AND e.id = t.id
        GROUP BY t.rank, t.id, e.sequence HAVING e.sequence IS NOT MAX(t.sequence)
        """;

    /// <inheritdoc/>
    public bool Mends => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ElementRow>> MendAsync(CancellationToken cancellation)
    {
        if (asWritten)
        {
            return [];
        }

        await writing.WaitAsync(cancellation);
        try
        {
            if (connection is null)
            {
                Connect();
            }

            var good = FindDamaged(cancellation);
            if (good.Count > 0)
            {
                RequireWholePages();
                WriteBack(good);
            }

            return good;
        }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            throw Unwritable(failure);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>What has to be written so that the current graph is what the log left: each row as it should be, without a body when it should not be there.</summary>
    private List<ElementRow> FindDamaged(CancellationToken cancellation)
    {
        using var reading = OpenReading();
        using var moment = reading.BeginTransaction(deferred: true);
        var found = new Dictionary<ElementRef, ElementRow>();
        foreach (var element in Table(reading, EveryElement, row => HasChecksum(row) ? default(ElementRef?) : Named(row)).OfType<ElementRef>())
        {
            cancellation.ThrowIfCancellationRequested();
            found[element] = FromLog(element) ?? new ElementRow(element, 0, 0, null);
        }

        foreach (var (element, isThere) in Table(reading, NotTheNewest, row => (Named(row), row.Integer(2) > 0)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!found.ContainsKey(element) && FromLog(element) is { } left && (isThere || left.Body is not null))
            {
                found[element] = left;
            }
        }

        return [.. found.Values.OrderBy(r => SqliteSchema.RankOf(r.Element.Kind)).ThenBy(r => r.Element.Id, StringComparer.Ordinal)];
    }

    /// <summary>A damaged page cannot be trusted with a record: writing into it could harm others.</summary>
    private void RequireWholePages()
    {
        if (connection!.Scalar("PRAGMA integrity_check(1)") is not "ok")
        {
            throw new StoreFailedException($"The store file '{DatabaseFile}' is damaged in its pages, not only in single records, so nothing was written into it. Restore a backup of the folder '{folder}'; or, while the log is whole, make a new store of it with `copy --from {folder} --to` another folder.");
        }
    }

    private void WriteBack(List<ElementRow> good)
    {
        using var transaction = connection!.BeginTransaction();
        statements!.Put(good, transaction);
        if (SumOfElements() != tally.Elements)
        {
            transaction.Rollback();
            throw new DamagedException(DamagedException.CurrentGraph, $"the log does not give back what was acknowledged, so nothing was written; in question are {string.Join(", ", good.Take(20).Select(r => r.Element))}. Restore a backup");
        }

        transaction.Commit();
    }

    /// <summary>The tally of all that the table holds now; null when a record does not have its checksum.</summary>
    private long? SumOfElements()
    {
        var found = default(Tally);
        using var row = new RowCursor(connection!, EveryElement);
        while (row.Read())
        {
            if (!HasChecksum(row))
            {
                return null;
            }

            found = found.WithElement(row.Integer(5));
        }

        return found.Elements;
    }

    private static bool HasChecksum(RowCursor row) => Checksum.Of(row.Integer(0), row.Text(1), row.Integer(2), row.Integer(3), row.Blob(4)) == row.Integer(5);

    private static ElementRef Named(RowCursor row) => new(KindOf(row.Integer(0), row.String(1)), row.String(1));

    private static long ChecksumOf(ElementRow row) => Checksum.Of(SqliteSchema.RankOf(row.Element.Kind), row.Element.Id, row.Version, row.Sequence, row.Body);

    /// <summary>The current form of an element whose record is damaged, from the newest log entry that touched it.</summary>
    private ElementRow Rebuilt(ElementRef element) => FromLog(element) switch
    {
        null => throw new DamagedException(element.ToString(), "its checksum does not hold and no log entry names it"),
        { Body: null } gone => throw new DamagedException(element.ToString(), $"its checksum does not hold, and entry {gone.Sequence} left nothing of it"),
        var row => row,
    };

    /// <summary>What the newest log entry that touched an element left of it, without a body when it removed it; null when no entry touched it.</summary>
    private ElementRow? FromLog(ElementRef element)
    {
        using var reading = OpenReading();
        if (Rows(reading, "SELECT MAX(sequence) FROM touched WHERE rank = $r AND id = $i", r => r.IsDBNull(0) ? 0 : r.GetInt64(0), ("$r", SqliteSchema.RankOf(element.Kind)), ("$i", element.Id)).First() is not (> 0 and var last))
        {
            return null;
        }

        var entry = Rows(reading, "SELECT sequence, text, hash FROM log WHERE sequence = $s", ReadEntry, ("$s", last)).FirstOrDefault() ?? throw new DamagedException($"log entry {last}", "it is not there");
        using var document = JsonDocument.Parse(entry.Text);
        var revision = document.RootElement.GetProperty("revisions").EnumerateArray()
            .LastOrDefault(r => r.GetProperty("id").GetString() == element.Id && r.GetProperty("kind").GetString() == Names<ElementKind>.Of(element.Kind));
        return revision.ValueKind == JsonValueKind.Object
            ? new ElementRow(element, revision.GetProperty("version").GetInt32(), last, revision.TryGetProperty("after", out var after) ? JsonMarshal.GetRawUtf8Value(after).ToArray() : null)
            : throw new DamagedException(element.ToString(), $"its history names log entry {last}, which does not name it");
    }
}
