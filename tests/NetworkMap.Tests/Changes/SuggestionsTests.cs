using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Services;
using NetworkMap.Domain.Suggestions;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests.Privacy;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>Suggestions: what one is made of, who decides on it, what it changes and what it does not, on the demonstration network.</summary>
public sealed class SuggestionsTests
{
    private static readonly NetworkSnapshot Snapshot = DemonstrationNetwork.Snapshot;
    private static readonly NetworkGraph Network = Snapshot.Full;
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Organization Group = Network.All(ElementKind.Organization).Cast<Organization>().First(o => o.IsOfHomeWorkers && !o.Contacts.IsEmpty && o.Region?.Value.StartsWith("33.", StringComparison.Ordinal) == true);
    private static readonly Organization Far = Network.All(ElementKind.Organization).Cast<Organization>().First(o => o.Region?.Value.StartsWith("34.", StringComparison.Ordinal) == true);

    private static readonly Dictionary<string, (Grant? Held, string Decides)> Deciders = new(StringComparer.Ordinal)
    {
        ["nobody"] = (null, ""),
        ["editor"] = (StandingTests.Grant(Role.OrganizationEditor, Group.Id.ToString()), "own, place of own, tie of own"),
        ["editor of another"] = (StandingTests.Grant(Role.OrganizationEditor, Far.Id.ToString()), ""),
        ["mediator"] = (StandingTests.Grant(Role.Mediator, region: "33"), ""),
        ["coordinator"] = (StandingTests.Grant(Role.Coordinator, region: "33"), "need"),
        ["steward of the region"] = (StandingTests.Grant(Role.Steward, region: "33"), "own, place of own, tie of own, new there, need"),
        ["steward of another region"] = (StandingTests.Grant(Role.Steward, region: "91"), ""),
        ["administrator"] = (StandingTests.Grant(Role.Administrator), ""),
        ["steward"] = (StandingTests.Grant(Role.Steward), "own, place of own, tie of own, new there, need, term"),
    };

    public static TheoryData<string> Who => [.. Deciders.Keys];

    [Theory]
    [MemberData(nameof(Who))]
    public void Who_decides_is_who_could_make_the_change_and_nobody_else_sees_it(string who)
    {
        var (held, decides) = Deciders[who];
        var (grants, expected) = (held is null ? new List<Grant>() : [held], decides.Length == 0 ? [] : decides.Split(", "));
        var audience = Audience.Of(grants, _ => false);
        var all = All();

        Assert.Equal(expected, all.Where(s => Rights.Permits(Network, grants, Revision.Change(s.Value, s.Value))).Select(s => s.Key));
        Assert.Equal(expected, all.Where(s => Policy.Disclose(s.Value, Projection.BelongingOf(Network, s.Value), audience) is not null).Select(s => s.Key));
        Assert.All(all.Values, s => Assert.Null(Policy.Disclose(s, Projection.BelongingOf(Network, s), Audience.Public)));
    }

    [Theory]
    [InlineData("editor", false)]
    [InlineData("steward of the region", false)]
    [InlineData("steward", true)]
    public void Who_decides_takes_a_decision_back_and_nothing_that_its_sender_did(string who, bool ofAll)
    {
        var (grants, waiting) = (new List<Grant> { Deciders[who].Held! }, All()["own"]);
        Suggestion In(SuggestionState state) => state == SuggestionState.Waiting ? waiting : waiting with { State = state, Decided = Today, Answer = state == SuggestionState.Withdrawn ? null : "Sudah dicek" };
        bool May(Revision revision) => Rights.Permits(Network, grants, revision);
        var states = Enum.GetValues<SuggestionState>();
        var moves = from one in states from other in states where one != other && May(Revision.Change(In(one), In(other))) select $"{one} {other}";
        string[] decisions = ["Waiting Accepted", "Waiting AcceptedChanged", "Waiting Declined", "Accepted Waiting", "AcceptedChanged Waiting", "Declined Waiting"];

        Assert.Equal(ofAll ? [] : decisions.Order(StringComparer.Ordinal), (ofAll ? moves.Where(m => m.StartsWith("Withdrawn ", StringComparison.Ordinal)) : moves).Order(StringComparer.Ordinal));
        Assert.All(states, s => Assert.Equal((ofAll, ofAll, true), (May(Revision.Remove(In(s))), May(Revision.Restore(In(s))), May(Revision.Change(In(s), In(s))))));
        Assert.Equal(ofAll, May(Revision.Create(waiting)));
        Assert.Equal(ofAll, May(Revision.Change(waiting, In(SuggestionState.Declined) with { Words = "Tidak apa-apa" })));
        Assert.Equal(who != "editor", May(Revision.Change(waiting, waiting with { Words = null, Sender = null })));
    }

    [Fact]
    public void What_was_hidden_from_its_sender_stays_when_it_is_accepted()
    {
        var open = Snapshot.Public;
        var seen = open.Organization(Group.Id)!;
        Assert.Empty(seen.Contacts);
        var sent = Sent(Group.Ref, ((OrganizationDraft)seen.ToDraft()) with { Purpose = "Membatik dan menenun" });

        var suggestion = Suggestions.Of(sent, open, Group.Version).Value;
        var made = Accepted(suggestion, new Acceptance(Group.Version, null, null, false, "steward-1", Today));

        Assert.Equal(["purpose"], WantedFields.Read(suggestion.Wanted).Select(f => f.Field));
        var byHerself = Edits.Change((OrganizationDraft)Group.ToDraft() with { Purpose = "Membatik dan menenun" }, null)(Network).Value[0].After;
        Assert.Empty(Differences.Between(byHerself, made[0].After));
        var (now, decided) = ((Organization)made[0].After!, (Suggestion)made[1].After!);
        Assert.Equal((Group.Contacts.Length, Group.Region, SuggestionState.Accepted, Today), (now.Contacts.Length, now.Region, decided.State, decided.Decided));
    }

    [Fact]
    public void Of_a_list_what_was_added_is_added_and_what_its_sender_could_not_see_stays()
    {
        var service = Network.All(ElementKind.Service).Cast<Service>().First(s => s.Areas.Length > 0);
        var hidden = service with { Areas = [.. service.Areas.Take(1), new ServiceArea(RegionCode.Of("33.74"), false, default)] };
        var seen = hidden with { Areas = [.. hidden.Areas.Take(1)] };
        var wanted = Differences.Between(seen, seen with { Areas = [new ServiceArea(RegionCode.Of("31"), true, default)] });

        var merged = (Service)WantedFields.Over(service.Ref, hidden, WantedFields.Read(WantedFields.Write(wanted)), "steward-1").Check().Value;

        Assert.Equal(["33.74", "31"], merged.Areas.Select(a => a.Region.Value));
    }

    [Fact]
    public void What_a_sender_may_not_know_is_in_no_refusal()
    {
        var hidden = Network.All(ElementKind.Tie).Cast<Tie>().First(t => Snapshot.Public.Find(t.Ref) is null);
        var twin = (TieDraft)hidden.ToDraft() with { Status = "proposed", Statements = null, OnSource = null, Note = null, Service = null };

        Assert.Equal("tie_duplicate", Edits.Create(twin with { Id = Guid.NewGuid().ToString("D") })(Network).Refusals[0].Code);
        Assert.False(Suggestions.Of(Sent(new ElementRef(ElementKind.Tie, Guid.NewGuid().ToString("D")), twin), Snapshot.Public, null).IsRefused);
    }

    [Fact]
    public void It_says_something_and_nothing_of_persons()
    {
        var same = (OrganizationDraft)Snapshot.Public.Organization(Group.Id)!.ToDraft();
        string? Refused(OrganizationDraft? draft, string? words) => Suggestions.Of(Sent(Group.Ref, draft, words), Snapshot.Public, Group.Version).Refusals.FirstOrDefault()?.Code;

        Assert.Equal("suggestion_empty", Refused(same, null));
        Assert.Equal("suggestion_empty", Refused(null, "  "));
        Assert.Null(Refused(null, "Sudah pindah"));
        Assert.Equal("suggestion_personal", Refused(same with { Note = "Ibu Sari" }, null));
        Assert.Equal("suggestion_personal", Refused(same with { Contacts = [new() { Channel = "whatsapp", Value = "+6281234567890", Audience = "own" }] }, null));
        Assert.Equal("text_missing", Refused(same with { Name = "" }, "x"));
    }

    [Fact]
    public void Numbers_that_are_withheld_from_her_are_no_change_of_hers_and_never_make_way_for_blanks()
    {
        var seen = Snapshot.Public.Organization(Group.Id)!;
        Assert.NotEqual(CountHeld.Nothing, seen.Members!.Held);
        var same = (OrganizationDraft)seen.ToDraft();
        string? Refused(CountSetDraft members) => Suggestions.Of(Sent(Group.Ref, same with { Members = members }), Snapshot.Public, Group.Version).Refusals.FirstOrDefault()?.Code;

        Assert.Equal("suggestion_empty", Refused(same.Members! with { Held = null }));
        Assert.Equal("suggestion_withheld", Refused(same.Members! with { Source = "Hitungan sendiri" }));
        Assert.Null(Refused(new CountSetDraft { Women = 40, Men = 7, Date = new DateOnly(2026, 1, 1), Source = "Hitungan sendiri" }));
    }

    [Fact]
    public void It_is_decided_once_and_a_no_owes_a_reason()
    {
        var suggestion = Suggestions.Of(Sent(Group.Ref, null, "Sudah pindah"), Snapshot.Public, Group.Version).Value;
        var waiting = With(suggestion);

        Assert.Equal("text_missing", Suggestions.Decline(suggestion.Id, " ", Today)(waiting).Refusals[0].Code);
        var no = Suggestions.Decline(suggestion.Id, "Kami periksa: masih di sana", Today)(waiting).Value;
        Assert.Equal(SuggestionState.Declined, ((Suggestion)no.Single().After!).State);
        var decided = With((Suggestion)no[0].After!);
        Assert.Equal("suggestion_decided", Suggestions.Accept(suggestion.Id, new Acceptance(null, null, null, false, "a", Today))(decided).Refusals[0].Code);
        Assert.Equal("suggestion_decided", Suggestions.Withdraw(suggestion.Id, null, Today)(decided).Refusals[0].Code);
        Assert.Equal("element_unknown", Suggestions.Withdraw(suggestion.Id, "somebody", Today)(waiting).Refusals[0].Code);
        Assert.Equal(SuggestionState.Withdrawn, ((Suggestion)Suggestions.Withdraw(suggestion.Id, Suggestion.Public, Today)(waiting).Value[0].After!).State);
        Assert.Equal(SuggestionState.Accepted, ((Suggestion)Accepted(suggestion, new Acceptance(null, null, null, false, "a", Today)).Single().After!).State);
    }

    [Fact]
    public void What_moved_on_since_it_was_looked_at_is_looked_at_again()
    {
        var draft = (OrganizationDraft)Snapshot.Public.Organization(Group.Id)!.ToDraft() with { Purpose = "Lain" };
        var suggestion = Suggestions.Of(Sent(Group.Ref, draft), Snapshot.Public, Group.Version).Value;

        Assert.Equal("version_stale", Suggestions.Accept(suggestion.Id, new Acceptance(Group.Version + 1, null, null, false, "a", Today))(With(suggestion)).Refusals[0].Code);
    }

    [Fact]
    public void What_lets_others_see_more_is_agreed_to_separately()
    {
        var draft = (OrganizationDraft)Snapshot.Public.Organization(Group.Id)!.ToDraft() with { Precision = "exact" };
        var suggestion = Suggestions.Of(Sent(Group.Ref, draft), Snapshot.Public, Group.Version).Value;
        Outcome<IReadOnlyList<Revision>> Accept(bool confirmed) => Suggestions.Accept(suggestion.Id, new Acceptance(null, null, null, confirmed, "a", Today))(With(suggestion));

        Assert.NotEqual(Precision.Exact, Group.Precision);
        Assert.Equal("suggestion_widens", Accept(false).Refusals[0].Code);
        Assert.False(Accept(true).IsRefused);
    }

    [Fact]
    public void Another_form_is_accepted_with_changes_and_the_same_one_as_it_is()
    {
        var draft = (OrganizationDraft)Snapshot.Public.Organization(Group.Id)!.ToDraft() with { Purpose = "Lain" };
        var suggestion = Suggestions.Of(Sent(Group.Ref, draft), Snapshot.Public, Group.Version).Value;
        SuggestionState With(string purpose) => ((Suggestion)Accepted(suggestion, new Acceptance(null, (OrganizationDraft)Group.ToDraft() with { Purpose = purpose }, null, false, "a", Today))[^1].After!).State;

        Assert.Equal((SuggestionState.Accepted, SuggestionState.AcceptedChanged), (With("Lain"), With("Lain sekali")));
    }

    [Fact]
    public void An_addition_becomes_the_element_on_the_word_of_who_accepts_it()
    {
        var draft = new OrganizationDraft { Name = "Kelompok Baru", ActorKind = "home_worker_organization", Region = "33.74", Provenance = new ProvenanceDraft { Source = "Usulan", Unverified = true } };
        var about = new ElementRef(ElementKind.Organization, Guid.NewGuid().ToString("D"));
        var suggestion = Suggestions.Of(Sent(about, draft), Snapshot.Public, null).Value;

        Assert.Equal((null, RegionCode.Of("33.74")), (suggestion.Organization, suggestion.Region!.Value));
        var made = (Organization)Accepted(suggestion, new Acceptance(null, null, null, false, "steward-1", Today))[0].After!;
        Assert.Equal((about, "Kelompok Baru", Precision.District, "steward-1"), (made.Ref, made.Name, made.Precision, made.Provenance.AssertedBy));
    }

    [Fact]
    public void Without_its_key_it_says_that_something_was_suggested_and_nothing_of_it()
    {
        var (open, hidden) = ((SuggestionDraft)All()["new there"].ToDraft()).Split();
        var erased = (Suggestion)open.Check().Value;

        Assert.NotNull(hidden);
        Assert.Equal((null, null, null, null), (erased.Wanted, erased.Words, erased.Sender, erased.Region?.Value));
        Assert.Empty(WantedFields.Read(erased.Wanted));
    }

    private static Dictionary<string, Suggestion> All()
    {
        var place = Network.PlacesOf(Group.Id).First();
        var tie = Network.TiesOf(Group.Id).First();
        var need = Network.All(ElementKind.Need).Cast<Need>().First(n => n.Region.Value.StartsWith("33.", StringComparison.Ordinal));
        Suggestion Words(ElementRef about) => Suggestions.Of(Sent(about, null, "Keliru"), Network, Network.Find(about)!.Version).Value;
        return new Dictionary<string, Suggestion>(StringComparer.Ordinal)
        {
            ["own"] = Words(Group.Ref),
            ["place of own"] = Words(place.Ref),
            ["tie of own"] = Words(tie.Ref),
            ["new there"] = Suggestions.Of(Sent(new ElementRef(ElementKind.Organization, Guid.NewGuid().ToString("D")), new OrganizationDraft { Name = "Baru", ActorKind = "ngo", Region = "33.74", Provenance = new ProvenanceDraft { Source = "x" } }), Network, null).Value,
            ["need"] = Words(need.Ref),
            ["term"] = Words(Network.All(ElementKind.Term).First().Ref),
        };
    }

    private static SuggestionSent Sent(ElementRef about, ElementDraft? draft, string? words = null) => new(new SuggestionId(Guid.NewGuid()), about, draft, words, "Ibu Sari", Suggestion.Public, Today);

    private static NetworkGraph With(Suggestion suggestion) => Network.With(suggestion.Ref, suggestion with { Version = 1 }, new EditScope());

    private static IReadOnlyList<Revision> Accepted(Suggestion suggestion, Acceptance how) => Suggestions.Accept(suggestion.Id, how)(With(suggestion)).Value;
}
