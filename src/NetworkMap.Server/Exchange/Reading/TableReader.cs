using NetworkMap.Domain.Privacy;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Where a table comes from.</summary>
/// <param name="Name">The name of its sheet or file.</param>
/// <param name="Open">Its rows from the first, without blank ones, with the cells as they are; each time anew.</param>
internal sealed record TableSource(string Name, Func<IEnumerable<ReadRow>> Open)
{
    /// <summary>True when it is a sheet that is not shown.</summary>
    internal bool Hidden { get; init; }

    /// <summary>How text was read.</summary>
    internal TextForm? Text { get; init; }
}

/// <summary>Makes a table of rows: finds its headings, and reads it whole once, so that all that is to be refused or remarked is known before anybody works with it.</summary>
internal static class TableReader
{
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal) { "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#N/A", "#SPILL!", "#CALC!" };
    private static readonly HashSet<string> Nulls = new(StringComparer.Ordinal) { "NULL", "null", "\\N" };

    /// <summary>The table; null when nothing is in it.</summary>
    internal static ReadTable? Read(TableSource source, RemarkList remarks)
    {
        var first = source.Open().Take(Headings.FirstRows).ToList();
        if (first.Count == 0)
        {
            return null;
        }

        var headings = Headings.Of(first);
        if (PersonList.OfColumns(headings.Texts) is { } persons)
        {
            throw new UnreadableException(persons with { Field = Where(source.Name, headings, persons.Field) });
        }

        var own = OwnLists.Of(headings);
        Func<Cell, Cell> plain = own is null ? OfOthers : source.Text is null ? cell => cell : OfOwn;
        var (rows, width) = Pass(source, headings, own is null, remarks);
        var columns = Columns(source.Name, headings, Math.Max(width, headings.Width), remarks);
        Remark(source.Name, headings, rows, remarks);
        return new ReadTable(source.Name, source.Hidden, columns, Rows(source, headings.Skipped, columns.Count, plain))
        {
            RowCount = rows,
            HeadingRow = headings.Row,
            List = own ?? KnownLists.Of(source.Name, columns),
            Text = source.Text,
        };
    }

    private static IEnumerable<ReadRow> Rows(TableSource source, int skipped, int width, Func<Cell, Cell> plain)
    {
        foreach (var row in source.Open().Skip(skipped))
        {
            var cells = new Cell[width];
            for (var i = 0; i < width; i++)
            {
                cells[i] = i < row.Cells.Count ? plain(row.Cells[i]) : Cell.Empty;
            }

            yield return new ReadRow(row.Number, cells);
        }
    }

    /// <summary>How many rows there are, and how wide the widest is.</summary>
    private static (int Rows, int Width) Pass(TableSource source, Headings headings, bool isForeign, RemarkList remarks)
    {
        var (count, width) = (0, 0);
        foreach (var row in source.Open().Skip(headings.Skipped))
        {
            count++;
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                if (cell == Cell.Empty)
                {
                    continue;
                }

                width = i >= width ? i + 1 : width;
                Remark(source.Name, row, i, cell, isForeign, remarks);
            }
        }

        return (count, width);
    }

    private static void Remark(string table, ReadRow row, int column, Cell cell, bool isForeign, RemarkList remarks)
    {
        if (cell.IsFormula)
        {
            remarks.Note(cell.Kind == CellKind.Empty ? "formula_without_value" : "formula_as_value", table, row.Number, ReadColumn.LetterOf(column));
        }

        if (cell.Kind == CellKind.Error || (isForeign && Errors.Contains(cell.Text)))
        {
            remarks.Note("error_in_cell", table, row.Number, ReadColumn.LetterOf(column), ("value", cell.Text));
        }
        else if (isForeign && Nulls.Contains(cell.Text))
        {
            remarks.Note("null_as_text", table, row.Number, ReadColumn.LetterOf(column), ("value", cell.Text));
        }
    }

    private static void Remark(string table, Headings headings, int rows, RemarkList remarks)
    {
        if (headings.Row == 0)
        {
            remarks.Note("headings_missing", table);
        }
        else if (rows == 0)
        {
            remarks.Note("rows_missing", table, headings.Row);
        }

        foreach (var column in headings.Mended)
        {
            remarks.Note("hashtag_mended", table, null, ReadColumn.LetterOf(column), ("value", headings.Tags[column]));
        }
    }

    /// <summary>The columns; one that is called as another before it gets a number behind its name.</summary>
    private static List<ReadColumn> Columns(string table, Headings headings, int width, RemarkList remarks)
    {
        var (columns, names) = (new List<ReadColumn>(width), new HashSet<string>(headings.Texts, StringComparer.OrdinalIgnoreCase));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < width; i++)
        {
            var heading = i < headings.Texts.Count ? headings.Texts[i] : "";
            if (heading.Length > 0 && !seen.Add(heading))
            {
                remarks.Note("heading_doubled", table, headings.Row, ReadColumn.LetterOf(i), ("value", heading));
                heading = Enumerable.Range(2, width).Select(n => $"{heading} ({n})").First(names.Add);
            }

            columns.Add(new ReadColumn(i, ReadColumn.LetterOf(i), heading, i < headings.Tags.Count ? headings.Tags[i] : null));
        }

        return columns;
    }

    private static string Where(string table, Headings headings, string heading) =>
        $"{table}!{ReadColumn.LetterOf(headings.Texts.Index().First(t => t.Item == heading).Index)}{headings.Row}";

    /// <summary>Of our own export: a text that was made harmless is as it was.</summary>
    private static Cell OfOwn(Cell cell) => cell.Kind == CellKind.Text ? Cell.Of(CellText.Plain(cell.Text)) : cell;

    private static Cell OfOthers(Cell cell) =>
        cell.Kind != CellKind.Text ? cell : Nulls.Contains(cell.Text) ? Cell.Empty : Errors.Contains(cell.Text) ? new Cell(CellKind.Error, cell.Text) : cell;
}
