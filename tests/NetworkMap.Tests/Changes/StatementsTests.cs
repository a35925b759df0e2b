using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Tests.Graph.Algorithms;

namespace NetworkMap.Tests.Changes;

/// <summary>What the sides of a tie say, one after the other, and what a form may say of them.</summary>
public sealed class StatementsTests
{
    private const string Steward = "steward-1";
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly TieId Id = new(Sketch.Guid(20));
    private static readonly Func<TieDraft, TieDraft> Same = d => d;
    private static readonly NetworkSnapshot Start = new Sketch().Terms(Taxonomy.ActorKind, "ngo").TieType("supports", 0.7).TieType("partners_with", 0.9, symmetric: true).Region("34", 110, -7).Organization(1, "ngo").Organization(2, "ngo").Organization(3, "ngo").Snapshot();
    private NetworkSnapshot now = Start;

    private Tie Tie => (Tie)now.Full.Find(new ElementRef(ElementKind.Tie, Id.ToString()))!;

    [Fact]
    public void A_tie_is_proposed_by_one_side_and_official_once_the_other_confirms()
    {
        Propose();
        Assert.Equal((TieStatus.Proposed, false), (Tie.Status, Tie.IsCurrentOn(Today)));
        Say(new() { Side = "to", Says = "confirmed" }, StatementWay.Link);
        Assert.Equal((TieStatus.Confirmed, true), (Tie.Status, Tie.IsCurrentOn(Today)));
        Assert.Equal((StatementWay.Product, StatementWay.Link, Today), (Tie.Statements.From!.Way, Tie.Statements.To!.Way, Tie.Statements.To!.Day));
    }

    [Fact]
    public void An_answer_that_the_proposer_passed_on_counts_from_the_day_a_steward_accepts_it()
    {
        Propose();
        Say(new() { Side = "to", Says = "confirmed" }, StatementWay.LinkProposerPassedOn);
        Assert.Equal((TieStatus.Proposed, true), (Tie.Status, Tie.Statements.To!.Waits));
        Assert.Equal("statement_not_waiting", Refused(Statements.Accept(Id, TieSide.From, Today, null)));
        Do(Statements.Accept(Id, TieSide.To, Today.AddDays(2), null));
        Assert.Equal((TieStatus.Confirmed, Today.AddDays(2)), (Tie.Status, Tie.Statements.To!.Accepted));
        Assert.Equal("statement_not_waiting", Refused(Statements.Accept(Id, TieSide.To, Today, null)));
    }

    [Fact]
    public void A_denial_is_heard_and_can_be_taken_back()
    {
        Propose();
        Say(new() { Side = "to", Says = "confirmed" }, StatementWay.Link);
        Say(new() { Side = "to", Says = "disputed", Reason = "Kami tidak pernah bekerja sama" }, StatementWay.Link);
        Assert.Equal(TieStatus.Disputed, Tie.Status);
        Say(new() { Side = "to", Says = "confirmed", Word = "Ketua" }, StatementWay.Product);
        Assert.Equal(TieStatus.Confirmed, Tie.Status);
    }

    [Fact]
    public void What_a_source_says_stands_until_a_side_says_otherwise_and_again_when_that_is_taken_back()
    {
        Do(Edits.Create(Draft(Same) with { Status = "confirmed" }));
        Say(new() { Side = "from", Says = "confirmed" }, StatementWay.Link);
        Assert.Equal((TieStatus.Confirmed, TieStatus.Confirmed), (Tie.Status, Tie.OnSource));
        Say(new() { Side = "from", Says = "disputed", Reason = "Bukan kami" }, StatementWay.Link);
        Assert.Equal((TieStatus.Disputed, TieStatus.Confirmed), (Tie.Status, Tie.OnSource));
        Say(new() { Side = "from", Says = "confirmed" }, StatementWay.Link);
        Assert.Equal(TieStatus.Confirmed, Tie.Status);
    }

    [Fact]
    public void An_end_bounds_the_tie_to_its_day_as_long_as_it_is_told()
    {
        Propose();
        Say(new() { Side = "to", Says = "ended", Until = new(2026, 2, 1) }, StatementWay.Link);
        Say(new() { Side = "from", Says = "ended", Until = new(2026, 1, 1) }, StatementWay.Link);
        Assert.Equal((TieStatus.Ended, new DateOnly(2026, 1, 1)), (Tie.Status, Tie.Valid.Until));
        Say(new() { Side = "from", Says = "confirmed" }, StatementWay.Link);
        Assert.Equal((TieStatus.Ended, new DateOnly(2026, 2, 1)), (Tie.Status, Tie.Valid.Until));
        Say(new() { Side = "to", Says = "confirmed" }, StatementWay.Link);
        Assert.Equal((TieStatus.Confirmed, null), (Tie.Status, Tie.Valid.Until));
    }

    [Theory]
    [InlineData("confirmed", null, null, null, "text_missing word")]
    [InlineData("disputed", null, null, "Ketua", "text_missing reason")]
    [InlineData("ended", null, null, "Ketua", "text_missing until")]
    [InlineData("ended", null, "2026-03-11", "Ketua", "ended_in_future until")]
    [InlineData("ended", null, "2019-01-01", "Ketua", "interval_reversed until")]
    [InlineData("confirmed", null, "2026-01-01", "Ketua", "until_without_end until")]
    [InlineData(null, null, null, "Ketua", "code_missing says")]
    public void What_is_lacking_is_told(string? says, string? reason, string? until, string? word, string refused)
    {
        Propose();
        var said = new TieStatementDraft { Side = "to", Says = says, Reason = reason, Until = until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Word = word };
        Assert.Equal(refused, Refusals(Statements.State(Id, said, StatementWay.Product, Today, Steward, null)));
    }

    [Fact]
    public void The_same_word_once_more_changes_nothing_and_a_stale_one_is_refused()
    {
        Propose();
        var said = new TieStatementDraft { Side = "to", Says = "confirmed", Word = "Ketua" };
        Do(Statements.State(Id, said, StatementWay.Product, Today, Steward, 1));
        Assert.Empty(Statements.State(Id, said, StatementWay.Product, Today, Steward, null)(now.Full).Value);
        Assert.Equal("version_stale version", Refusals(Statements.State(Id, said, StatementWay.Product, Today, Steward, 1)));
    }

    [Theory]
    [InlineData("type", "statement_of_other type")]
    [InlineData("to", "statement_of_other to")]
    [InlineData("words", "statement_not_by_form statements")]
    [InlineData("forged", "statement_not_by_form statements")]
    [InlineData("status", "tie_status_contradicts status")]
    [InlineData("left out", "")]
    [InlineData("note", "")]
    public void A_form_changes_nothing_that_a_side_said(string what, string refused)
    {
        Propose();
        Say(new() { Side = "to", Says = "disputed", Reason = "Tidak" }, StatementWay.Link);
        var form = (TieDraft)Tie.ToDraft();
        form = what switch
        {
            "type" => form with { Type = "partners_with" },
            "to" => form with { To = Sketch.Guid(3).ToString("D") },
            "words" => form with { Statements = [form.Statements![0], form.Statements[1] with { Says = "confirmed" }] },
            "forged" => form with { Statements = [form.Statements![0] with { Way = "link" }, form.Statements[1]] },
            "status" => form with { Status = "confirmed" },
            "left out" => form with { Statements = null, Note = "Catatan" },
            _ => form with { Note = "Catatan" },
        };
        Assert.Equal(refused, Refusals(Edits.Change(form, null)));
        if (refused.Length == 0)
        {
            var before = Tie.Statements;
            Do(Edits.Change(form, null));
            Assert.Equal((before, TieStatus.Disputed), (Tie.Statements, Tie.Status));
        }
    }

    [Fact]
    public void A_steward_may_still_enter_a_one_sided_tie_as_confirmed_on_the_word_of_a_source()
    {
        Propose();
        Do(Edits.Change((TieDraft)Tie.ToDraft() with { Status = "confirmed" }, null));
        Assert.Equal((TieStatus.Confirmed, TieStatus.Confirmed), (Tie.Status, Tie.OnSource));
        Do(Edits.Change((TieDraft)Tie.ToDraft() with { Status = "proposed" }, null));
        Assert.Equal((TieStatus.Proposed, TieStatus.Proposed), (Tie.Status, Tie.OnSource));
    }

    [Fact]
    public void Who_said_what_goes_along_when_a_tie_without_direction_is_turned_round()
    {
        Do(Edits.Create(Draft(d => d with { Type = "partners_with", From = d.To, To = d.From, Statements = [new() { Side = "to", Says = "confirmed", Day = Today, Way = "product", Word = "Ketua" }] })));
        Assert.Equal((Sketch.Guid(1), "Ketua", null), (Tie.From.Value, Tie.Statements.From?.Word, Tie.Statements.To));
    }

    [Property(MaxTest = 300)]
    public void Whatever_is_said_in_whatever_order_the_tie_stands_as_the_rule_says_and_passed_on_answers_alone_never_make_it_count(int seed)
    {
        now = Start;
        Propose();
        var dice = new Random(seed);
        foreach (var _ in Enumerable.Range(0, 12))
        {
            var said = new TieStatementDraft { Side = dice.Next(2) == 0 ? "from" : "to", Says = Names<TieWord>.All[dice.Next(3)], Reason = "Sebab", Word = "Ketua" };
            var way = new[] { StatementWay.Product, StatementWay.Link, StatementWay.LinkProposerPassedOn }[dice.Next(3)];
            Say(said.Says == "ended" ? said with { Until = Today.AddDays(-dice.Next(30)) } : said, way);
            Assert.Equal(Tie.Statements.Standing(TieStatus.Proposed), Tie.Status);
            Assert.True(Tie.Status != TieStatus.Confirmed || Tie.Statements is { From.Affirms: true, To.Affirms: true });
        }
    }

    private void Propose() => Do(Edits.Create(Draft(Same) with { Statements = [new() { Side = "from", Says = "confirmed", Day = Today.AddDays(-9), Way = "product", Word = "Ketua" }] }));

    private static TieDraft Draft(Func<TieDraft, TieDraft> other) => other(new()
    {
        Id = Id.ToString(), Type = "supports", From = Sketch.Guid(1).ToString("D"), To = Sketch.Guid(2).ToString("D"), Valid = new() { From = new DateOnly(2020, 1, 1) }, Provenance = new() { Source = "a test", AssertedBy = "test" },
    });

    private void Say(TieStatementDraft said, StatementWay way) => Do(Statements.State(Id, said, way, Today, way == StatementWay.Product ? Steward : null, null));

    private string Refused(Decision decision) => decision(now.Full).Refusals[0].Code;

    private string Refusals(Decision decision) => string.Join(", ", decision(now.Full).Refusals.Select(r => $"{r.Code} {r.Field}"));

    private void Do(Decision decision)
    {
        var sequence = now.Sequence + 1;
        var changeset = new Changeset { Sequence = sequence, At = DateTimeOffset.UnixEpoch, Attribution = new Attribution("test"), Revisions = [.. decision(now.Full).Value.Select(r => r.At(sequence))] };
        now = now.After(changeset, new EditScope()).Next;
    }
}
