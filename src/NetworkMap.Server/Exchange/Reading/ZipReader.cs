using System.Text.Json;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads a packed file: a workbook, or tables of separated values (our own export, a datapackage of HSDS, a pair for Kumu).</summary>
internal static class ZipReader
{
    private const string Description = "datapackage.json";

    /// <summary>A description of tables that is longer is none of ours (bytes).</summary>
    private const int LongestDescription = 1 << 18;

    private static readonly string[] TextEndings = [".csv", ".tsv", ".tab", ".txt"];
    private static readonly string[] PackedEndings = [".zip", ".xlsx", ".xlsm", ".ods", ".gz", ".7z", ".rar", ".tar", ".jar"];

    /// <summary>Parts that say how a text is to be read, or that computers add by themselves.</summary>
    private static readonly string[] LeftAsideInSilence = [Description, ".ds_store", "thumbs.db", "desktop.ini"];

    internal static (FileForm Form, List<ReadTable> Tables) Read(Func<Stream> file, ReadingLimits limits, RemarkList remarks)
    {
        var parts = new ZipParts(file, limits);
        if (parts.Has("[Content_Types].xml"))
        {
            RefuseOtherDocuments(parts);
            return (FileForm.Workbook, WorkbookReader.Read(parts, limits, remarks));
        }

        if (parts.Has("mimetype") && parts.Has("content.xml"))
        {
            throw UnreadableException.Of("file_is_open_document", "");
        }

        return (parts.Names.Any(n => NameOf(n) == Description) ? FileForm.HsdsTabular : FileForm.Csv, Tables(parts, limits, remarks));
    }

    private static void RefuseOtherDocuments(ZipParts parts)
    {
        if (parts.Names.Any(n => n.EndsWith("workbook.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw UnreadableException.Of("file_is_old_workbook", "");
        }

        if (parts.Names.Any(n => n.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || n.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)))
        {
            throw UnreadableException.Of("file_is_document", "");
        }
    }

    private static List<ReadTable> Tables(ZipParts parts, ReadingLimits limits, RemarkList remarks)
    {
        var (tables, isGuarded) = (new List<ReadTable>(), IsGuarded(parts));
        foreach (var part in parts.Names.Where(n => !n.StartsWith("__MACOSX/", StringComparison.Ordinal) && !LeftAsideInSilence.Contains(NameOf(n))).Order(StringComparer.Ordinal))
        {
            if (PackedEndings.Contains(Path.GetExtension(part).ToLowerInvariant()) || IsPacked(parts, part))
            {
                throw UnreadableException.Of("file_packed_twice", part, ("value", part));
            }

            if (!TextEndings.Contains(Path.GetExtension(part).ToLowerInvariant()))
            {
                remarks.Note("part_left_aside", part);
            }
            else if (new CsvTable(Unlike(tables, Path.GetFileNameWithoutExtension(part)), () => parts.Open(part), limits).Read(remarks) is { } table)
            {
                tables.Add(isGuarded ? table with { Rows = table.Rows.Select(Bare) } : table);
            }
            else
            {
                remarks.Note("table_empty", part);
            }

            if (tables.Count > limits.Sheets)
            {
                throw UnreadableException.Of("file_too_many_sheets", "", ("limit", limits.Sheets));
            }
        }

        return tables;
    }

    /// <summary>True when the description of the tables says that texts which a spreadsheet would run have an apostrophe in front, as our own export of HSDS says it.</summary>
    private static bool IsGuarded(ZipParts parts)
    {
        if (parts.Names.FirstOrDefault(n => NameOf(n) == Description) is not { } name)
        {
            return false;
        }

        using var stream = parts.Open(name);
        var bytes = new byte[LongestDescription];
        try
        {
            using var description = JsonDocument.Parse(bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            return description.RootElement.ValueKind == JsonValueKind.Object && description.RootElement.TryGetProperty(Hsds.Apostrophes, out var said) && said.ValueKind == JsonValueKind.String && said.ValueEquals(Hsds.Formulas);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadRow Bare(ReadRow row) => row with { Cells = [.. row.Cells.Select(c => c.Kind == CellKind.Text ? Cell.Of(CellText.Plain(c.Text)) : c)] };

    private static string Unlike(List<ReadTable> tables, string name) =>
        !tables.Exists(t => t.Name == name) ? name : Enumerable.Range(2, tables.Count + 1).Select(n => $"{name} ({n})").First(n => !tables.Exists(t => t.Name == n));

    private static bool IsPacked(ZipParts parts, string part)
    {
        using var stream = parts.Open(part);
        var start = new byte[4];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x50, 0x4B, 3, 4];
    }

    private static string NameOf(string part) => part[(part.LastIndexOf('/') + 1)..].ToLowerInvariant();
}
