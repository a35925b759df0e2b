using NetworkMap.Server.Exchange.Reading;

namespace NetworkMap.Server.Tests.Exchange.Reading;

/// <summary>Whatever happened to a file on its way, it is read or refused, and the reader never falls over it.</summary>
public sealed class DamagedFilesTests
{
    private static readonly string Rows = string.Concat(Enumerable.Range(2, 60).Select(i => Brought.Row(i, "x" + i, "y" + (i * 7), "z")));

    public static TheoryData<string> Kinds => ["csv", "zip", "xlsx", "xlsx part", "json", "hsds"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_with_some_bytes_changed_is_read_or_refused(string kind)
    {
        var random = new Random(24);
        for (var i = 0; i < 250; i++)
        {
            var file = Of(kind, random);
            if (kind != "xlsx part")
            {
                Damage(file, random);
            }

            var read = await FileReader.ReadAsync("berkas", new MemoryStream(file), ReadingLimits.Usual, TestContext.Current.CancellationToken);
            if (!read.IsRefused)
            {
                Assert.All(read.Value.Tables, t => Assert.Equal(t.RowCount, t.Rows.Count()));
            }
        }
    }

    private static void Damage(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
    }

    private static byte[] Of(string kind, Random random) => kind switch
    {
        "csv" => System.Text.Encoding.UTF8.GetBytes("nama,kota,catatan\n\"A \"\"b\"\"\",é,x\n" + string.Concat(Enumerable.Repeat("p,\"q\nr\",#s\n", 20))),
        "zip" => Brought.Zip(("elements.csv", "Label,Type\nA,x\nB,y\n"), ("connections.csv", "From,To\nA,B\n")),
        "xlsx" => Brought.Workbook(("A", Brought.Row(1, "a", "b", "c") + Rows)),
        "xlsx part" => Inside(random),
        "json" => """{ "elements": [ { "label": "A", "n": 1.5, "t": [ "x" ] }, { "label": "B", "attributes": { "x": null } } ], "connections": [ { "from": "A", "to": "B" } ] }"""u8.ToArray(),
        _ => """{ "total_pages": 2, "contents": [ { "id": "1", "name": "A", "status": "active", "phones": [ { "id": "p", "number": "1" } ], "organization": { "id": "o" } } ] }"""u8.ToArray(),
    };

    /// <summary>A workbook that was packed well, of XML that was not written well.</summary>
    private static byte[] Inside(Random random)
    {
        var sheet = System.Text.Encoding.UTF8.GetBytes(Brought.Row(1, "a", "b", "c") + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='1'><v>45000</v></c><c r='C2' t='b'><f>1</f><v>1</v></c></row>|<mergeCells><mergeCell ref='A2:A4'/></mergeCells>");
        Damage(sheet, random);
        return Brought.Workbook([("A", System.Text.Encoding.Latin1.GetString(sheet))], "<si><t>x</t></si>", "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>");
    }
}
