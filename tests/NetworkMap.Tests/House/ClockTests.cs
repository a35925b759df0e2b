using System.Text.RegularExpressions;

namespace NetworkMap.Tests.House;

/// <summary>BannedSymbols.txt says the same to the compiler; this finds who switched that off, and the clocks that have no symbol of their own.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void There_is_no_clock_but_TimeProvider() => Offenders.None(Sources.Under("src").Where(file => file.Is(".cs")).SelectMany(Clocks));

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = System.DateTime.UtcNow;")]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var today = DateOnly.FromDateTime(DateTimeOffset.Now.Date);")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("var ticks = Environment.TickCount64;")]
    [InlineData("Use(TimeProvider.System);")]
    [InlineData("#pragma warning disable RS0030")]
    public void A_clock_is_named(string line)
    {
        Assert.Equal(["src/NetworkMap.Server/Live/A.cs:2 " + line], Clocks(new("src/NetworkMap.Server/Live/A.cs", "// DateTime.Now is only talked about here\n" + line)));
    }

    [Fact]
    public void Only_the_program_chooses_the_clock()
    {
        Assert.Empty(Clocks(new("src/NetworkMap.Server/Program.cs", "Use(TimeProvider.System);")));
        Assert.Empty(Clocks(new("src/NetworkMap/Changes/A.cs", "var now = clock.GetUtcNow();")));
    }

    private static IEnumerable<string> Clocks(SourceFile file)
    {
        var lines = file.Path == "src/NetworkMap.Server/Program.cs" ? [] : file.Lines.Index();
        return lines.Where(line => !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && Clock().IsMatch(line.Item))
            .Select(line => $"{file.Path}:{line.Index + 1} {line.Item.Trim()}");
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\b|\bTickCount(64)?\b|\bTimeProvider\.System\b|pragma warning disable.*\bRS0030\b")]
    private static partial Regex Clock();
}
