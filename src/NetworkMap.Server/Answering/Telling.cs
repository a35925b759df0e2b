using NetworkMap.Server.Http;
using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph;

namespace NetworkMap.Server.Answering;

/// <summary>What turns codes into words for one answer: the projection that it is computed on and the language that was asked for.</summary>
public sealed class Telling(NetworkGraph graph, Language language, IMapper mapper)
{
    private const string Key = "telling";

    /// <summary>The projection.</summary>
    public NetworkGraph Graph { get; } = graph;

    /// <summary>The language.</summary>
    public Language Language { get; } = language;

    /// <summary>The telling that a map was called with.</summary>
    public static Telling In(ResolutionContext context) => (Telling)context.Items[Key];

    /// <summary>An outward answer made by a registered map.</summary>
    public T Map<T>(object source) => mapper.Map<T>(source, options => options.Items[Key] = this);

    /// <summary>The summary of an organization.</summary>
    public OrganizationSummary Summary(Organization organization) => Map<OrganizationSummary>(organization);

    /// <summary>The label of a term; its code when the term is not there.</summary>
    public string Label(Code taxonomy, Code code) => Graph.Term(taxonomy, code) is { } term
        ? Language == Language.English ? term.LabelEn : term.LabelId
        : code.Value;

    /// <summary>The label of a tie type as read from its start, or from its end.</summary>
    public string TieLabel(Code type, bool reverse)
    {
        var rules = Graph.Term(Taxonomy.TieType, type)?.Tie;
        return (reverse ? Language == Language.English ? rules?.ReverseLabelEn : rules?.ReverseLabelId : null) ?? Label(Taxonomy.TieType, type);
    }

    /// <summary>The family of an organization, in its written name.</summary>
    public string FamilyOf(Organization organization) =>
        Names<Family>.Of(Graph.FamilyOf(organization));

    /// <summary>The name of a region; null when it is not told.</summary>
    public string? RegionName(RegionCode? code) => code is { } c ? Graph.Region(c)?.Name ?? c.Value : null;

    /// <summary>The name of the regency or city that a district or village lies in; null for anything larger.</summary>
    public string? RegencyName(RegionCode? code) => code is { Level: > RegionLevel.Regency } c ? RegionName(c.At(RegionLevel.Regency)) : null;

    /// <summary>Where an organization stands.</summary>
    public PositionAnswer? PositionOf(Organization organization) =>
        Graph.HandleOf(organization.Id) is >= 0 and var handle ? PositionAnswer.Of(Graph.PositionOf(handle)) : null;
}
