using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests.Privacy;

namespace NetworkMap.Tests.Graph;

/// <summary>What those see who stand nearer to a part of the network.</summary>
public sealed class ScopedProjectionTests
{
    private static readonly Audience[] Audiences =
    [
        Audience.SignedIn,
        Audience.Of([StandingTests.Grant(Role.OrganizationEditor, Tale.OrganizationOf(1).ToString())], _ => false),
        Audience.Of([StandingTests.Grant(Role.OrganizationEditor, Tale.OrganizationOf(2).ToString())], _ => true),
        Audience.Of([StandingTests.Grant(Role.Steward, region: "33.74")], _ => false),
        Audience.Of([StandingTests.Grant(Role.Coordinator, region: "33")], _ => false),
        Audience.Of([StandingTests.Grant(Role.Coordinator)], _ => false),
        Audience.Of([StandingTests.Grant(Role.Administrator)], _ => false),
        Audience.Of([StandingTests.Grant(Role.Coordinator), StandingTests.Grant(Role.OrganizationEditor, Tale.OrganizationOf(3).ToString())], _ => false),
    ];

    [Property(MaxTest = 150)]
    public void A_projection_shows_of_each_element_what_the_policy_says(int[][] steps)
    {
        var tale = new Tale();
        foreach (var step in steps)
        {
            tale.Go(step);
            foreach (var audience in Audiences)
            {
                Assert.Equal(Told(tale.Latest.Full, audience), Shown(tale.Latest.For(audience)));
            }
        }
    }

    [Property(MaxTest = 100)]
    public void A_projection_that_is_carried_on_is_the_one_that_is_made_anew(int[][] steps, int[] asked)
    {
        var tale = new Tale();
        foreach (var (i, step) in steps.Index())
        {
            tale.Go(step);
            if (asked.Contains(i % 7))
            {
                Array.ForEach(Audiences, a => _ = tale.Latest.For(a));
            }
        }

        ElementKind[] order = [ElementKind.Term, ElementKind.Region, ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Need, ElementKind.Grant, ElementKind.Suggestion];
        var anew = NetworkSnapshot.Load(order.SelectMany(tale.Latest.Full.All), tale.Latest.Sequence);
        foreach (var audience in Audiences)
        {
            var (carried, made) = (tale.Latest.For(audience), anew.For(audience));
            Assert.Equal(Description.Of(made), Description.Of(carried));
            Assert.Equal(Links(made), Links(carried));
        }
    }

    [Property(MaxTest = 50)]
    public void An_older_snapshot_stays_as_it_was_whoever_asks(int[][] steps, int[][] later)
    {
        var tale = new Tale();
        Array.ForEach(steps, tale.Go);
        var old = tale.Latest;
        var told = Audiences.Select(a => Description.Of(old.For(a))).ToList();
        var open = Description.Of(old.Public);
        foreach (var step in later)
        {
            tale.Go(step);
            Array.ForEach(Audiences, a => _ = tale.Latest.For(a));
        }

        Assert.Equal(told, Audiences.Select(a => Description.Of(old.For(a))));
        Assert.Equal(open, Description.Of(old.Public));
    }

    [Property(MaxTest = 100)]
    public void What_an_audience_is_told_of_changes_leads_from_what_it_saw_to_what_it_sees(int[][] steps)
    {
        var tale = new Tale();
        foreach (var step in steps)
        {
            var before = tale.Latest;
            tale.Go(step);
            var change = before.After(tale.Changesets[^1], EditScope.Branch()).Change;
            foreach (var audience in Audiences)
            {
                var (old, now) = (before.For(audience), tale.Latest.For(audience));
                var seen = change.For(audience, before, tale.Latest).ToHashSet();
                var differing = Enum.GetValues<ElementKind>().SelectMany(k => old.All(k).Concat(now.All(k))).Select(e => e.Ref).Distinct()
                    .Where(e => Signed(old.Find(e), audience) != Signed(now.Find(e), audience));
                Assert.Equal(differing.Order(Comparer<ElementRef>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))), seen.Order(Comparer<ElementRef>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));
            }
        }
    }

    [Fact]
    public void After_very_many_changes_a_projection_begins_anew()
    {
        var tale = new Tale();
        _ = tale.Latest.For(Audiences[1]);
        for (var i = 0; i < 1_100; i++)
        {
            tale.Go([i * 7, i * 13]);
        }

        Assert.Equal(Told(tale.Latest.Full, Audiences[1]), Shown(tale.Latest.For(Audiences[1])));
    }

    private static string? Signed(Element? element, Audience audience) => element is null ? null : System.Text.Encoding.UTF8.GetString(ElementText.ToBytes(Policy.Signed(element, audience).ToDraft()));

    /// <summary>Each element of the whole network in the form that the policy gives it.</summary>
    private static string Told(NetworkGraph full, Audience audience) => Shown(Enum.GetValues<ElementKind>().SelectMany(full.All)
        .Select(e => Policy.Disclose(e, Projection.BelongingOf(full, e), audience, Projection.ComplementOf(full, e))).OfType<Element>());

    private static string Shown(NetworkGraph graph) => Shown(Enum.GetValues<ElementKind>().SelectMany(graph.All));

    private static string Shown(IEnumerable<Element> elements) =>
        string.Join('\n', elements.Select(e => $"{e.Version} {e.Sequence} {ElementText.ToJson(e).ToJsonString()}").Order(StringComparer.Ordinal));

    private static List<string> Links(NetworkGraph graph) => [.. Enumerable.Range(0, graph.OrganizationLimit).Where(o => graph.OrganizationAt(o) is not null)
        .Select(o => graph.OrganizationAt(o) is { } organization ? organization.Id + ":" + string.Join(',', graph.LinksOf(o).ToArray().Select(l => graph.TieAt(l.Tie)!.Id.ToString()).Order(StringComparer.Ordinal)) : "").Order(StringComparer.Ordinal)];
}
