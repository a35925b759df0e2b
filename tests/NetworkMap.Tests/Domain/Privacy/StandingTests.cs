using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.DomainTests.Privacy;

/// <summary>The columns of the policy beside the public one: what each standing sees, field by field.</summary>
public sealed class StandingTests
{
    private static readonly Organization Group = (Organization)FilledElements.Of(ElementKind.Organization);

    private static readonly Dictionary<Standing, Audience> Audiences = new()
    {
        [Standing.Public] = Audience.Public,
        [Standing.SignedIn] = Audience.SignedIn,
        [Standing.Coordinator] = Of(Grant(Role.Coordinator, region: "33")),
        [Standing.Own] = Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString())),
        [Standing.Steward] = Of(Grant(Role.Steward, region: "33")),
    };

    private static readonly ElementKind[] OfNobody = [ElementKind.Need, ElementKind.Region, ElementKind.Term];

    /// <summary>Every kind with every standing that somebody can have to it.</summary>
    public static TheoryData<ElementKind, Standing> Cells =>
        [.. Enum.GetValues<ElementKind>().SelectMany(k => Audiences.Keys.Where(s => s != Standing.Own || !OfNobody.Contains(k)).Select(s => (k, s))).Where(c => c.k is not (ElementKind.Region or ElementKind.Term) || c.s == Standing.Public)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_standing_sees_what_the_table_says(ElementKind kind, Standing standing)
    {
        var (whole, audience, belongs) = (FilledElements.Of(kind), Audiences[standing], new Belonging(Group, Group));
        var withheld = PolicyTable.Rows.Where(r => r.Kind == kind && standing < r.Least).ToList();

        var form = Policy.Disclose(whole, belongs, audience) is { } open ? Policy.Signed(open, audience) : null;

        Assert.Equal(standing, kind is ElementKind.Region or ElementKind.Term ? standing : audience.Toward(whole, belongs));
        if (form is null)
        {
            Assert.Contains(withheld, r => r.Others == Withheld.Unknown);
            return;
        }

        // The filled tie is for everybody; who hears of those that are not is a test of its own.
        Assert.Equal(withheld.SelectMany(r => r.Fields).Append(PolicyTable.OfEvery).Order(StringComparer.Ordinal), Differences.Between(whole, form).Select(d => d.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_keeps_an_organization_sees_all_of_what_is_its_own_and_of_others_what_anybody_who_signed_in_sees()
    {
        var mine = Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString()));
        foreach (var kind in new[] { ElementKind.Organization, ElementKind.Unit, ElementKind.Place, ElementKind.Service, ElementKind.Tie, ElementKind.Grant })
        {
            var whole = FilledElements.Of(kind);
            Assert.Same(whole, Policy.Disclose(whole, new Belonging(Group, Group), mine));
        }

        var stranger = Group with { Id = new OrganizationId(Guid.NewGuid()) };
        Assert.Equal(Standing.SignedIn, mine.Toward(stranger, default));
        Assert.Equal(Standing.Own, mine.Toward(FilledElements.Of(ElementKind.Tie), new Belonging(stranger, Group)));
    }

    [Fact]
    public void A_party_reads_why_the_other_side_says_what_it_says_and_not_on_whose_word()
    {
        var (mine, tie) = (Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString())), (Tie)FilledElements.Of(ElementKind.Tie));
        var stranger = Group with { Id = new OrganizationId(Guid.NewGuid()) };
        var seen = (Tie)Policy.Disclose(tie, new Belonging(stranger, Group), mine)!;
        Assert.Equal((null, tie.Statements.From!.Reason, tie.Statements.To), (seen.Statements.From!.Word, seen.Statements.From.Reason, seen.Statements.To));
        Assert.Equal(seen.Statements, ((Tie)Policy.DisclosePast(tie, tie, new Belonging(stranger, Group), mine)!).Statements);
    }

    [Theory]
    [InlineData(TieAudience.Public, true, true, true)]
    [InlineData(TieAudience.SignedIn, false, true, true)]
    [InlineData(TieAudience.Parties, false, false, true)]
    public void A_tie_is_known_to_whom_it_is_for(TieAudience to, bool byPublic, bool bySignedIn, bool byParty)
    {
        var tie = (Tie)FilledElements.Of(ElementKind.Tie) with { Audience = to };
        var party = Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString()));
        var coordinator = Of(Grant(Role.Coordinator, region: "33"));

        bool Known(Audience audience) => Policy.Disclose(tie, new Belonging(Group, Group with { Id = new OrganizationId(Guid.NewGuid()) }), audience) is not null;

        Assert.Equal((byPublic, bySignedIn, byParty, bySignedIn), (Known(Audience.Public), Known(Audience.SignedIn), Known(party), Known(coordinator)));
    }

    [Theory]
    [InlineData("company", false)]
    [InlineData("intermediary", false)]
    [InlineData("employer_association", false)]
    [InlineData("university", true)]
    public void A_companys_account_sees_no_more_of_others_than_the_public(string kind, bool seesTies)
    {
        var company = Group with { ActorKind = Code.Of(kind) };
        var audience = Audience.Of([Grant(Role.OrganizationEditor, organization: company.Id.ToString())], id => id == company.Id && company.GivesOutWork);
        var tie = (Tie)FilledElements.Of(ElementKind.Tie) with { Audience = TieAudience.SignedIn };
        var (one, other) = (Group with { Id = new OrganizationId(Guid.NewGuid()) }, Group with { Id = new OrganizationId(Guid.NewGuid()) });

        Assert.Equal(seesTies, Policy.Disclose(tie, new Belonging(one, other), audience) is not null);
        Assert.NotNull(Policy.Disclose(tie, new Belonging(one, company), audience));
    }

    [Fact]
    public void Who_says_who_may_do_what_sees_every_right_and_no_data_of_its_own()
    {
        var administrator = Of(Grant(Role.Administrator));

        Assert.Equal(Standing.Steward, administrator.Toward(FilledElements.Of(ElementKind.Grant), default));
        Assert.Equal(Standing.SignedIn, administrator.Toward(Group, default));
        Assert.NotEqual(Audience.SignedIn, administrator);
    }

    [Fact]
    public void A_region_is_kept_with_everything_under_it_and_nothing_beside_it()
    {
        var steward = Of(Grant(Role.Steward, region: "33.74"));
        var need = (Need)FilledElements.Of(ElementKind.Need);

        Assert.Equal(Standing.Steward, steward.Toward(Group, default));
        Assert.Equal(Standing.Steward, steward.Toward(need, default));
        Assert.Equal(Standing.SignedIn, steward.Toward(Group with { Region = RegionCode.Of("33.73") }, default));
    }

    [Fact]
    public void The_past_is_told_to_an_editor_only_as_far_as_it_was_her_own()
    {
        var other = Group with { Id = new OrganizationId(Guid.NewGuid()) };
        var mine = Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString()));
        var now = (Place)FilledElements.Of(ElementKind.Place);
        var past = now with { Organization = other.Id };

        Assert.Same(now, Policy.DisclosePast(now, now, new Belonging(Group), mine));
        Assert.Null(((Place)Policy.DisclosePast(past, now, new Belonging(Group), mine, default, new Belonging(other))!).Address);
    }

    [Fact]
    public void Two_accounts_with_the_same_scopes_are_one_audience()
    {
        var one = Of(Grant(Role.Steward, region: "33"), Grant(Role.OrganizationEditor, organization: Group.Id.ToString()));
        var same = Of(Grant(Role.OrganizationEditor, organization: Group.Id.ToString()), Grant(Role.Steward, region: "33"));

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Of(Grant(Role.Coordinator, region: "33")));
        Assert.Equal(Audience.SignedIn, Of());
        Assert.Equal(Audience.SignedIn, Of(Grant(Role.Mediator, region: "33")));
        Assert.Equal(Audience.Steward, Of(Grant(Role.Steward), Grant(Role.Mediator, region: "33")));
    }

    [Fact]
    public void One_audience_includes_another_when_it_stands_farther_from_nothing()
    {
        var audiences = new Dictionary<string, Audience>(StringComparer.Ordinal)
        {
            ["public"] = Audience.Public,
            ["signed in"] = Audience.SignedIn,
            ["company"] = Audience.Of([Grant(Role.OrganizationEditor, Group.Id.ToString())], _ => true),
            ["editor"] = Of(Grant(Role.OrganizationEditor, Group.Id.ToString())),
            ["coordinator"] = Of(Grant(Role.Coordinator, region: "33")),
            ["coordinator of all"] = Of(Grant(Role.Coordinator)),
            ["steward of 33"] = Of(Grant(Role.Steward, region: "33")),
            ["steward"] = Audience.Steward,
        };
        var asked = new Dictionary<string, Audience>(StringComparer.Ordinal)
        {
            ["public"] = Audience.Public, ["signed in"] = Audience.SignedIn, ["33"] = Audience.CoordinatorOf(RegionCode.Parse("33").Value), ["33.74"] = Audience.CoordinatorOf(RegionCode.Parse("33.74").Value), ["34"] = Audience.CoordinatorOf(RegionCode.Parse("34").Value), ["steward of 33"] = audiences["steward of 33"],
        };
        string Included(string who) => string.Join(", ", asked.Where(a => audiences[who].Includes(a.Value)).Select(a => a.Key));

        Assert.Equal(asked["33"], audiences["coordinator"]);
        Assert.Equal(
            ["public", "public, signed in", "public", "public, signed in", "public, signed in, 33, 33.74", "public, signed in, 33, 33.74, 34", "public, signed in, 33, 33.74, steward of 33", "public, signed in, 33, 33.74, 34, steward of 33"],
            audiences.Keys.Select(Included));
    }

    internal static Grant Grant(Role role, string? organization = null, string? region = null, string account = "akun-1") => (Grant)new GrantDraft
    {
        Id = Guid.NewGuid().ToString("D"),
        Account = account,
        Role = Names<Role>.Of(role),
        Organization = organization,
        Region = region,
        Provenance = new ProvenanceDraft { Source = "a test", AssertedBy = "test" },
    }.Check().Value;

    private static Audience Of(params Grant[] grants) => Audience.Of(grants, _ => false);
}
