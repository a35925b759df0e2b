namespace NetworkMap.Server.Exchange.Reading;

/// <summary>A file that was read whole once, so that nothing in it is refused any more: what it is, and its tables.</summary>
/// <param name="Form">What was recognized.</param>
/// <param name="Name">The name under which it came, without folders.</param>
/// <param name="Tables">At least one.</param>
/// <param name="Remarks">What the reader did with it that whoever brought it should know.</param>
public sealed record ReadFile(FileForm Form, string Name, IReadOnlyList<ReadTable> Tables, IReadOnlyList<Remark> Remarks);

/// <summary>What a file was recognized as, by what is in it and never by its ending.</summary>
public enum FileForm
{
    /// <summary>Comma-separated values, or several of them in a zip file.</summary>
    Csv,

    /// <summary>A workbook (Office Open XML).</summary>
    Workbook,

    /// <summary>One list of our own export, or all of them in a zip file.</summary>
    OwnCsv,

    /// <summary>Our own workbook.</summary>
    OwnWorkbook,

    /// <summary>Elements and connections for Kumu, as sheets or as comma-separated values.</summary>
    KumuSheets,

    /// <summary>A blueprint of Kumu.</summary>
    KumuJson,

    /// <summary>Open Referral HSDS, as JSON.</summary>
    HsdsJson,

    /// <summary>Open Referral HSDS, as tables.</summary>
    HsdsTabular,

    /// <summary>A table with a row of hashtags of the Humanitarian Exchange Language.</summary>
    Hxl,

    /// <summary>Another JSON file that is a list of objects, or has such lists.</summary>
    JsonList,
}

/// <summary>A table. It is read from the file whenever its rows are asked for, by several at a time if need be, so that it takes no memory; the file has to stay open until then.</summary>
/// <param name="Name">The name of its sheet, or of its file without the ending.</param>
/// <param name="Hidden">True when it is a sheet that is not shown.</param>
/// <param name="Columns">Its columns, from the first to the last in which anything is.</param>
/// <param name="Rows">What stands below the headings, without blank rows; as many cells in each as there are columns.</param>
public sealed record ReadTable(string Name, bool Hidden, IReadOnlyList<ReadColumn> Columns, IEnumerable<ReadRow> Rows)
{
    /// <summary>How many rows there are.</summary>
    public int RowCount { get; init; }

    /// <summary>In which row the headings are; 0 when there are none.</summary>
    public int HeadingRow { get; init; }

    /// <summary>Which list it is, where that is plain: of our own export (organizations), of Kumu (elements, connections) or of HSDS (organization).</summary>
    public string? List { get; init; }

    /// <summary>How its text was read, when it is of text.</summary>
    public TextForm? Text { get; init; }
}

/// <summary>How text was read as a table.</summary>
/// <param name="Encoding">utf-8, utf-16, utf-16BE, utf-32 or windows-1252.</param>
/// <param name="Separator">What stands between cells.</param>
public sealed record TextForm(string Encoding, char Separator);

/// <summary>A column.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="Letter">As spreadsheets call it.</param>
/// <param name="Heading">Unlike all others of the table, and empty when there is none.</param>
/// <param name="Hashtag">Its hashtag with its attributes, as <c>#org+name</c>.</param>
public sealed record ReadColumn(int Index, string Letter, string Heading, string? Hashtag)
{
    /// <summary>What spreadsheets call a column.</summary>
    internal static string LetterOf(int index) => index < 26 ? ((char)('A' + index)).ToString() : LetterOf((index / 26) - 1) + (char)('A' + (index % 26));
}

/// <summary>A row.</summary>
/// <param name="Number">The row of the sheet, or the line of the file in which it begins, or the place in the list; counted from 1.</param>
/// <param name="Cells">As many as the table has columns.</param>
public sealed record ReadRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>True when nothing is to be seen in it.</summary>
    internal bool IsBlank => Cells.All(c => c.IsBlank);
}

/// <summary>A cell.</summary>
/// <param name="Kind">What it is. What comes from text is text: whether 0812 is a number is not for a reader to say.</param>
/// <param name="Text">A number with a point and no signs between thousands, with the zeros in front that its format shows; a day as yyyy-MM-dd; true or false; an error as spreadsheets write it (#REF!).</param>
/// <param name="IsFormula">True when it is what a formula came to.</param>
public readonly record struct Cell(CellKind Kind, string Text, bool IsFormula = false)
{
    /// <summary>Nothing.</summary>
    public static readonly Cell Empty = new(CellKind.Empty, "");

    /// <summary>True when nothing is to be seen in it.</summary>
    public bool IsBlank => Kind == CellKind.Empty || string.IsNullOrWhiteSpace(Text);

    /// <summary>A text, or nothing.</summary>
    internal static Cell Of(string text) => text.Length == 0 ? Empty : new(CellKind.Text, text);
}

/// <summary>What a cell is.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A text, also one of digits.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>What a formula came to that could not be worked out.</summary>
    Error,
}

/// <summary>Something that is not wrong with a file, but should be known (<see cref="RemarkWords"/>).</summary>
/// <param name="Code">What, for programs.</param>
/// <param name="Sheet">In which table; null when it is about the file.</param>
/// <param name="Row">In which row first.</param>
/// <param name="Column">In which column, by its letter.</param>
/// <param name="Arguments">What a sentence needs; <c>count</c> is how many cells, rows or columns it is about.</param>
public sealed record Remark(string Code, string? Sheet, int? Row, string? Column, IReadOnlyDictionary<string, object?> Arguments);
