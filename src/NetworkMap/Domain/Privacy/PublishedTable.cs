using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain.Privacy;

/// <summary>What the public is told of the numbers of home workers (DOMAIN 9): cells of region, sector and year, of which those under five are told as "&lt;5", with complementary
/// suppression. A cell is a statement of need, and whatever is summed is summed of told cells; so a small one could only be worked out from statements that share people: a province
/// and its regencies, all sectors and the single ones. Where one is small, those that are told share none.</summary>
/// <remarks>
/// <list type="number">
/// <item>A <b>table</b> is the statements of one province and year that are about the same (issues, functions, pillars, service terms). Statements that share people, directly or by
/// others, are a <b>group</b>; a group is <b>delicate</b> when a sum in it is under five, or what one leaves of another is.</item>
/// <item>A delicate group is told as a partition: statements are taken in a fixed order, first the ones under five, which are told as such, then those of regencies by sector, of
/// districts and villages, of provinces. One that shares people with one that was taken is withheld.</item>
/// <item>Unless it is so large that nobody could take it for a sum of the others: it is told when it is at least as much as all of the group that was decided before it and does
/// not contain it could be, and five more for each of the group: what is told, four for each that is under five, and for one that is withheld as much as would have let it be told. So it holds people whom nothing else states.</item>
/// <item>Women, men and unknown are told only where no part in the group is under five, and where it is not delicate.</item>
/// </list>
/// <para>Why nothing comes out: take any sum of told numbers, each times anything, that would give a small one. The last that rule 3 let through holds somebody whom no other counts,
/// so it is in it 0 times; so is the one before, and so on; what remains shares no person with the small one. Nor is a range narrowed: rule 3 leaves room for all
/// small ones and for what may be known of the withheld ones, that they are not small. The order and both rules look at what is told alone, so what is withheld depends neither on who asks nor on when, and does not move when a
/// hidden number moves. After the threshold rule and the hierarchical tables of A. Hundepool et al., Statistical Disclosure Control (2012), chapter 4; a fixed pattern stands in place
/// of the cheapest, which moves with the hidden numbers.</para>
/// </remarks>
public static class PublishedTable
{
    /// <summary>The table of a statement: those of two tables share nobody that is counted twice.</summary>
    public static (RegionCode Province, int Year, string About) TableOf(Need need) =>
        (need.Region.At(RegionLevel.Province), need.Year, string.Join('|', new[] { need.Issues, need.Functions, need.Pillars, need.Terms }.Select(codes => string.Join(',', codes.Order()))));

    /// <summary>True for two versions of a statement that ask the same of the others of their table.</summary>
    public static bool IsSame(Need one, Need other) => Asks(one) == Asks(other) && TableOf(one) == TableOf(other);

    /// <summary>What is withheld of each statement; those of which nothing is are not in it.</summary>
    /// <param name="needs">All statements of one table (<see cref="TableOf"/>).</param>
    public static IReadOnlyDictionary<NeedId, CountHeld> Of(IEnumerable<Need> needs)
    {
        var held = new Dictionary<NeedId, CountHeld>();
        foreach (var group in Groups([.. needs.Where(n => n.Total is not null)]))
        {
            var partition = group.Exists(n => Disclosure.IsSmall(n.Total) || LeavesFew(n, group, whole => whole.Total)) ? Partition(group) : null;
            if (partition is not null || group.Exists(n => Disclosure.HasSmallPart(n) || LeavesFew(n, group, w => w.Women) || LeavesFew(n, group, w => w.Men) || LeavesFew(n, group, w => w.Unknown)))
            {
                group.ForEach(n => held[n.Id] = partition?.GetValueOrDefault(n.Id) ?? CountHeld.Parts);
            }
        }

        return held;
    }

    private static (RegionCode, Code?, int?, int?, int?, bool, bool) Asks(Need n) => (n.Region, n.Sector, n.Women, n.Men, n.Unknown, n.Provenance.Example, n.Provenance.Unverified);

    /// <summary>Of two that share people one lies at or above the other's region, so each needs to be set beside those only.</summary>
    private static IEnumerable<List<Need>> Groups(List<Need> stated)
    {
        var joined = Enumerable.Range(0, stated.Count).ToArray();
        var at = joined.ToLookup(i => stated[i].Region);
        for (var i = 0; i < stated.Count; i++)
        {
            for (var region = (RegionCode?)stated[i].Region; region is { } code; region = code.Parent)
            {
                foreach (var other in at[code].Where(o => SharePeople(stated[o], stated[i])))
                {
                    joined[Root(i)] = Root(other);
                }
            }
        }

        return Enumerable.Range(0, stated.Count).GroupBy(Root).Select(g => g.Select(i => stated[i]).ToList());

        int Root(int i)
        {
            while (joined[i] != i)
            {
                i = joined[i] = joined[joined[i]];
            }

            return i;
        }
    }

    private static Dictionary<NeedId, CountHeld> Partition(List<Need> group)
    {
        var held = new Dictionary<NeedId, CountHeld>();
        var told = new List<Need>();
        var most = new List<(Need Need, long Most)>();
        var sharing = new List<Need>();
        foreach (var need in group.OrderBy(n => !Disclosure.IsSmall(n.Total)).ThenBy(Rank).ThenBy(n => n.Id.ToString(), StringComparer.Ordinal))
        {
            if (told.Exists(t => SharePeople(t, need)))
            {
                sharing.Add(need);
                continue;
            }

            Take(need, Disclosure.IsSmall(need.Total) ? CountHeld.UnderFive : CountHeld.Parts, Disclosure.IsSmall(need.Total) ? Disclosure.SmallCount - 1 : need.Total!.Value);
        }

        // From narrow to wide, so that what lies inside is decided.
        foreach (var need in sharing.OrderByDescending(n => n.Region.Level).ThenBy(Rank).ThenBy(n => n.Id.ToString(), StringComparer.Ordinal))
        {
            var least = ((long)Disclosure.SmallCount * group.Count) + most.Where(o => !Contains(o.Need, need)).Sum(o => o.Most);
            Take(need, need.Total >= least ? CountHeld.Parts : CountHeld.Beside, need.Total >= least ? need.Total!.Value : least);
        }

        return held;

        void Take(Need need, CountHeld how, long atMost)
        {
            held[need.Id] = how;
            most.Add((need, atMost));
            told.AddRange(how == CountHeld.Beside ? [] : [need]);
        }
    }

    /// <summary>Regencies by sector first, then what is finer, then what is wider; what was checked before what was not.</summary>
    private static int Rank(Need need) => ((int)need.Region.Level switch
    {
        (int)RegionLevel.Regency => 0,
        (int)RegionLevel.Province => 3,
        _ => (int)need.Region.Level - 1,
    } * 8) + (need.Sector is null ? 4 : 0) + (need.Provenance.Example ? 2 : 0) + (need.Provenance.Unverified ? 1 : 0);

    /// <summary>True when what others state of parts of a statement, of one of them or of all regions or sectors of it, leaves few.</summary>
    private static bool LeavesFew(Need whole, List<Need> group, Func<Need, int?> count)
    {
        if (count(whole) is not { } all)
        {
            return false;
        }

        var inside = group.Where(n => !ReferenceEquals(n, whole) && Contains(whole, n) && count(n) is not null).ToList();
        var widest = inside.Where(n => !inside.Exists(o => !ReferenceEquals(o, n) && Contains(o, n) && !Contains(n, o))).ToList();
        var bySector = inside.Where(n => n.Sector is not null && !inside.Exists(o => o.Sector == n.Sector && o.Region != n.Region && o.Region.Holds(n.Region))).ToList();
        return inside.Exists(n => Disclosure.IsSmall(all - count(n)))
            || new[] { widest, bySector }.Any(parts => parts.Count > 0 && all - parts.Sum(n => (long)count(n)!.Value) is > 0 and < Disclosure.SmallCount);
    }

    private static bool Contains(Need whole, Need part) => whole.Region.Holds(part.Region) && (whole.Sector is null || whole.Sector == part.Sector);

    private static bool SharePeople(Need one, Need other) =>
        (one.Region.Holds(other.Region) || other.Region.Holds(one.Region)) && (one.Sector is null || other.Sector is null || one.Sector == other.Sector);
}
