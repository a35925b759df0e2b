using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

/// <summary>What would break, against networks from which somebody, or a tie, was really taken out.</summary>
public sealed class FragilityTests
{
    private static readonly FragilityOptions All = new() { At = Sketch.Today, Limit = int.MaxValue };

    [Property(MaxTest = 200)]
    public void What_is_lost_with_somebody_is_what_is_apart_once_she_is_gone(int seed, byte size)
    {
        var graph = Network(seed, 2 + (size % 30));
        var lost = new Dictionary<OrganizationId, Loss>();
        foreach (var organization in Living(graph))
        {
            var expected = Plain(graph, organization.Id, null, null);
            var told = Fragility.Of(graph, organization.Id, All, CancellationToken.None)!;
            Assert.Equal(expected, told.Loss);
            AssertNamed(graph, organization.Id, told);
            if (expected != default)
            {
                lost.Add(organization.Id, expected);
            }
        }

        var found = Fragility.Find(graph, All, CancellationToken.None).Organizations;
        Assert.Equal(lost.OrderBy(l => l.Key.Value), found.Select(f => KeyValuePair.Create(f.Organization.Id, f.Loss)).OrderBy(l => l.Key.Value));
        Assert.Equal(found.OrderByDescending(f => f.Loss.WithoutOffice).ThenByDescending(f => f.Loss.Groups).ThenByDescending(f => f.Loss.CutOff).Select(f => f.Loss), found.Select(f => f.Loss));
    }

    [Property(MaxTest = 200)]
    public void What_is_lost_with_a_tie_is_what_is_apart_once_it_is_gone(int seed, byte size)
    {
        var graph = Network(seed, 2 + (size % 30));
        var expected = Current(graph).Select(t => KeyValuePair.Create(t.Id, Plain(graph, null, t.Id, null))).Where(l => l.Value.CutOff > 1 || l.Value.WithoutOffice > 0);
        var found = Fragility.Find(graph, All, CancellationToken.None).Ties;
        Assert.Equal(expected.OrderBy(l => l.Key.Value), found.Select(f => KeyValuePair.Create(f.Tie.Id, f.Loss)).OrderBy(l => l.Key.Value));
        Assert.All(found, f => Assert.Equal((f.Tie.From, f.Tie.To), (f.From.Id, f.To.Id)));
    }

    [Property(MaxTest = 100)]
    public void Of_a_region_only_its_own_groups_are_counted(int seed, byte size, byte region)
    {
        var graph = Network(seed, 2 + (size % 30));
        var asked = RegionCode.Of(RandomNetwork.Regions[region % RandomNetwork.Regions.Length]);
        var options = All with { Region = asked };
        foreach (var organization in Living(graph))
        {
            var expected = Plain(graph, organization.Id, null, asked);
            Assert.Equal(expected, Fragility.Of(graph, organization.Id, options, CancellationToken.None)!.Loss);
        }

        Assert.All(Fragility.Find(graph, options, CancellationToken.None).Organizations, f => Assert.True(f.Loss.Groups + f.Loss.WithoutOffice > 0 && f.Regencies.All(r => asked.Holds(r.Code) || r.Code.Holds(asked))));
    }

    [Property(MaxTest = 60)]
    public void The_cells_that_one_alone_covers_are_those_that_nobody_covers_without_her(int seed, byte size, byte axis)
    {
        var graph = Network(seed, 2 + (size % 12));
        var options = All with { Axis = Enum.GetValues<CoverageAxis>()[axis % Enum.GetValues<CoverageAxis>().Length] };
        var covered = Covered(graph, options);
        var told = Fragility.Find(graph, options, CancellationToken.None).Providers.ToDictionary(p => p.Organization.Id, p => p.Cells.Select(c => (c.Region.Code, c.Term.Code)).ToHashSet());
        foreach (var organization in Living(graph))
        {
            var gone = covered.Except(Covered(graph.With(organization.Ref, organization with { Retired = Sketch.Today }, new EditScope()), options)).ToHashSet();
            Assert.Equal(gone.Order(), told.GetValueOrDefault(organization.Id, []).Order());
        }
    }

    [Fact]
    public void Nobody_is_lost_who_is_not_there()
    {
        var graph = new Sketch().Organization(1).Organization(2, with: o => o with { Retired = Sketch.Today }).Tie(1, 2).Graph();
        Assert.Null(Fragility.Of(graph, Sketch.Id(3), All, CancellationToken.None));
        Assert.Equal(default, Fragility.Of(graph, Sketch.Id(2), All, CancellationToken.None)!.Loss);
        Assert.Empty(Fragility.Find(graph, All, CancellationToken.None).Organizations);
    }

    [Fact]
    public void A_long_chain_is_walked_without_running_out_of_stack()
    {
        var sketch = new Sketch().TieType("partners_with", 0.9, symmetric: true);
        for (var i = 0; i < 30_000; i++)
        {
            sketch.Organization(i);
            _ = i == 0 ? sketch : sketch.Tie(i - 1, i);
        }

        var middle = Fragility.Find(sketch.Graph(), All with { Limit = 1 }, CancellationToken.None).Organizations.Single();
        Assert.Equal(14_999, middle.Loss.CutOff);
    }

    private static NetworkGraph Network(int seed, int organizations)
    {
        var graph = RandomNetwork.Of(seed, organizations).Graph();
        foreach (var (kind, family) in new[] { ("local_government", Family.Government), ("home_worker_organization", Family.HomeWorkers) })
        {
            var term = graph.Term(Taxonomy.ActorKind, Code.Of(kind))!;
            graph = graph.With(term.Ref, term with { Family = family }, new EditScope());
        }

        return graph;
    }

    private static List<Organization> Living(NetworkGraph graph) => [.. graph.All(ElementKind.Organization).Cast<Organization>().Where(o => !o.HasEndedBy(Sketch.Today))];

    private static IEnumerable<Tie> Current(NetworkGraph graph) => graph.All(ElementKind.Tie).Cast<Tie>()
        .Where(t => t.IsCurrentOn(Sketch.Today) && !graph.Organization(t.From)!.HasEndedBy(Sketch.Today) && !graph.Organization(t.To)!.HasEndedBy(Sketch.Today));

    private static Loss Plain(NetworkGraph graph, OrganizationId? without, TieId? withoutTie, RegionCode? region)
    {
        var whole = Parts(graph, null, null).Single(p => withoutTie is { } t ? p.Contains(graph.All(ElementKind.Tie).Cast<Tie>().Single(o => o.Id == t).From) : p.Contains(without!.Value));
        var parts = Parts(graph, without, withoutTie).Where(p => p.IsSubsetOf(whole)).ToList();
        var told = parts.ConvertAll(p => p.Count(o => IsOf(graph, o, Family.HomeWorkers) && (region is not { } r || r.Holds(graph.Organization(o)!.Region!.Value))));
        var had = whole.Any(o => IsOf(graph, o, Family.Government));
        var withoutOffice = had ? parts.Index().Where(p => !p.Item.Any(o => IsOf(graph, o, Family.Government))).Sum(p => told[p.Index]) : 0;
        if (parts.Count == 0)
        {
            return default;
        }

        // Of parts that are as large as each other either may be the one that is left.
        var most = parts.Max(p => p.Count);
        var largest = parts.Index().Where(p => p.Item.Count == most).Select(p => told[p.Index]).ToList();
        var groups = told.Sum() - (largest.Count == 1 ? largest[0] : LeftIn(graph, without, withoutTie, region, told.Sum(), largest));
        return new Loss(parts.Sum(p => p.Count) - most, groups, withoutOffice);
    }

    private static int LeftIn(NetworkGraph graph, OrganizationId? without, TieId? tie, RegionCode? region, int all, List<int> candidates)
    {
        var options = All with { Region = region };
        var told = without is { } id ? Fragility.Of(graph, id, options, CancellationToken.None)!.Loss : Fragility.Find(graph, options, CancellationToken.None).Ties.FirstOrDefault(t => t.Tie.Id == tie)?.Loss ?? new Loss(0, all - candidates[0], 0);
        return Assert.Single(candidates.Distinct(), c => all - c == told.Groups);
    }

    private static List<HashSet<OrganizationId>> Parts(NetworkGraph graph, OrganizationId? without, TieId? withoutTie)
    {
        var ties = Current(graph).Where(t => t.Id != withoutTie && t.From != without && t.To != without).ToList();
        var parts = new List<HashSet<OrganizationId>>();
        foreach (var organization in Living(graph).Where(o => o.Id != without && !parts.Exists(p => p.Contains(o.Id))))
        {
            var part = new HashSet<OrganizationId> { organization.Id };
            while (ties.Any(t => part.Contains(t.From) != part.Contains(t.To)))
            {
                part.UnionWith(ties.Where(t => part.Contains(t.From) || part.Contains(t.To)).SelectMany(t => new[] { t.From, t.To }).ToList());
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>Told by name are the groups of every part without an office, and beside them everybody outside of one of the largest parts.</summary>
    private static void AssertNamed(NetworkGraph graph, OrganizationId without, OrganizationLoss told)
    {
        var whole = Parts(graph, null, null).Single(p => p.Contains(without));
        var parts = Parts(graph, without, null).Where(p => p.IsSubsetOf(whole)).ToList();
        var had = whole.Any(o => IsOf(graph, o, Family.Government));
        var lost = parts.Where(p => had && !p.Any(o => IsOf(graph, o, Family.Government))).SelectMany(p => p.Where(o => IsOf(graph, o, Family.HomeWorkers))).ToHashSet();
        Assert.Equal(lost, told.WithoutOffice.Select(o => o.Id).ToHashSet());
        var cutOff = told.CutOff.Select(o => o.Id).ToHashSet();
        Assert.True(parts.Count == 0 ? cutOff.Count == 0 : parts.Where(p => p.Count == parts.Max(q => q.Count)).Any(left => parts.SelectMany(p => p).Except(left).Except(lost).ToHashSet().SetEquals(cutOff)));
    }

    private static bool IsOf(NetworkGraph graph, OrganizationId id, Family family) => graph.Term(Taxonomy.ActorKind, graph.Organization(id)!.ActorKind)?.Family == family;

    private static HashSet<(RegionCode Region, Code Term)> Covered(NetworkGraph graph, FragilityOptions options)
    {
        var matrix = Coverage.Matrix(graph, new CoverageOptions { Axis = options.Axis, Level = RegionLevel.Regency, At = options.At }, CancellationToken.None);
        return [.. matrix.Rows.SelectMany(r => r.Cells.Index().Where(c => c.Item.Services > 0).Select(c => (r.Region.Code, matrix.Terms[c.Index].Code)))];
    }
}
