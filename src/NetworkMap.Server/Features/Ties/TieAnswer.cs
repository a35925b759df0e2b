using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Ties;

/// <summary>A tie with both of its sides and what each of them says.</summary>
/// <param name="Tie">Its written form.</param>
/// <param name="Current">True when it counts on the day.</param>
/// <param name="Sides">The first side, then the second.</param>
public sealed record TieAnswer(DateOnly At, JsonObject Tie, bool Current, string Sentence, IReadOnlyList<SideAnswer> Sides)
{
    internal static TieAnswer Of(Tie tie, Asking asking, ElementForms forms, DateOnly at) =>
        new(at, forms.Write(tie, asking), tie.IsCurrentOn(at), Saying(tie, asking.Telling), [.. Enum.GetValues<TieSide>().Select(side => SideAnswer.Of(tie, side, asking.Telling))]);

    /// <summary>What the tie says, as one sentence.</summary>
    internal static string Saying(Tie tie, Telling telling) =>
        $"{telling.Graph.Organization(tie.From)!.Name} {telling.TieLabel(tie.Type, reverse: false)} {telling.Graph.Organization(tie.To)!.Name}.";
}

/// <summary>One side of a tie.</summary>
/// <param name="Says">What it last said; null when it has said nothing.</param>
/// <param name="Way">How that is known.</param>
/// <param name="Awaited">True when its word is awaited.</param>
/// <param name="Waits">True when its answer waits for a steward to accept it.</param>
public sealed record SideAnswer(string Side, OrganizationSummary Organization, string? Says, DateOnly? Day, string? Way, bool? Awaited, bool? Waits, string Sentence)
{
    internal static SideAnswer Of(Tie tie, TieSide side, Telling telling)
    {
        var said = tie.Statements[side];
        return new SideAnswer(
            Names<TieSide>.Of(side),
            telling.Summary(telling.Graph.Organization(side == TieSide.From ? tie.From : tie.To)!),
            said is null ? null : Names<TieWord>.Of(said.Says),
            said?.Day,
            said is null ? null : Names<StatementWay>.Of(said.Way),
            WaitingTies.Silent(tie).Contains(side) ? true : null,
            said is { Waits: true } ? true : null,
            StatementSentences.Of(tie, side, telling));
    }
}
