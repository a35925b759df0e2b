using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.DomainTests;

namespace NetworkMap.Tests.Changes;

/// <summary>What a tie may join, and that it is there once.</summary>
public sealed class TieRulesTests
{
    private static readonly ProvenanceDraft Told = new() { Source = "a test", AssertedBy = "test" };
    private readonly NetworkSnapshot world = NetworkSnapshot.Empty().After(Changed(1, [.. World().Select(Revision.Create)]), new EditScope()).Next;

    [Property(MaxTest = 60)]
    public void A_tie_without_direction_is_stored_once_whichever_end_it_is_told_from(byte one, byte other)
    {
        var (a, b) = (1 + (one % 2), 1 + (other % 2));
        var outcome = Edits.Create(Draft("partners_with", a, b))(world.Full);
        if (a == b)
        {
            Assert.Equal("tie_to_itself", outcome.Refusals[0].Code);
            return;
        }

        var tie = (Tie)Assert.Single(outcome.Value).After!;
        Assert.Equal((FilledElements.IdOf(1), FilledElements.IdOf(2)), (tie.From.ToString(), tie.To.ToString()));
        var next = world.After(Changed(2, outcome.Value), new EditScope()).Next;
        foreach (var (from, to) in new[] { (1, 2), (2, 1) })
        {
            var twin = Assert.Single(Edits.Create(Draft("partners_with", from, to) with { Id = FilledElements.IdOf(9) })(next.Full).Refusals);
            Assert.Equal(("tie_duplicate", tie.Id.ToString()), (twin.Code, twin.Arguments["id"]));
        }
    }

    [Fact]
    public void A_tie_with_a_direction_may_be_there_in_both()
    {
        var next = world.After(Changed(2, Edits.Create(Draft("advises", 1, 2))(world.Full).Value), new EditScope()).Next;
        Assert.False(Edits.Create(Draft("advises", 2, 1) with { Id = FilledElements.IdOf(9) })(next.Full).IsRefused);
        Assert.Equal("tie_duplicate", Assert.Single(Edits.Create(Draft("advises", 1, 2) with { Id = FilledElements.IdOf(9) })(next.Full).Refusals).Code);
    }

    [Fact]
    public void An_ended_tie_remains_and_may_begin_anew()
    {
        var ended = world.After(Changed(2, Edits.Create(Draft("advises", 1, 2) with { Status = "ended" })(world.Full).Value), new EditScope()).Next;
        Assert.False(Edits.Create(Draft("advises", 1, 2) with { Id = FilledElements.IdOf(9) })(ended.Full).IsRefused);
    }

    [Theory]
    [InlineData("accredits", 1, 2, "tie_kinds_not_joined")]
    [InlineData("accredits", 3, 2, null)]
    [InlineData("accredits", 2, 3, "tie_kinds_not_joined")]
    [InlineData("meets", 2, 3, null)]
    [InlineData("meets", 3, 2, null)]
    [InlineData("meets", 1, 2, "tie_kinds_not_joined")]
    [InlineData("unheard_of", 1, 2, "term_unknown")]
    public void A_type_joins_the_kinds_that_it_names_and_no_others(string type, int from, int to, string? code) =>
        Assert.Equal(code, Edits.Create(Draft(type, from, to))(world.Full).Refusals.Select(r => r.Code).FirstOrDefault());

    [Theory]
    [InlineData(1, 2, "from")]
    [InlineData(2, 1, "to")]
    public void An_organization_that_has_ended_is_refused_on_the_side_where_it_was_written(int from, int to, string field)
    {
        var ended = world.Full.Organization(new OrganizationId(Guid.Parse(FilledElements.IdOf(1))))!;
        var next = world.After(Changed(2, [Revision.Change(ended, ended with { Retired = new DateOnly(2025, 1, 1) })]), new EditScope()).Next.Full;
        var refusal = Assert.Single(Edits.Create(Draft("partners_with", from, to))(next).Refusals);
        Assert.Equal(("tie_end_retired", field), (refusal.Code, refusal.Field));
        Assert.False(Edits.Create(Draft("partners_with", from, to) with { Status = "ended" })(next).IsRefused);
    }

    [Fact]
    public void Ties_of_home_workers_are_for_their_parties_and_ties_of_institutions_for_all()
    {
        Assert.Equal(TieAudience.Parties, ((Tie)Edits.Create(Draft("advises", 2, 4))(world.Full).Value[0].After!).Audience);
        Assert.Equal(TieAudience.Public, ((Tie)Edits.Create(Draft("advises", 1, 2))(world.Full).Value[0].After!).Audience);
    }

    private static TieDraft Draft(string type, int from, int to) =>
        new() { Id = FilledElements.IdOf(8), Type = type, From = FilledElements.IdOf(from), To = FilledElements.IdOf(to), Status = "confirmed", Provenance = Told };

    private static Changeset Changed(long sequence, IReadOnlyList<Revision> revisions) =>
        new() { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. revisions.Select(r => r.At(sequence))] };

    private static IEnumerable<Element> World() =>
    [
        .. new[] { "ngo", "local_government", "home_worker_organization" }.Select(k => Term("actor_kind", k).Check().Value),
        (Term("tie_type", "partners_with") with { Symmetric = true }).Check().Value,
        Term("tie_type", "advises").Check().Value,
        (Term("tie_type", "accredits") with { FromKinds = ["local_government"], ToKinds = ["ngo"] }).Check().Value,
        (Term("tie_type", "meets") with { Symmetric = true, FromKinds = ["local_government"], ToKinds = ["ngo"] }).Check().Value,
        new RegionDraft { Id = "33", Name = "Jawa Tengah", Provenance = Told }.Check().Value,
        Of(1, "ngo"), Of(2, "ngo"), Of(3, "local_government"), Of(4, "home_worker_organization"),
    ];

    private static TermDraft Term(string taxonomy, string code) => new() { Taxonomy = taxonomy, Code = code, LabelId = code, LabelEn = code, Provenance = Told };

    private static Element Of(int number, string kind) =>
        new OrganizationDraft { Id = FilledElements.IdOf(number), Name = $"Organization {number}", ActorKind = kind, Region = "33", Provenance = Told }.Check().Value;
}
