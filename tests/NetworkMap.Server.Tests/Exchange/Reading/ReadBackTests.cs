using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using NetworkMap.Domain.Privacy;
using NetworkMap.Graph;
using NetworkMap.Server.Exchange;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Tables;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Exchange.Reading;

/// <summary>What our own export wrote is read back cell for cell.</summary>
[Collection(DemonstrationCollection.Name)]
public sealed class ReadBackTests(DemonstrationServer demonstration)
{
    private static readonly Sheet Organizations = Sheets.All.Single(s => s.Name == "organizations");

    private NetworkGraph Graph => demonstration.Server.Services.GetRequiredService<NetworkView>().Latest.For(Audience.Public);

    [Property(MaxTest = 150)]
    public async Task Whatever_stands_in_CSV_comes_back(string?[] texts, byte separator)
    {
        var sheet = Odd(texts);
        using var file = new MemoryStream();
        await Csv.ListAsync(sheet.Columns, sheet.Rows(new Selection(Graph, Audience.Public, Language.English)), ",;\t|"[separator % 4], file, TestContext.Current.CancellationToken);
        var read = await Brought.ReadAsync(file.ToArray(), "organizations.csv");
        Assert.Equal(FileForm.OwnCsv, read.Form);
        Compare(sheet, Assert.Single(read.Tables));
    }

    [Property(MaxTest = 60)]
    public async Task Whatever_stands_in_a_workbook_comes_back(string?[] texts, bool isEnglish)
    {
        var sheet = Odd(texts);
        using var file = new MemoryStream();
        await Workbook.WriteAsync([sheet], new Selection(Graph, Audience.Public, isEnglish ? Language.English : Language.Indonesian), new ExportOptions("https://contoh.id", new DateOnly(2026, 11, 27)), file, TestContext.Current.CancellationToken);
        var read = await Brought.ReadAsync(file.ToArray(), "x.xlsx");
        Assert.Equal(FileForm.OwnWorkbook, read.Form);
        Compare(sheet, read.Tables[0]);
    }

    [Theory]
    [InlineData("csv", FileForm.OwnCsv)]
    [InlineData("xlsx", FileForm.OwnWorkbook)]
    public async Task All_lists_of_the_demonstration_come_back(string format, FileForm form)
    {
        var selection = new Selection(Graph, Audience.Public, Language.Indonesian);
        var read = await Brought.ReadAsync(await ExportAsync(format, selection), "jejaring");
        Assert.Equal(form, read.Form);
        foreach (var sheet in Sheets.All)
        {
            var rows = sheet.Rows(selection).Select(r => r.Select(CellText.Of).ToArray()).ToList();
            var table = read.Tables.SingleOrDefault(t => t.List == sheet.Name);
            Assert.Equal(rows, table?.Texts() ?? []);
        }

        Assert.DoesNotContain(read.Remarks, r => r.Code is not ("rows_missing" or "table_empty"));
    }

    [Theory]
    [InlineData("hxl", FileForm.Hxl)]
    [InlineData("kumu", FileForm.KumuJson)]
    public async Task Formats_of_others_that_we_write_are_read_as_what_they_are(string format, FileForm form)
    {
        var selection = new Selection(Graph, Audience.Public, Language.English);
        var read = await Brought.ReadAsync(await ExportAsync(format, selection), "jejaring");
        Assert.Equal(form, read.Form);
        Assert.Empty(read.Remarks);
        Assert.Equal(form == FileForm.Hxl ? selection.Areas.Count() : selection.Organizations.Count(), read.Tables[0].RowCount);
        Assert.Equal(form == FileForm.Hxl ? "hxl" : "elements", read.Tables[0].List);
    }

    [Fact]
    public Task A_row_with_nothing_but_an_end_of_line_hides_no_other() => Whatever_stands_in_CSV_comes_back([.. Enumerable.Repeat("", 26), "\r", .. Enumerable.Repeat("", 9)], 0);

    [Fact]
    public async Task The_apostrophe_of_our_export_comes_off_there_and_nowhere_else()
    {
        var own = string.Join(',', Organizations.Columns.Select(c => c.Name)) + "\n1,'=1+1,''=2\n";
        Assert.Equal(["1", "=1+1", "'=2"], (await Brought.ReadAsync(own)).Tables[0].Texts()[0][..3]);
        Assert.Equal(["1", "'=1+1"], (await Brought.ReadAsync("id,name\n1,'=1+1\n")).Tables[0].Texts()[0]);
    }

    [Fact]
    public async Task A_list_of_ours_is_known_with_columns_added_and_taken_out() =>
        Assert.Equal("organizations", (await Brought.ReadAsync(string.Join(',', Organizations.Columns.Skip(4).Select(c => c.Name).Reverse().Append("catatan saya")) + "\nx,y\n")).Tables[0].List);

    private static async Task<byte[]> ExportAsync(string format, Selection selection)
    {
        using var file = new MemoryStream();
        await ExportFormat.Find(format)!.WriteAsync(selection, new ExportOptions("https://contoh.example", new DateOnly(2026, 11, 27)), file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    /// <summary>Rows with nothing but white space may come back, or be taken for blank ones: a lone end of line is written with an apostrophe.</summary>
    private static void Compare(OddSheet sheet, ReadTable table)
    {
        static bool HasAny(IEnumerable<string> cells) => cells.Any(c => !string.IsNullOrWhiteSpace(c));
        Assert.Equal(sheet.Cells.Select(r => r.Select(c => CellText.Of(c))).Where(HasAny), table.Texts().Where(HasAny));
    }

    private static OddSheet Odd(string?[] texts)
    {
        string[] odd = ["=1+1", "'=1", "'", "\"", "\"\"", ",", ";", "\t", "a\r\nb", "\n", "\r", "NULL", "#REF!", "_x0041_", " ", "#org", "é😀", "\u00A0", "-", "2024-01-01", "00", "a\"b", "sep=;", "<b>&amp;</b>"];
        var width = Organizations.Columns.Count;
        var all = texts.Select(t => t is null ? null : Writable(t)).Concat(odd).Concat(texts.Zip(odd, (a, b) => (string?)(b + Writable(a ?? "")))).ToList();
        var rows = all.Chunk(width).Select((c, i) => c.Concat(Enumerable.Repeat<string?>(null, width - c.Length)).Cast<object?>().ToArray()).ToList();
        rows.Add([.. Enumerable.Range(0, width).Select(i => i switch { 0 => (object?)"id", 1 => 17, 2 => -0.25, 3 => true, 4 => new DateOnly(1901, 2, 3), 5 => new[] { "a; b", "c\\" }, _ => null })]);
        return new OddSheet(Organizations.Columns, rows);
    }

    /// <summary>Without what no file of text and no XML can hold: zeros and halves of letters.</summary>
    private static string Writable(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is not (0 or 0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF) && (r.Value >= 32 || r.Value is 9 or 10 or 13)));

    private sealed class OddSheet(IReadOnlyList<Column> columns, List<object?[]> cells) : Sheet("organizations", "Organisasi", "Organizations")
    {
        internal List<object?[]> Cells => cells;

        public override IReadOnlyList<Column> Columns => columns;

        public override IEnumerable<object?[]> Rows(Selection selection) => cells;
    }
}
