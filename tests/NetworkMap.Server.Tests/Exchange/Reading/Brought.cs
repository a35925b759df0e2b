using System.IO.Compression;
using System.Text;
using NetworkMap.Domain;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Exchange.Reading;

/// <summary>Files as somebody brings them, made in memory, and what was read of them.</summary>
internal static class Brought
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static async Task<ReadFile> ReadAsync(byte[] file, string name = "daftar.csv", ReadingLimits? limits = null)
    {
        var read = await FileReader.ReadAsync(name, new MemoryStream(file), limits ?? ReadingLimits.Usual, TestContext.Current.CancellationToken);
        Assert.False(read.IsRefused, string.Join(", ", read.Refusals.Select(r => $"{r.Code} at {r.Field}")));
        return read.Value;
    }

    internal static Task<ReadFile> ReadAsync(string text, string name = "daftar.csv", ReadingLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(text), name, limits);

    /// <summary>Refused with this code, for reasons that can be read in both languages; where it says it is wrong.</summary>
    internal static async Task<string> RefusedAsync(string code, byte[] file, string name = "daftar.csv", ReadingLimits? limits = null)
    {
        var read = await FileReader.ReadAsync(name, new MemoryStream(file), limits ?? ReadingLimits.Usual, TestContext.Current.CancellationToken);
        Assert.True(read.IsRefused, read.IsRefused ? "" : $"It was read as {read.Value.Form}.");
        var refusal = Assert.Single(read.Refusals);
        Assert.Equal(code, refusal.Code);
        foreach (var language in new[] { Language.Indonesian, Language.English })
        {
            var said = $"{RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}";
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            Assert.DoesNotContain("…", said, StringComparison.Ordinal);
        }

        return refusal.Field;
    }

    internal static Task<string> RefusedAsync(string code, string text, string name = "daftar.csv", ReadingLimits? limits = null) => RefusedAsync(code, Encoding.UTF8.GetBytes(text), name, limits);

    /// <summary>All cells of a table as text.</summary>
    internal static string[][] Texts(this ReadTable table) => [.. table.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())];

    internal static string[] Headings(this ReadTable table) => [.. table.Columns.Select(c => c.Heading)];

    internal static IEnumerable<string> Codes(this ReadFile file) => file.Remarks.Select(r => r.Code);

    internal static byte[] Zip(params (string Name, string Text)[] parts) => Zip(parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text))));

    internal static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook with these sheets; a sheet is what stands between its sheetData tags, and behind a bar what stands after.</summary>
    internal static byte[] Workbook(params (string Name, string Rows)[] sheets) => Workbook(sheets, "", "", "");

    internal static byte[] Workbook((string Name, string Rows)[] sheets, string texts = "", string styles = "", string book = "", string state = "", string space = Main)
    {
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            ("_rels/.rels", $"<Relationships><Relationship Id='a' Type='{Relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id='r{i}' Type='{Relations}/worksheet' Target='worksheets/s{i}.xml'/>"))}<Relationship Id='t' Type='{Relations}/sharedStrings' Target='/xl/texts.xml'/><Relationship Id='s' Type='{Relations}/styles' Target='styles.xml'/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns='{space}' xmlns:r='{Relations}'>{book}<sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name='{s.Name}' sheetId='{i + 1}' {(i == sheets.Length - 1 ? state : "")} r:id='r{i}'/>"))}</sheets></workbook>"),
            ("xl/texts.xml", $"<sst xmlns='{space}'>{texts}</sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns='{space}'>{styles}</styleSheet>"),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/s{i}.xml", $"<worksheet xmlns='{space}'><sheetData>{s.Rows.Split('|')[0]}</sheetData>{s.Rows.Split('|').ElementAtOrDefault(1)}</worksheet>")));
        return Zip([.. parts]);
    }

    /// <summary>A row of texts.</summary>
    internal static string Row(int number, params string[] texts) =>
        $"<row r='{number}'>{string.Concat(texts.Select((t, i) => $"<c r='{(char)('A' + i)}{number}' t='inlineStr'><is><t xml:space='preserve'>{t}</t></is></c>"))}</row>";
}
