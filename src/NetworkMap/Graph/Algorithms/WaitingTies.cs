using NetworkMap.Domain;
using NetworkMap.Domain.Ties;

namespace NetworkMap.Graph.Algorithms;

/// <summary>A tie that waits for a word.</summary>
/// <param name="Since">The day of the first statement; null when nobody has made one.</param>
public sealed record WaitingTie(Tie Tie, DateOnly? Since);

/// <summary>The ties that wait.</summary>
/// <param name="Ties">The oldest first; last those of which nobody knows since when.</param>
/// <param name="Count">How many there are.</param>
public sealed record WaitingAnswer(IReadOnlyList<WaitingTie> Ties, int Count);

/// <summary>The ties that wait for a side to speak, and those where an answer waits for a steward. What is over on the day waits for nobody.</summary>
public static class WaitingTies
{
    /// <summary>The first so many of them.</summary>
    public static WaitingAnswer Find(NetworkGraph graph, DateOnly at, int limit, CancellationToken cancellation)
    {
        var waiting = new List<WaitingTie>();
        foreach (var tie in graph.All(ElementKind.Tie).Cast<Tie>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Waits(tie, at))
            {
                waiting.Add(new WaitingTie(tie, Since(tie.Statements)));
            }
        }

        var ordered = waiting.OrderBy(w => w.Since is null).ThenBy(w => w.Since).ThenBy(w => w.Tie.Id.Value);
        return new WaitingAnswer([.. ordered.Take(limit)], waiting.Count);
    }

    /// <summary>The sides of whom a word is awaited: those of a one-sided tie that have said nothing.</summary>
    public static IEnumerable<TieSide> Silent(Tie tie) => tie.Status != TieStatus.Proposed ? [] : Enum.GetValues<TieSide>().Where(side => tie.Statements[side] is null);

    private static bool Waits(Tie tie, DateOnly at) =>
        (tie.Status == TieStatus.Proposed || tie.Statements is { From.Waits: true } or { To.Waits: true }) && !(tie.Valid.Until < at);

    private static DateOnly? Since(TieStatements stated) => (stated.From?.Day, stated.To?.Day) switch
    {
        ({ } one, { } other) => one < other ? one : other,
        var (one, other) => one ?? other,
    };
}
