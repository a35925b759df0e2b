namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads the sheets of a workbook.</summary>
internal static class WorkbookReader
{
    internal static List<ReadTable> Read(ZipParts parts, ReadingLimits limits, RemarkList remarks)
    {
        var book = new WorkbookParts(parts, limits);
        var tables = new List<ReadTable>();
        foreach (var sheet in book.Sheets)
        {
            var rows = new SheetRows(book, sheet, limits);
            rows.FindMerged();
            if (TableReader.Read(new TableSource(sheet.Name, rows.Read) { Hidden = sheet.Hidden }, remarks) is not { } table)
            {
                remarks.Note("table_empty", sheet.Name);
                continue;
            }

            tables.Add(table);
            if (sheet.Hidden)
            {
                remarks.Note("sheet_hidden", sheet.Name);
            }

            if (rows.Merged.Count > 0)
            {
                remarks.Note("cells_merged", sheet.Name, arguments: [("cells", rows.Merged.First), ("ranges", rows.Merged.Count)]);
            }
        }

        return tables;
    }
}
