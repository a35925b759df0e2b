using System.Text;
using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

/// <summary>Files that are no tables, and files whose name says something else than they are.</summary>
public sealed class OtherFilesTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> Others => new()
    {
        { "file_is_old_workbook", [.. Compound, .. new byte[5000], .. Encoding.Unicode.GetBytes("Workbook")] },
        { "file_protected", [.. Compound, .. new byte[200_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "file_is_document", [.. Compound, .. new byte[65_520], .. Encoding.Unicode.GetBytes("WordDocument")] },
        { "file_is_old_workbook", "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"u8.ToArray() },
        { "file_is_old_workbook", Brought.Zip(("[Content_Types].xml", "<a/>"), ("xl/workbook.bin", "x")) },
        { "file_is_open_document", Brought.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")) },
        { "file_is_document", Brought.Zip(("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")) },
        { "file_is_pdf", "%PDF-1.7\n..."u8.ToArray() },
        { "file_is_document", "{\\rtf1 x}"u8.ToArray() },
        { "file_is_document", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0] },
        { "file_is_page", "\r\n<!DOCTYPE html><html><table><tr><td>nama</td></tr></table></html>"u8.ToArray() },
        { "file_is_page", "<table><tr><td>nama</td></tr></table>"u8.ToArray() },
        { "file_is_graph", "<?xml version='1.0'?>\n<gexf xmlns='http://www.gexf.net/1.2draft'/>"u8.ToArray() },
        { "file_is_graph", "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'/>"u8.ToArray() },
        { "file_packed_otherwise", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] },
        { "file_no_table", "<?xml version='1.0'?><other/>"u8.ToArray() },
        { "file_no_table", [.. "SQLite format 3\0"u8, 16, 0, 1, 1] },
        { "file_damaged", [0x50, 0x4B, 3, 4, 1, 2, 3] },
        { "file_damaged", Brought.Zip(("[Content_Types].xml", "<a/>")) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_file_of_another_kind_is_refused_by_what_it_is(string code, byte[] file) => await Brought.RefusedAsync(code, file, "daftar.xlsx");

    [Fact]
    public async Task What_a_file_is_its_name_does_not_say()
    {
        var book = Brought.Workbook(("A", Brought.Row(1, "nama", "kota") + Brought.Row(2, "x", "y")));
        Assert.Equal(FileForm.Workbook, (await Brought.ReadAsync(book, "daftar.csv")).Form);
        Assert.Equal(FileForm.Csv, (await Brought.ReadAsync("nama,kota\nx,y\n", "daftar.xlsx")).Form);
        Assert.Equal(FileForm.JsonList, (await Brought.ReadAsync("""[ { "nama": "x" } ]""", "daftar.csv")).Form);
        Assert.Equal(FileForm.Csv, (await Brought.ReadAsync("[nama],kota\nx,y\n", "daftar.json")).Form);
    }

    [Fact]
    public async Task A_name_loses_its_folders() =>
        Assert.Equal(("daftar.csv", "daftar"), (await Brought.ReadAsync("nama,kota\nx,y\n", "C:\\Users\\Ani\\daftar.csv")) is var read ? (read.Name, read.Tables[0].Name) : default);
}
