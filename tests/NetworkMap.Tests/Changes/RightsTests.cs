using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests.Privacy;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>Who may change what: a table of roles and changes, on the demonstration network.</summary>
public sealed class RightsTests
{
    private static readonly NetworkGraph Network = DemonstrationNetwork.Snapshot.Full;
    private static readonly Organization Own = Organizations(o => o.Region?.Value.StartsWith("33.", StringComparison.Ordinal) == true && Network.PlacesOf(o.Id).Any() && Network.TiesOf(o.Id).Any(t => t.Status == TieStatus.Confirmed)).First();
    private static readonly Organization Far = Organizations(o => o.Region?.Value.StartsWith("34.", StringComparison.Ordinal) == true && Network.PlacesOf(o.Id).Any()).First();
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly Dictionary<string, Func<Revision>> Changes = new(StringComparer.Ordinal)
    {
        ["own organization"] = () => Revision.Change(Own, Own with { Purpose = "Lain" }),
        ["other organization"] = () => Revision.Change(Far, Far with { Purpose = "Lain" }),
        ["end of the own"] = () => Revision.Remove(Own),
        ["new organization there"] = () => Revision.Create(Own with { Id = new OrganizationId(Guid.NewGuid()) }),
        ["own place"] = () => Revision.Remove(Network.PlacesOf(Own.Id).First()),
        ["own place to another"] = () => Network.PlacesOf(Own.Id).First() is var place ? Revision.Change(place, place with { Organization = Far.Id }) : null!,
        ["own tie"] = () => OwnTie is var tie ? Revision.Change(tie, tie with { Strength = 1 }) : null!,
        ["own tie confirmed"] = () => OwnTie is var tie ? Revision.Change(tie with { Status = TieStatus.Proposed }, tie) : null!,
        ["own side says yes"] = () => Said(own: true),
        ["other side says yes"] = () => Said(own: false),
        ["need there"] = () => Revision.Remove(Network.All(ElementKind.Need).First(n => ((NetworkMap.Domain.Needs.Need)n).Region.Value.StartsWith("33.", StringComparison.Ordinal))),
        ["term"] = () => Revision.Remove(Network.All(ElementKind.Term).First()),
        ["region"] = () => Revision.Remove(Network.All(ElementKind.Region).First()),
        ["editor of the own"] = () => Revision.Create(StandingTests.Grant(Role.OrganizationEditor, Own.Id.ToString())),
        ["editor of another"] = () => Revision.Create(StandingTests.Grant(Role.OrganizationEditor, Far.Id.ToString())),
        ["coordinator there"] = () => Revision.Create(StandingTests.Grant(Role.Coordinator, region: "33.74")),
        ["steward there"] = () => Revision.Create(StandingTests.Grant(Role.Steward, region: "33.74")),
        ["administrator"] = () => Revision.Create(StandingTests.Grant(Role.Administrator)),
    };

    private static readonly Dictionary<string, (Grant? Held, string May)> Table = new(StringComparer.Ordinal)
    {
        ["nobody"] = (null, ""),
        ["editor"] = (StandingTests.Grant(Role.OrganizationEditor, Own.Id.ToString()), "own organization, own place, own tie, own side says yes, editor of the own"),
        ["mediator"] = (StandingTests.Grant(Role.Mediator, region: "33"), ""),
        ["coordinator"] = (StandingTests.Grant(Role.Coordinator, region: "33"), "need there"),
        ["steward of a region"] = (StandingTests.Grant(Role.Steward, region: "33"),
            "own organization, end of the own, new organization there, own place, own tie, own tie confirmed, own side says yes, other side says yes, need there, editor of the own, coordinator there"),
        ["administrator"] = (StandingTests.Grant(Role.Administrator), "editor of the own, editor of another, coordinator there, steward there, administrator"),
        ["steward"] = (StandingTests.Grant(Role.Steward),
            "own organization, other organization, end of the own, new organization there, own place, own place to another, own tie, own tie confirmed, own side says yes, other side says yes, need there, term, region, editor of the own, editor of another, coordinator there, steward there"),
    };

    public static TheoryData<string> Holders => [.. Table.Keys];

    private static Tie OwnTie => Network.TiesOf(Own.Id).First(t => t.Status == TieStatus.Confirmed);

    /// <summary>The last word that was lacking: one side says yes, the other had said so before.</summary>
    private static Revision Said(bool own)
    {
        var (yes, mine) = (new TieStatement(TieWord.Confirmed, Today, StatementWay.Product), OwnTie.From == Own.Id == own ? TieSide.From : TieSide.To);
        var other = mine == TieSide.From ? TieSide.To : TieSide.From;
        Tie Stated(TieStatements statements) => OwnTie with { Status = statements.Standing(TieStatus.Proposed), Details = (OwnTie.Details ?? new TieDetails(null, null, default, null, null, null)) with { Statements = statements } };
        return Revision.Change(Stated(default(TieStatements).With(other, yes)), Stated(default(TieStatements).With(other, yes).With(mine, yes)));
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void A_role_changes_what_the_table_says_and_nothing_else(string holder)
    {
        var (held, may) = Table[holder];

        Assert.Equal(may.Length == 0 ? [] : may.Split(", "), Changes.Where(c => Rights.Permits(Network, held is null ? [] : [held], c.Value())).Select(c => c.Key));
    }

    [Fact]
    public void A_right_holds_from_its_first_day_to_its_last()
    {
        var grant = StandingTests.Grant(Role.OrganizationEditor, Own.Id.ToString()) with { Valid = Interval.Of(Today, Today.AddDays(1)).Value };
        var network = Network.With(grant.Ref, grant, EditScope.Branch());
        bool Holds(DateOnly day) => !Rights.Bound(_ => new[] { Changes["own organization"]() }, grant.Account, day)(network).IsRefused;

        Assert.Equal([false, true, true, false], new[] { -1, 0, 1, 2 }.Select(d => Holds(Today.AddDays(d))));
    }

    [Fact]
    public void One_revision_that_is_not_hers_refuses_the_whole_change_and_says_who_can_make_it()
    {
        var grant = StandingTests.Grant(Role.OrganizationEditor, Own.Id.ToString());
        var network = Network.With(grant.Ref, grant, EditScope.Branch());

        var refused = Rights.Bound(_ => new[] { Changes["own organization"](), Changes["other organization"]() }, grant.Account, Today)(network);

        Assert.Equal(("not_permitted", Far.Name), (refused.Refusals.Single().Code, refused.Refusals.Single().Arguments["organization"]));
    }

    private static IEnumerable<Organization> Organizations(Func<Organization, bool> chosen) => Network.All(ElementKind.Organization).Cast<Organization>().Where(chosen);
}
