using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>A tie that waits for a word.</summary>
/// <param name="Since">The day of the first statement; null when nobody has made one.</param>
/// <param name="IsOwn">True when one of its sides is the asker's own.</param>
public sealed record WaitingTie(Tie Tie, DateOnly? Since, bool IsOwn);

/// <summary>The ties that wait.</summary>
/// <param name="Ties">The asker's own before all others; of either the oldest first, and last those of which nobody knows since when.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Own">How many of them are the asker's own.</param>
/// <param name="Yours">How many wait for the asker: for a word of her own side, or to be accepted by her.</param>
public sealed record WaitingAnswer(IReadOnlyList<WaitingTie> Ties, int Count, int Own, int Yours);

/// <summary>The ties that wait for a side to speak, and those where an answer waits for a steward. What is over on the day waits for nobody.</summary>
public static class WaitingTies
{
    /// <summary>The first so many of them.</summary>
    /// <param name="graph">What the asker sees.</param>
    /// <param name="at">The day.</param>
    /// <param name="limit">How many.</param>
    /// <param name="own">The organizations that the asker speaks for.</param>
    /// <param name="mayAccept">Whether the asker may accept an answer that waits.</param>
    /// <param name="cancellation">Ends it.</param>
    public static WaitingAnswer Find(NetworkGraph graph, DateOnly at, int limit, IReadOnlySet<OrganizationId> own, Func<Tie, bool> mayAccept, CancellationToken cancellation)
    {
        var (waiting, yours) = (new List<WaitingTie>(), 0);
        foreach (var tie in graph.All(ElementKind.Tie).Cast<Tie>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Waits(tie, at))
            {
                waiting.Add(new WaitingTie(tie, Since(tie.Statements), own.Contains(tie.From) || own.Contains(tie.To)));
                yours += Silent(tie).Any(side => own.Contains(side == TieSide.From ? tie.From : tie.To)) || (AnswerWaits(tie) && mayAccept(tie)) ? 1 : 0;
            }
        }

        var ordered = waiting.OrderByDescending(w => w.IsOwn).ThenBy(w => w.Since is null).ThenBy(w => w.Since).ThenBy(w => w.Tie.Id.Value);
        return new WaitingAnswer([.. ordered.Take(limit)], waiting.Count, waiting.Count(w => w.IsOwn), yours);
    }

    /// <summary>The sides of whom a word is awaited: those of a one-sided tie that have said nothing.</summary>
    public static IEnumerable<TieSide> Silent(Tie tie) => tie.Status != TieStatus.Proposed ? [] : Enum.GetValues<TieSide>().Where(side => tie.Statements[side] is null);

    private static bool Waits(Tie tie, DateOnly at) =>
        (tie.Status == TieStatus.Proposed || AnswerWaits(tie)) && !(tie.Valid.Until < at);

    private static bool AnswerWaits(Tie tie) => tie.Statements is { From.Waits: true } or { To.Waits: true };

    private static DateOnly? Since(TieStatements stated) => (stated.From?.Day, stated.To?.Day) switch
    {
        ({ } one, { } other) => one < other ? one : other,
        var (one, other) => one ?? other,
    };
}
