using FsCheck.Xunit;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Tests.Exchange.Tables;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62 812", "'+62 812")]
    [InlineData("-", "'-")]
    [InlineData("@nama", "'@nama")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tanda petik'", "'tanda petik'")]
    [InlineData("batik", "batik")]
    public void A_text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_again(string text, string harmless)
    {
        Assert.Equal(harmless, CellText.Harmless(text));
        Assert.Equal(text, CellText.Plain(harmless));
    }

    [Fact]
    public void Numbers_are_no_texts() => Assert.Equal("-7.8", CellText.Harmless(-7.8));

    [Property(MaxTest = 500)]
    public void Whatever_text_comes_back_as_it_was_and_runs_nowhere(string? text, byte first)
    {
        foreach (var written in new[] { text ?? "", "=+-@\t\r\n'"[first % 8] + (text ?? "") })
        {
            var harmless = CellText.Harmless(written);
            Assert.Equal(written, CellText.Plain(harmless));
            Assert.False(harmless.Length > 0 && "=+-@\t\r\n".Contains(harmless[0], StringComparison.Ordinal), harmless);
        }
    }

    [Property(MaxTest = 500)]
    public void Whatever_list_comes_back_as_it_was(string?[] texts)
    {
        var list = texts.Select(t => (t ?? "").Trim()).Where(t => t.Length > 0).ToList();
        Assert.Equal(list, CellText.Split(CellText.Join(list)));
    }
}
