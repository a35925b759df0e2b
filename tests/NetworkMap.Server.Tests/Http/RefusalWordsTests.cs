using System.Text.RegularExpressions;
using NetworkMap.Domain;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Tests.Http;

/// <summary>Every refusal of the source has words for people, in both languages.</summary>
public sealed partial class RefusalWordsTests
{
    [Fact]
    public void Every_refusal_of_the_source_has_words()
    {
        var used = Used().ToList();
        Assert.True(used.Count > 60, $"Only {used.Count} codes were found in the source: the scan does not see them.");
        var wordless = used.Where(u => !RefusalWords.Has(u.Code)).Select(u => $"{u.File}: {u.Code} has no words in RefusalWords.Catalogue.cs").Distinct().ToList();
        Assert.True(wordless.Count == 0, string.Join('\n', wordless));
    }

    [Fact]
    public void Words_are_there_in_both_languages_and_differ()
    {
        foreach (var code in Used().Select(u => u.Code).Distinct(StringComparer.Ordinal))
        {
            var refusal = Refusal.Of(code, "");
            var (indonesian, english) = (RefusalWords.Sentence(refusal, Language.Indonesian), RefusalWords.Sentence(refusal, Language.English));
            Assert.True(indonesian.Length > 8 && english.Length > 8 && indonesian != english, $"{code}: '{indonesian}' and '{english}'");
            Assert.Equal(RefusalWords.Mend(refusal, Language.Indonesian) is null, RefusalWords.Mend(refusal, Language.English) is null);
        }
    }

    [Fact]
    public void Values_are_filled_in_as_the_language_writes_them()
    {
        var refusal = Refusal.Of("interval_reversed", "until", ("from", new DateOnly(2026, 2, 1)), ("until", new DateOnly(2026, 1, 31)));
        Assert.Contains("31 Januari 2026", RefusalWords.Sentence(refusal, Language.Indonesian), StringComparison.Ordinal);
        Assert.Contains("31 January 2026", RefusalWords.Sentence(refusal, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_written_as_people_write_and_not_as_programs_do()
    {
        foreach (var code in RefusalWords.Codes)
        {
            foreach (var language in new[] { Language.Indonesian, Language.English })
            {
                var refusal = Refusal.Of(code, "name");
                var said = $"{RefusalWords.Sentence(refusal, language)} {RefusalWords.Mend(refusal, language)}";
                Assert.False(said.Contains('`', StringComparison.Ordinal), $"{code} has a sign of programs in it: {said}");
            }
        }
    }

    [Theory]
    [InlineData("reason", "Alasannya belum diisi.", "The reason is still empty.")]
    [InlineData("provenance.source", "Sumbernya belum diisi.", "The source is still empty.")]
    [InlineData("contacts[1].value", "Nomor atau alamatnya belum diisi.", "The number or address is still empty.")]
    [InlineData("strange", "Bagian ini belum diisi.", "This part is still empty.")]
    public void What_is_empty_is_named_once(string field, string indonesian, string english)
    {
        var refusal = Refusal.Of("text_missing", field);
        Assert.Equal((indonesian, null), (RefusalWords.Sentence(refusal, Language.Indonesian), RefusalWords.Mend(refusal, Language.Indonesian)));
        Assert.Equal((english, null), (RefusalWords.Sentence(refusal, Language.English), RefusalWords.Mend(refusal, Language.English)));
    }

    /// <summary>Every literal code that is given to a refusal: <c>Refusal.Of("…"</c>, <c>Refuse("…"</c>, <c>Require(rule, "…", "field"</c>, and those that stand
    /// in a choice of two.</summary>
    private static IEnumerable<(string File, string Code)> Used() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from call in Calls().Matches(File.ReadAllText(file))
        from code in Codes().Matches(call.Value).Take(call.Value.Contains('?', StringComparison.Ordinal) && !call.Value.StartsWith("Require", StringComparison.Ordinal) ? 2 : 1)
        select (Path.GetRelativePath(Root(), file), code.Groups[1].Value);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NetworkMap.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    [GeneratedRegex("""\b(Refusal\.Of|Refuse|Require)\((?!bool )[^;{}]*""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Calls();

    [GeneratedRegex("\"([a-z]+(?:_[a-z]+)+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Codes();
}
