using NetworkMap.Server.Http;

namespace NetworkMap.Server.Exchange.Tables;

/// <summary>A list of a workbook: what its columns are called, and its rows.</summary>
public abstract class Sheet(string name, string indonesian, string english)
{
    /// <summary>The name in files that programs read.</summary>
    public string Name => name;

    /// <summary>The names of the columns, which are those of the fields of the API.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The name in a language, at most 31 letters as spreadsheets want it.</summary>
    public string Label(Language language) => language == Language.English ? english : indonesian;

    /// <summary>The rows of a selection. The array of cells is one and the same for all rows: what is kept of it has to be copied. A cell is null, a text, a whole or
    /// a decimal number, a truth value, a day, or a list of texts.</summary>
    public abstract IEnumerable<object?[]> Rows(Selection selection);
}

/// <summary>A column of a list.</summary>
/// <param name="Name">The field of the API, with its path; where it is none, the column only helps to read the row and is left aside when it is read back.</param>
/// <param name="Indonesian">Its heading in Indonesian.</param>
/// <param name="English">Its heading in English.</param>
/// <param name="Helps">True when it only helps to read the row.</param>
public sealed record Column(string Name, string Indonesian, string English, bool Helps = false)
{
    /// <summary>The heading in a language.</summary>
    public string Label(Language language) => language == Language.English ? English : Indonesian;
}

/// <summary>A list whose rows are of a type.</summary>
internal sealed class Sheet<T>(string name, string indonesian, string english, Func<Selection, IEnumerable<T>> rows, params (Column Head, Func<T, Selection, object?> Cell)[] columns)
    : Sheet(name, indonesian, english)
{
    private readonly Column[] heads = Array.ConvertAll(columns, c => c.Head);

    public override IReadOnlyList<Column> Columns => heads;

    public override IEnumerable<object?[]> Rows(Selection selection)
    {
        var cells = new object?[columns.Length];
        foreach (var row in rows(selection))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Cell(row, selection);
            }

            yield return cells;
        }
    }
}
