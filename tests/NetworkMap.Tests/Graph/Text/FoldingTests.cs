using NetworkMap.Graph.Text;

namespace NetworkMap.Tests.Graph.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Yayasan Annisa Swasti", "yayasan annisa swasti")]
    [InlineData("  Kab.  Sleman ", "kabupaten sleman")]
    [InlineData("Majelis Ma'arif, Jum’at", "majelis maarif jumat")]
    [InlineData("Crème BRÛLÉE", "creme brulee")]
    [InlineData("U.P.N. Veteran", "upn veteran")]
    [InlineData("BPJS-TK (contoh)", "bpjs tk contoh")]
    [InlineData("Disnaker Jateng", "dinas tenaga kerja jawa tengah")]
    [InlineData("SMK Negeri 3", "smk negeri 3")]
    [InlineData("!?", "")]
    public void A_text_becomes_its_words(string text, string words) => Assert.Equal(words, string.Join(' ', Folding.Words(text)));

    [Fact]
    public void A_word_without_end_is_cut() => Assert.Equal([new string('a', Folding.LongestWord)], Folding.Words(new string('A', 5000)));
}
