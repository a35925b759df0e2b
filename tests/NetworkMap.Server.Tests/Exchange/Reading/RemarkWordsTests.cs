using System.Text.RegularExpressions;
using NetworkMap.Server.Exchange.Reading;
using NetworkMap.Server.Exchange.Seed;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Exchange.Reading;

public sealed partial class RemarkWordsTests
{
    [Fact]
    public void Every_remark_has_words_and_no_words_are_left_over()
    {
        var folder = Path.Combine(SeedFolder.Find(AppContext.BaseDirectory)!, "..", "src", "NetworkMap.Server", "Exchange", "Reading");
        var noted = Directory.EnumerateFiles(folder, "*.cs").SelectMany(f => Noted().Matches(File.ReadAllText(f)))
            .SelectMany(m => m.Groups["code"].Captures.Select(c => c.Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(RemarkWords.Codes.Order(StringComparer.Ordinal), noted);
    }

    [Fact]
    public async Task A_remark_says_where_and_how_often()
    {
        var remark = Assert.Single((await Brought.ReadAsync("kode,nama\nNULL,A\nNULL,B\n")).Remarks);
        Assert.Equal("NULL in column A of “daftar” was read as empty (2 cells, from row 2).", RemarkWords.Sentence(remark, Language.English));
        Assert.Equal("NULL di kolom A “daftar” dibaca sebagai kosong (2 sel, mulai baris 2).", RemarkWords.Sentence(remark, Language.Indonesian));
    }

    [GeneratedRegex("""\.Note\((?:[^;"]*\? )?"(?<code>[a-z_]+)"(?: : "(?<code>[a-z_]+)")?""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Noted();
}
