using NetworkMap.Domain;
using NetworkMap.Domain.Needs;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Changesets;

/// <summary>Which changes are asked for: of a kind of element, by an author, in a region, near an organization. It looks at nothing but the answer and the asker's own projection, so it finds nothing that the asker
/// could not read.</summary>
internal sealed class ChangesWanted
{
    private const string AnySteward = "steward";
    private readonly string? kind;
    private readonly string? by;
    private readonly RegionCode? region;
    private readonly ChangesNear? near;
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
        if (asked.Value("near", Ids.Parse) is { } id)
        {
            var organization = graph.Organization(graph.Kept(new OrganizationId(id)));
            asked.Checks.Require(organization is not null, "element_unknown", "near");
            near = organization is null ? null : new ChangesNear(graph, organization);
        }
    }

    /// <summary>The parameters in the description of the API.</summary>
    internal static Parameter[] Taken { get; } =
    [
        Parameter.Query("kind", "Only changes of this kind of element.", "organization", "choice_unknown") with { Choices = Names<ElementKind>.All },
        Parameter.Query("by", "Only changes by this author, as answers name authors: `seed`, `steward` for any steward, or, for stewards, an account.", AnySteward),
        Parameter.Region("region", "Only changes of what stands or works in this region today: an organization, what belongs to it, either end of a tie, a need."),
        Parameter.Query("near", "Only changes near this organization: of itself and what belongs to it, of who has a tie with it that has not ended, of services that work where it is, and of its regency or city. `near` of a change says which: " + string.Join(", ", Names<Nearness>.All) + ".", "89ee382d-bde1-874d-9e0c-c112fa646bbd", "id_malformed", "element_unknown"),
    ];

    /// <summary>The change when it is one of those, with why it is near where that was asked; null when it is not.</summary>
    internal ChangesetAnswer? Told(ChangesetAnswer answer)
    {
        if (!Takes(answer))
        {
            return null;
        }

        var why = near?.Of(answer);
        return why is null ? answer : why.Count == 0 ? null : answer with { Near = [.. why.Select(Names<Nearness>.Of)] };
    }

    /// <summary>What changed, as the asker sees it today; null when it is gone.</summary>
    internal static Element? Today(RevisionAnswer changed, NetworkGraph graph) =>
        Names<ElementKind>.TryParse(changed.Kind, out var kind) ? graph.Find(new ElementRef(kind, changed.Id)) : null;

    /// <summary>The regions in which an element stands or works today.</summary>
    internal static IEnumerable<RegionCode> RegionsOf(Element? element, NetworkGraph graph)
    {
        IEnumerable<RegionCode?> regions = element switch
        {
            null => [],
            Region it => [it.Code],
            Organization it => [it.Region],
            Need it => [it.Region],
            Place it => [it.Region],
            Tie it => [graph.Organization(it.From)?.Region, graph.Organization(it.To)?.Region],
            _ => [Projection.OwnerOf(graph, element)?.Region],
        };
        return regions.OfType<RegionCode>();
    }

    /// <summary>True when the change is one of those, by what the asker sees of it.</summary>
    private bool Takes(ChangesetAnswer answer) =>
        (by is null || answer.By == by || (by == AnySteward && answer.By.StartsWith(AnySteward, StringComparison.Ordinal)))
        && (kind is null || answer.Elements.Any(e => e.Kind == kind))
        && (region is not { } wanted || answer.Elements.Any(e => RegionsOf(e).Any(wanted.Holds)));

    private IEnumerable<RegionCode> RegionsOf(RevisionAnswer changed) =>
        RegionsOf(Today(changed, graph), graph);
}
