using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed class HxlReadingTests
{
    private static string[] Tags(ReadTable table) => [.. table.Columns.Select(c => c.Hashtag ?? "")];

    [Fact]
    public async Task Hashtags_are_found_below_junk_and_headings_kept()
    {
        var read = await Brought.ReadAsync("3W Jawa Tengah,,\nJunk,Junk,Junk\nOrg,,Province\n#org +Name,,#adm1+code\nA,x,33\n");
        Assert.Equal(FileForm.Hxl, read.Form);
        Assert.Equal(["#org+name", "", "#adm1+code"], Tags(read.Tables[0]));
        Assert.Equal(["Org", "Junk", "Province"], read.Tables[0].Headings());
        Assert.Equal((3, 1), (read.Tables[0].HeadingRow, read.Tables[0].RowCount));
    }

    [Fact]
    public async Task Hashtags_may_be_the_first_row()
    {
        var table = (await Brought.ReadAsync("#org,#adm1\nA,B\n")).Tables[0];
        Assert.Equal(["", ""], table.Headings());
        Assert.Equal([["A", "B"]], table.Texts());
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public async Task Hashtags_are_looked_for_in_the_first_25_rows(int row, bool found)
    {
        var read = await Brought.ReadAsync(string.Concat(Enumerable.Range(1, row - 1).Select(i => $"kata{i},kata{i}\n")) + "#org,#adm1\nA,B\n");
        Assert.Equal(found, read.Form == FileForm.Hxl);
    }

    [Fact]
    public async Task Hashtags_that_lost_their_sign_are_mended_where_most_have_theirs()
    {
        var read = await Brought.ReadAsync("Org,Hombres,País,Catatan\n#org,#targeted+f,country,Isi bebas\nA,1,Panamá,x\n");
        Assert.Equal(["#org", "#targeted+f", "#country", ""], Tags(read.Tables[0]));
        Assert.Equal("#country", Assert.Single(read.Remarks).Arguments["value"]);
    }

    [Theory]
    [InlineData("nama,warna\nA,#ff0000\nB,#0a0b0c\n")]
    [InlineData("nama,nomor\nA,#1\nB,#2\n")]
    [InlineData("nama,kota,tagar\nA,B,#batik\n")]
    public async Task Colours_and_numbers_and_a_few_hashtags_are_no_row_of_hashtags(string text) => Assert.Equal(FileForm.Csv, (await Brought.ReadAsync(text)).Form);

    [Fact]
    public async Task Hashtags_are_found_in_workbooks()
    {
        var read = await Brought.ReadAsync(Brought.Workbook(("A", Brought.Row(1, "Org", "Kota") + Brought.Row(2, "#org", "#adm2") + Brought.Row(3, "A", "B"))));
        Assert.Equal((FileForm.Hxl, 1), (read.Form, read.Tables[0].RowCount));
    }
}
