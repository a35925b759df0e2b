using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Which changes are asked for: of a kind of element, by an author, in a region. It looks at nothing but the answer and the asker's own projection, so it finds nothing that the asker
/// could not read.</summary>
internal sealed class ChangesWanted
{
    private const string AnySteward = "steward";
    private readonly string? kind;
    private readonly string? by;
    private readonly RegionCode? region;
    private readonly NetworkGraph graph;

    /// <summary>Reads the parameters; what cannot be used stands among the refusals.</summary>
    internal ChangesWanted(Asked asked, NetworkGraph graph)
    {
        this.graph = graph;
        kind = asked.Text("kind");
        by = asked.Text("by");
        region = asked.Value("region", RegionCode.Parse);
        asked.Checks.Require(kind is null || Names<ElementKind>.TryParse(kind, out _), "choice_unknown", "kind", ("value", kind), ("choices", Names<ElementKind>.All));
        asked.Known("region", region, graph);
    }

    /// <summary>The parameters in the description of the API.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("kind", "Only changes of this kind of element.", "organization", "choice_unknown") with { Choices = Names<ElementKind>.All },
        Parameter.Query("by", "Only changes by this author, as answers name authors: `seed`, `steward` for any steward, or, for stewards, an account.", AnySteward),
        Parameter.Region("region", "Only changes of what stands or works in this region today: an organization, what belongs to it, either end of a tie, a need."),
    ];

    /// <summary>True when the change is one of those, by what the asker sees of it.</summary>
    internal bool Takes(ChangesetAnswer answer) =>
        (by is null || answer.By == by || (by == AnySteward && answer.By.StartsWith(AnySteward, StringComparison.Ordinal)))
        && (kind is null || answer.Elements.Any(e => e.Kind == kind))
        && (region is not { } wanted || answer.Elements.Any(e => RegionsOf(e).Any(wanted.Holds)));

    private IEnumerable<RegionCode> RegionsOf(RevisionAnswer changed)
    {
        if (!Names<ElementKind>.TryParse(changed.Kind, out var named) || graph.Find(new ElementRef(named, changed.Id)) is not { } element)
        {
            return [];
        }

        IEnumerable<RegionCode?> regions = element switch
        {
            Region it => [it.Code],
            Organization it => [it.Region],
            Need it => [it.Region],
            Place it => [it.Region],
            Tie it => [graph.Organization(it.From)?.Region, graph.Organization(it.To)?.Region],
            _ => [Projection.OwnerOf(graph, element)?.Region],
        };
        return regions.OfType<RegionCode>();
    }
}
