namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads a packed file: a workbook, or tables of separated values (our own export, a datapackage of HSDS, a pair for Kumu).</summary>
internal static class ZipReader
{
    private static readonly string[] TextEndings = [".csv", ".tsv", ".tab", ".txt"];
    private static readonly string[] PackedEndings = [".zip", ".xlsx", ".xlsm", ".ods", ".gz", ".7z", ".rar", ".tar", ".jar"];

    /// <summary>Parts that say how a text is to be read, or that computers add by themselves.</summary>
    private static readonly string[] LeftAsideInSilence = ["datapackage.json", ".ds_store", "thumbs.db", "desktop.ini"];

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

        return (parts.Names.Any(n => NameOf(n) == "datapackage.json") ? FileForm.HsdsTabular : FileForm.Csv, Tables(parts, limits, remarks));
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
        var tables = new List<ReadTable>();
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
                tables.Add(table);
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
