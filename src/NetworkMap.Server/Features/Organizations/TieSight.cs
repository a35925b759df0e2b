using System.Text.Json.Nodes;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Organizations;

/// <summary>What a tie is about, by its name.</summary>
public sealed record Naming(string Id, string Name);

/// <summary>A tie as seen from one of its ends.</summary>
public sealed record TieSight
{
#pragma warning disable CS1591 // The fields are explained on Tie.
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Label { get; init; }
    public required string Direction { get; init; }
    public required OrganizationSummary Other { get; init; }
    public required string Status { get; init; }
    public required bool Current { get; init; }
    public int? Strength { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public required string Audience { get; init; }
    public required string Sentence { get; init; }
    public IReadOnlyList<string>? Stated { get; init; }
    public required JsonNode? Provenance { get; init; }
    public Naming? Service { get; init; }
    public JsonNode? Agreement { get; init; }
    public JsonNode? Supply { get; init; }
    public int? Version { get; init; }
#pragma warning restore CS1591

    internal static IReadOnlyList<TieSight> AllOf(Organization organization, Asking asking, DateOnly at) =>
        [.. asking.Graph.TiesOf(organization.Id).OrderBy(t => t.Status).ThenByDescending(t => t.Strength).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal).Select(t => Of(t, organization, asking, at))];

    private static TieSight Of(Tie tie, Organization self, Asking asking, DateOnly at)
    {
        var outward = tie.From == self.Id;
        var other = asking.Graph.Organization(outward ? tie.To : tie.From)!;
        var symmetric = asking.Graph.Term(Domain.Taxonomies.Taxonomy.TieType, tie.Type)?.Tie is { Symmetric: true };
        var form = Changes.ElementText.ToJson(Domain.Privacy.Policy.Signed(tie, asking.Caller.Audience));
        return new TieSight
        {
            Id = tie.Id.ToString(),
            Type = tie.Type.Value,
            Label = asking.Telling.TieLabel(tie.Type, reverse: !outward && !symmetric),
            Direction = symmetric ? "both" : outward ? "out" : "in",
            Other = asking.Telling.Summary(other),
            Status = Names<TieStatus>.Of(tie.Status),
            Current = tie.IsCurrentOn(at),
            Strength = tie.Strength == 0 ? null : tie.Strength,
            From = tie.Valid.From,
            Until = tie.Valid.Until,
            Audience = Names<TieAudience>.Of(tie.Audience),
            Sentence = Tell(tie, asking),
            Stated = StatementSentences.Of(tie, asking.Telling) is { Count: > 0 } stated ? stated : null,
            Provenance = form["provenance"]?.DeepClone(),
            Service = tie.Service is { } service && asking.Graph.Find(service.Ref) is Domain.Services.Service about ? new Naming(about.Id.ToString(), about.Name) : null,
            Agreement = form["agreement"]?.DeepClone(),
            Supply = form["supply"]?.DeepClone(),
            Version = asking.Caller.SeesAllOf(tie, asking.Graph) ? tie.Version : null,
        };
    }

    private static string Tell(Tie tie, Asking asking)
    {
        var (from, to) = (asking.Graph.Organization(tie.From)!.Name, asking.Graph.Organization(tie.To)!.Name);
        var label = asking.Telling.TieLabel(tie.Type, reverse: false);
        var status = (tie.Status, asking.Telling.Language) switch
        {
            (TieStatus.Proposed, Language.English) => " (proposed)",
            (TieStatus.Disputed, Language.English) => " (disputed)",
            (TieStatus.Ended, Language.English) => " (ended)",
            (TieStatus.Proposed, _) => " (diusulkan)",
            (TieStatus.Disputed, _) => " (dibantah)",
            (TieStatus.Ended, _) => " (sudah berakhir)",
            _ => "",
        };
        return $"{from} {label} {to}{status}.";
    }
}
