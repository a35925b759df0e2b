using NetworkMap.Domain.Organizations;
using NetworkMap.Domain.Places;
using NetworkMap.Domain.Taxonomies;
using NetworkMap.Domain.Ties;
using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Introductions;

/// <summary>How an introduction is told, in both languages.</summary>
internal static class IntroductionSentences
{
    private static readonly Sentence Found = new(
        "Ada {count} jalan dari {from} ke {target}.", "There {count:is|are} {count} {count:way|ways} from {from} to {target}.");

    private static readonly Sentence FoundSeveral = new(
        "Ada {count} jalan dari {from}; yang paling tepercaya ke {target}.", "There are {count} ways from {from}; the most trusted leads to {target}.");

    private static readonly Sentence Direct = new("{from} dan {target} sudah saling terhubung.", "{from} and {target} are in touch already.");
    private static readonly Sentence Through = new("{first} dapat memperkenalkan {from} kepada {target}.", "{first} can introduce {from} to {target}.");

    private static readonly Sentence FurtherThrough = new(
        "{first} dapat membuka jalan bagi {from} ke {target}, lewat {others}.", "{first} can open the way for {from} to {target}, through {others}.");

    private static readonly Sentence Mediating = new("{names} biasa menjadi penghubung.", "{names} {count:works as a mediator|work as mediators}.");
    private static readonly Sentence Step = new("{from} {label} {to}.", "{from} {label} {to}.");

    private static readonly Sentence OneSided = new(" Baru dinyatakan {name}, belum dibenarkan {other}.", " So far only {name} says so, not {other}.");
    private static readonly Sentence Unsaid = new(" Belum dibenarkan kedua pihak.", " Neither side has confirmed it yet.");

    private static readonly Sentence MissingTies = new(
        "Belum ada jalan dari {from} ke {target}. Yang paling mendekati masih tersendat: {ties}.",
        "There is no way from {from} to {target} yet. The closest to one still has {count:a gap|gaps}: {ties}.");

    private static readonly Sentence NotCurrent = new("hubungan {one} dan {other} tidak berlaku pada tanggal ini", "the tie between {one} and {other} does not hold on this day");
    private static readonly Sentence Proposed = new("hubungan {one} dan {other} baru diusulkan", "the tie between {one} and {other} is only proposed");
    private static readonly Sentence Disputed = new("hubungan {one} dan {other} masih diperselisihkan", "the tie between {one} and {other} is disputed");
    private static readonly Sentence Ended = new("hubungan {one} dan {other} sudah berakhir", "the tie between {one} and {other} has ended");

    private static readonly Sentence ClosestKm = new(
        "Belum ada jalan dari {from} ke {target} dalam empat langkah, juga tidak lewat hubungan yang baru diusulkan atau sudah berakhir. Dari yang bisa dicapai, {closest} letaknya paling dekat dengan tujuan, sekitar {km} km. Itu soal jarak saja; belum tentu mereka saling mengenal.",
        "There is no way from {from} to {target} within four steps, not even over ties that are only proposed or have ended. Of those who can be reached, {closest} is nearest to it on the map, about {km} km away. That is distance alone; they need not know each other.");

    private static readonly Sentence ClosestHere = new(
        "Belum ada jalan dari {from} ke {target} dalam empat langkah, juga tidak lewat hubungan yang baru diusulkan atau sudah berakhir. Dari yang bisa dicapai, {closest} tercatat di wilayah yang sama dengan tujuan. Itu soal letak saja; belum tentu mereka saling mengenal.",
        "There is no way from {from} to {target} within four steps, not even over ties that are only proposed or have ended. Of those who can be reached, {closest} is recorded in the same region. That is location alone; they need not know each other.");

    private static readonly Sentence ClosestUnplaced = new(
        "Belum ada jalan dari {from} ke {target} dalam empat langkah, juga tidak lewat hubungan yang baru diusulkan atau sudah berakhir. Siapa yang letaknya paling dekat juga tidak bisa dihitung, karena letaknya belum diketahui atau tidak ditampilkan.",
        "There is no way from {from} to {target} within four steps, not even over ties that are only proposed or have ended. Who is nearest to it on the map cannot be told either, since locations are not known or not shown.");

    private static readonly Sentence ClosestVague = new(
        "Belum ada jalan dari {from} ke {target} dalam empat langkah, juga tidak lewat hubungan yang baru diusulkan atau sudah berakhir. Letak tujuan hanya diketahui sampai provinsinya, {province}, jadi siapa yang paling dekat tidak bisa dihitung.",
        "There is no way from {from} to {target} within four steps, not even over ties that are only proposed or have ended. Its location is known only as far as its province, {province}, so who is nearest to it on the map cannot be told.");

    private static readonly Sentence SomeInProvince = new("Di provinsi itu ada {count} organisasi yang bisa dicapai.", "{count} {count:organization|organizations} in that province can be reached.");
    private static readonly Sentence NobodyInProvince = new("Di provinsi itu belum ada organisasi yang bisa dicapai.", "No organization in that province can be reached.");

    private static readonly Sentence NoTies = new(
        "{from} belum punya hubungan yang berlaku, jadi belum ada jalan ke {target}.", "{from} has no current tie, so there is no way to {target} yet.");

    private static readonly Sentence NobodyFits = new("Di peta belum ada {target}.", "The map does not have {target} yet.");
    private static readonly Sentence Retired = new("{target} sudah tidak ada lagi.", "{target} does not exist any more.");

    private static readonly Sentence AnyOfKind = new("{kind}", "any {kind}");
    private static readonly Sentence Anybody = new("organisasi", "any organization");
    private static readonly Sentence InSector = new("{whom} di sektor {sector}", "{whom} in the sector {sector}");
    private static readonly Sentence InRegion = new("{whom} di {region}", "{whom} in {region}");
    private static readonly Sentence ResponsibleFor = new("{whom} yang bertanggung jawab atas {region}", "{whom} responsible for {region}");

    private static readonly Sentence FoundResponsible = new(
        "Ada {count} jalan dari {from} ke pemerintah daerah yang berwenang di wilayahnya, {regions}.",
        "There {count:is|are} {count} {count:way|ways} from {from} to the local government responsible for its region, {regions}.");

    private static readonly Sentence NoneToRegency = new(" Ke pemerintah {region} sendiri belum ada jalan.", " To the government of {region} itself there is no way yet.");
    private static readonly Sentence NoneToEither = new(" Ke pemerintah {region} juga belum ada jalan.", " There is no way to the government of {region} either.");

    private static readonly Sentence ProvinceOnly = new(
        " Letak {from} ditampilkan hanya sampai provinsinya, {region}, jadi yang dicari pemerintah provinsinya.",
        " {from} is shown only as far as its province, {region}, so it is the province's government that was looked for.");

    private static readonly Sentence NoRegion = new(
        "Letak {from} tidak ditampilkan, jadi pemerintah daerah mana yang berwenang di sana tidak bisa disebut.",
        "Where {from} is located is not shown, so it cannot be told which local government is responsible there.");

    internal static string Of(IntroductionAnswer found, IntroductionOptions asked, Telling telling) => found.Governed is { } governed
        ? Responsible(found, governed, asked, telling)
        : found.Nearest is { } nearest
        ? Nearest(found, nearest, asked, telling)
        : (found.Paths.Select(p => p.Steps[^1].To.Id).Distinct().Count() > 1 ? FoundSeveral : Found).In(telling.Language, ("count", found.Paths.Count), ("from", found.From.Name), ("target", found.Target!.Name));

    /// <summary>Which of the responsible governments are led to, and which not; and that the region is told no finer.</summary>
    private static string Responsible(IntroductionAnswer found, IReadOnlyList<RegionCode> governed, IntroductionOptions asked, Telling telling)
    {
        if (governed.Count == 0)
        {
            return NoRegion.In(telling.Language, ("from", found.From.Name));
        }

        var reached = governed.Where(g => found.Paths.Any(p => p.Steps[^1].To.Region == g)).ToList();
        var told = found.Nearest is { } nearest
            ? Nearest(found, nearest, asked, telling)
            : FoundResponsible.In(telling.Language, ("count", found.Paths.Count), ("from", found.From.Name), ("regions", reached.Select(r => telling.RegionName(r)!).ToList()));
        if (governed is [var only])
        {
            return told + ProvinceOnly.In(telling.Language, ("from", found.From.Name), ("region", telling.RegionName(only)));
        }

        var other = governed.FirstOrDefault(g => g != (found.Target?.Region ?? governed[0]));
        return told + (found.Nearest is not null ? NoneToEither.In(telling.Language, ("region", telling.RegionName(other)))
            : reached.Contains(governed[0]) ? "" : NoneToRegency.In(telling.Language, ("region", telling.RegionName(governed[0]))));
    }

    internal static string Of(IntroductionPath path, Telling telling)
    {
        var (from, target) = (path.Steps[0].From.Name, path.Steps[^1].To.Name);
        var passed = path.Steps.SkipLast(1).Select(s => s.To).ToList();
        var told = passed.Count switch
        {
            0 => Direct.In(telling.Language, ("from", from), ("target", target)),
            1 => Through.In(telling.Language, ("first", passed[0].Name), ("from", from), ("target", target)),
            _ => FurtherThrough.In(telling.Language, ("first", passed[0].Name), ("from", from), ("target", target), ("others", passed.Skip(1).Select(o => o.Name).ToList())),
        };
        var mediators = passed.Where(o => o.Mediates).Select(o => o.Name).ToList();
        return mediators.Count == 0 ? told : $"{told} {Mediating.In(telling.Language, ("names", mediators), ("count", mediators.Count))}";
    }

    internal static string Of(IntroductionStep step, Telling telling) =>
        Step.In(telling.Language, ("from", step.From.Name), ("label", IntroductionProfile.LabelOf(step, telling)), ("to", step.To.Name)) + OnWhoseWord(step.Tie, telling);

    /// <summary>Of a tie that only one side has stated, which; nothing of another.</summary>
    private static string OnWhoseWord(Tie tie, Telling telling)
    {
        if (tie.Status != TieStatus.Proposed)
        {
            return "";
        }

        var (from, to) = (telling.Graph.Organization(tie.From)!.Name, telling.Graph.Organization(tie.To)!.Name);
        return tie.Statements switch
        {
            { From.Affirms: true } => OneSided.In(telling.Language, ("name", from), ("other", to)),
            { To.Affirms: true } => OneSided.In(telling.Language, ("name", to), ("other", from)),
            _ => Unsaid.In(telling.Language),
        };
    }

    internal static string Nearest(IntroductionAnswer found, NearMiss nearest, IntroductionOptions asked, Telling telling) => nearest.Reason switch
    {
        NearMissReason.MissingTies => MissingTies.In(telling.Language, ("from", found.From.Name), ("target", Whom(found, asked, telling)), ("count", nearest.Missing!.Count), ("ties", nearest.Missing!.Select(t => Missing(t, telling)).ToList())),
        NearMissReason.ClosestReached when nearest.Province is { } province => ClosestVague.In(
            telling.Language, ("from", found.From.Name), ("target", Whom(found, asked, telling)), ("province", telling.RegionName(province)))
            + " " + (nearest.InProvince > 0 ? SomeInProvince : NobodyInProvince).In(telling.Language, ("count", nearest.InProvince)),
        NearMissReason.ClosestReached => (nearest switch { { IsApproximate: true, Km: null or < 0.5 } => ClosestHere, { Km: null } => ClosestUnplaced, _ => ClosestKm }).In(
            telling.Language, ("from", found.From.Name), ("target", Whom(found, asked, telling)), ("closest", nearest.Closest?.Name), ("km", nearest.Km is { } km ? Math.Max(1, Math.Round(km)) : null)),
        NearMissReason.NoTies => NoTies.In(telling.Language, ("from", found.From.Name), ("target", Whom(found, asked, telling))),
        NearMissReason.Retired => Retired.In(telling.Language, ("target", found.Target!.Name)),
        _ => NobodyFits.In(telling.Language, ("target", Whom(found, asked, telling))),
    };

    /// <summary>To whom: by name, or by what was asked for ("local government in Kota Semarang").</summary>
    private static string Whom(IntroductionAnswer found, IntroductionOptions asked, Telling telling)
    {
        if (found.Target is { } target)
        {
            return target.Name;
        }

        if (found.Governed is [var seat, ..])
        {
            return ResponsibleFor.In(telling.Language, ("whom", Sentence.Inside(telling.Label(Taxonomy.ActorKind, Organization.LocalGovernment))), ("region", telling.RegionName(seat)));
        }

        var whom = asked.Kind is { } kind ? AnyOfKind.In(telling.Language, ("kind", Sentence.Inside(telling.Label(Taxonomy.ActorKind, kind)))) : Anybody.In(telling.Language);
        whom = asked.Sector is { } sector ? InSector.In(telling.Language, ("whom", whom), ("sector", Sentence.Inside(telling.Label(Taxonomy.Sector, sector)))) : whom;
        var governs = asked.Kind is { } of && telling.Graph.Term(Taxonomy.ActorKind, of)?.Family == Family.Government;
        return asked.Region is { } region ? (governs ? ResponsibleFor : InRegion).In(telling.Language, ("whom", whom), ("region", telling.RegionName(region))) : whom;
    }

    private static string Missing(Tie tie, Telling telling)
    {
        var sentence = tie.Status switch { TieStatus.Proposed => Proposed, TieStatus.Disputed => Disputed, TieStatus.Ended => Ended, _ => NotCurrent };
        return sentence.In(telling.Language, ("one", telling.Graph.Organization(tie.From)?.Name), ("other", telling.Graph.Organization(tie.To)?.Name));
    }
}
