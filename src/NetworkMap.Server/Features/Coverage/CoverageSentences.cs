using NetworkMap.Domain.Places;
using NetworkMap.Domain.Privacy;
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

    private static readonly Sentence Served = new(
        "Pada {count} yang belum terlayani seluruhnya, sebagian wilayahnya sudah dilayani.", "In {count} that nobody covers as a whole, a part is served.");

    private static readonly Sentence Here = new("Di {region}", "In {region}");
    private static readonly Sentence Whole = new("Untuk seluruh {region}", "For the whole of {region}");

    private static readonly Sentence InField = new("di bidang {term}", "in {term}");
    private static readonly Sentence OnIssue = new("soal “{term}”", "on “{term}”");
    private static readonly Sentence FromKind = new("dari {term}", "from an organization of the kind “{term}”");

    private static readonly Sentence OfCell = new("{term} di {region}", "{term} in {region}");

    private static readonly Sentence Nobody = new(
        "{where} belum ada layanan {about} bagi {need} pekerja rumahan.", "{where}, {need} home {need:worker has|workers have} no service {about}.");

    private static readonly Sentence NobodyAtMost = new(
        "{where} paling banyak {need} pekerja rumahan belum terjangkau layanan {about}.", "{where}, up to {need} home {need:worker has|workers have} no service {about}.");

    private static readonly Sentence NobodyUnder = new(
        "{where} belum ada layanan {about} bagi kurang dari {under} pekerja rumahan; angka sekecil itu tidak disebut, agar tidak menunjuk orang.",
        "{where}, fewer than {under} home workers have no service {about}; a number as small as that is not told, so that it points at nobody.");

    private static readonly Sentence NobodyHeld = new(
        "{where} belum ada layanan {about}; berapa yang membutuhkan tidak disebut, agar tidak menunjuk orang.",
        "{where}, there is no service {about}; how many need it is not told, so that it points at nobody.");

    private static readonly Sentence CoveredUnder = new(
        "Di {region} ada {services} layanan {about}, bagi kurang dari {under} pekerja rumahan; angka sekecil itu tidak disebut, agar tidak menunjuk orang.",
        "In {region}, there {services:is|are} {services} {services:service|services} {about}, for fewer than {under} home workers; a number as small as that is not told, so that it points at nobody.");

    private static readonly Sentence CoveredHeld = new(
        "Di {region} ada {services} layanan {about}; berapa yang membutuhkan tidak disebut, agar tidak menunjuk orang.",
        "In {region}, there {services:is|are} {services} {services:service|services} {about}; how many need it is not told, so that it points at nobody.");

    private static readonly Sentence Without = new(
        "Belum termasuk {held} angka yang tidak disebut: kurang dari {under}, atau bisa menunjukkan yang kurang dari {under}.",
        "Not counting {held} {held:number|numbers} not told: fewer than {under}, or leading to one that is.");

    private static readonly Sentence NoNeed = new(
        "{where} belum ada layanan {about}, dan tidak tercatat ada yang membutuhkannya.", "{where}, there is no service {about}, and nobody is recorded as needing it.");

    private static readonly Sentence Unknown = new(
        "{where} belum ada layanan {about}, dan belum diketahui siapa yang membutuhkannya.", "{where}, there is no service {about} yet, and it is not known who needs it.");

    private static readonly Sentence Thin = new(
        "{where} layanan {about} baru cukup untuk {capacity} dari {need} pekerja rumahan.", "{where}, service {about} is enough for {capacity} of {need} home workers only.");

    private static readonly Sentence Covered = new(
        "Di {region} ada {services} layanan {about}.", "In {region}, there {services:is|are} {services} {services:service|services} {about}.");

    private static readonly Sentence CoveredUnasked = new(
        "Di {region} ada {services} layanan {about}, tetapi berapa yang membutuhkan belum tercatat.",
        "In {region}, there {services:is|are} {services} {services:service|services} {about}, but how many need it is not recorded.");

    private static readonly Sentence CoveredUncounted = new(
        "Di {region} ada {services} layanan {about}; belum diketahui apakah cukup untuk {need} pekerja rumahan.",
        "In {region}, there {services:is|are} {services} {services:service|services} {about}; whether that is enough for {need} home workers is not known.");

    private static readonly Sentence CoveredOf = new(
        "Di {region} ada {services} layanan {about}, cukup untuk {capacity} dari {need} pekerja rumahan.",
        "In {region}, there {services:is|are} {services} {services:service|services} {about}, enough for {capacity} of {need} home workers.");

    private static readonly Sentence Parts = new(
        "{count} organisasi melayani sebagian wilayahnya: {places}.", "{count} {count:organization serves|organizations serve} parts of it: {places}.");

    private static readonly Sentence Inside = new("sudah melayani {places}", "already serves {places}");
    private static readonly Sentence Near = new("punya layanan seperti ini, sekitar {km} km dari tengah {region}", "offers this about {km} km from the middle of {region}");
    private static readonly Sentence Elsewhere = new("punya layanan seperti ini di tempat lain", "offers this elsewhere");
    private static readonly Sentence Room = new("masih bisa menerima {spare} orang setahun", "has room for {spare} more {spare:person|people} a year");
    private static readonly Sentence RoomUnknown = new("belum diketahui berapa orang lagi yang bisa diterima", "how many more it can serve is not known");

    private static readonly Sentence RoomForSome = new(
        "masih bisa menerima {spare} orang setahun, dari {unmet} yang belum terlayani", "has room for {spare} more a year, of {unmet} who are not served yet");

    private static readonly Sentence RoomForSomeAtMost = new(
        "masih bisa menerima {spare} orang setahun, dari paling banyak {unmet} yang belum terlayani", "has room for {spare} more a year, of up to {unmet} who are not served yet");

    private static readonly Sentence RoomForAllAtMost = new(
        "masih bisa menerima {spare} orang setahun, cukup untuk semua yang belum terlayani (paling banyak {unmet})", "has room for {spare} more {spare:person|people} a year, enough for all who are not served yet (up to {unmet})");

    private static readonly Sentence RoomForAll = new(
        "masih bisa menerima {spare} orang setahun, cukup untuk semua yang belum terlayani ({unmet})", "has room for {spare} more {spare:person|people} a year, enough for all {unmet} who are not served yet");

    /// <summary>A cell inside a sentence, such as "health care in Kabupaten Gunungkidul".</summary>
    internal static string Cell(Term term, Region region, Telling telling) =>
        OfCell.In(telling.Language, ("region", region.Name), ("term", Sentence.Inside(telling.Label(term.Taxonomy, term.Code))));

    internal static string Of(IReadOnlyDictionary<CoverageState, int> counts, int unasked, int served, Telling telling)
    {
        var told = Counts.In(
            telling.Language,
            ("covered", counts[CoverageState.Covered]),
            ("thin", counts[CoverageState.Thin]),
            ("nobody", counts[CoverageState.Nobody]),
            ("unknown", counts[CoverageState.Unknown]));
        told = served == 0 ? told : $"{told} {Served.In(telling.Language, ("count", served))}";
        return unasked == 0 ? told : $"{told} {Unasked.In(telling.Language, ("count", unasked))}";
    }

    /// <summary>A cell with who serves parts of its region: nobody for the whole is not nobody at all.</summary>
    internal static string Of(Region region, Term term, CoverageCell cell, IReadOnlyList<PartService> parts, Telling telling)
    {
        var whole = Of(region, term, cell, parts.Count > 0, telling);
        if (parts.Count == 0 || cell.State == CoverageState.Covered)
        {
            return whole;
        }

        var serving = parts.Select(p => p.Organization.Id).Distinct().Count();
        var places = parts.SelectMany(p => p.Regions).DistinctBy(r => r.Code).OrderBy(r => r.Code).Select(PlaceNames.WithKind).ToList();
        return $"{whole} {Parts.In(telling.Language, ("count", serving), ("places", places))}";
    }

    private static string Of(Region region, Term term, CoverageCell cell, bool isServedInPart, Telling telling)
    {
        var told = OfTold(region, term, cell, isServedInPart, telling);
        return cell is { Need: not null, Held: > 0 } ? $"{told} {Without.In(telling.Language, ("held", cell.Held), ("under", Disclosure.SmallCount))}" : told;
    }

    private static string OfTold(Region region, Term term, CoverageCell cell, bool isServedInPart, Telling telling)
    {
        var counted = isServedInPart && cell is { State: CoverageState.Nobody, Need: > 0 };
        var where = (isServedInPart && !counted ? Whole : Here).In(telling.Language, ("region", region.Name));
        var sentence = cell.State switch
        {
            CoverageState.Nobody => cell switch { { Need: 0, Held: 0 } => NoNeed, { Need: > 0 } => counted ? NobodyAtMost : Nobody, { IsUnderFive: true } => NobodyUnder, _ => NobodyHeld },
            CoverageState.Thin => Thin,
            CoverageState.Unknown => Unknown,
            _ => cell switch { { IsCoveredUnasked: true } => CoveredUnasked, { IsUnderFive: true } => CoveredUnder, { Need: null or 0, Held: > 0 } => CoveredHeld, { Need: 0 } => Covered, { WithoutCapacity: 0 } => CoveredOf, _ => CoveredUncounted },
        };
        return sentence.In(
            telling.Language,
            ("region", region.Name),
            ("where", where),
            ("about", About(term, telling)),
            ("need", cell.Need),
            ("under", Disclosure.SmallCount),
            ("services", cell.Services),
            ("capacity", (int)Math.Min(cell.Need ?? int.MaxValue, Math.Floor(cell.Capacity ?? 0))));
    }

    internal static string Of(CoverageHelp help, string region, Telling telling)
    {
        var language = telling.Language;
        var where = help switch
        {
            { Inside.Count: > 0 } => Inside.In(language, ("places", help.Inside.Select(PlaceNames.WithKind).ToList())),
            { Km: { } km } => Near.In(language, ("km", Math.Round(km)), ("region", region)),
            _ => Elsewhere.In(language),
        };
        var room = help switch
        {
            { SpareCapacity: null } => RoomUnknown,
            { WouldCover: null } or { Unmet: 0 } => Room,
            { IsAtMost: true } => help.SpareCapacity < help.Unmet ? RoomForSomeAtMost : RoomForAllAtMost,
            _ => help.SpareCapacity < help.Unmet ? RoomForSome : RoomForAll,
        };
        return Sentence.Of([where, room.In(language, ("spare", help.SpareCapacity), ("unmet", help.Unmet))]);
    }

    private static string About(Term term, Telling telling)
    {
        var about = term.Taxonomy == Taxonomy.ActorKind ? FromKind : term.Taxonomy == Taxonomy.Issue ? OnIssue : InField;
        return about.In(telling.Language, ("term", Sentence.Inside(telling.Label(term.Taxonomy, term.Code))));
    }
}
