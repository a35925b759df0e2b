using System.Collections.Immutable;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;

namespace NetworkMap.Graph.Algorithms;

/// <summary>Which statements of need count for a cell. Sources contradict each other, and the same people must not be counted twice.</summary>
/// <remarks>
/// <list type="number">
/// <item>A need says something about a cell when it names the cell's term on the axis, or when it names nothing at all (no issue, function, pillar or service
/// term) and so counts for every cell of its region. A number must be stated, for a year not after the day's.</item>
/// <item>Of several for the same region and sector one counts, and they are never added: the one that names the term before one for every cell, a fact
/// before an example, the newest year, a checked one before an unverified one, then the order of sources and ids.</item>
/// <item>Different sectors are added. A need without a sector is about all of them: it counts instead of the single ones, unless one of those is newer.</item>
/// <item>A region for which nothing is stated itself has the sum of the regions directly below it; what is stated below never counts beside what is stated
/// at the region itself.</item>
/// <item>A number under five is stated, and in no sum. One that is withheld since a small one could be worked out from it gives way to those that it contains, so every sum is
/// one of told numbers (<see cref="PublishedTable"/>).</item>
/// </list>
/// </remarks>
internal sealed class NeedLedger
{
    private readonly NetworkGraph graph;
    private readonly CoverageAxis axis;
    private readonly DateOnly at;
    private readonly HashSet<int> stated = [];
    private readonly HashSet<(int Region, Code Term)> named = [];

    internal NeedLedger(NetworkGraph graph, CoverageAxis axis, DateOnly at)
    {
        this.graph = graph;
        this.axis = axis;
        this.at = at;
        for (var handle = 0; handle < graph.NeedLimit; handle++)
        {
            if (graph.NeedAt(handle) is { } need && need.Year <= at.Year && IsStated(need))
            {
                Mark(need);
            }
        }
    }

    /// <summary>The needs that count for a region and a term; empty when none is known.</summary>
    internal List<Need> Of(RegionCode region, Code term)
    {
        var counted = new List<Need>();
        Gather(graph.HandleOf(region), term, counted);
        return counted;
    }

    /// <summary>The sums for a region and each term; nothing where unknown.</summary>
    internal NeedSum[] Sums(RegionCode region, ReadOnlySpan<Code> terms)
    {
        var sums = new NeedSum[terms.Length];
        var handle = graph.HandleOf(region);
        if (stated.Contains(handle))
        {
            var others = Total(Of(region, default));
            for (var i = 0; i < terms.Length; i++)
            {
                sums[i] = named.Contains((handle, terms[i])) ? Total(Of(region, terms[i])) : others;
            }
        }

        return sums;
    }

    /// <summary>The sum of what is told, and what is not in it.</summary>
    internal static NeedSum Total(List<Need> needs) => new(
        needs.TrueForAll(n => n.Total is null) ? null : (int)Math.Min(int.MaxValue, needs.Sum(n => (long)(n.Total ?? 0))),
        needs.Count(n => n is { Total: null, Held: CountHeld.UnderFive }),
        needs.Count(n => n is { Total: null, Held: CountHeld.Beside }));

    private static bool IsStated(Need need) => need.Total is not null || need.Held != CountHeld.Nothing;

    private void Mark(Need need)
    {
        for (var code = (RegionCode?)need.Region; code is { } region; code = region.Parent)
        {
            var handle = graph.HandleOf(region);
            stated.Add(handle);
            foreach (var term in On(need))
            {
                named.Add((handle, term));
            }
        }
    }

    private void Gather(int region, Code term, List<Need> counted)
    {
        if (!stated.Contains(region))
        {
            return;
        }

        var own = Chosen(region, term);
        if (own.Exists(n => n.Held != CountHeld.Beside))
        {
            counted.AddRange(own);
            return;
        }

        var before = counted.Count;
        foreach (var child in graph.RegionsIn(region))
        {
            if (graph.RegionAt(child)!.Valid.Contains(at))
            {
                Gather(child, term, counted);
            }
        }

        if (counted.Count == before)
        {
            counted.AddRange(own);
        }
    }

    private List<Need> Chosen(int region, Code term)
    {
        var bySector = new List<Need>();
        foreach (var handle in graph.NeedsIn(region))
        {
            var need = graph.NeedAt(handle)!;
            if (need.Year > at.Year || !IsStated(need) || !(Names(need, term) || IsForEveryCell(need)))
            {
                continue;
            }

            var same = bySector.FindIndex(n => n.Sector == need.Sector);
            if (same < 0)
            {
                bySector.Add(need);
            }
            else if (Compare(need, bySector[same], term) < 0)
            {
                bySector[same] = need;
            }
        }

        var whole = bySector.FindIndex(n => n.Sector is null);
        if (whole < 0 || bySector.Count == 1)
        {
            return bySector;
        }

        if (bySector[whole].Held == CountHeld.Beside)
        {
            bySector.RemoveAt(whole);
            return bySector;
        }

        var newest = bySector.Where(n => n.Sector is not null).Max(n => n.Year);
        return bySector[whole].Year >= newest ? [bySector[whole]] : [.. bySector.Where(n => n.Sector is not null)];
    }

    private int Compare(Need one, Need other, Code term)
    {
        var order = Names(other, term).CompareTo(Names(one, term));
        order = order != 0 ? order : one.Provenance.Example.CompareTo(other.Provenance.Example);
        order = order != 0 ? order : other.Year.CompareTo(one.Year);
        order = order != 0 ? order : one.Provenance.Unverified.CompareTo(other.Provenance.Unverified);
        order = order != 0 ? order : string.CompareOrdinal(one.Provenance.Source, other.Provenance.Source);
        return order != 0 ? order : string.CompareOrdinal(one.Id.ToString(), other.Id.ToString());
    }

    private bool Names(Need need, Code term) => On(need).Contains(term);

    private ImmutableArray<Code> On(Need need) => axis switch
    {
        CoverageAxis.HsoFunction => need.Functions,
        CoverageAxis.Pillar => need.Pillars,
        CoverageAxis.Issue => need.Issues,
        CoverageAxis.ServiceTerm => need.Terms,
        _ => [],
    };

    private static bool IsForEveryCell(Need need) => need.Issues.IsEmpty && need.Functions.IsEmpty && need.Pillars.IsEmpty && need.Terms.IsEmpty;
}
