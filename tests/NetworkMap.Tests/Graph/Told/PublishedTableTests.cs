using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Told;

/// <summary>Statements that are all true and contain each other in every way, and somebody who knows that, sums, subtracts and solves: no number under five comes out.</summary>
public sealed class PublishedTableTests
{
    private const int Worlds = 600;
    private static readonly string[] Districts = ["34.01.01", "34.01.02", "34.02.01", "34.02.02", "34.03.01"];
    private static readonly string[] Regions = ["34", "34.01", "34.02", "34.03", .. Districts];
    private static readonly string[] Sectors = ["batik", "garment", "food"];
    private static readonly int[] Years = [2024, 2025];

    [Fact]
    public void No_number_under_five_is_worked_out_from_thousands_of_answers()
    {
        var random = new Random(20260301);
        var (asked, small) = (0, 0);
        for (var world = 0; world < Worlds; world++)
        {
            var truth = Truth(random);
            var needs = Stated(random, truth);
            var open = Network(needs).Snapshot().Public;
            var system = new LinearSystem(truth.Length);
            var told = open.All(ElementKind.Need).Cast<Need>().ToList();
            told.ForEach(n => Hear(system, n));
            asked += told.Count + Ask(random, open, needs, told, system);
            foreach (var (cells, value, whole) in Secrets(needs, told, truth))
            {
                small++;
                Assert.False(system.Determines(cells), $"world {world}: {value} of {string.Join(',', cells)} is told by\n{Described(told)}");
                var (least, most) = system.BoundsOf(cells);
                Assert.True(!whole || (least <= 0 && most >= 4), $"world {world}: {value} of {string.Join(',', cells)} is told to be {least} to {most}");
            }
        }

        Assert.True(asked > 20_000 && small > 3_000, $"{asked} questions, {small} secrets");
    }

    /// <summary>Without complementary suppression the same attack finds what is hidden, so that it can.</summary>
    [Fact]
    public void With_only_the_small_ones_withheld_the_same_attack_finds_them()
    {
        var random = new Random(20260301);
        var found = 0;
        for (var world = 0; world < 60; world++)
        {
            var truth = Truth(random);
            var needs = Stated(random, truth);
            var told = needs.Select(n => Disclosure.Numbers(n, CountHeld.Nothing)).ToList();
            var system = new LinearSystem(truth.Length);
            told.ForEach(n => Hear(system, n));
            found += Secrets(needs, told, truth).Count(s => system.Determines(s.Cells));
        }

        Assert.True(found > 100, $"found {found}");
    }

    /// <summary>Every way for up to eight people in each of four cells, and every rule known: whatever is told, a number under five could be 1, 2, 3 or 4. What is told only of worlds
    /// at the edge, where others would need more than eight, says nothing.</summary>
    [Fact]
    public void Whoever_knows_the_rules_is_left_with_every_value_of_a_number_under_five()
    {
        var nodes = (from region in new[] { "34", "34.01", "34.02" } from sector in new[] { null, "batik", "garment" } select (region, sector)).ToList();
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var stated = nodes.Where(_ => random.Next(10) < 6).ToList();
            var (views, inside) = (new Dictionary<string, HashSet<int>[]>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            for (var world = 0; world < 6561; world++)
            {
                int[] cells = [world % 9, world / 9 % 9, world / 81 % 9, world / 729];
                var needs = stated.Select((s, i) => Need(i, s.region, s.sector, 2025, null, null, Total(cells, s.region, s.sector))).ToList();
                var held = PublishedTable.Of(needs);
                var view = string.Join('|', needs.Select(n => Disclosure.Numbers(n, held.GetValueOrDefault(n.Id)) is var t ? $"{t.Unknown}{t.Held}" : ""));
                var values = views.TryGetValue(view, out var known) ? known : views[view] = [.. stated.Select(_ => new HashSet<int>())];
                inside.UnionWith(cells.Max() <= 5 ? [view] : []);
                needs.ForEach(n => values[needs.IndexOf(n)].Add(n.Unknown!.Value));
            }

            foreach (var (view, values) in views.Where(v => inside.Contains(v.Key)))
            {
                var marks = view.Split('|');
                for (var i = 0; i < marks.Length; i++)
                {
                    Assert.False(marks[i] == "UnderFive" && !values[i].IsSupersetOf([1, 2, 3, 4]), $"{string.Join(' ', stated)}: {view} leaves {string.Join(',', values[i])} of {i}");
                    Assert.False(marks[i] == "Beside" && values[i].Count < 2 && Disclosure.IsSmall(values[i].Single()), $"{string.Join(' ', stated)}: {view} leaves {string.Join(',', values[i])} of {i}");
                }
            }
        }
    }

    [Fact]
    public void A_province_keeps_its_number_when_one_village_has_few_and_gives_way_when_its_parts_make_it_up()
    {
        Assert.Equal(["2500", "UnderFive"], Seen(("34", null, 2500), ("34.01", null, 3)));
        Assert.Equal(["Beside", "97", "UnderFive"], Seen(("34", null, 100), ("34.01", null, 97), ("34.02", null, 3)));
        Assert.Equal(["Beside", "60", "37"], Seen(("34.01", null, 100), ("34.01", "batik", 60), ("34.01", "garment", 37)));
        Assert.Equal(["97", "60", "37"], Seen(("34.01", null, 97), ("34.01", "batik", 60), ("34.01", "garment", 37)));
        Assert.Equal(["Beside", "Beside", "UnderFive", "47"], Seen(("34", "batik", 20), ("34", "garment", 30), ("34.01", null, 3), ("34.02", null, 47)));
        Assert.Equal(["20", "UnderFive"], Seen(("34.01", "batik", 20), ("34.02", "batik", 2)));
        Assert.Equal(["0"], Seen(("34", null, 0)));
    }

    [Fact]
    public void What_is_withheld_does_not_move_when_a_hidden_number_does()
    {
        foreach (var few in new[] { 1, 2, 3, 4 })
        {
            Assert.Equal(["Beside", "97", "UnderFive"], Seen(("34", null, 97 + few), ("34.01", null, 97), ("34.02", null, few)));
        }
    }

    private static string[] Seen(params (string Region, string? Sector, int Total)[] stated)
    {
        var needs = stated.Select((s, i) => Need(i, s.Region, s.Sector, 2025, null, null, s.Total)).ToList();
        var held = PublishedTable.Of(needs);
        return [.. needs.Select(n => Disclosure.Numbers(n, held.GetValueOrDefault(n.Id))).Select(n => n.Held == CountHeld.Nothing ? $"{n.Total}" : $"{n.Held}")];
    }

    /// <summary>Women and men of each district, sector and year.</summary>
    private static int[] Truth(Random random) => [.. Enumerable.Range(0, Districts.Length * Sectors.Length * Years.Length * 2).Select(_ => random.Next(4) == 0 ? 0 : random.Next(random.Next(3) == 0 ? 60 : 8))];

    private static List<Need> Stated(Random random, int[] truth)
    {
        var share = random.Next(2, 9);
        var nodes = from region in Regions from sector in Sectors.Append(null) from year in Years where random.Next(10) < share select (region, sector, year);
        return [.. nodes.ToList().Select((n, i) =>
        {
            var (women, men) = (CellsOf(n.region, n.sector, n.year, 0).Sum(c => truth[c]), CellsOf(n.region, n.sector, n.year, 1).Sum(c => truth[c]));
            return random.Next(3) == 0 ? Need(i, n.region, n.sector, n.year, null, null, women + men) : Need(i, n.region, n.sector, n.year, women, men, null);
        })];
    }

    /// <summary>The cells that a statement counts, of one sex or both (-1).</summary>
    private static int[] CellsOf(string region, string? sector, int year, int sex) =>
        [.. from d in Enumerable.Range(0, Districts.Length) where Districts[d] == region || Districts[d].StartsWith(region + ".", StringComparison.Ordinal)
            from s in Enumerable.Range(0, Sectors.Length) where sector is null || Sectors[s] == sector
            from g in sex < 0 ? new[] { 0, 1 } : [sex]
            select (((((d * Sectors.Length) + s) * Years.Length) + Array.IndexOf(Years, year)) * 2) + g];

    private static int[] CellsOf(Need need, int sex) => CellsOf(need.Region.Value, need.Sector?.Value, need.Year, sex);

    private static void Hear(LinearSystem system, Need told)
    {
        if (told.Women is { } women && told.Men is { } men)
        {
            system.Told(CellsOf(told, 0), women);
            system.Told(CellsOf(told, 1), men);
        }
        else if (told.Total is { } total)
        {
            system.Told(CellsOf(told, -1), total);
        }
        else if (told.Held == CountHeld.UnderFive)
        {
            system.Between(CellsOf(told, -1), 0, 4);
        }
    }

    /// <summary>Questions of coverage: of any region, year and level. A sum is a row of its own, of the statements that it says it counts; it must be one of told ones.</summary>
    private static int Ask(Random random, NetworkGraph open, List<Need> needs, List<Need> told, LinearSystem system)
    {
        var asked = 0;
        for (; asked < 20; asked++)
        {
            var (region, at) = (RegionCode.Of(Regions[random.Next(Regions.Length)]), new DateOnly(Years[random.Next(Years.Length)], 6, 1));
            var cell = Coverage.Cell(open, CoverageAxis.Issue, region, Code.Of("piece_rate"), at, default)!;
            var counted = cell.Needs.Where(n => n.Total is not null).ToList();
            Assert.Equal(counted.Count == 0 ? null : counted.Sum(n => told.Single(t => t.Id == n.Id).Total), cell.Cell.Need);
            Assert.Equal(cell.Needs.Count - counted.Count, cell.Cell.Held);
            if (cell.Cell.Need is { } sum && cell.Needs.Select(n => n.Year).Distinct().Count() == 1 && counted.SelectMany(n => CellsOf(n, -1)).GroupBy(c => c).All(g => g.Count() == 1))
            {
                system.Told([.. counted.SelectMany(n => CellsOf(n, -1))], sum);
            }

            if (region.Level <= RegionLevel.District)
            {
                var matrix = Coverage.Matrix(open, new CoverageOptions { Axis = CoverageAxis.Issue, Level = region.Level, At = at }, default);
                Assert.Equal(cell.Cell.Need, matrix.Rows.Single(r => r.Region.Code == region).Cells[0].Need);
            }
        }

        return asked;
    }

    /// <summary>Every sum and part under five that somebody stated: which cells it counts, and whether it is told as "under five".</summary>
    private static IEnumerable<(int[] Cells, int Value, bool Whole)> Secrets(List<Need> needs, List<Need> told, int[] truth) =>
        from need in needs
        from sex in need.Women is null ? new[] { -1 } : [-1, 0, 1]
        let cells = CellsOf(need, sex)
        let value = cells.Sum(c => truth[c])
        where Disclosure.IsSmall(value)
        select (cells, value, sex < 0 && told.Single(t => t.Id == need.Id).Held == CountHeld.UnderFive);

    private static string Described(List<Need> told) => string.Join('\n', told.OrderBy(n => n.Year).ThenBy(n => n.Region).Select(n => $"{n.Year} {n.Region} {n.Sector}: {n.Women}+{n.Men}+{n.Unknown} {n.Held}"));

    private static int Total(int[] cells, string region, string? sector) => Enumerable.Range(0, 4)
        .Where(i => (region == "34" || region == (i < 2 ? "34.01" : "34.02")) && (sector is null || sector == (i % 2 == 0 ? "batik" : "garment"))).Sum(i => cells[i]);

    private static Need Need(int number, string region, string? sector, int year, int? women, int? men, int? unknown) => new()
    {
        Id = new NeedId(Sketch.Guid(100 + number)), Region = RegionCode.Of(region), Sector = sector is null ? null : Code.Of(sector), Year = year, Women = women, Men = men, Unknown = unknown, Provenance = Sketch.Somebody,
    };

    private static Sketch Network(List<Need> needs)
    {
        var sketch = new Sketch().Terms(Taxonomy.Issue, "piece_rate").Terms(Taxonomy.Sector, Sectors);
        Array.ForEach(Regions, r => sketch.Region(r));
        needs.ForEach(n => sketch.Add(n));
        return sketch;
    }
}
