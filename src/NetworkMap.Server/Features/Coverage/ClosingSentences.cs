using NetworkMap.Graph.Algorithms;
using NetworkMap.Server.Answering;

namespace NetworkMap.Server.Features.Coverage;

/// <summary>How it is told what would close gaps, in both languages.</summary>
internal static class ClosingSentences
{
    private static readonly Sentence NoGaps = new("Tidak ada kekosongan yang tercatat di sini.", "No gap is on record here.");

    private static readonly Sentence Unasked = new(
        "Kekosongan belum bisa disebut: belum tercatat siapa yang membutuhkan apa di sini.", "No gap can be named: who needs what here is not on record yet.");

    private static readonly Sentence PartlyUnasked = new(
        "Tidak ada kekosongan yang tercatat di sini, tetapi untuk {unasked} dari {looked} hal yang dilihat belum tercatat siapa yang membutuhkannya.",
        "No gap is on record here, but for {unasked} of the {looked} {looked:thing|things} looked at the need is not recorded.");

    private static readonly Sentence Nobody = new(
        "Tidak ada organisasi dalam jarak {km} km yang tercatat mampu mengisinya.", "No organization within {km} km is on record as able to fill {gaps:this gap|these gaps}.");

    private static readonly Sentence Serving = new(
        "{count} organisasi bersama-sama bisa melayani {covered} dari paling banyak {unmet} pekerja rumahan yang belum terlayani, di {served} dari {gaps} kekosongan.",
        "{count} {count:organization|organizations} could serve {covered} of up to {unmet} home workers who are not served yet, in {served} of {gaps} {gaps:gap|gaps}.");

    private static readonly Sentence Meeting = new(
        "{count} organisasi bersama-sama bisa memenuhi {covered} dari paling banyak {unmet} kebutuhan yang belum terlayani, di {served} dari {gaps} kekosongan. Satu orang dihitung untuk setiap hal yang kurang.",
        "{count} {count:organization|organizations} could meet {covered} of up to {unmet} needs that are not met yet, in {served} of {gaps} {gaps:gap|gaps}. A person counts for each thing she lacks.");

    private static readonly Sentence Reaching = new(
        "{count} organisasi bisa membantu di {reached} dari {gaps} kekosongan; berapa orang yang bisa mereka terima belum diketahui.",
        "{count} {count:organization|organizations} could help in {reached} of {gaps} {gaps:gap|gaps}; how many people they could take is not known.");

    private static readonly Sentence More = new(
        " {more} organisasi lagi bisa membantu; berapa orang yang bisa mereka terima belum diketahui.", " {more} more {more:organization|organizations} could help; how many people they could take is not known.");

    private static readonly Sentence RoomPartly = new("sebagian layanannya belum menyebut daya tampung", "some of its services state no capacity");
    private static readonly Sentence Room = new("masih bisa menerima {spare} orang setahun", "has room for {spare} more {spare:person|people} a year");
    private static readonly Sentence RoomUnknown = new("belum diketahui berapa orang lagi yang bisa diterima", "how many more it can serve is not known");
    private static readonly Sentence Serves = new("bisa melayani {people} orang: {cells}", "could serve {people} {people:person|people}: {cells}");
    private static readonly Sentence Helps = new("bisa membantu: {cells}", "could help with {cells}");

    /// <summary>What the set would do.</summary>
    internal static string Of(ClosingAnswer found, ClosingOptions options, Telling telling)
    {
        var sentence = found switch
        {
            { Gaps.Count: 0, Unasked: 0 } => NoGaps,
            { Gaps.Count: 0 } => found.Unasked == found.Looked ? Unasked : PartlyUnasked,
            { Chosen.Count: 0 } => Nobody,
            { Covered: > 0 } => found.Gaps.Select(g => g.Term.Code).Distinct().Count() > 1 ? Meeting : Serving,
            _ => Reaching,
        };
        var sized = found.Chosen.Count(c => c.Covers > 0);
        var told = sentence.In(
            telling.Language,
            ("km", Math.Round(options.WithinKm)), ("gaps", found.Gaps.Count), ("count", sized > 0 ? sized : found.Chosen.Count), ("covered", found.Covered), ("unmet", found.Unmet), ("reached", found.Reached), ("served", found.Served), ("looked", found.Looked), ("unasked", found.Unasked));
        return sized > 0 && sized < found.Chosen.Count ? told + More.In(telling.Language, ("more", found.Chosen.Count - sized)) : told;
    }

    /// <summary>What one would do: where her room would go, or, when it is not known, where she could help.</summary>
    internal static string Of(ClosingPick pick, ClosingAnswer found, Telling telling)
    {
        var language = telling.Language;
        var room = pick.Spare is { } spare ? Room.In(language, ("spare", spare)) : (pick.Covers > 0 ? RoomPartly : RoomUnknown).In(language);
        var served = pick.Cells.Where(c => c.People > 0).OrderByDescending(c => c.People).ToList();
        var cells = (served.Count > 0 ? served : [.. pick.Cells]).Select(c => found.Gaps[c.Gap])
            .Select(g => CoverageSentences.Cell(g.Term, g.Region, telling)).ToList();
        return Sentence.Of([room, (served.Count > 0 ? Serves : Helps).In(language, ("people", pick.Covers), ("cells", cells))]);
    }
}
