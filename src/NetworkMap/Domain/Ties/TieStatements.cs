namespace NetworkMap.Domain.Ties;

/// <summary>What each of the two sides last said of a tie; what it said before is in the log.</summary>
/// <param name="From">Of the first side; null while it has said nothing.</param>
/// <param name="To">Of the second side.</param>
public readonly record struct TieStatements(TieStatement? From, TieStatement? To)
{
    /// <summary>What a side last said.</summary>
    public TieStatement? this[TieSide side] => side == TieSide.From ? From : To;

    /// <summary>True when at least one side spoke for itself.</summary>
    public bool AreOwn => From is { IsOwn: true } || To is { IsOwn: true };

    /// <summary>The same with another statement of one side.</summary>
    public TieStatements With(TieSide side, TieStatement? statement) => side == TieSide.From ? this with { From = statement } : this with { To = statement };

    /// <summary>The same without what may tell about a person.</summary>
    public TieStatements Bare() => new(From?.Bare(), To?.Bare());

    /// <summary>Where a tie stands: the one rule.</summary>
    /// <remarks>
    /// <para>There are three voices: the two sides, and an outside source, as a steward entered it. Once both sides have spoken for themselves the source is not heard any more;
    /// a confirmation that waits for a steward is no such word.</para>
    /// <list type="number">
    /// <item>One voice disputes it: disputed.</item>
    /// <item>Else one says that it ended: ended.</item>
    /// <item>Else both sides confirm, or the source does: confirmed, which alone counts (<see cref="Tie.IsCurrentOn"/>).</item>
    /// <item>Else it is one-sided: proposed.</item>
    /// </list>
    /// <para>A denial and an end take from what counts, so they are heard at once, however they came. A yes by a link that the proposer passed on may be the proposer's own: it adds nothing
    /// until a steward accepted it.</para>
    /// </remarks>
    /// <param name="onSource">What an outside source says; proposed when there is none.</param>
    public TieStatus Standing(TieStatus onSource)
    {
        var source = From is { IsSpoken: true } && To is { IsSpoken: true } ? TieStatus.Proposed : onSource;
        return source == TieStatus.Disputed || Says(TieWord.Disputed) ? TieStatus.Disputed
            : source == TieStatus.Ended || Says(TieWord.Ended) ? TieStatus.Ended
            : source == TieStatus.Confirmed || (From is { Affirms: true } && To is { Affirms: true }) ? TieStatus.Confirmed
            : TieStatus.Proposed;
    }

    private bool Says(TieWord word) => From?.Says == word || To?.Says == word;

    internal static TieStatements Read(Checks checks, IReadOnlyList<TieStatementDraft>? drafts, DateOnly? confirmedFrom, DateOnly? confirmedTo)
    {
        var read = new TieStatements(Entered(confirmedFrom), Entered(confirmedTo));
        for (var i = 0; i < (drafts?.Count ?? 0); i++)
        {
            var (draft, field) = (drafts![i] ?? new TieStatementDraft(), $"statements[{i}]");
            checks.Require(draft.Side is not null, "code_missing", field + ".side");
            var side = checks.Choice(field + ".side", draft.Side, TieSide.From);
            checks.Require(read[side] is null, "statement_doubled", field + ".side", ("side", Names<TieSide>.Of(side)));
            read = read.With(side, draft.Read(checks, field + "."));
        }

        return read;
    }

    internal IReadOnlyList<TieStatementDraft>? ToDrafts() => (From, To) switch
    {
        (null, null) => null,
        ({ } from, null) => [TieStatementDraft.Of(TieSide.From, from)],
        (null, { } to) => [TieStatementDraft.Of(TieSide.To, to)],
        ({ } from, { } to) => [TieStatementDraft.Of(TieSide.From, from), TieStatementDraft.Of(TieSide.To, to)],
    };

    /// <summary>The day on which a side confirmed, as ties were written before there were statements.</summary>
    private static TieStatement? Entered(DateOnly? day) => day is { } d ? new TieStatement(TieWord.Confirmed, d, StatementWay.Source).Shared() : null;
}

/// <summary>The written form of a <see cref="TieStatement"/>.</summary>
public sealed record TieStatementDraft
{
#pragma warning disable CS1591 // The fields are explained on TieStatement.
    public string? Side { get; init; }
    public string? Says { get; init; }
    public DateOnly? Day { get; init; }
    public string? Way { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? Accepted { get; init; }
    public string? Reason { get; init; }
    public string? Word { get; init; }
#pragma warning restore CS1591

    internal static TieStatementDraft Of(TieSide side, TieStatement s) => new()
    {
        Side = Names<TieSide>.Of(side),
        Says = Names<TieWord>.Of(s.Says),
        Day = s.Day,
        Way = Names<StatementWay>.Of(s.Way),
        Until = s.Until,
        Accepted = s.Accepted,
        Reason = s.Reason,
        Word = s.Word,
    };

    internal TieStatement Read(Checks checks, string prefix)
    {
        checks.Require(Says is not null, "code_missing", prefix + "says");
        checks.Require(Day is not null, "text_missing", prefix + "day");
        var says = checks.Choice(prefix + "says", Says, TieWord.Confirmed);
        checks.Require(says == TieWord.Ended || Until is null, "until_without_end", prefix + "until");
        return new TieStatement(
            says,
            Day ?? default,
            checks.Choice(prefix + "way", Way, StatementWay.Source),
            Until,
            Accepted,
            checks.OptionalText(prefix + "reason", Reason, 1000),
            checks.OptionalText(prefix + "word", Word, 200)).Shared();
    }
}
