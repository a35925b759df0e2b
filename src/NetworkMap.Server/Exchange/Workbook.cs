using System.Globalization;
using System.Text.RegularExpressions;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace NetworkMap.Server.Exchange;

/// <summary>Our own workbook (Office Open XML): a sheet for each list, with headings in the asked language. A text is a text there, whatever it begins with, so that nothing is run.</summary>
public sealed partial class Workbook : ExportFormat
{
    /// <summary>Letters of a cell, at most.</summary>
    private const int Longest = 32_767;

    /// <inheritdoc/>
    public override string Name => "xlsx";

    /// <inheritdoc/>
    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc/>
    public override string Extension => "xlsx";

    /// <inheritdoc/>
    public override string About => "A workbook with a sheet for each list, for Excel, LibreOffice and Google Sheets.";

    /// <inheritdoc/>
    public override Task WriteAsync(Selection selection, ExportOptions options, Stream output, CancellationToken cancellation) => WriteAsync(Sheets.All, selection, options, output, cancellation);

    /// <summary>Writes these lists, and the one that tells of the file.</summary>
    internal static async Task WriteAsync(IReadOnlyList<Sheet> sheets, Selection selection, ExportOptions options, Stream output, CancellationToken cancellation)
    {
        await using var waiting = new AsyncStream(output);
        await using var book = await Spreadsheet.CreateNewAsync(waiting, new SpreadCheetahOptions { DocumentProperties = null, DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd") }, cancellation);
        var heading = book.AddStyle(new Style { Font = { Bold = true }, Fill = { Color = System.Drawing.Color.FromArgb(0xE8, 0xEE, 0xF5) } });
        foreach (var sheet in sheets)
        {
            await ListAsync(book, heading, sheet.Label(selection.Language), sheet.Columns, sheet.Rows(selection), selection.Language, cancellation);
        }

        await ListAsync(book, heading, ExportMark.Label(selection.Language), ExportMark.Columns, ExportMark.Lines(selection, options).Select(l => new object?[] { l.Name, l.Text }), selection.Language, cancellation);

        await book.FinishAsync(cancellation);
    }

    private static async Task ListAsync(Spreadsheet book, StyleId heading, string name, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, Language language, CancellationToken cancellation)
    {
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
        {
            options.Column(i + 1).Width = Math.Clamp(columns[i].Label(language).Length + 4, 12, 40);
        }

        await book.StartWorksheetAsync(name, options, cancellation);
        await book.AddRowAsync([.. columns.Select(c => new Cell(c.Label(language), heading))], cancellation);
        var cells = new DataCell[columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Of(row[i]);
            }

            await book.AddRowAsync(cells, cancellation);
        }
    }

    private static DataCell Of(object? cell) => cell switch
    {
        null => default,
        int number => new DataCell(number),
        double number => new DataCell(number),
        bool truth => new DataCell(truth),
        DateOnly day when day.Year >= 1900 => new DataCell(day.ToDateTime(TimeOnly.MinValue)),
        _ => new DataCell(Writable(CellText.Of(cell))),
    };

    /// <summary>A text as a cell takes it: no longer than spreadsheets have room for, and without what is no letter at all.</summary>
    internal static string Cut(string? text) => Writable(NoLetter().Replace(text is { Length: > Longest } ? text[..Longest] : text ?? "", "�"));

    /// <summary>Letters that XML has no place for, or takes for the end of a line, as workbooks write them (ECMA-376, 22.4.2.4); and what looks so already.</summary>
    private static string Writable(string text) => Unwritable().Replace(text, m => string.Create(CultureInfo.InvariantCulture, $"_x{(int)m.Value[0]:X4}_"));

    [GeneratedRegex("[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoLetter();

    [GeneratedRegex("[\\x00-\\x08\\x0B-\\x1F]|_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwritable();
}
