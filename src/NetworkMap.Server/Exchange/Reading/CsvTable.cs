namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A table of separated values: how its text is read, and its rows.</summary>
internal sealed class CsvTable
{
    private readonly Func<Stream> open;
    private readonly ReadingLimits limits;
    private readonly string name;
    private readonly TextEncoding encoding;
    private readonly char separator;
    private readonly bool isSaid;
    private (int Line, bool IsCut) last;

    internal CsvTable(string name, Func<Stream> open, ReadingLimits limits)
    {
        (this.name, this.open, this.limits) = (name, open, limits);
        using (var bytes = open())
        {
            encoding = TextEncoding.Of(bytes);
        }

        using var text = encoding.Over(open());
        (separator, isSaid) = Separators.Of(text, limits);
    }

    /// <summary>The table; null when nothing is in it.</summary>
    internal ReadTable? Read(RemarkList remarks)
    {
        if (encoding.IsGuessed)
        {
            remarks.Note(encoding.IsMixed ? "encodings_mixed" : "encoding_guessed", name, arguments: ("encoding", encoding.Name));
        }

        var source = new TableSource(name, Rows) { Text = new TextForm(encoding.Name, separator) };
        var table = TableReader.Read(source, remarks);
        if (last.IsCut)
        {
            remarks.Note("last_line_short", name, last.Line);
        }

        return table;
    }

    private IEnumerable<ReadRow> Rows()
    {
        using var text = encoding.Over(open());
        var parser = new CsvParser(text, separator, limits, name);
        if (isSaid)
        {
            parser.Read();
        }

        var before = 0;
        while (parser.Read())
        {
            last = (parser.Line, parser.EndsOpen && parser.Count < before);
            before = parser.Count;
            var cells = new Cell[parser.Count];
            var isBlank = true;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = parser[i];
                if (cell.Contains('\0'))
                {
                    throw UnreadableException.Of("file_no_table", $"{name}!{ReadColumn.LetterOf(i)}{parser.Line}");
                }

                cells[i] = cell.IsEmpty ? Cell.Empty : new Cell(CellKind.Text, cell.ToString());
                isBlank &= cell.IsWhiteSpace();
            }

            if (!isBlank)
            {
                yield return new ReadRow(parser.Line, cells);
            }
        }
    }
}
