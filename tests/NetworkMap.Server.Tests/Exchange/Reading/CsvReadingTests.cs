using System.Text;
using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed class CsvReadingTests
{
    private const string Accents = "nama,kota\nPerkumpulan Café,São Paulo\n";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Accents) },
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Accents)] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Accents)] },
        { "utf-16", Encoding.Unicode.GetBytes(Accents) },
        { "utf-16BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Accents)] },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(Accents) },
        { "utf-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Accents)] },
        { "windows-1252", Encoding.Latin1.GetBytes(Accents) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task Text_is_read_in_whatever_encoding_it_came(string encoding, byte[] file)
    {
        var table = Assert.Single((await Brought.ReadAsync(file)).Tables);
        Assert.Equal(encoding, table.Text!.Encoding);
        Assert.Equal([["Perkumpulan Café", "São Paulo"]], table.Texts());
    }

    [Fact]
    public async Task A_text_put_together_of_two_encodings_is_read_in_both_and_said_to_be()
    {
        var read = await Brought.ReadAsync([.. Encoding.UTF8.GetBytes("nama\nCafé\nÜber\n"), .. Encoding.Latin1.GetBytes("Señor\n")]);
        Assert.Equal([["Café"], ["Über"], ["Señor"]], read.Tables[0].Texts());
        Assert.Contains("encodings_mixed", read.Codes());
    }

    [Fact]
    public async Task A_letter_of_several_bytes_may_lie_across_pieces_of_the_file()
    {
        for (var before = 65_530; before < 65_540; before++)
        {
            var read = await Brought.ReadAsync($"nama\n{new string('a', before)}é€😀\n");
            Assert.Equal("utf-8", read.Tables[0].Text!.Encoding);
            Assert.EndsWith("aé€😀", read.Tables[0].Texts()[0][0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nama,kota,catatan\nA,B,\"1,5; 2\"\n", ',')]
    [InlineData("nama;kota;nilai\nA;B;1,5\nC;D;2,25\n", ';')]
    [InlineData("nama;alamat\nA;\"Jl. X, No. 1\"\nB;Jl. Y, No. 2\n", ';')]
    [InlineData("nama\tkota\nA, B; C\tD\n", '\t')]
    [InlineData("nama|kota|kode\nA|B|1,5\n", '|')]
    [InlineData("nama\nPaguyuban\n", ',')]
    [InlineData("sep=;\nnama;kota, kode\nA;B\n", ';')]
    [InlineData("\"sep=|\"\r\nnama|kota,a,b,c\r\nA|B\r\n", '|')]
    public async Task What_stands_between_cells_is_found(string text, char separator)
    {
        var table = (await Brought.ReadAsync(text)).Tables[0];
        Assert.Equal(separator, table.Text!.Separator);
        Assert.Equal("nama", table.Columns[0].Heading);
        Assert.Equal(text.Contains("sep=", StringComparison.Ordinal) ? 2 : 1, table.HeadingRow);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\n1,2\r\n3,4")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n\"3\" ,4")]
    public async Task Lines_end_in_any_way(string text)
    {
        var table = (await Brought.ReadAsync(text)).Tables[0];
        Assert.Equal(["a", "b"], table.Headings());
        Assert.Equal(["1", "2"], table.Texts()[0]);
        Assert.Equal(["3", "4"], table.Texts()[1].Select(t => t.Trim()));
    }

    [Fact]
    public async Task A_row_is_numbered_by_the_line_on_which_it_begins()
    {
        var table = (await Brought.ReadAsync("nama,alamat\n\nA,\"satu\ndua\r\ntiga\"\nB,\"kata \"\"ini\"\"\"\n\n\nC,5\" pipa\n")).Tables[0];
        Assert.Equal([3, 6, 9], table.Rows.Select(r => r.Number));
        Assert.Equal([["A", "satu\ndua\r\ntiga"], ["B", "kata \"ini\""], ["C", "5\" pipa"]], table.Texts());
        Assert.Equal(3, table.RowCount);
    }

    [Fact]
    public async Task Codes_keep_their_zeros_and_texts_their_spaces() =>
        Assert.Equal([["0812", " a ", "1e5", "11.10"]], (await Brought.ReadAsync("a,b,c,d\n0812, a ,1e5,11.10\n")).Tables[0].Texts());

    [Fact]
    public async Task Headings_are_found_below_a_title()
    {
        var table = (await Brought.ReadAsync("Daftar organisasi,,,\nSumber: Dinas,2024,,\n,,,\nNo,Nama,Kota,Tahun\n1,A,B,2001\n2,C,D,2002\n")).Tables[0];
        Assert.Equal((4, 2), (table.HeadingRow, table.RowCount));
        Assert.Equal(["No", "Nama", "Kota", "Tahun"], table.Headings());
    }

    [Fact]
    public async Task Headings_of_groups_are_passed_over_and_years_are_headings()
    {
        var table = (await Brought.ReadAsync("Wilayah,Jumlah anggota,,\nProvinsi,Sektor,2023,2024\nAceh,A,1,2\n")).Tables[0];
        Assert.Equal(["Provinsi", "Sektor", "2023", "2024"], table.Headings());
    }

    [Fact]
    public async Task A_table_without_headings_says_so()
    {
        var read = await Brought.ReadAsync("1,Position\n2,Education\n");
        Assert.Equal((0, 2), (read.Tables[0].HeadingRow, read.Tables[0].RowCount));
        Assert.Contains("headings_missing", read.Codes());
    }

    [Fact]
    public async Task Headings_that_are_alike_are_told_apart()
    {
        var read = await Brought.ReadAsync("nama,Nama,nama (2),,nama\nA,B,C,D,E\n");
        Assert.Equal(["nama", "Nama (3)", "nama (2)", "", "nama (4)"], read.Tables[0].Headings());
        Assert.Equal(["B", "E"], read.Remarks.Where(r => r.Code == "heading_doubled").Select(r => r.Column));
    }

    [Fact]
    public async Task NULL_is_nothing_and_said_once_for_a_column()
    {
        var read = await Brought.ReadAsync("kode,nama\nNULL,A\nNULL,\"NULL\"\n\\N,NULLA\n");
        Assert.Equal([["", "A"], ["", ""], ["", "NULLA"]], read.Tables[0].Texts());
        Assert.Equal([("A", 2, 3), ("B", 3, 1)], read.Remarks.Select(r => (r.Column!, r.Row!.Value, (int)r.Arguments["count"]!)));
    }

    [Fact]
    public async Task Errors_of_spreadsheets_are_errors()
    {
        var read = await Brought.ReadAsync("nama,jumlah\nA,#REF!\nB,#N/A\n");
        Assert.All(read.Tables[0].Rows, r => Assert.Equal(CellKind.Error, r.Cells[1].Kind));
        Assert.Equal(2, Assert.Single(read.Remarks).Arguments["count"]);
    }

    [Fact]
    public async Task Headings_alone_are_a_table_without_rows()
    {
        var read = await Brought.ReadAsync("nama,kota\n");
        Assert.Equal((0, 1), (read.Tables[0].RowCount, read.Tables[0].HeadingRow));
        Assert.Equal(["rows_missing"], read.Codes());
    }

    [Fact]
    public async Task Rows_may_be_short_or_long_or_end_in_thousands_of_commas()
    {
        var table = (await Brought.ReadAsync($"a,b,c\n1\n1,2,3,4\n1,2,3{new string(',', 16_000)}\n")).Tables[0];
        Assert.Equal(["a", "b", "c", ""], table.Headings());
        Assert.Equal([["1", "", "", ""], ["1", "2", "3", "4"], ["1", "2", "3", ""]], table.Texts());
        Assert.Equal("D", table.Columns[3].Letter);
    }

    [Fact]
    public async Task A_file_that_was_cut_in_a_line_is_said_to_be_perhaps() =>
        Assert.Equal(3, Assert.Single((await Brought.ReadAsync("a,b,c\nx,y,z\nx,y")).Remarks, r => r.Code == "last_line_short").Row);

    [Fact]
    public async Task A_file_that_was_cut_in_a_quotation_is_refused_with_its_line() =>
        Assert.Equal("daftar!B3", await Brought.RefusedAsync("file_quote_open", "a,b\nx,y\nx,\"y\nz,z\nz,z\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    [InlineData("\uFEFF")]
    [InlineData(",,,\n,,\n")]
    public async Task A_file_with_nothing_in_it_is_refused(string text) => await Brought.RefusedAsync("file_empty", text);

    [Fact]
    public async Task A_million_columns_are_refused_where_they_begin_to_be_too_many() =>
        Assert.Equal("daftar!BXY1", await Brought.RefusedAsync("file_too_many_columns", string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => "k" + i)) + "\n"));

    [Fact]
    public async Task A_cell_of_ten_million_letters_is_refused_with_its_place() =>
        Assert.Equal("daftar!B2", await Brought.RefusedAsync("file_cell_too_long", "a,b\nx," + new string('y', 10_000_000) + "\n"));

    [Fact]
    public async Task A_row_of_many_long_cells_is_refused() =>
        await Brought.RefusedAsync("file_row_too_long", "a,b\nx," + string.Join(',', Enumerable.Repeat(new string('y', 90_000), 100)) + "\n");

    [Fact]
    public async Task A_file_above_the_limit_is_refused_before_it_is_read() =>
        await Brought.RefusedAsync("file_too_large", "a,b\nx,y\n", limits: ReadingLimits.Usual with { File = 4 });

    [Theory]
    [InlineData("NIK,Nama\n3374,Ani\n", "daftar!A1")]
    [InlineData("Daftar upah,,\nNama,Kota,Upah harian\nAni,Semarang,50000\n", "daftar!C2")]
    public async Task A_list_of_persons_is_refused_with_its_column(string text, string where) => Assert.Equal(where, await Brought.RefusedAsync("person_list_column", text));

    [Fact]
    public async Task Rows_can_be_read_several_times_and_by_several_at_once()
    {
        var table = (await Brought.ReadAsync("a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},x\n")))).Tables[0];
        Assert.Equal(20_000, table.RowCount);
        Assert.All(table.Rows.Zip(table.Rows.Skip(1)), pair => Assert.Equal(pair.First.Number + 1, pair.Second.Number));
        Assert.Equal(20_000, table.Rows.Count());
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled_and_rows_do_not_hear_of_it_later()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},x\n"))));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FileReader.ReadAsync("a.csv", new Stopping(file, stop), ReadingLimits.Usual, stop.Token));

        using var later = new CancellationTokenSource();
        var table = (await FileReader.ReadAsync("a.csv", file, ReadingLimits.Usual, later.Token)).Value.Tables[0];
        await later.CancelAsync();
        Assert.Equal(200_000, table.Rows.Count());
    }

    [Fact]
    public async Task Columns_that_are_numbered_below_their_headings_are_no_row() =>
        Assert.Equal([["Aceh", "1", "2"]], (await Brought.ReadAsync("Provinsi,Laki-laki,Perempuan\n(1),(2),(3)\nAceh,1,2\n")).Tables[0].Texts());

    /// <summary>A file in the middle of which somebody calls it off.</summary>
    private sealed class Stopping(MemoryStream file, CancellationTokenSource stop) : MemoryStream(file.ToArray())
    {
        public override int Read(Span<byte> buffer)
        {
            if (Position > 1_000_000)
            {
                stop.Cancel();
            }

            return base.Read(buffer);
        }
    }
}
