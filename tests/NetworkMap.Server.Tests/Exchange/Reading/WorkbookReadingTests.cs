using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed class WorkbookReadingTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy;@'/><numFmt numFmtId='165' formatCode='00\.00'/><numFmt numFmtId='166' formatCode='000000'/><numFmt numFmtId='167' formatCode='[Red]"hari" 0'/>
        <numFmt numFmtId='168' formatCode='[$-421]d mmmm yyyy'/><numFmt numFmtId='169' formatCode='00.00'/></numFmts>
        <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
        <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='20'/><xf numFmtId='169'/></cellXfs>
        """;

    private static string Headed(string rows) => Brought.Row(1, "kode", "nama", "nilai") + rows;

    private static async Task<Cell> CellAsync(string cell, string book = "")
    {
        var read = await Brought.ReadAsync(Brought.Workbook([("A", Headed($"<row r='2'>{cell}</row>"))], "<si><t>satu</t></si><si><r><rPr/><t>du</t></r><r><t xml:space='preserve'>a </t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>", Styles, book), "a.xlsx");
        return Assert.Single(read.Tables[0].Rows).Cells[0];
    }

    [Theory]
    [InlineData("<c r='A2' t='s'><v>0</v></c>", CellKind.Text, "satu")]
    [InlineData("<c r='A2' t='s'><v>1</v></c>", CellKind.Text, "dua ")]
    [InlineData("<c r='A2' t='inlineStr'><is><t>a</t><r><t>b</t></r></is></c>", CellKind.Text, "ab")]
    [InlineData("<c r='A2' t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c>", CellKind.Text, "a\rb_x0041_")]
    [InlineData("<c r='A2' t='str'><f>A1</f><v>kode</v></c>", CellKind.Text, "kode")]
    [InlineData("<c r='A2'><v>12</v></c>", CellKind.Number, "12")]
    [InlineData("<c r='A2'><v>1.1000000000000001</v></c>", CellKind.Number, "1.1")]
    [InlineData("<c r='A2'><v>1.2345E+15</v></c>", CellKind.Number, "1234500000000000")]
    [InlineData("<c r='A2'><v>6281234567890123</v></c>", CellKind.Number, "6281234567890123")]
    [InlineData("<c r='A2'><v>-0.5</v></c>", CellKind.Number, "-0.5")]
    [InlineData("<c r='A2' s='4'><v>1101</v></c>", CellKind.Number, "001101")]
    [InlineData("<c r='A2' s='8'><v>11.1</v></c>", CellKind.Number, "11.10")]
    [InlineData("<c r='A2' s='5'><v>3</v></c>", CellKind.Number, "3")]
    [InlineData("<c r='A2' t='b'><v>1</v></c>", CellKind.Truth, "true")]
    [InlineData("<c r='A2' t='b'><v>0</v></c>", CellKind.Truth, "false")]
    [InlineData("<c r='A2' t='e'><v>#REF!</v></c>", CellKind.Error, "#REF!")]
    [InlineData("<c r='A2' t='d'><v>2024-02-29T00:00:00</v></c>", CellKind.Day, "2024-02-29")]
    [InlineData("<c r='A2' s='1'><v>45351</v></c>", CellKind.Day, "2024-02-29")]
    [InlineData("<c r='A2' s='3'><v>61</v></c>", CellKind.Day, "1900-03-01")]
    [InlineData("<c r='A2' s='3'><v>1</v></c>", CellKind.Day, "1900-01-01")]
    [InlineData("<c r='A2' s='6'><v>45351.75</v></c>", CellKind.Day, "2024-02-29")]
    [InlineData("<c r='A2' s='2'><v>45351.75</v></c>", CellKind.Text, "2024-02-29T18:00:00")]
    [InlineData("<c r='A2' s='7'><v>0.75</v></c>", CellKind.Text, "18:00:00")]
    [InlineData("<c r='A2' s='1'><v>99999999</v></c>", CellKind.Number, "99999999")]
    [InlineData("<c><v>7</v></c>", CellKind.Number, "7")]
    public async Task A_cell_is_what_the_workbook_shows(string cell, CellKind kind, string text) => Assert.Equal((kind, text), (await CellAsync(cell)) is var read ? (read.Kind, read.Text) : default);

    [Fact]
    public async Task Days_may_be_counted_from_1904() =>
        Assert.Equal(new Cell(CellKind.Day, "2024-02-29"), await CellAsync("<c r='A2' s='1'><v>43889</v></c>", "<workbookPr date1904='1'/>"));

    [Fact]
    public async Task A_formula_is_what_it_came_to_and_one_that_was_never_worked_out_is_nothing()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", Headed("<row r='2'><c r='A2'><f>1+1</f><v>2</v></c><c r='B2'><f>1+1</f></c><c r='C2'><v>1</v></c></row><row r='3'><c r='A3'><f>1+2</f><v>3</v></c></row>"))));
        Assert.Equal([["2", "", "1"], ["3", "", ""]], read.Tables[0].Texts());
        Assert.Equal([("formula_as_value", "A", 2), ("formula_without_value", "B", 1)], read.Remarks.Select(r => (r.Code, r.Column!, (int)r.Arguments["count"]!)));
        Assert.True(read.Tables[0].Rows.First().Cells[0].IsFormula);
    }

    [Fact]
    public async Task What_LibreOffice_writes_for_true_and_false_is_no_formula()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", Headed("<row r='2'><c r='A2' t='b'><f aca='false'>TRUE()</f><v>1</v></c><c r='B2' t='b'><f aca='false'>FALSE()</f><v>0</v></c><c r='C2'><f t='shared' si='0'/><v>4</v></c></row>"))));
        Assert.Equal([["true", "false", "4"]], read.Tables[0].Texts());
        Assert.Equal(("formula_as_value", "C"), (Assert.Single(read.Remarks).Code, read.Remarks[0].Column));
    }

    [Fact]
    public async Task NULL_is_nothing_in_a_workbook_as_well()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", Headed(Brought.Row(2, "NULL", "x", "y")))));
        Assert.Equal([["", "x", "y"]], read.Tables[0].Texts());
        Assert.Equal("null_as_text", Assert.Single(read.Remarks).Code);
    }

    [Fact]
    public async Task Errors_are_remarked_once_for_a_column()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", Headed("<row r='2'><c r='A2' t='e'><v>#N/A</v></c></row><row r='5'><c r='A5' t='e'><f>X</f><v>#NAME?</v></c></row>"))));
        Assert.Equal(2, read.Remarks.Single(r => r.Code == "error_in_cell").Arguments["count"]);
        Assert.Equal([2, 5], read.Tables[0].Rows.Select(r => r.Number));
    }

    [Fact]
    public async Task What_was_merged_downwards_is_in_every_row()
    {
        var rows = Headed("<row r='2'><c r='A2' t='inlineStr'><is><t>Aceh</t></is></c><c r='B2'><v>1</v></c></row><row r='3'><c r='B3'><v>2</v></c></row><row r='4'><c r='A4' s='1'/></row><row r='5'><c r='B5'><v>3</v></c></row>");
        var read = await Brought.ReadAsync(Brought.Workbook(("A", rows + "|<mergeCells><mergeCell ref='A2:A4'/><mergeCell ref='B9:C9'/></mergeCells>")));
        Assert.Equal([["Aceh", "1", ""], ["Aceh", "2", ""], ["", "3", ""]], read.Tables[0].Texts());
        Assert.Equal("A2:A4", Assert.Single(read.Remarks, r => r.Code == "cells_merged").Arguments["cells"]);
    }

    [Fact]
    public async Task A_hidden_sheet_is_read_and_said_to_be()
    {
        var read = await Brought.ReadAsync(Brought.Workbook([("A", Headed(Brought.Row(2, "x", "y", "z"))), ("B", Headed(Brought.Row(2, "x", "y", "z")))], state: "state='veryHidden'"));
        Assert.Equal([false, true], read.Tables.Select(t => t.Hidden));
        Assert.Equal("B", Assert.Single(read.Remarks).Sheet);
    }

    [Fact]
    public async Task Rows_and_cells_may_be_far_apart()
    {
        var table = (await Brought.ReadAsync(Brought.Workbook(("A", Headed("<row r='2'><c r='XFD2' s='1'/></row><row r='900000'><c r='B900000'><v>1</v></c><c r='ZZ900000'><v>2</v></c></row>"))))).Tables[0];
        var row = Assert.Single(table.Rows);
        Assert.Equal((900_000, 702), (row.Number, row.Cells.Count));
        Assert.Equal((702, "ZZ", "2"), (table.Columns.Count, table.Columns[701].Letter, row.Cells[701].Text));
    }

    [Fact]
    public async Task The_strict_edition_is_read_alike()
    {
        var read = await Brought.ReadAsync(Brought.Workbook([("A", Headed(Brought.Row(2, "x", "y", "z")))], space: "http://purl.oclc.org/ooxml/spreadsheetml/main"));
        Assert.Equal([["x", "y", "z"]], read.Tables[0].Texts());
    }

    [Fact]
    public async Task Sheets_without_anything_are_passed_over()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", ""), ("B", Headed(Brought.Row(2, "x", "y", "z")))));
        Assert.Equal("B", Assert.Single(read.Tables).Name);
        Assert.Equal("A", Assert.Single(read.Remarks, r => r.Code == "table_empty").Sheet);
        await Brought.RefusedAsync("file_empty", Brought.Workbook(("A", "")));
    }

    [Fact]
    public async Task A_list_of_persons_is_refused_also_on_a_hidden_sheet() =>
        Assert.Equal("Gaji!B1", await Brought.RefusedAsync("person_list_column", Brought.Workbook([("A", Headed("")), ("Gaji", Brought.Row(1, "Nama", "Gaji") + Brought.Row(2, "Ani", "1"))], state: "state='hidden'")));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/hostname\">")]
    public async Task XML_that_declares_entities_is_refused(string type)
    {
        var parts = Parts(Brought.Workbook(("A", Headed(Brought.Row(2, "x", "y", "z")))));
        foreach (var part in new[] { "xl/worksheets/s0.xml", "xl/texts.xml", "xl/workbook.xml" })
        {
            Assert.Equal(part, await Brought.RefusedAsync("file_with_entities", Brought.Zip(parts.Select(p => (p.Name, p.Name == part ? [.. System.Text.Encoding.UTF8.GetBytes(type), .. p.Bytes] : p.Bytes)))));
        }
    }

    public static TheoryData<string> Swelling => new(
        $"<row r='2' spans='{Letters(1_000_000)}'/>",
        $"<row r='2' spans='{new string('>', 1_000_000)}'/>",
        $"<row r='2'><{Letters(1_000_000)}/></row>",
        string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}/>")),
        string.Concat(Enumerable.Repeat("<row>", 5000)),
        $"<row r='2'><c><f>{string.Concat(Enumerable.Repeat("<f>", 5000))}</f></c></row>");

    [Theory]
    [MemberData(nameof(Swelling))]
    public async Task XML_that_a_reader_would_have_to_hold_is_refused(string rows) => Assert.Equal("xl/worksheets/s0.xml", await Brought.RefusedAsync("file_with_entities", Brought.Workbook(("A", Headed(rows)))));

    [Fact]
    public async Task Comments_and_quotations_are_no_tags()
    {
        var comment = $"<!-- it's > \" {Letters(200_000)} -->";
        var read = await Brought.ReadAsync(Brought.Workbook(("A", comment + Headed($"<row r='2'>{comment}<c r='A2' t='str'><v><![CDATA[a ' > \" <b>]]></v></c><?x '?><c r='B2'><v>1</v></c></row>{comment}"))));
        Assert.Equal([["a ' > \" <b>", "1", ""]], read.Tables[0].Texts());
    }

    [Fact]
    public async Task A_workbook_that_was_cut_anywhere_is_refused()
    {
        var file = Brought.Workbook(("A", Headed(string.Concat(Enumerable.Range(2, 500).Select(i => Brought.Row(i, "x" + i, "y" + (i * 7), "z"))))));
        for (var part = 1; part < 10; part++)
        {
            await Brought.RefusedAsync("file_damaged", file[..(file.Length * part / 10)]);
        }
    }

    [Fact]
    public async Task A_sheet_whose_XML_was_cut_is_refused()
    {
        var parts = Parts(Brought.Workbook(("A", Headed(Brought.Row(2, "x", "y", "z")))));
        Assert.Equal("xl/worksheets/s0.xml", await Brought.RefusedAsync("file_damaged", Brought.Zip(parts.Select(p => (p.Name, p.Name.EndsWith("s0.xml", StringComparison.Ordinal) ? p.Bytes[..^60] : p.Bytes)))));
        await Brought.RefusedAsync("file_damaged", Brought.Zip(parts.Where(p => !p.Name.EndsWith("s0.xml", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("<c r='B2' t='inlineStr'><is><t>{0}</t></is></c>", "A!B2")]
    [InlineData("<c r='B2' t='str'><v>{0}</v></c>", "A!B2")]
    public async Task A_cell_of_ten_million_letters_is_refused_with_its_place(string cell, string where) =>
        Assert.Equal(where, await Brought.RefusedAsync("file_cell_too_long", Brought.Workbook(("A", Headed($"<row r='2'>{string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, Letters(10_000_000))}</row>")))));

    [Fact]
    public async Task Kept_texts_are_bounded_one_by_one_and_together()
    {
        await Brought.RefusedAsync("file_cell_too_long", Brought.Workbook([("A", Headed(""))], $"<si><t>{Letters(200_000)}</t></si>"));
        await Brought.RefusedAsync("file_texts_too_long", Brought.Workbook([("A", Headed(""))], string.Concat(Enumerable.Range(0, 200).Select(i => $"<si><t>{Letters(1_000)}</t></si>"))), limits: ReadingLimits.Usual with { KeptTexts = 100_000 });
    }

    [Fact]
    public async Task Too_many_columns_and_sheets_are_refused()
    {
        Assert.Equal("A!XFD2", await Brought.RefusedAsync("file_too_many_columns", Brought.Workbook(("A", Headed("<row r='2'><c r='XFD2'><v>1</v></c></row>")))));
        await Brought.RefusedAsync("file_too_many_sheets", Brought.Workbook([.. Enumerable.Range(0, 101).Select(i => ("S" + i, Headed("")))]));
    }

    [Fact]
    public async Task A_row_of_many_long_cells_is_refused() =>
        await Brought.RefusedAsync("file_row_too_long", Brought.Workbook(("A", Headed($"<row r='2'>{string.Concat(Enumerable.Range(0, 60).Select(_ => $"<c t='inlineStr'><is><t>{Letters(90_000)}</t></is></c>"))}</row>"))));

    /// <summary>Letters that cannot be packed so tightly that they are refused for that.</summary>
    private static string Letters(int count)
    {
        var random = new Random(7);
        return string.Create(count, random, (letters, dice) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('a' + dice.Next(26));
            }
        });
    }

    private static List<(string Name, byte[] Bytes)> Parts(byte[] file)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(e =>
        {
            using var part = e.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return (e.FullName, bytes.ToArray());
        })];
    }
}
