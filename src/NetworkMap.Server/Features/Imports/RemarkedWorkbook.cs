using NetworkMap.Domain;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Exchange.Importing;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Http;
using NetworkMap.Server.Writing;
using SpreadCheetah;
using Cell = SpreadCheetah.Cell;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace NetworkMap.Server.Features.Imports;

/// <summary>Writes the tables of a file as they were read, with two columns in front: what would become of each row, and what is to be mended.</summary>
internal static class RemarkedWorkbook
{
    private static readonly Dictionary<RowVerdict, Sentence> Verdicts = new()
    {
        [RowVerdict.Unchanged] = new("tidak berubah", "unchanged"),
        [RowVerdict.Create] = new("baru", "new"),
        [RowVerdict.Update] = new("diperbarui", "updated"),
        [RowVerdict.Conflict] = new("perlu dipilih: berkas atau jaringan", "to decide: file or network"),
        [RowVerdict.Duplicate] = new("mungkin sudah ada", "perhaps there already"),
        [RowVerdict.Refused] = new("tidak bisa masuk", "cannot come in"),
        [RowVerdict.LeftAside] = new("dikesampingkan", "left aside"),
    };

    private static readonly Sentence Result = new("Hasil pemeriksaan", "Result of the check");
    private static readonly Sentence Remarks = new("Catatan pemeriksaan", "Remarks of the check");
    private static readonly Sentence InColumn = new("kolom {column}: {message}", "column {column}: {message}");
    private static readonly Sentence Differs = new("{field}: di jaringan “{network}”, di berkas “{file}”", "{field}: “{network}” in the network, “{file}” in the file");

    /// <summary>Writes the workbook.</summary>
    internal static async Task WriteAsync(ImportPlan plan, Telling telling, Stream output, WorkProgress progress, CancellationToken cancellation)
    {
        await using var book = await Spreadsheet.CreateNewAsync(output, new SpreadCheetahOptions { DocumentProperties = null }, cancellation);
        var heading = book.AddStyle(new Style { Font = { Bold = true } });
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in plan.Tables)
        {
            var rows = plan.Rows.Where(r => r.Table == table.Table.Name).ToLookup(r => r.Number);
            await book.StartWorksheetAsync(SheetName(table.Table.Name, names), new WorksheetOptions { FrozenRows = 1 }, cancellation);
            if (ExportMark.Is(table.Table))
            {
                await CopyAsync(book, table.Table, cancellation);
                continue;
            }

            await book.AddRowAsync([new Cell(Result.In(telling.Language), heading), new Cell(Remarks.In(telling.Language), heading), .. table.Table.Columns.Select(c => new Cell(Workbook.Cut(c.Heading), heading))], cancellation);
            foreach (var row in table.Table.Rows)
            {
                progress.Step();
                var known = rows[row.Number].FirstOrDefault();
                await book.AddRowAsync([new DataCell(known is null ? "" : Verdicts[known.Verdict].In(telling.Language)), new DataCell(known is null ? "" : Workbook.Cut(TextOf(known, telling))), .. row.Cells.Select(c => new DataCell(Workbook.Cut(c.Text)))], cancellation);
            }
        }

        await book.FinishAsync(cancellation);
    }

    /// <summary>What the file says of itself stays as it is, so that it is known again.</summary>
    private static async Task CopyAsync(Spreadsheet book, ReadTable table, CancellationToken cancellation)
    {
        await book.AddRowAsync([.. table.Columns.Select(c => new DataCell(Workbook.Cut(c.Heading)))], cancellation);
        foreach (var row in table.Rows)
        {
            await book.AddRowAsync([.. row.Cells.Select(c => new DataCell(Workbook.Cut(c.Text)))], cancellation);
        }
    }

    private static string TextOf(PlannedRow row, Telling telling) => string.Join("\n",
    [
        .. row.Faults.Select(f => FaultOf(f, telling)),
        .. row.Conflicts.Select(c => Differs.In(telling.Language, ("field", ImportAnswer.LabelOf(row.List, c.Field, telling.Language)), ("network", c.Network?.ToString()), ("file", c.File?.ToString()))),
        .. row.Candidates.Select(c => c.Organization.Name),
    ]);

    private static string FaultOf(RowFault fault, Telling telling)
    {
        var shown = ShownRefusal.Of(fault.Refusal, telling.Graph, telling.Language);
        var message = $"{RefusalWords.Sentence(shown, telling.Language)} {RefusalWords.Mend(shown, telling.Language)}".TrimEnd();
        return fault.Column is { } column ? InColumn.In(telling.Language, ("column", column), ("message", message)) : message;
    }

    /// <summary>A name that spreadsheets take: at most 31 letters, none of those that they refuse, and no two alike.</summary>
    private static string SheetName(string name, HashSet<string> taken)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        plain = plain.Length == 0 ? "1" : plain[..Math.Min(plain.Length, 28)];
        var unique = plain;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{plain} {i}";
        }

        return unique;
    }
}
