using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;

namespace NetworkMap.Tests.Graph.Algorithms;

public sealed class NeighbourhoodTests
{
    [Property(MaxTest = 300)]
    public void Everybody_within_the_steps_is_found_with_the_ties_between_them(int seed, byte size, byte steps, bool withFormer)
    {
        var graph = RandomNetwork.Of(seed, 2 + (size % 30)).Graph();
        var options = new NeighbourhoodOptions { Of = Sketch.Id(0), At = Sketch.Today, Steps = 1 + (steps % 3), WithFormer = withFormer };

        var found = Neighbourhood.Find(graph, options, CancellationToken.None)!;

        var expected = Plain(graph, options.Of, options.Steps, withFormer);
        Assert.Equal(expected.OrderBy(e => e.Key.Value), found.Organizations.Select(n => KeyValuePair.Create(n.Organization.Id, n.Steps)).OrderBy(e => e.Key.Value));
        Assert.Equal(found.Organizations.Select(n => n.Steps).Order(), found.Organizations.Select(n => n.Steps));
        Assert.Equal(
            Ties(graph, withFormer).Where(t => expected.ContainsKey(t.From) && expected.ContainsKey(t.To)).Select(t => t.Id.Value).Order(),
            found.Ties.Select(t => t.Id.Value).Order());
        Assert.False(found.IsCut);
        Assert.Equal(expected.Count - 1, Neighbourhood.Count(graph, options, CancellationToken.None));
    }

    [Property(MaxTest = 100)]
    public void A_limit_keeps_the_nearest_steps_whole_and_says_that_there_are_more(int seed, byte size, byte limit)
    {
        var graph = RandomNetwork.Of(seed, 2 + (size % 30)).Graph();
        var options = new NeighbourhoodOptions { Of = Sketch.Id(0), At = Sketch.Today, Steps = 3, WithFormer = true };
        var all = Neighbourhood.Find(graph, options, CancellationToken.None)!;
        var few = Neighbourhood.Find(graph, options with { Limit = 1 + (limit % 20) }, CancellationToken.None)!;

        Assert.Equal(all.Organizations.Count > 1 + (limit % 20), few.IsCut);
        Assert.Equal(Math.Min(all.Organizations.Count, 1 + (limit % 20)), few.Organizations.Count);
        Assert.Equal(all.Organizations.Select(n => n.Steps).Take(few.Organizations.Count), few.Organizations.Select(n => n.Steps));
        var kept = few.Organizations.Select(n => n.Organization.Id).ToHashSet();
        Assert.Equal(all.Ties.Where(t => kept.Contains(t.From) && kept.Contains(t.To)).Select(t => t.Id).ToHashSet(), few.Ties.Select(t => t.Id).ToHashSet());
    }

    [Property(MaxTest = 300)]
    public void The_shortest_path_has_the_fewest_steps_and_each_is_carried_by_a_current_tie(int seed, byte size)
    {
        var graph = RandomNetwork.Of(seed, 2 + (size % 40)).Graph();
        var distances = Plain(graph, Sketch.Id(0), int.MaxValue, withFormer: false);
        foreach (var to in graph.All(ElementKind.Organization).Cast<Organization>().Where(o => !(o.Retired <= Sketch.Today)))
        {
            var path = ShortestPath.Find(graph, Sketch.Id(0), to.Id, Sketch.Today, CancellationToken.None)!;
            if (!distances.TryGetValue(to.Id, out var steps))
            {
                Assert.Empty(path.Organizations);
                continue;
            }

            Assert.Equal(steps, path.Ties.Count);
            Assert.Equal((Sketch.Id(0), to.Id), (path.Organizations[0].Id, path.Organizations[^1].Id));
            Assert.All(path.Ties.Index(), t => Assert.True(
                t.Item.IsCurrentOn(Sketch.Today) && new[] { t.Item.From, t.Item.To }.ToHashSet().SetEquals([path.Organizations[t.Index].Id, path.Organizations[t.Index + 1].Id])));
        }
    }

    [Fact]
    public void Nobody_is_around_somebody_unknown() =>
        Assert.Null(Neighbourhood.Find(new Sketch().Graph(), new NeighbourhoodOptions { Of = Sketch.Id(1), At = Sketch.Today }, CancellationToken.None));

    private static IEnumerable<Tie> Ties(NetworkGraph graph, bool withFormer) => graph.All(ElementKind.Tie).Cast<Tie>().Where(t => withFormer || t.IsCurrentOn(Sketch.Today));

    private static Dictionary<OrganizationId, int> Plain(NetworkGraph graph, OrganizationId start, int most, bool withFormer)
    {
        var steps = new Dictionary<OrganizationId, int> { [start] = 0 };
        for (var (step, grew) = (1, true); step <= most && grew; step++)
        {
            var next = Ties(graph, withFormer).SelectMany(t => new[] { (t.From, t.To), (t.To, t.From) })
                .Where(t => steps.ContainsKey(t.Item1) && !steps.ContainsKey(t.Item2) && (withFormer || !(graph.Organization(t.Item2)!.Retired <= Sketch.Today)))
                .Select(t => t.Item2).Distinct().ToList();
            grew = next.Count > 0;
            next.ForEach(n => steps[n] = step);
        }

        return steps;
    }
}
