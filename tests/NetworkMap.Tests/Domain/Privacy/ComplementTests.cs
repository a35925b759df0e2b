using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Tests.DomainTests.Privacy;

/// <summary>An observer who knows every rule, and that the units make up the organization, tries every network that there could be behind what the public sees. No count
/// under 5 is left with a single value, unless what the organization published itself tells it.</summary>
public sealed class ComplementTests
{
    private static readonly Organization Group = (Organization)FilledElements.Of(ElementKind.Organization);
    private static readonly Unit Part = (Unit)FilledElements.Of(ElementKind.Unit);

    /// <summary>The organization first, then its units, each made of some of up to three villages.</summary>
    private static readonly Dictionary<string, int[][]> Shapes = new(StringComparer.Ordinal)
    {
        ["one unit"] = [[0], [0]],
        ["two units"] = [[0, 1], [0], [1]],
        ["three units"] = [[0, 1, 2], [0], [1], [2]],
        ["two units, one of two parts"] = [[0, 1, 2], [0, 1], [0], [1], [2]],
    };

    public static TheoryData<string, string> Worlds() => new(
        from shape in Shapes
        from bits in Enumerable.Range(0, 1 << shape.Value.Length)
        select (shape.Key, new string([.. shape.Value.Select((_, i) => (bits >> i) % 2 == 1 ? 'p' : '-')])));

    [Theory]
    [MemberData(nameof(Worlds))]
    public void No_small_count_of_a_unit_is_told_by_what_is_left_when_the_others_are_taken_away(string shape, string published)
    {
        var worlds = Every(Shapes[shape], published).ToList();
        var open = worlds.GroupBy(Published, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var told in worlds.GroupBy(w => string.Join('|', Seen(w)), StringComparer.Ordinal))
        {
            foreach (var unit in Enumerable.Range(1, published.Length - 1).Where(u => published[u] == '-'))
            {
                foreach (var count in new Func<CountSet, int?>[] { c => c.Women, c => c.Men, c => c.Total })
                {
                    Assert.False(
                        Only(told, unit, count) is { } only && Disclosure.IsSmall(only) && told.Any(w => Only(open[Published(w)], unit, count) is null),
                        $"{shape} {published}: {told.Key} leaves only {Only(told, unit, count)} of unit {unit}");
                }
            }
        }
    }

    [Fact]
    public void Units_keep_their_counts_where_none_is_small_and_their_sums_where_no_sum_is()
    {
        Assert.Equal(default, Complement.Of([With(20, 0), With(9, 5), Part with { Members = null }]));
        Assert.Equal(new Complement(CountDetail.Total, CountDetail.Parts), Complement.Of([With(20, 1), With(9, 5)]));
        Assert.Equal(new Complement(CountDetail.Nothing, CountDetail.Parts), Complement.Of([With(3, 0), With(9, 5)]));
        Assert.Equal(new Complement(CountDetail.Nothing, CountDetail.Nothing), Complement.Of([With(3, 0), With(9, 5, published: true)]));
        Assert.Equal(default, Complement.Of([With(3, 0, published: true), With(9, 5)]));
    }

    private static Unit With(int women, int men, bool published = false) => Part with { Members = new CountSet(women, men, null, null, null, null, published) };

    /// <summary>The one value that a count of a unit has in all of the worlds; null when there are several.</summary>
    private static int? Only(IEnumerable<CountSet[]> worlds, int unit, Func<CountSet, int?> count) =>
        worlds.Select(w => count(w[unit])).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>What everybody knows whatever is withheld: what was published, and who has nobody.</summary>
    private static string Published(CountSet[] world) => string.Join('|', world.Select(c => c.Published ? Told(c) : c.Total == 0 ? "nobody" : "-"));

    /// <summary>Every way to spread up to eleven people (eight over three villages).</summary>
    private static IEnumerable<CountSet[]> Every(int[][] shape, string published) =>
        from cells in Spread(2 * shape[0].Length, shape[0].Length == 3 ? 8 : 11)
        select shape.Select((villages, i) => new CountSet(villages.Sum(v => cells[2 * v]), villages.Sum(v => cells[(2 * v) + 1]), null, null, null, null, published[i] == 'p')).ToArray();

    private static IEnumerable<int[]> Spread(int cells, int most) => cells == 0
        ? [[]]
        : from first in Enumerable.Range(0, most + 1) from rest in Spread(cells - 1, most - first) select (int[])[first, .. rest];

    private static IEnumerable<string> Seen(CountSet[] world)
    {
        var units = world.Skip(1).Select(c => Part with { Members = c }).ToList();
        var beside = Complement.Of(units);
        var group = Group with { Members = world[0] };
        yield return Told(((Organization)Policy.Disclose(group, null, Audience.Public, beside)!).Members);
        foreach (var unit in units)
        {
            yield return Told(((Unit)Policy.Disclose(unit, group, Audience.Public, beside)!).Members);
        }
    }

    private static string Told(CountSet? counts) => counts is null ? "nothing" : $"{counts.Women}/{counts.Men}/{counts.Unknown}";
}
