using System.Text;
using System.Xml;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Exchange.Tables;

namespace NetworkMap.Server.Exchange;

/// <summary>A value that every node or every edge of a graph file may have.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Type">string, integer, double or boolean.</param>
/// <param name="Of">Reads it; null when there is none.</param>
internal sealed record GraphValue<T>(string Name, string Type, Func<T, Selection, object?> Of)
{
    internal string? Read(T of, Selection selection) => Of(of, selection) is { } value ? CellText.Of(value) : null;
}

/// <summary>What the formats for graphs tell of organizations and ties.</summary>
internal static class GraphValues
{
    internal static readonly XmlWriterSettings Settings = new() { Async = true, Indent = true, IndentChars = " ", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    internal static readonly GraphValue<Organization>[] OfNode =
    [
        new("label", "string", (o, _) => o.Name),
        new("acronym", "string", (o, _) => o.Acronym),
        new("kind", "string", (o, _) => o.ActorKind.Value),
        new("kindLabel", "string", (o, s) => s.Label(Taxonomy.ActorKind, o.ActorKind)),
        new("family", "string", (o, s) => Names<Family>.Of(s.FamilyOf(o))),
        new("region", "string", (o, _) => o.Region?.Value),
        new("regionName", "string", (o, s) => s.NameOf(o.Region)),
        new("longitude", "double", (o, s) => s.PositionOf(o)?.Point.Longitude),
        new("latitude", "double", (o, s) => s.PositionOf(o)?.Point.Latitude),
        new("radiusKm", "double", (o, s) => s.PositionOf(o)?.RadiusKm),
        new("mediates", "boolean", (o, _) => o.Mediates),
        new("issues", "string", (o, _) => o.Issues.IsEmpty ? null : CellText.Join([.. o.Issues.Select(i => i.Value)])),
        new("retired", "string", (o, _) => o.Retired),
        new("example", "boolean", (o, _) => o.Provenance.Example),
        new("source", "string", (o, _) => o.Provenance.Source),
    ];

    internal static readonly GraphValue<Tie>[] OfEdge =
    [
        new("label", "string", (t, s) => s.Label(Taxonomy.TieType, t.Type)),
        new("type", "string", (t, _) => t.Type.Value),
        new("status", "string", (t, _) => Names<TieStatus>.Of(t.Status)),
        new("symmetric", "boolean", (t, s) => IsSymmetric(t, s)),
        new("weight", "double", (t, _) => (double)WeightOf(t)),
        new("strength", "integer", (t, _) => t.Strength == 0 ? null : (int)t.Strength),
        new("validFrom", "string", (t, _) => t.Valid.From),
        new("validUntil", "string", (t, _) => t.Valid.Until),
        new("example", "boolean", (t, _) => t.Provenance.Example),
        new("source", "string", (t, _) => t.Provenance.Source),
    ];

    /// <summary>True when the type has no direction.</summary>
    internal static bool IsSymmetric(Tie tie, Selection selection) => selection.Graph.Term(Taxonomy.TieType, tie.Type)?.Tie?.Symmetric == true;

    /// <summary>The strength, 1 to 5; 1 where it is not known, since a graph without weights has that everywhere.</summary>
    internal static int WeightOf(Tie tie) => Math.Max(tie.Strength, (byte)1);

    /// <summary>A day as the formats for graphs write it.</summary>
    internal static string? Day(DateOnly? day) => day is { } told ? CellText.Of(told) : null;
}
