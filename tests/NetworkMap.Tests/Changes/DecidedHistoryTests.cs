using FsCheck.Xunit;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.Changes;

public sealed class DecidedHistoryTests
{
    [Property(MaxTest = 100)]
    public void The_fold_of_what_was_decided_is_the_graph(int seed)
    {
        var history = new DecidedHistory();
        foreach (var step in Enumerable.Range(0, 60))
        {
            history.Go(unchecked((seed * 61) + step));
            Assert.Equal(history.Plain, history.Graph);
        }
    }

    [Property(MaxTest = 100)]
    public void No_history_leaves_what_the_rules_forbid(int seed)
    {
        var history = new DecidedHistory();
        foreach (var step in Enumerable.Range(0, 60))
        {
            history.Go(unchecked((seed * 61) + step));
        }

        var graph = history.Snapshot.Full;
        var ties = graph.All(ElementKind.Tie).Cast<Tie>().ToList();
        Assert.All(ties, t => Assert.True(t.From != t.To && graph.Organization(t.From) is not null && graph.Organization(t.To) is not null));
        Assert.All(ties.Where(t => t.Type.Value == "partners_with"), t => Assert.True(string.CompareOrdinal(t.From.ToString(), t.To.ToString()) < 0));
        Assert.All(ties.Where(t => t.Statements.AreOwn), t => Assert.Equal(t.Statements.Standing(t.OnSource), t.Status));
        var current = ties.Where(t => t.Status != TieStatus.Ended).ToList();
        Assert.Equal(current.Count, current.DistinctBy(t => (t.Type, t.From, t.To, t.Service)).Count());
    }

    /// <summary>Else the two above would be true of nothing.</summary>
    [Fact]
    public void Random_histories_meet_every_kind_of_refusal_and_are_mostly_accepted()
    {
        var (refused, accepted) = (new HashSet<string>(StringComparer.Ordinal), 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var history = new DecidedHistory();
            foreach (var step in Enumerable.Range(0, 60))
            {
                history.Go((seed * 61) + step);
            }

            refused.UnionWith(history.Refused);
            accepted += history.Accepted;
        }

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "element_exists", "element_unknown", "version_stale", "element_in_use", "organization_unknown", "tie_to_itself", "tie_duplicate", "revert_blocked", "revert_widens", "statement_not_waiting",
            },
            refused);
        Assert.True(accepted > 600, $"{accepted} of 2400 were accepted");
    }
}
