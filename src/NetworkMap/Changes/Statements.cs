using NetworkMap.Domain;
using NetworkMap.Domain.Roles;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>What a side says of a tie, and that a steward takes an answer for that side's own. Where the tie stands follows (<see cref="TieStatements.Standing"/>).</summary>
public static class Statements
{
    /// <summary>A side's word. A denial needs its reason, an end its day; entered in the product for a side by somebody who does not keep it, also on whose word it is.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="said">The written form; its day, way and acceptance are not its own to state.</param>
    /// <param name="way">How it came.</param>
    /// <param name="today">The day on which it is said.</param>
    /// <param name="account">Who enters it; null when it came by a link.</param>
    /// <param name="from">The version of the tie it was said of, or whichever there is when null.</param>
    /// <param name="admits">Of an answer by a link: why the tie as it stands does not admit it, or null.</param>
    public static Decision State(TieId tie, TieStatementDraft said, StatementWay way, DateOnly today, string? account, int? from, Func<Tie, Refusal?>? admits = null) => network =>
        Find(network, tie, from).Then<IReadOnlyList<Revision>>(current =>
        {
            if (admits?.Invoke(current) is { } refusal)
            {
                return refusal;
            }

            return Read(said, way, today, current, side => account is null || Keeps(network, account, today, current, side)).Then(read => current.Statements[read.Side] == read.Statement
                ? Array.Empty<Revision>()
                : Restated(network, current, read.Side, read.Statement));
        });

    /// <summary>A steward takes the answer that came by a link which the proposer had passed on for that side's own; <c>statement_not_waiting</c> when none waits.</summary>
    public static Decision Accept(TieId tie, TieSide side, DateOnly today, int? from) => network =>
        Find(network, tie, from).Then(current => current.Statements[side] is { Waits: true } waiting
            ? Restated(network, current, side, waiting with { Accepted = today })
            : Refusal.Of("statement_not_waiting", "side", ("side", Names<TieSide>.Of(side))));

    private static Outcome<Tie> Find(INetwork network, TieId id, int? from)
    {
        var element = new ElementRef(ElementKind.Tie, id.ToString());
        return network.Find(element) is not Tie tie ? Edits.Unknown(element)
            : from is { } version && tie.Version != version ? Edits.Stale(tie, version, [])
            : tie;
    }

    private static Outcome<(TieSide Side, TieStatement Statement)> Read(TieStatementDraft said, StatementWay way, DateOnly today, Tie tie, Func<TieSide, bool> speaksForItself)
    {
        var checks = new Checks();
        checks.Require(said.Side is not null, "code_missing", "side");
        var side = checks.Choice("side", said.Side, TieSide.From);
        var statement = (said with { Day = today, Way = Names<StatementWay>.Of(way), Accepted = null }).Read(checks, "");
        checks.Require(statement.Says != TieWord.Disputed || statement.Reason is not null || checks.Refusals.Any(r => r.Field == "reason"), "text_missing", "reason");
        checks.Require(speaksForItself(side) || statement.Word is not null || checks.Refusals.Any(r => r.Field == "word"), "text_missing", "word");
        checks.Require(statement.Says != TieWord.Ended || statement.Until is not null, "text_missing", "until");
        checks.Require(statement.Until is not { } day || day <= today, "ended_in_future", "until", ("day", statement.Until), ("today", today));
        if (statement.Until is { } last)
        {
            checks.Take("", Interval.Of(tie.Valid.From, last));
        }

        return checks.Finish((side, statement));
    }

    /// <summary>Whether an account is an editor of the organization at one end of a tie.</summary>
    public static bool Keeps(INetwork network, string account, DateOnly today, Tie tie, TieSide side) =>
        Rights.Held(network, account, today).Any(g => g.Role == Role.OrganizationEditor && g.Organization == (side == TieSide.From ? tie.From : tie.To));

    private static Outcome<IReadOnlyList<Revision>> Restated(INetwork network, Tie tie, TieSide side, TieStatement statement)
    {
        var (source, next) = (tie.OnSource, tie.Statements.With(side, statement));
        var after = tie with
        {
            Status = next.Standing(source),
            Valid = Valid(tie, next),
            Details = (tie.Details ?? TieDetails.None) with { Statements = next, OnSource = next.AreOwn && source != TieStatus.Proposed ? source : null },
        };
        var refusals = References.Check(network, after);
        return refusals.Count > 0 ? Outcome.Refused<IReadOnlyList<Revision>>(refusals) : new[] { Revision.Change(tie, after) };
    }

    /// <summary>A tie holds until the first end that a side tells of; an end that was told and is taken back bounds it no more.</summary>
    private static Interval Valid(Tie tie, TieStatements next)
    {
        var until = tie.Valid.Until;
        var told = until is not null && (tie.Statements.From?.Until == until || tie.Statements.To?.Until == until);
        var ends = new[] { told ? null : until, next.From?.Until, next.To?.Until }.OfType<DateOnly>().ToList();
        return Interval.Of(tie.Valid.From, ends.Count == 0 ? null : ends.Min()).TryValue(out var valid) ? valid : tie.Valid;
    }
}
