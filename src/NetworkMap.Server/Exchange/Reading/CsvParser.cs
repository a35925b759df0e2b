using System.Buffers;

namespace NetworkMap.Server.Exchange.Reading;

/// <summary>Reads separated values record by record, with the line on which each begins. What spreadsheets and people write is taken as it is meant: any ends of lines, quotation marks within
/// a cell, letters behind a closed one. A quotation mark that opens a cell and is never closed is refused: the file was cut off, or a third of it would become one cell.</summary>
internal sealed class CsvParser(TextReader text, char separator, ReadingLimits limits, string table)
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"\r\n");
    private readonly SearchValues<char> stops = SearchValues.Create([separator, '\r', '\n']);
    private readonly char[] buffer = new char[1 << 15];
    private readonly List<int> ends = [];
    private char[] letters = new char[1 << 10];
    private int length;
    private int at;
    private int filled;
    private int line = 1;
    private bool isOver;

    /// <summary>The line on which the record begins, counted from 1.</summary>
    internal int Line { get; private set; }

    /// <summary>Cells of the record; those beyond the limit of columns are not among them, since nothing is in them.</summary>
    internal int Count => ends.Count;

    /// <summary>True when the last record had no end of line, as in a file that was cut off.</summary>
    internal bool EndsOpen { get; private set; }

    /// <summary>A cell of the record, until the next is read.</summary>
    internal ReadOnlySpan<char> this[int index] => letters.AsSpan((index == 0 ? 0 : ends[index - 1])..ends[index]);

    /// <summary>Goes to the next record, if there is one.</summary>
    internal bool Read()
    {
        ends.Clear();
        (length, Line) = (0, line);
        if (!More())
        {
            return false;
        }

        var column = 0;
        while (true)
        {
            var began = length;
            if (More() && buffer[at] == '"')
            {
                Quoted(began, column);
            }

            Until(stops, began, column);
            Close(began, column++);
            if (!More())
            {
                EndsOpen = true;
                return true;
            }

            if (buffer[at++] is var stop && stop != separator)
            {
                if (stop == '\r' && More() && buffer[at] == '\n')
                {
                    at++;
                }

                line++;
                return true;
            }
        }
    }

    /// <summary>From an opening quotation mark to behind the one that closes it.</summary>
    private void Quoted(int began, int column)
    {
        var opened = line;
        at++;
        while (true)
        {
            Until(Quotes, began, column);
            if (!More())
            {
                throw UnreadableException.Of("file_quote_open", Where(column), ("sheet", table), ("row", opened), ("column", ReadColumn.LetterOf(column)));
            }

            var sign = buffer[at++];
            if (sign != '"')
            {
                Append(sign, began, column);
                line += sign == '\r' && More() && buffer[at] == '\n' ? 0 : 1;
            }
            else if (More() && buffer[at] == '"')
            {
                at++;
                Append('"', began, column);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Takes letters until one of these, which stays.</summary>
    private void Until(SearchValues<char> ones, int began, int column)
    {
        while (More())
        {
            var rest = buffer.AsSpan(at, filled - at);
            var found = rest.IndexOfAny(ones);
            Append(found < 0 ? rest : rest[..found], began, column);
            at += found < 0 ? rest.Length : found;
            if (found >= 0)
            {
                return;
            }
        }
    }

    private void Append(char letter, int began, int column) => Append([letter], began, column);

    private void Append(ReadOnlySpan<char> some, int began, int column)
    {
        if (length - began + some.Length > limits.Cell)
        {
            throw UnreadableException.Of("file_cell_too_long", Where(column), ("sheet", table), ("row", Line), ("column", ReadColumn.LetterOf(column)), ("limit", limits.Cell));
        }

        if (length + some.Length > limits.Row)
        {
            throw UnreadableException.Of("file_row_too_long", Where(column), ("sheet", table), ("row", Line), ("limit", limits.Row));
        }

        if (length + some.Length > letters.Length)
        {
            Array.Resize(ref letters, Math.Max(letters.Length * 2, length + some.Length));
        }

        some.CopyTo(letters.AsSpan(length));
        length += some.Length;
    }

    private void Close(int began, int column)
    {
        if (column < limits.Columns)
        {
            ends.Add(length);
        }
        else if (length > began)
        {
            throw UnreadableException.Of("file_too_many_columns", Where(limits.Columns), ("sheet", table), ("row", Line), ("limit", limits.Columns));
        }
    }

    private string Where(int column) => $"{table}!{ReadColumn.LetterOf(column)}{Line}";

    private bool More()
    {
        if (at < filled)
        {
            return true;
        }

        if (!isOver)
        {
            (at, filled) = (0, text.Read(buffer, 0, buffer.Length));
            isOver = filled == 0;
        }

        return !isOver;
    }
}
