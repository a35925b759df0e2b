using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;
using NetworkMap.Graph;
using NetworkMap.Graph.Reading;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Reading;

/// <summary>What people write in a column of regions, read against all 91,599 regions of the seed.</summary>
public sealed class RegionReaderTests
{
    private static readonly NetworkGraph Graph = DemonstrationNetwork.Snapshot.Full;
    private static readonly Region[] Regions = [.. Graph.All(ElementKind.Region).Cast<Region>()];

    internal static IReadOnlyList<FormerRegion> Former { get; } = [.. DemonstrationNetwork.Rows("former").Select(FormerRegion.Read).OfType<FormerRegion>()];

    internal static RegionReader Reader { get; } = new(Graph, Former);

    [Theory]
    [InlineData("33.74", "33.74")]
    [InlineData("33.74.01", "33.74.01")]
    [InlineData("33.74.01.1001", "33.74.01.1001")]
    [InlineData("3374011001", "33.74.01.1001")]
    [InlineData("337401", "33.74.01")]
    [InlineData("3374", "33.74")]
    [InlineData("3374.0", "33.74")]
    [InlineData("3374,00", "33.74")]
    [InlineData("'3374", "33.74")]
    [InlineData("33 74", "33.74")]
    [InlineData("33-74", "33.74")]
    [InlineData("3374.01", "33.74.01")]
    [InlineData("33", "33")]
    [InlineData("33.0", "33")]
    [InlineData("ID3374", "33.74")]
    [InlineData("11.10", "11.10")]
    [InlineData("33.74 Kota Semarang", "33.74")]
    [InlineData("[3374] KOTA SEMARANG", "33.74")]
    [InlineData("Kota Semarang (33.74)", "33.74")]
    [InlineData("3374 - Semarang", "33.74")]
    [InlineData("Kota Semarang", "33.74")]
    [InlineData("KOTA SEMARANG", "33.74")]
    [InlineData("kodya semarang", "33.74")]
    [InlineData("Kotamadya Semarang", "33.74")]
    [InlineData("Kotamadya Dati II Semarang", "33.74")]
    [InlineData("Semarang (Kota)", "33.74")]
    [InlineData("Semarang, Kota", "33.74")]
    [InlineData("Semarang Kota", "33.74")]
    [InlineData("Semarang City", "33.74")]
    [InlineData("Kab. Semarang", "33.22")]
    [InlineData("Kab.Semarang", "33.22")]
    [InlineData("KABUPATEN SEMARANG", "33.22")]
    [InlineData("Kab Semarang", "33.22")]
    [InlineData("Semarang (Kab.)", "33.22")]
    [InlineData("Semarang, Kab.", "33.22")]
    [InlineData("Semarang Regency", "33.22")]
    [InlineData("Kota Semarang, Jawa Tengah", "33.74")]
    [InlineData("Jawa Tengah > Kota Semarang", "33.74")]
    [InlineData("Jateng/Kab. Semarang", "33.22")]
    [InlineData("Kota Semarang Jawa Tengah", "33.74")]
    [InlineData("Kab. Semarang Prov. Jateng", "33.22")]
    [InlineData("Kota Semarang - Jawa Tengah - Indonesia", "33.74")]
    [InlineData("Jateng", "33")]
    [InlineData("Prov. Jawa Tengah", "33")]
    [InlineData("Propinsi Jawa Tengah", "33")]
    [InlineData("Central Java", "33")]
    [InlineData("West Nusa Tenggara", "52")]
    [InlineData("Southeast Sulawesi", "74")]
    [InlineData("North Sumatra Province", "12")]
    [InlineData("Riau Islands", "21")]
    [InlineData("NTT", "53")]
    [InlineData("DIY", "34")]
    [InlineData("D.I. Yogyakarta", "34")]
    [InlineData("DI Yogyakarta", "34")]
    [InlineData("Daerah Istimewa Yogyakarta", "34")]
    [InlineData("Provinsi DI Yogyakarta", "34")]
    [InlineData("Prov. DIY", "34")]
    [InlineData("Kota Jogja", "34.71")]
    [InlineData("DKI Jakarta", "31")]
    [InlineData("DKI", "31")]
    [InlineData("Jakarta", "31")]
    [InlineData("Daerah Khusus Jakarta", "31")]
    [InlineData("Jakarta Selatan", "31.74")]
    [InlineData("Kota Adm. Jakarta Selatan", "31.74")]
    [InlineData("Kota Administrasi Jakarta Selatan", "31.74")]
    [InlineData("Jaksel", "31.74")]
    [InlineData("Kab. Adm. Kep. Seribu", "31.01")]
    [InlineData("Kepulauan Seribu", "31.01")]
    [InlineData("Sumatra Utara", "12")]
    [InlineData("Bangka Belitung", "19")]
    [InlineData("Kepri", "21")]
    [InlineData("Gunung Kidul", "34.03")]
    [InlineData("Kulonprogo", "34.01")]
    [InlineData("Tanjung Pinang", "21.72")]
    [InlineData("Pare-Pare", "73.72")]
    [InlineData("Kabupaten Kota Baru", "63.02")]
    [InlineData("Kab. Lima Puluh Kota", "13.07")]
    [InlineData("Soerabaja", "35.78")]
    [InlineData("Djember", "35.09")]
    [InlineData("Sleman", "34.04")]
    [InlineData("Depok, Sleman", "34.04.07")]
    [InlineData("Kec. Depok, Kab. Sleman", "34.04.07")]
    [InlineData("Depok, Jawa Barat", "32.76")]
    [InlineData("Kel. Bulusan, Kec. Tembalang, Kota Semarang", "33.74.10.1004")]
    [InlineData("Jawa Tengah; Kota Semarang; Tembalang; Bulusan", "33.74.10.1004")]
    [InlineData("Kec. Tembalang", "33.74.10")]
    [InlineData("Slemann", "34.04")]
    [InlineData("Kota Semarng", "33.74")]
    [InlineData("Banyuwnagi", "35.10")]
    [InlineData("Jawa Tegah", "33")]
    [InlineData("Kota Semarng Jawa Tengah", "33.74")]
    [InlineData("Ujung Pandang", "73.71")]
    [InlineData("Kotamadya Ujung Pandang", "73.71")]
    [InlineData("Kab. Toba Samosir", "12.12")]
    [InlineData("Kabupaten Pontianak", "61.02")]
    [InlineData("Nanggroe Aceh Darussalam", "11")]
    [InlineData("91.01", "93.01")]
    [InlineData("Merauke, Papua", "93.01")]
    [InlineData("Kota Sorong, Papua Barat", "96.71")]
    [InlineData("Serang, Jawa Barat", null, RegionDoubt.SeveralOfThatName, "36.04 36.73")]
    [InlineData("Solo", "33.72")]
    [InlineData("Semarang", null, RegionDoubt.SeveralOfThatName, "33.22 33.74")]
    [InlineData("SEMARANG", null, RegionDoubt.SeveralOfThatName, "33.22 33.74")]
    [InlineData("Kab/Kota Semarang", null, RegionDoubt.SeveralOfThatName, "33.22 33.74")]
    [InlineData("Jawa Tengah > Semarang", null, RegionDoubt.SeveralOfThatName, "33.22 33.74")]
    [InlineData("Yogyakarta", null, RegionDoubt.SeveralOfThatName, "34 34.71")]
    [InlineData("Irian Jaya", null, RegionDoubt.Succeeded, "91 92 93 94 95 96")]
    [InlineData("Yapen Waropen", null, RegionDoubt.Succeeded, "91.05 91.15")]
    [InlineData("11.1", null, RegionDoubt.EatenCode, "11.01 11.10")]
    [InlineData("11,1", null, RegionDoubt.EatenCode, "11.01 11.10")]
    [InlineData("33.7", null, RegionDoubt.EatenCode, "33.07")]
    [InlineData("33.74.1", null, RegionDoubt.EatenCode, "33.74.01 33.74.10")]
    [InlineData("3.37401E+09", null, RegionDoubt.EatenCode, "")]
    [InlineData("1101", null, RegionDoubt.TwoCodings, "11.01 11.09")]
    [InlineData("33.74 Kabupaten Kudus", null, RegionDoubt.CodeAndName, "33.74 33.19")]
    [InlineData("Kota Sleman", null, RegionDoubt.OtherKind, "34.04")]
    [InlineData("Kota Semarang, Jawa Barat", null, RegionDoubt.Elsewhere, "33.74 32")]
    [InlineData("Desa Xyzzyx, Kec. Tembalang, Kota Semarang", null, RegionDoubt.Coarser, "33.74.10")]
    [InlineData("Zzzyx", null, RegionDoubt.Unknown, "")]
    [InlineData("99.99", null, RegionDoubt.Unknown, "")]
    [InlineData("", null, RegionDoubt.Unknown, "")]
    [InlineData("-", null, RegionDoubt.Unknown, "")]
    public void What_people_write_is_read(string written, string? region, RegionDoubt? doubt = null, string candidates = "")
    {
        var reading = Reader.Read(written);

        Assert.Equal((region, doubt, candidates), (reading.Region?.Value, reading.Doubt, string.Join(' ', reading.Candidates)));
    }

    [Theory]
    [InlineData("Semarang", "Kota Semarang", null, "33.74")]
    [InlineData("Banjar", "Jawa Barat", null, "32.79")]
    [InlineData("Banjar", "Kalsel", null, "63.03")]
    [InlineData("Tembalang", "Kota Semarang, Jawa Tengah", null, "33.74.10")]
    [InlineData("Temblang", "33.74", null, "33.74.10")]
    [InlineData("Bulusn", "Kec. Tembalang", null, "33.74.10.1004")]
    [InlineData("Merauke", "Papua", null, "93.01")]
    [InlineData("Yogyakarta", null, RegionLevel.Province, "34")]
    [InlineData("Yogyakarta", null, RegionLevel.Regency, "34.71")]
    [InlineData("Yogyakarta", "DIY", null, null)]
    [InlineData("Depok", "Sleman", RegionLevel.District, "34.04.07")]
    public void Hints_decide(string written, string? within, RegionLevel? level, string? region) =>
        Assert.Equal(region, Reader.Read(written, new RegionHints { Within = within, Level = level }).Region?.Value);

    [Fact]
    public void A_name_beside_decides_whose_code_it_is_and_so_does_the_column()
    {
        Assert.Equal("11.01", Reader.Read("1101", new RegionHints { Name = "ACEH SELATAN" }).Region?.Value);
        Assert.Equal("11.09", Reader.Read("1101", new RegionHints { Name = "Kab. Simeulue" }).Region?.Value);
        Assert.Equal("11.09", Reader.Read("1101", new RegionHints { Coding = RegionCoding.Statistics }).Region?.Value);
        Assert.Equal("11.10", Reader.Read("11.1", new RegionHints { Name = "Aceh Singkil" }).Region?.Value);
        Assert.Equal(RegionCoding.Statistics, Reader.CodingOf([("1101", "Simeulue"), ("1102", "Aceh Singkil"), ("3374", "Kota Semarang")]));
        Assert.Equal(RegionCoding.HomeAffairs, Reader.CodingOf([("1101", "Aceh Selatan"), ("3374", "Kota Semarang")]));
        Assert.Null(Reader.CodingOf([("3374", null), ("33.74", null)]));
    }

    [Fact]
    public void An_answer_given_before_holds_while_there_is_such_a_region()
    {
        Assert.Equal((RegionCode.Of("33.74"), RegionWay.Remembered), (Reader.Read("Semarang", new RegionHints { Remembered = RegionCode.Of("33.74") }) is var r ? (r.Region!.Value, r.Way) : default));
        Assert.Equal(RegionDoubt.SeveralOfThatName, Reader.Read("Semarang", new RegionHints { Remembered = RegionCode.Of("99.99") }).Doubt);
    }

    [Fact]
    public void A_province_that_was_split_is_in_doubt_for_texts_from_before()
    {
        Assert.Equal("14", Reader.Read("Riau").Region?.Value);
        Assert.Equal("14", Reader.Read("Riau", new RegionHints { AsOf = new DateOnly(2005, 1, 1) }).Region?.Value);
        Assert.Equal(["14", "21"], Reader.Read("Riau", new RegionHints { AsOf = new DateOnly(2001, 1, 1) }).Candidates.Select(c => c.Value));
    }

    [Fact]
    public void Regions_that_the_graph_itself_says_were_succeeded_are_read_as_what_they_became()
    {
        var graph = new Sketch().Region("33", name: "Jawa Tengah").Region("33.02", name: "Kabupaten Baru").Region("33.03", name: "Kabupaten Sama")
            .Add(new Region { Code = RegionCode.Of("33.01"), Name = "Kabupaten Lama", RegionKind = RegionKind.Regency, Successors = [RegionCode.Of("33.02")], Provenance = Sketch.Somebody })
            .Add(new Region { Code = RegionCode.Of("33.04"), Name = "Kabupaten Besar", RegionKind = RegionKind.Regency, Successors = [RegionCode.Of("33.02"), RegionCode.Of("33.03")], Provenance = Sketch.Somebody })
            .Graph();
        var reader = new RegionReader(graph);

        Assert.All(["Kab. Lama", "33.01"], t => Assert.Equal(("33.02", RegionWay.Former), (reader.Read(t).Region?.Value, reader.Read(t).Way)));
        Assert.All(["Kab. Besar", "33.04"], t => Assert.Equal((RegionDoubt.Succeeded, 2), (reader.Read(t).Doubt, reader.Read(t).Candidates.Count)));
    }

    [Property(MaxTest = 400)]
    public void Every_region_is_read_from_its_code_and_from_its_name_with_what_holds_it(int seed)
    {
        var region = Regions[new Random(seed).Next(Regions.Length)];
        var path = new List<string> { Called(region) };
        for (var above = region.Code.Parent; above is { } code; above = code.Parent)
        {
            path.Add(Called(Graph.Region(code)!));
        }

        Assert.All([region.Code.Value, region.Code.Value.ToLowerInvariant()], t => Assert.Equal(region.Code, Reader.Read(t).Region));
        var undotted = Reader.Read(region.Code.Value.Replace(".", "", StringComparison.Ordinal), new RegionHints { Coding = RegionCoding.HomeAffairs });
        Assert.Equal(region.Code, undotted.Region);
        foreach (var text in new[] { string.Join(", ", path), string.Join(" > ", path.AsEnumerable().Reverse()), string.Join(", ", path).ToUpperInvariant() })
        {
            var reading = Reader.Read(text);
            Assert.True(reading.Region == region.Code || reading.Candidates.Contains(region.Code), $"{text}: {reading}");
        }
    }

    [Property(MaxTest = 400)]
    public void Whatever_is_written_it_is_one_region_or_a_doubt_and_never_both(string? text, int seed)
    {
        var random = new Random(seed);
        var name = Regions[random.Next(Regions.Length)].Name;
        foreach (var written in new[] { text, name + text, $"{text}, {name}", string.Concat(name.OrderBy(_ => random.Next())) })
        {
            var reading = Reader.Read(written);
            Assert.Equal(reading.Region is null, reading.Doubt is not null);
            Assert.True(reading.Region is null || reading.Candidates.Count == 0);
            Assert.True(reading.Candidates.Count <= RegionReader.MostCandidates && reading.Candidates.Distinct().Count() == reading.Candidates.Count);
            Assert.All(reading.Candidates, c => Assert.NotNull(Graph.Region(c)));
        }
    }

    [Theory]
    [InlineData("Kabupaten Bon", "73.08")]
    [InlineData("Kabupaten Bur", "81.04")]
    public void A_short_name_one_letter_off_is_a_doubt_with_who_may_be_meant(string written, string meant)
    {
        var reading = Reader.Read(written);
        Assert.Null(reading.Region);
        Assert.Contains(RegionCode.Of(meant), reading.Candidates);
    }

    [Property(MaxTest = 300)]
    public void One_letter_off_is_never_read_as_another_regency_without_a_doubt(int seed)
    {
        var random = new Random(seed);
        var regencies = Regions.Where(r => r.Level == RegionLevel.Regency).ToArray();
        var region = regencies[random.Next(regencies.Length)];
        var kind = region.Name.IndexOf("Administrasi ", StringComparison.Ordinal) is > 0 and var behind ? behind + "Administrasi ".Length : region.Name.IndexOf(' ', StringComparison.Ordinal) + 1;
        var at = random.Next(kind, region.Name.Length);
        var written = random.Next(2) == 0 ? region.Name.Remove(at, 1) : region.Name.Insert(at, ((char)('a' + random.Next(26))).ToString());

        var reading = Reader.Read(written);

        // What happens to be the very name of another is that one.
        Assert.True(reading.Region is null || reading.Region == region.Code || reading.Way is RegionWay.Name or RegionWay.Spelling, $"{region.Name}: {written}: {reading}");
        Assert.True(reading.Region == region.Code || reading.Candidates.Contains(region.Code) || reading.Region is not null, $"{region.Name}: {written}: {reading}");
    }

    private static string Called(Region region) => region.RegionKind switch
    {
        RegionKind.Province => "Prov. " + region.Name,
        RegionKind.District => "Kec. " + region.Name,
        RegionKind.UrbanVillage => "Kel. " + region.Name,
        RegionKind.Village => "Desa " + region.Name,
        _ => region.Name,
    };
}
