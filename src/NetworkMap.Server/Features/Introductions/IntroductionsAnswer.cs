using AutoMapper;
using NetworkMap.Domain;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Introductions;

/// <summary>Paths as they leave the server.</summary>
public sealed record IntroductionsAnswer(
    OrganizationSummary From, OrganizationSummary? Target, DateOnly At, IReadOnlyList<PathAnswer> Paths, NearestAnswer? Nearest, bool? Cut, string Sentence)
{
    internal static IntroductionsAnswer Of(IntroductionAnswer found, IntroductionOptions asked, Telling telling) => new(
        telling.Summary(found.From),
        found.Target is { } target ? telling.Summary(target) : null,
        asked.At,
        [.. found.Paths.Select(telling.Map<PathAnswer>)],
        found.Nearest is { } nearest ? NearestAnswer.Of(found, nearest, asked, telling) : null,
        found.IsCut ? true : null,
        IntroductionSentences.Of(found, asked, telling));
}

/// <summary>One way to be introduced.</summary>
public sealed record PathAnswer
{
#pragma warning disable CS1591 // The fields are explained on IntroductionPath and IntroductionStep.
    public required double Score { get; init; }
    public required IReadOnlyList<StepAnswer> Steps { get; init; }
    public required string Sentence { get; init; }
}

/// <summary>One step.</summary>
public sealed record StepAnswer
{
    public required StepTie Tie { get; init; }
    public required OrganizationSummary From { get; init; }
    public required OrganizationSummary To { get; init; }
    public required double Trust { get; init; }
    public required string Sentence { get; init; }
}
#pragma warning restore CS1591

/// <summary>The tie that carries a step, its label read in the direction of the step.</summary>
public sealed record StepTie(string Id, string Type, string Label, string Status, int? Strength, DateOnly? LastVerified);

/// <summary>What is nearest to being a path.</summary>
/// <param name="Reason">One of the names of <see cref="NearMissReason"/>.</param>
/// <param name="Missing">The ids of the ties that are not current.</param>
public sealed record NearestAnswer(string Reason, string Sentence, OrganizationSummary? Organization, double? Km, PathAnswer? Path, IReadOnlyList<string>? Missing)
{
    internal static NearestAnswer Of(IntroductionAnswer found, NearMiss nearest, IntroductionOptions asked, Telling telling) => new(
        Names<NearMissReason>.Of(nearest.Reason),
        IntroductionSentences.Nearest(found, nearest, asked, telling),
        nearest.Closest is { } closest ? telling.Summary(closest) : null,
        nearest.Km is { } km ? Apart.Told(km, nearest.IsApproximate) : null,
        nearest.Path is { } path ? telling.Map<PathAnswer>(path) : null,
        nearest.Missing?.Select(t => t.Id.ToString()).ToList());
}

/// <summary>From paths to answers; the sentences come with them.</summary>
public sealed class IntroductionProfile : Profile
{
    /// <summary>Registers the maps.</summary>
    public IntroductionProfile()
    {
        CreateMap<IntroductionPath, PathAnswer>()
            .ForMember(a => a.Score, m => m.MapFrom(p => Math.Round(p.Score, 4)))
            .ForMember(a => a.Steps, m => m.MapFrom((p, _, _, context) => p.Steps.Select(Telling.In(context).Map<StepAnswer>).ToList()))
            .ForMember(a => a.Sentence, m => m.MapFrom((p, _, _, context) => IntroductionSentences.Of(p, Telling.In(context))));
        CreateMap<IntroductionStep, StepAnswer>()
            .ForMember(a => a.Tie, m => m.MapFrom((s, _, _, context) => TieOf(s, Telling.In(context))))
            .ForMember(a => a.From, m => m.MapFrom((s, _, _, context) => Telling.In(context).Summary(s.From)))
            .ForMember(a => a.To, m => m.MapFrom((s, _, _, context) => Telling.In(context).Summary(s.To)))
            .ForMember(a => a.Trust, m => m.MapFrom(s => Math.Round(s.Trust, 4)))
            .ForMember(a => a.Sentence, m => m.MapFrom((s, _, _, context) => IntroductionSentences.Of(s, Telling.In(context))));
    }

    internal static string LabelOf(IntroductionStep step, Telling telling)
    {
        var symmetric = telling.Graph.Term(Taxonomy.TieType, step.Tie.Type)?.Tie is { Symmetric: true };
        return telling.TieLabel(step.Tie.Type, reverse: !symmetric && step.Tie.From != step.From.Id);
    }

    private static StepTie TieOf(IntroductionStep step, Telling telling) => new(
        step.Tie.Id.ToString(),
        step.Tie.Type.Value,
        LabelOf(step, telling),
        Names<TieStatus>.Of(step.Tie.Status),
        step.Tie.Strength == 0 ? null : step.Tie.Strength,
        step.Tie.Provenance.LastVerified);
}
