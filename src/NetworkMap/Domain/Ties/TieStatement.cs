namespace NetworkMap.Domain.Ties;

/// <summary>What one side of a tie last said of it. A plain confirmation, as a million ties have two of, is one shared object for all who confirmed on that day in that way.</summary>
/// <param name="Says">What it says.</param>
/// <param name="Day">When it said so.</param>
/// <param name="Way">How it is known that it said so.</param>
/// <param name="Until">Of an end: the last day on which the tie held.</param>
/// <param name="Accepted">The day on which a steward took an answer for that side's own that the proposer had passed the link for.</param>
/// <param name="Reason">Why it says so, in its own words, at most 1,000. Sealed.</param>
/// <param name="Word">On whose word: a role or a name, at most 200. Sealed.</param>
public sealed record TieStatement(TieWord Says, DateOnly Day, StatementWay Way, DateOnly? Until = null, DateOnly? Accepted = null, string? Reason = null, string? Word = null)
{
    private static readonly Pool<TieStatement> Plain = new(14);

    /// <summary>True when it waits for a steward: somebody said yes by a link that the other side handed on, which may have been the other side itself.</summary>
    public bool Waits => Says == TieWord.Confirmed && Way == StatementWay.LinkProposerPassedOn && Accepted is null;

    /// <summary>True when the side said so itself, and nobody for it.</summary>
    public bool IsOwn => Way != StatementWay.Source;

    /// <summary>True when it makes a tie count as far as this side is concerned. A no needs no check, a yes does.</summary>
    public bool Affirms => Says == TieWord.Confirmed && !Waits;

    /// <summary>True when the side has spoken for itself, and nothing is to be checked any more.</summary>
    public bool IsSpoken => IsOwn && !Waits;

    /// <summary>The same without what may tell about a person.</summary>
    internal TieStatement Bare() => Reason is null && Word is null ? this : (this with { Reason = null, Word = null }).Shared();

    /// <summary>The same without who said it for the side.</summary>
    internal TieStatement Wordless() => Word is null ? this : (this with { Word = null }).Shared();

    /// <summary>An equal statement that was met before, unless it has words of its own.</summary>
    internal TieStatement Shared() => Reason is null && Word is null ? Plain.One(this) : this;
}

/// <summary>One of the two ends of a tie, as it is stored.</summary>
public enum TieSide : byte
{
    /// <summary>Who does it; of a symmetric tie the one with the smaller id.</summary>
    From,

    /// <summary>To or with whom.</summary>
    To,
}

/// <summary>What a side says of a tie.</summary>
public enum TieWord : byte
{
    /// <summary>So it is.</summary>
    Confirmed,

    /// <summary>So it is not, and why.</summary>
    Disputed,

    /// <summary>So it was, until a day.</summary>
    Ended,
}

/// <summary>How it is known what a side said.</summary>
public enum StatementWay : byte
{
    /// <summary>An outside source says that it said so.</summary>
    Source,

    /// <summary>It was entered in the product, by the side or by a steward on its word.</summary>
    Product,

    /// <summary>By a link that reached it without the other side.</summary>
    Link,

    /// <summary>By a link that the other side handed on.</summary>
    LinkProposerPassedOn,
}
