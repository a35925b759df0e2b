using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>A tie as a line between two organizations of an answer.</summary>
/// <param name="Strength">1 to 5; null when unknown.</param>
/// <param name="Symmetric">True when it has no direction.</param>
public sealed record TieLine(string Id, string Type, string Label, string From, string To, string Status, int? Strength, bool? Symmetric)
{
    internal static TieLine Of(Tie tie, Telling telling) => new(
        tie.Id.ToString(),
        tie.Type.Value,
        telling.TieLabel(tie.Type, reverse: false),
        tie.From.ToString(),
        tie.To.ToString(),
        Names<TieStatus>.Of(tie.Status),
        tie.Strength == 0 ? null : tie.Strength,
        telling.Graph.Term(Taxonomy.TieType, tie.Type)?.Tie is { Symmetric: true } ? true : null);
}
