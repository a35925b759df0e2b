using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Server.Answering;
using NetworkMap.Server.Http;

namespace NetworkMap.Server.Features.Taxonomies;

/// <summary>The lists that forms and filters are made of.</summary>
public static class TaxonomyRoutes
{
    private const string Example = """{"taxonomies":{"pillar":[{"code":"social_security","label":"Social security","labelId":"Jaminan sosial","labelEn":"Social security","legalReference":"UU 11/2009 Pasal 9","order":20}]}}""";

    /// <summary>Maps the routes.</summary>
    public static void MapTaxonomies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/taxonomies").WithTags("taxonomies");
        group.MapGet("", (HttpContext context, TimeProvider clock) => AnswerAsync(context, clock, null)).WithSummary("Every taxonomy with its terms.").Takes(Parameter.AsOf).Gives(Example);
        group.MapGet("/{taxonomy}", (string taxonomy, HttpContext context, TimeProvider clock) => AnswerAsync(context, clock, taxonomy)).WithSummary("One taxonomy with its terms.")
            .Takes(Parameter.Path("taxonomy", "The code of a taxonomy.", "pillar"), Parameter.AsOf).Gives(Example).Refuses("element_unknown");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, TimeProvider clock, string? only)
    {
        var asked = new Asked(context, clock);
        var taxonomies = All(await Asking.OfAsync(context, asked), only);
        asked.Checks.Require(only is null || taxonomies.Count == 1 || asked.Refusals.Count > 0, "element_unknown", "taxonomy");
        return asked.Refusals.Count > 0 ? Problems.Refused(asked.Refusals, context) : Answers.Json(context, new { taxonomies });
    }

    private static SortedDictionary<string, List<TermAnswer>> All(Asking asking, string? only)
    {
        var terms = asking.Graph.All(ElementKind.Term).Cast<Term>().Where(t => only is null || t.Taxonomy.Value == only);
        return new SortedDictionary<string, List<TermAnswer>>(
            terms.GroupBy(t => t.Taxonomy.Value, StringComparer.Ordinal).ToDictionary(
                g => g.Key,
                g => g.OrderBy(t => t.Order ?? int.MaxValue).ThenBy(t => t.Code).Select(asking.Telling.Map<TermAnswer>).ToList(),
                StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}

/// <summary>A term in the language of the asker, and in both.</summary>
public sealed record TermAnswer
{
#pragma warning disable CS1591 // The fields are explained on Term and TieRules.
    public required string Code { get; init; }
    public required string Label { get; init; }
    public required string LabelId { get; init; }
    public required string LabelEn { get; init; }
    public string? Description { get; init; }
    public string? LabelReverse { get; init; }
    public string? Parent { get; init; }
    public string? LegalReference { get; init; }
    public int? Order { get; init; }
    public string? Family { get; init; }
    public bool? Symmetric { get; init; }
    public double? Trust { get; init; }
    public IReadOnlyList<string>? FromKinds { get; init; }
    public IReadOnlyList<string>? ToKinds { get; init; }
#pragma warning restore CS1591
}

/// <summary>From terms to answers.</summary>
public sealed class TermProfile : Profile
{
    /// <summary>Registers the map.</summary>
    public TermProfile() => CreateMap<Term, TermAnswer>()
        .ForMember(a => a.Code, m => m.MapFrom(t => t.Code.Value))
        .ForMember(a => a.Parent, m => m.MapFrom(t => t.Parent == null ? null : t.Parent.Value.Value))
        .ForMember(a => a.Label, m => m.MapFrom((t, _, _, context) => Telling.In(context).Label(t.Taxonomy, t.Code)))
        .ForMember(a => a.Description, m => m.MapFrom((t, _, _, context) => Telling.In(context).Language == Language.English ? t.DescriptionEn : t.DescriptionId))
        .ForMember(a => a.LabelReverse, m => m.MapFrom((t, _, _, context) => t.Tie is null ? null : Telling.In(context).TieLabel(t.Code, reverse: true)))
        .ForMember(a => a.Family, m => m.MapFrom((t, _, _, _) => t.Family is { } f ? Names<Family>.Of(f) : null))
        .ForMember(a => a.Symmetric, m => m.MapFrom((t, _, _, _) => t.Tie is { Symmetric: true } ? true : (bool?)null))
        .ForMember(a => a.Trust, m => m.MapFrom((t, _, _, _) => t.Tie?.Trust))
        .ForMember(a => a.FromKinds, m => m.MapFrom((t, _, _, _) => Codes(t.Tie?.FromKinds)))
        .ForMember(a => a.ToKinds, m => m.MapFrom((t, _, _, _) => Codes(t.Tie?.ToKinds)));

    private static List<string>? Codes(System.Collections.Immutable.ImmutableArray<Code>? codes) =>
        codes is { IsDefaultOrEmpty: false } some ? [.. some.Select(c => c.Value)] : null;
}
