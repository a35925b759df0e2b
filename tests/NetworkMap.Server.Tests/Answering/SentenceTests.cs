using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Answering;

public sealed class SentenceTests
{
    private static readonly Sentence Room = new("masih ada tempat untuk {count} orang", "room for {count} more {count:person|people}");

    [Theory]
    [InlineData(1, "room for 1 more person")]
    [InlineData(1234, "room for 1,234 more people")]
    public void English_follows_the_number(int count, string expected) => Assert.Equal(expected, Room.In(Language.English, ("count", count)));

    [Fact]
    public void Indonesian_writes_numbers_and_dates_its_way()
    {
        Assert.Equal("masih ada tempat untuk 1.234 orang", Room.In(Language.Indonesian, ("count", 1234)));
        Assert.Equal("2,5 km sejak 17 Agustus 2026", new Sentence("{km} km sejak {day}", "").In(Language.Indonesian, ("km", 2.5), ("day", new DateOnly(2026, 8, 17))));
    }

    [Theory]
    [InlineData(Language.Indonesian, 1, "a")]
    [InlineData(Language.Indonesian, 2, "a dan b")]
    [InlineData(Language.Indonesian, 3, "a, b, dan c")]
    [InlineData(Language.English, 3, "a, b and c")]
    [InlineData(Language.English, 4, "a, b, c and 1 other")]
    [InlineData(Language.English, 5, "a, b, c and 2 others")]
    public void Names_are_listed_as_the_language_does(Language language, int count, string expected) =>
        Assert.Equal(expected, Sentence.List(language, [.. "abcde".Take(count).Select(c => c.ToString())]));

    [Fact]
    public void Names_that_are_lists_themselves_stand_in_quotation_marks()
    {
        Assert.Equal("“jam kerja panjang dan kejar tenggat” dan “debu”", Sentence.List(Language.Indonesian, ["jam kerja panjang dan kejar tenggat", "debu"]));
        Assert.Equal("“glue, dyes, and dust”, “wages” and 1 other", Sentence.List(Language.English, ["glue, dyes, and dust", "wages", "chemicals"], 2));
        Assert.Equal("Dinas Tenaga Kerja dan Transmigrasi dan Yasanti", Sentence.List(Language.Indonesian, ["Dinas Tenaga Kerja dan Transmigrasi", "Yasanti"]));
    }

    [Theory]
    [InlineData("Pelatihan K3", "pelatihan K3")]
    [InlineData("BPJS kesehatan", "BPJS kesehatan")]
    [InlineData("", "")]
    public void A_label_inside_a_sentence_loses_its_capital_but_an_abbreviation_does_not(string label, string expected) => Assert.Equal(expected, Sentence.Inside(label));

    [Fact]
    public void Clauses_become_one_sentence() => Assert.Equal("Both here; known to you.", Sentence.Of(["both here", "known to you"]));
}
