using NetworkMap.Domain.Places;
using NetworkMap.Graph.Reading;
using NetworkMap.Tests.Graph.Algorithms;
using NetworkMap.Tests.House;

namespace NetworkMap.Tests.Graph.Reading;

/// <summary>Files that other people made, when they lie beside the repository: names and codes of all regencies as they wrote them.</summary>
public sealed class RegionSampleTests
{
    private const string Absent = "The samples (shared/samples/indonesia/satu-data) do not lie beside the repository.";

    private static readonly string? Folder = Above(Sources.Root).Select(f => Path.Combine(f, "shared", "samples", "indonesia", "satu-data")).FirstOrDefault(Directory.Exists);

    [Fact]
    public void Regions_are_read_in_names_of_health_offices_in_capitals()
    {
        Assert.SkipWhen(Folder is null, Absent);
        var rows = Rows("dinas_kesehatan.csv").Where(r => r[1].Length == 4).ToList();

        var (right, wrong) = Read(rows.Select(r => (r[2].Replace("SUKU ", "", StringComparison.Ordinal).Replace("DINAS KESEHATAN ", "", StringComparison.Ordinal), (string?)null, Code(r[1]))));

        Assert.True(right >= 0.98, $"{right:P1} of {rows.Count} regencies");
        Assert.Empty(wrong);
        TestContext.Current.TestOutputHelper?.WriteLine($"{right:P1} of {rows.Count} names of regencies read, none wrong");
    }

    [Fact]
    public void Codes_without_dots_are_read_once_the_column_tells_whose_they_are()
    {
        Assert.SkipWhen(Folder is null, Absent);
        var rows = Rows("dinas_kesehatan.csv").Where(r => r[1].Length == 4).ToList();
        var coding = RegionReaderTests.Reader.CodingOf(rows.Select(r => (r[0], (string?)r[2].Replace("DINAS KESEHATAN ", "", StringComparison.Ordinal))));
        Assert.Equal(RegionCoding.HomeAffairs, coding);

        var centres = Rows("puskesmas.csv").ToList();
        var read = centres.Count(r => RegionReaderTests.Reader.Read(r[0], new RegionHints { Coding = coding }).Region is not null);

        Assert.True(read >= 0.999 * centres.Count, $"{read} of {centres.Count}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} of {centres.Count} codes of health centres read");
    }

    [Fact]
    public void Names_of_districts_in_capitals_are_read_within_their_regencies()
    {
        Assert.SkipWhen(Folder is null, Absent);
        var all = Rows("wilayah_administratif.csv").ToList();
        var regencies = all.Where(r => r[0] != "NULL" && r[1] != "NULL").ToDictionary(r => r[1], r => r[3], StringComparer.Ordinal);
        var rows = all.Where(r => r[2] != "NULL").ToList();

        var (right, wrong) = Read(rows.Select(r => (r[3], (string?)regencies[r[1]], Code(r[2]))), RegionLevel.District, sameRegency: true);

        Assert.True(right >= 0.97, $"{right:P1} of {rows.Count} districts");
        Assert.True(wrong.Count <= rows.Count / 1000, string.Join("; ", wrong.Take(20)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{right:P1} of {rows.Count} names of districts read, {wrong.Count} otherwise than the file: {string.Join("; ", wrong.Take(5))}");
    }

    /// <summary>The share read as the file says, and those that were decided otherwise.</summary>
    private static (double Right, List<string> Wrong) Read(IEnumerable<(string Text, string? Within, string Code)> rows, RegionLevel? level = null, bool sameRegency = false)
    {
        var (count, right, wrong) = (0, 0, new List<string>());
        foreach (var (text, within, code) in rows)
        {
            var meant = RegionReaderTests.Reader.Read(code).Region;
            var read = RegionReaderTests.Reader.Read(text, new RegionHints { Within = within, Level = level }).Region;
            var regency = RegionReaderTests.Reader.Read(within).Region;
            var isRight = read is not null && (read == meant || (sameRegency && (meant is null || regency is null || !regency.Value.Holds(meant.Value)) && (regency is null || regency.Value.Holds(read.Value))));
            (count, right) = (count + 1, right + (isRight ? 1 : 0));
            if (read is not null && !isRight)
            {
                wrong.Add($"{text} in {within}: {read}, not {meant}");
            }
        }

        return ((double)right / count, wrong);
    }

    private static string Code(string digits) => digits.Length == 4 ? $"{digits[..2]}.{digits[2..]}" : $"{digits[..2]}.{digits[2..4]}.{digits[4..]}";

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder!, file)).Skip(1).Select(DemonstrationNetwork.Fields);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
