using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Partners;

/// <summary>Suggestions as they leave the server.</summary>
public sealed record PartnersAnswer(OrganizationSummary Organization, DateOnly At, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<PartnerItem> Items)
{
    internal static PartnersAnswer Of(PartnerSuggestions suggestions, PartnerOptions options, Telling telling) => new(
        telling.Summary(suggestions.For),
        options.At,
        Enum.GetValues<PartnerPart>().ToDictionary(Names<PartnerPart>.Of, p => options.Weights[p], StringComparer.Ordinal),
        [.. suggestions.Items.Select(s => telling.Map<PartnerItem>(s) with { Proposed = ProposedTie(suggestions.For.Id, s.Organization.Id, options.At, telling.Graph) })]);

    private static string? ProposedTie(OrganizationId one, OrganizationId other, DateOnly at, NetworkGraph graph) =>
        graph.TiesOf(other).FirstOrDefault(t => (t.From == one || t.To == one) && t.Status == TieStatus.Proposed && t.Valid.Contains(at))?.Id.ToString();
}

/// <summary>One suggestion; its score is the sum of its parts.</summary>
public sealed record PartnerItem
{
#pragma warning disable CS1591 // The fields are explained on PartnerSuggestion and PartnerPartScore.
    public required OrganizationSummary Organization { get; init; }
    public required double Score { get; init; }
    public required IReadOnlyList<PartnerPartAnswer> Parts { get; init; }
    public required string Sentence { get; init; }
#pragma warning restore CS1591

    /// <summary>The tie between both that somebody has proposed already.</summary>
    public string? Proposed { get; init; }
#pragma warning disable CS1591
}

/// <summary>One part of a score.</summary>
public sealed record PartnerPartAnswer
{
    public required string Part { get; init; }
    public required double Value { get; init; }
    public required double Score { get; init; }
    public required IReadOnlyList<PartnerFactAnswer> Facts { get; init; }
    public required string Sentence { get; init; }
}

/// <summary>A fact behind a part; <c>Fact</c> says which, and which fields are there.</summary>
public sealed record PartnerFactAnswer(string Fact)
{
    public string? Code { get; init; }
    public string? Label { get; init; }
    public int? Organizations { get; init; }
    public string? Region { get; init; }
    public string? RegionName { get; init; }
    public double? Km { get; init; }
    public bool? Approximate { get; init; }
    public Named? Service { get; init; }
    public string? Unit { get; init; }
    public OrganizationSummary? Organization { get; init; }
    public DateOnly? LastVerified { get; init; }
    public bool? Unverified { get; init; }
    public int? Spare { get; init; }
#pragma warning restore CS1591
}

/// <summary>Something with a page of its own.</summary>
public sealed record Named(string Id, string Name);

/// <summary>From suggestions to answers; the sentences come with them.</summary>
public sealed class PartnerProfile : Profile
{
    /// <summary>Registers the maps.</summary>
    public PartnerProfile()
    {
        CreateMap<PartnerSuggestion, PartnerItem>()
            .ForMember(a => a.Score, m => m.MapFrom(s => Math.Round(s.Score, 4)))
            .ForMember(a => a.Parts, m => m.MapFrom((s, _, _, context) => s.Parts.Where(p => p.Value > 0 || p.Facts.Count > 0).Select(Telling.In(context).Map<PartnerPartAnswer>).ToList()))
            .ForMember(a => a.Proposed, m => m.Ignore())
            .ForMember(a => a.Sentence, m => m.MapFrom((s, _, _, context) => PartnerSentences.Of(s, Telling.In(context))));
        CreateMap<PartnerPartScore, PartnerPartAnswer>()
            .ForMember(a => a.Part, m => m.MapFrom(p => Names<PartnerPart>.Of(p.Part)))
            .ForMember(a => a.Value, m => m.MapFrom(p => Math.Round(p.Value, 4)))
            .ForMember(a => a.Score, m => m.MapFrom(p => Math.Round(p.Score, 4)))
            .ForMember(a => a.Facts, m => m.MapFrom((p, _, _, context) => p.Facts.Select(f => PartnerFacts.Of(f, Telling.In(context))).ToList()))
            .ForMember(a => a.Sentence, m => m.MapFrom((p, _, _, context) => Sentence.Of(PartnerSentences.ClausesOf(p, Telling.In(context)))));
    }
}
