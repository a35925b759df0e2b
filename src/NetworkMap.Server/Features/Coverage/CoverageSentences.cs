using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>How coverage is told, in both languages.</summary>
internal static class CoverageSentences
{
    private static readonly Sentence Counts = new(
        "{covered} terlayani, {thin} tipis, {nobody} belum ada, {unknown} belum diketahui.", "{covered} covered, {thin} thin, {nobody} with nobody, {unknown} not known yet.");

    private static readonly Sentence Unasked = new(
        "Pada {count} yang terlayani, kebutuhannya belum tercatat.", "For {count} that {count:is|are} covered, the need is not recorded.");

    private static readonly Sentence Nobody = new(
        "Di {region}, belum ada {term} untuk {need} pekerja rumahan.", "In {region}, {need} home {need:worker has|workers have} nobody for {term}.");

    private static readonly Sentence NoNeed = new(
        "Di {region}, belum ada {term}, dan tidak tercatat ada yang membutuhkan.", "In {region}, nobody serves {term}, and nobody is recorded as needing it.");

    private static readonly Sentence Thin = new(
        "Di {region}, {term} baru cukup untuk {capacity} dari {need} pekerja rumahan.", "In {region}, {term} is enough for {capacity} of {need} home workers only.");

    private static readonly Sentence Covered = new(
        "Di {region}, {services} layanan menyediakan {term}.", "In {region}, {services} {services:service provides|services provide} {term}.");

    private static readonly Sentence CoveredUnasked = new(
        "Di {region}, {services} layanan menyediakan {term}, tetapi berapa yang membutuhkan belum tercatat.",
        "In {region}, {services} {services:service provides|services provide} {term}, but how many need it is not recorded.");

    private static readonly Sentence CoveredUncounted = new(
        "Di {region}, {services} layanan menyediakan {term}; belum diketahui apakah cukup untuk {need} pekerja rumahan.",
        "In {region}, {services} {services:service provides|services provide} {term}; whether that is enough for {need} home workers is not known.");

    private static readonly Sentence CoveredOf = new(
        "Di {region}, {services} layanan menyediakan {term}, cukup untuk {capacity} dari {need} pekerja rumahan.",
        "In {region}, {services} {services:service provides|services provide} {term}, enough for {capacity} of {need} home workers.");

    private static readonly Sentence Unknown = new(
        "Di {region}, belum diketahui siapa yang membutuhkan {term}, dan belum ada layanannya.", "In {region}, it is not known who needs {term}, and there is no service for it yet.");

    private static readonly Sentence Near = new("punya layanan seperti ini sekitar {km} km dari sini", "offers this about {km} km from here");
    private static readonly Sentence Elsewhere = new("punya layanan seperti ini di tempat lain", "offers this elsewhere");
    private static readonly Sentence Room = new("masih bisa menerima {spare} orang setahun", "has room for {spare} more {spare:person|people} a year");
    private static readonly Sentence RoomUnknown = new("belum diketahui berapa orang lagi yang bisa diterima", "how many more it can serve is not known");
    private static readonly Sentence WouldCover = new("cukup untuk {count} yang belum terlayani", "enough for {count} who {count:is|are} not served yet");

    internal static string Of(IReadOnlyDictionary<CoverageState, int> counts, int unasked, Telling telling)
    {
        var told = Counts.In(
            telling.Language,
            ("covered", counts[CoverageState.Covered]),
            ("thin", counts[CoverageState.Thin]),
            ("nobody", counts[CoverageState.Nobody]),
            ("unknown", counts[CoverageState.Unknown]));
        return unasked == 0 ? told : $"{told} {Unasked.In(telling.Language, ("count", unasked))}";
    }

    internal static string Of(Region region, Term term, CoverageCell cell, Telling telling)
    {
        var sentence = cell.State switch
        {
            CoverageState.Nobody => cell.Need == 0 ? NoNeed : Nobody,
            CoverageState.Thin => Thin,
            CoverageState.Unknown => Unknown,
            _ => cell switch { { Need: null } => CoveredUnasked, { Need: 0 } => Covered, { WithoutCapacity: 0 } => CoveredOf, _ => CoveredUncounted },
        };
        return sentence.In(
            telling.Language,
            ("region", region.Name),
            ("term", Sentence.Inside(telling.Label(term.Taxonomy, term.Code))),
            ("need", cell.Need),
            ("services", cell.Services),
            ("capacity", (int)Math.Min(cell.Need ?? int.MaxValue, Math.Floor(cell.Capacity ?? 0))));
    }

    internal static string Of(CoverageHelp help, Telling telling)
    {
        var clauses = new List<string>
        {
            help.Km is { } km ? Near.In(telling.Language, ("km", Math.Round(km))) : Elsewhere.In(telling.Language),
            help.SpareCapacity is { } spare ? Room.In(telling.Language, ("spare", spare)) : RoomUnknown.In(telling.Language),
        };
        if (help.WouldCover > 0)
        {
            clauses.Add(WouldCover.In(telling.Language, ("count", help.WouldCover)));
        }

        return Sentence.Of(clauses);
    }
}
