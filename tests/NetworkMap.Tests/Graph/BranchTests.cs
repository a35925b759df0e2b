using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Graph;

public sealed class BranchTests
{
    [Fact]
    public void A_branch_from_an_older_snapshot_writes_nothing_that_the_line_has_added_since()
    {
        var older = Enumerable.Range(1, 20).Aggregate(new Sketch().Region("34").Region("34.02").TieType("supports", 0.7).Organization(0), (s, i) => s.Organization(i)).Graph();
        older = Enumerable.Range(1, 5).Aggregate(older, (g, i) => With(g, i, new EditScope()));
        var line = With(older, 6, new EditScope());

        var branch = With(older, 7, EditScope.Branch());
        var further = With(line, 8, new EditScope());

        Assert.Equal([1, 2, 3, 4, 5, 6], Neighbours(line));
        Assert.Equal([1, 2, 3, 4, 5, 7], Neighbours(branch));
        Assert.Equal([1, 2, 3, 4, 5, 6, 8], Neighbours(further));
        Assert.Equal([1, 2, 3, 4, 5], Neighbours(older));
    }

    [Fact]
    public async Task Handles_stay_one_for_a_key_when_several_give_them_at_once()
    {
        var table = new HandleTable<int>();
        var given = await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() => Enumerable.Range(0, 20_000).Select(k => table.FindOrAdd((k * 7919) % 20_011)).ToArray())));

        Assert.All(given, handles => Assert.Equal(given[0], handles));
        Assert.Equal(20_000, table.Count);
    }

    private static NetworkGraph With(NetworkGraph graph, int other, EditScope scope)
    {
        var tie = new Tie
        {
            Id = new TieId(Sketch.Guid(9000 + other)), Type = Code.Of("supports"), From = Sketch.Id(0), To = Sketch.Id(other), Status = TieStatus.Confirmed, Audience = TieAudience.Public,
            Provenance = Sketch.Somebody,
        };
        return graph.With(tie.Ref, tie, scope);
    }

    private static IEnumerable<int> Neighbours(NetworkGraph graph) =>
        graph.LinksOf(graph.HandleOf(Sketch.Id(0))).ToArray().Select(l => BitConverter.ToInt32(graph.OrganizationAt(l.Neighbor)!.Id.Value.ToByteArray()));
}
