using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Changes;

/// <summary>Two records of one tie as one: nothing that either says is lost, and nobody sees more than of both.</summary>
internal static class TieUnion
{
    private const int LongestSource = 500;

    /// <summary>The union, as the first; both join the same two in the same way.</summary>
    internal static Outcome<Element> Of(Tie kept, Tie other)
    {
        var statements = new TieStatements(Later(kept.Statements.From, other.Statements.From), Later(kept.Statements.To, other.Statements.To));
        var source = Stronger(kept.OnSource, other.OnSource);
        var (a, b) = (kept.Details ?? TieDetails.None, other.Details ?? TieDetails.None);
        var details = new TieDetails(kept.Service, a.Agreement ?? b.Agreement, statements, statements.AreOwn && source != TieStatus.Proposed ? source : null, a.Supply ?? b.Supply, Text(a.Note, b.Note, "\n\n"));
        var union = kept with
        {
            Status = statements.AreOwn ? statements.Standing(source) : source,
            Strength = Math.Max(kept.Strength, other.Strength),
            Audience = kept.Audience > other.Audience ? kept.Audience : other.Audience,
            Valid = Spanning(kept.Valid, other.Valid),
            Details = details == TieDetails.None ? null : details,
            Provenance = Told(kept.Provenance, other.Provenance),
        };
        return union.ToDraft().Check();
    }

    /// <summary>What a side says is what it said last.</summary>
    private static TieStatement? Later(TieStatement? one, TieStatement? other) => one is null ? other : other is null || other.Day <= one.Day ? one : other;

    /// <summary>One who denies it is heard, then one who confirms it.</summary>
    private static TieStatus Stronger(TieStatus one, TieStatus other) =>
        one == TieStatus.Disputed || other == TieStatus.Disputed ? TieStatus.Disputed : one == TieStatus.Confirmed || other == TieStatus.Confirmed ? TieStatus.Confirmed : one;

    private static Interval Spanning(Interval one, Interval other) => Interval.Of(
        one.From is { } a && other.From is { } b ? (a < b ? a : b) : null,
        one.Until is { } c && other.Until is { } d ? (c > d ? c : d) : null).TryValue(out var spanning) ? spanning : one;

    private static Provenance Told(Provenance one, Provenance other) => one with
    {
        Source = one.Source.Contains(other.Source, StringComparison.Ordinal) || one.Source.Length + other.Source.Length + 2 > LongestSource ? one.Source : Text(one.Source, other.Source, "; ")!,
        SourceUrl = one.SourceUrl ?? other.SourceUrl,
        LastVerified = one.LastVerified is { } a && other.LastVerified is { } b ? (a > b ? a : b) : one.LastVerified ?? other.LastVerified,
        Unverified = one.Unverified && other.Unverified,
        Example = one.Example && other.Example,
    };

    private static string? Text(string? one, string? other, string between) => one is null || one == other ? other : other is null ? one : one + between + other;
}
