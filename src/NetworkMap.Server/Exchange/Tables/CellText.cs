using System.Globalization;

namespace NetworkMap.Server.Exchange.Tables;

/// <summary>How cells are written as text, so that they come back as they were.</summary>
public static class CellText
{
    private const string Between = "; ";

    /// <summary>A cell as text: days as yyyy-MM-dd, numbers with a point, lists with a semicolon between their entries.</summary>
    public static string Of(object? cell) => cell switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IReadOnlyList<string> list => Join(list),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The same for a file that a spreadsheet opens without asking: a text that it would run as a formula (it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab
    /// or the end of a line) gets an apostrophe in front, and so does one that has apostrophes there already, so that <see cref="Plain"/> takes one away again.
    /// Source: OWASP, CSV Injection.</summary>
    public static string Harmless(object? cell)
    {
        var text = Of(cell);
        return cell is string or IReadOnlyList<string> && Runs(text) ? "'" + text : text;
    }

    /// <summary>The text that was made harmless, as it was.</summary>
    public static string Plain(string text) => text.StartsWith('\'') && Runs(text) ? text[1..] : text;

    /// <summary>Entries of a list in one cell; a semicolon in an entry, and what would hide one, gets a backslash in front.</summary>
    public static string Join(IReadOnlyList<string> list) => string.Join(Between, list.Select(e => e.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)));

    /// <summary>The entries of a cell.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var (entries, entry) = (new List<string>(), new System.Text.StringBuilder());
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length)
            {
                entry.Append(cell[++i]);
            }
            else if (cell[i] == ';')
            {
                Close();
            }
            else
            {
                entry.Append(cell[i]);
            }
        }

        Close();
        return entries;

        void Close()
        {
            if (entry.ToString().Trim() is { Length: > 0 } text)
            {
                entries.Add(text);
            }

            entry.Clear();
        }
    }

    private static bool Runs(string text) => text.AsSpan().TrimStart('\'') is { IsEmpty: false } rest && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
