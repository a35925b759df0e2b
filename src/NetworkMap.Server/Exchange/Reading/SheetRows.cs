using System.Globalization;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>The rows of a sheet of a workbook, read forward only. A formula is what it came to when the workbook was saved. A value that was merged downwards over several rows is in each of them, as its reader sees it.</summary>
internal sealed class SheetRows(WorkbookParts book, SheetPart sheet, ReadingLimits limits)
{
    private const int MostMerged = 50_000;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$";
    private List<(int Column, int First, int Last)> merged = [];

    /// <summary>Cells that were merged, which the workbook lists behind all rows; the first of them, and whether there are any.</summary>
    internal (string First, int Count) Merged { get; private set; }

    /// <summary>The rows that are not blank.</summary>
    internal IEnumerable<ReadRow> Read()
    {
        var down = new Downwards(merged);
        using var xml = book.Open(sheet.Part);
        var number = 0;
        var isMore = xml.Read();
        while (isMore)
        {
            if (xml.IsElement("row"))
            {
                number = Number(xml.Attribute("r")) ?? number + 1;
                var cells = Row(xml, number);
                var isBlank = cells.TrueForAll(c => c.IsBlank && !c.IsFormula);
                down.Fill(number, cells);
                if (!isBlank)
                {
                    yield return new ReadRow(number, cells);
                }
            }

            isMore = xml.Read();
        }
    }

    /// <summary>Reads the sheet once, to know what is merged in it.</summary>
    internal void FindMerged()
    {
        var found = new List<(int Column, int First, int Last)>();
        using var xml = book.Open(sheet.Part);
        while (xml.Read())
        {
            while (xml.IsElement("sheetData"))
            {
                xml.Skip();
            }

            if (!xml.IsElement("mergeCell") || xml.Attribute("ref")?.Split(':') is not [var from, var to])
            {
                continue;
            }

            Merged = (Merged.First ?? $"{from}:{to}", Merged.Count + 1);
            var (column, until) = (Column(from), Column(to));
            if (column == until && found.Count < MostMerged && Number(from.AsSpan().TrimStart(Letters)) is { } first && Number(to.AsSpan().TrimStart(Letters)) is { } last && last > first)
            {
                found.Add((column, first, last));
            }
        }

        merged = [.. found.OrderBy(m => m.First)];
    }

    private List<Cell> Row(SheetXml xml, int row)
    {
        var cells = new List<Cell>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var (depth, next, length) = (xml.Depth, 0, 0);
        xml.Read();
        while (!xml.IsEnd(depth))
        {
            if (xml.IsElement("c"))
            {
                var column = xml.Attribute("r") is { } reference ? Column(reference) : next;
                var cell = Value(xml, row, column);
                next = column + 1;
                length += cell.Text.Length;
                Place(cells, cell, row, column, length);
            }
            else if (xml.IsElement("extLst"))
            {
                xml.Skip();
                continue;
            }

            xml.Read();
        }

        return cells;
    }

    private void Place(List<Cell> cells, Cell cell, int row, int column, int length)
    {
        if (cell == Cell.Empty || column < 0)
        {
            return;
        }

        if (column >= limits.Columns)
        {
            throw UnreadableException.Of("file_too_many_columns", Where(row, column), ("sheet", sheet.Name), ("row", row), ("limit", limits.Columns));
        }

        if (length > limits.Row)
        {
            throw UnreadableException.Of("file_row_too_long", Where(row, column), ("sheet", sheet.Name), ("row", row), ("limit", limits.Row));
        }

        while (cells.Count <= column)
        {
            cells.Add(Cell.Empty);
        }

        cells[column] = cell;
    }

    /// <summary>A cell; goes to its end.</summary>
    private Cell Value(SheetXml xml, int row, int column)
    {
        if (xml.IsEmptyElement)
        {
            return Cell.Empty;
        }

        var (type, style, depth) = (xml.Attribute("t"), Number(xml.Attribute("s")), xml.Depth);
        var (raw, isFormula) = ("", false);
        xml.Read();
        while (!xml.IsEnd(depth))
        {
            if (xml.IsElement("v") || xml.IsElement("is"))
            {
                raw = xml.Text(TooLong);
            }
            else if (xml.IsElement("f"))
            {
                // LibreOffice writes what somebody entered as true or false like this.
                isFormula = xml.Text(TooLong) is not ("TRUE()" or "FALSE()");
            }

            xml.Read();
        }

        return Of(type, style, raw, isFormula);

        UnreadableException TooLong() => UnreadableException.Of("file_cell_too_long", Where(row, column), ("sheet", sheet.Name), ("row", row), ("column", ReadColumn.LetterOf(column)), ("limit", limits.Cell));
    }

    private Cell Of(string? type, int? style, string raw, bool isFormula) => type switch
    {
        "s" => Number(raw.AsSpan().Trim()) is { } at && at < book.Texts.Count ? Cell.Of(book.Texts[at]) : Cell.Empty,
        "inlineStr" or "str" => Cell.Of(raw) with { IsFormula = isFormula },
        "b" => raw.Length == 0 ? Cell.Empty : new Cell(CellKind.Truth, raw.Trim() is "1" or "true" ? "true" : "false", isFormula),
        "e" => new Cell(CellKind.Error, raw, isFormula),
        "d" => OfDate(raw, isFormula),
        _ => (style is { } known && known < book.Styles.Count ? book.Styles[known] : default).Read(raw, book.From1904, isFormula),
    };

    private static Cell OfDate(string raw, bool isFormula) =>
        DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && moment.TimeOfDay == TimeSpan.Zero
            ? new Cell(CellKind.Day, moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isFormula)
            : Cell.Of(raw) with { IsFormula = isFormula };

    private string Where(int row, int column) => $"{sheet.Name}!{ReadColumn.LetterOf(column)}{row}";

    /// <summary>The column of a reference such as AB12, counted from 0; −1 where there is none.</summary>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.AsSpan().TrimStart('$'))
        {
            if (!char.IsAsciiLetter(letter) || column > short.MaxValue)
            {
                break;
            }

            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column - 1;
    }

    private static int? Number(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Repeats values downwards, where they are merged.</summary>
    private sealed class Downwards(List<(int Column, int First, int Last)> merged)
    {
        private readonly Dictionary<int, (int Last, Cell Cell)> open = [];
        private int next;

        internal void Fill(int row, List<Cell> cells)
        {
            foreach (var (column, (last, cell)) in open)
            {
                if (row > last)
                {
                    open.Remove(column);
                }
                else if (column >= cells.Count || cells[column].IsBlank)
                {
                    while (cells.Count <= column)
                    {
                        cells.Add(Cell.Empty);
                    }

                    cells[column] = cell;
                }
            }

            for (; next < merged.Count && merged[next].First <= row; next++)
            {
                if (merged[next].First == row && merged[next].Column < cells.Count && !cells[merged[next].Column].IsBlank)
                {
                    open[merged[next].Column] = (merged[next].Last, cells[merged[next].Column]);
                }
            }
        }
    }
}
