using FsCheck.Xunit;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Tests.DomainTests.Ties;

/// <summary>Where a tie stands by what its sides and a source say.</summary>
public sealed class StandingTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("", "", "proposed", "proposed")]
    [InlineData("", "", "confirmed", "confirmed")]
    [InlineData("yes", "", "proposed", "proposed")]
    [InlineData("yes", "", "confirmed", "confirmed")]
    [InlineData("yes", "yes", "proposed", "confirmed")]
    [InlineData("yes", "passed on", "proposed", "proposed")]
    [InlineData("yes", "passed on", "confirmed", "confirmed")]
    [InlineData("yes", "accepted", "proposed", "confirmed")]
    [InlineData("passed on", "passed on", "proposed", "proposed")]
    [InlineData("yes", "no", "confirmed", "disputed")]
    [InlineData("yes", "passed-on no", "confirmed", "disputed")]
    [InlineData("over", "no", "proposed", "disputed")]
    [InlineData("yes", "over", "confirmed", "ended")]
    [InlineData("yes", "", "ended", "ended")]
    [InlineData("yes", "yes", "ended", "confirmed")]
    [InlineData("yes", "yes", "disputed", "confirmed")]
    [InlineData("yes", "by a source", "proposed", "confirmed")]
    [InlineData("yes", "by a source", "ended", "ended")]
    [InlineData("by a source", "by a source", "ended", "ended")]
    public void The_rule_as_a_table(string from, string to, string source, string expected) =>
        Assert.Equal(expected, Names<TieStatus>.Of(new TieStatements(Said(from), Said(to)).Standing(Status(source))));

    [Property(MaxTest = 1000)]
    public void An_answer_that_the_proposer_passed_on_never_makes_a_tie_count_by_itself(int number)
    {
        var dice = new Random(number);
        var (from, source) = (Any(dice), (TieStatus)dice.Next(4));
        var without = new TieStatements(from, null).Standing(source);
        var with = new TieStatements(from, Said("passed on")).Standing(source);
        Assert.True(with != TieStatus.Confirmed || without == TieStatus.Confirmed);
        Assert.Equal(without, with);
    }

    [Property(MaxTest = 1000)]
    public void A_tie_counts_only_while_nobody_heard_denies_it_or_says_it_ended_and_both_sides_or_a_source_affirm(int number)
    {
        var dice = new Random(number);
        var (stated, source) = (new TieStatements(Any(dice), Any(dice)), (TieStatus)dice.Next(4));
        var voices = new[] { stated.From?.Says, stated.To?.Says };
        if (stated.Standing(source) == TieStatus.Confirmed)
        {
            Assert.DoesNotContain(TieWord.Disputed, voices.OfType<TieWord>());
            Assert.DoesNotContain(TieWord.Ended, voices.OfType<TieWord>());
            Assert.True(source == TieStatus.Confirmed || (stated.From is { Affirms: true } && stated.To is { Affirms: true }));
        }

        Assert.Equal(stated.Standing(source), new TieStatements(stated.To, stated.From).Standing(source));
    }

    [Fact]
    public void A_tie_written_before_there_were_statements_says_the_same_as_one_that_states_them()
    {
        var old = """{"type":"supports","from":"00000007-0000-0000-0000-000000000001","to":"00000007-0000-0000-0000-000000000002","status":"confirmed","audience":"public","confirmedFrom":"2018-04-28","confirmedTo":"2018-05-01","id":"00000007-0000-0000-0000-000000000008","provenance":{"source":"a test","assertedBy":"seed"}}"""u8;
        var tie = (Tie)ElementText.Read(ElementKind.Tie, old).Check().Value;
        Assert.Equal(new TieStatement(TieWord.Confirmed, new DateOnly(2018, 4, 28), StatementWay.Source), tie.Statements.From);
        Assert.Equal((TieStatus.Confirmed, TieStatus.Confirmed, false), (tie.Status, tie.OnSource, tie.Statements.AreOwn));
        var text = System.Text.Encoding.UTF8.GetString(ElementText.ToBytes(tie.ToDraft()));
        Assert.Contains("""[{"side":"from","says":"confirmed","day":"2018-04-28","way":"source"},{"side":"to","says":"confirmed","day":"2018-05-01","way":"source"}]""", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{}]""", "code_missing statements[0].side, code_missing statements[0].says, text_missing statements[0].day")]
    [InlineData("""[{"side":"from","says":"confirmed","day":"2026-01-01"},{"side":"from","says":"confirmed","day":"2026-01-01"}]""", "statement_doubled statements[1].side")]
    [InlineData("""[{"side":"from","says":"confirmed","day":"2026-01-01","until":"2026-01-01"}]""", "until_without_end statements[0].until")]
    [InlineData("""[{"side":"middle","says":"maybe","day":"2026-01-01","way":"post"}]""", "choice_unknown statements[0].side, choice_unknown statements[0].says, choice_unknown statements[0].way")]
    public void What_cannot_be_a_statement_is_refused_where_it_stands(string statements, string refused)
    {
        var draft = (TieDraft)ElementText.Read(ElementKind.Tie, System.Text.Encoding.UTF8.GetBytes($$"""{"statements":{{statements}}}"""));
        Assert.Equal(refused, string.Join(", ", draft.Check().Refusals.Where(r => r.Field.StartsWith("statements", StringComparison.Ordinal)).Select(r => $"{r.Code} {r.Field}")));
    }

    private static TieStatus Status(string name) => Names<TieStatus>.TryParse(name, out var status) ? status : throw new ArgumentException(name, nameof(name));

    private static TieStatement? Any(Random dice) => Said(new[] { "", "yes", "passed on", "accepted", "no", "passed-on no", "over", "by a source" }[dice.Next(8)]);

    private static TieStatement? Said(string what) => what switch
    {
        "" => null,
        "yes" => new(TieWord.Confirmed, Day, StatementWay.Product),
        "passed on" => new(TieWord.Confirmed, Day, StatementWay.LinkProposerPassedOn),
        "accepted" => new(TieWord.Confirmed, Day, StatementWay.LinkProposerPassedOn, Accepted: Day),
        "no" => new(TieWord.Disputed, Day, StatementWay.Link, Reason: "Tidak pernah"),
        "passed-on no" => new(TieWord.Disputed, Day, StatementWay.LinkProposerPassedOn, Reason: "Tidak pernah"),
        "over" => new(TieWord.Ended, Day, StatementWay.Product, Until: Day),
        _ => new(TieWord.Confirmed, Day, StatementWay.Source),
    };
}
