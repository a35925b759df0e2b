using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>The points of two names.</summary>
/// <remarks>Names = 60 x shared / (shared + half (in names of common words twice) of what the one has more + one and a half of what both have otherwise), by the weight of words. What both have
/// otherwise costs up to 40 points more; a number, a branch, a part, a home, a place that differs cost 25 to 50 each.</remarks>
internal sealed class NameScore
{
    private const double Whole = 60;
    private readonly List<DuplicateSign> signs = [];

    private NameScore(double telling) => Telling = telling;

    /// <summary>The signs.</summary>
    internal IReadOnlyList<DuplicateSign> Signs => signs;

    /// <summary>Their sum.</summary>
    internal double Points => signs.Sum(s => s.Points);

    /// <summary>How much the shared words tell from other organizations: a rare word is 1.</summary>
    internal double Telling { get; }

    internal static NameScore Of(NameForm one, NameForm other, ReadRecord left, ReadRecord right)
    {
        var match = NameMatch.Of(one, other);
        var score = new NameScore(match.Telling);
        var (alone, otherAlone) = (Alone(match.LeftAlone, right), Alone(match.RightAlone, left));
        score.CompareWords(match, alone, otherAlone);
        score.Veto(one, other, match);
        score.CompareLegalForms(one, other, left.Record.LegalForm, right.Record.LegalForm);
        PlaceScore.Compare(one, other, match, left.Region, right.Region, score.Add);
        return score;
    }

    /// <summary>What one name has more, but for an acronym that the other organization states.</summary>
    private static NameWord[] Alone(IEnumerable<NameWord> words, ReadRecord other) =>
        [.. words.Where(w => w.Kind is not (WordKind.Small or WordKind.Legal) && !(w.IsAcronym && other.Acronyms.Contains(w.Text)))];

    private void CompareWords(NameMatch match, NameWord[] left, NameWord[] right)
    {
        var (contrast, missing) = Contrast(left, right);
        var share = match.Shared <= 0 ? 0 : match.Shared / (match.Shared + (Lacking(match) * missing) + (1.5 * contrast));
        var reason = left.Length + right.Length > 0 ? DuplicateReason.SimilarName
            : match.IsTranslation ? DuplicateReason.Translation
            : match.IsInitials ? DuplicateReason.SameAcronym
            : match.IsNearly ? DuplicateReason.Mistyped
            : match.IsSpelling ? DuplicateReason.OtherSpelling
            : DuplicateReason.SameName;
        Add(reason, Whole * share);
        if (contrast > 0.25)
        {
            Add(DuplicateReason.OtherWords, -Math.Min(40, 30 * contrast));
        }
    }

    /// <summary>A word more or less tells little beside rare words, and much in a name of words that all have.</summary>
    private static double Lacking(NameMatch match) => 0.5 + (1.5 * Math.Clamp(1 - match.Rare, 0, 1));

    /// <summary>What both have otherwise, and what only the one has more.</summary>
    private static (double Contrast, double Missing) Contrast(NameWord[] left, NameWord[] right)
    {
        var (a, b) = (left.Where(w => w.Kind != WordKind.Place).Sum(w => w.Contrast), right.Where(w => w.Kind != WordKind.Place).Sum(w => w.Contrast));
        var (leftPlace, rightPlace) = (left.Any(w => w.Kind == WordKind.Place), right.Any(w => w.Kind == WordKind.Place));

        // A place against a word that is none: a village that no list has, or another name.
        a += leftPlace && !rightPlace && a < b && right.Any(MayBePlace) ? 0.7 : 0;
        b += rightPlace && !leftPlace && b < a && left.Any(MayBePlace) ? 0.7 : 0;
        var missing = left.Concat(right).Where(w => w.Kind != WordKind.Place).Sum(w => w.Missing);
        return (Math.Min(a, b), missing);
    }

    private static bool MayBePlace(NameWord word) => word.Kind is WordKind.Own or WordKind.Common;

    private void Veto(NameForm one, NameForm other, NameMatch match)
    {
        var (left, right) = (match.LeftAlone.ToArray(), match.RightAlone.ToArray());
        NameWord[] both = [.. left, .. right];
        if (Array.Exists(both, w => w.Kind == WordKind.Number))
        {
            Add(DuplicateReason.OtherNumber, -45);
        }

        if (Array.Exists(both, w => Vocabulary.IsTwin(w.Text) && w.Kind is not (WordKind.Place or WordKind.Number)))
        {
            Add(DuplicateReason.OtherHalf, -25);
        }

        if (Array.Exists(both, w => w.Kind == WordKind.Branch || (Vocabulary.IsBranch(w.Text) && left.Length == 0 != (right.Length == 0) && w.Text is "unit" or "simpul" or "kantor")))
        {
            // Muhammadiyah Kudus is the Pimpinan Daerah Muhammadiyah Kudus.
            var ofOnePlace = one.Places.Any(p => Array.Exists(other.Places, p.MayBe)) && both.All(w => w.Kind is WordKind.Branch or WordKind.Small or WordKind.Group);
            Add(DuplicateReason.Branch, ofOnePlace ? -8 : -45);
        }

        if (Array.Exists(both, w => w.Kind == WordKind.Part))
        {
            Add(DuplicateReason.PartOf, -45);
        }

        if (one.Ended != other.Ended || (one.Ended && other.Ended && both.Length > 0))
        {
            Add(DuplicateReason.Successor, -45);
        }

        VetoHomes(one, other, left, right);
    }

    /// <summary>A foundation and the house that it runs have one name: the one says yayasan, the other panti, sekolah, klinik.</summary>
    private void VetoHomes(NameForm one, NameForm other, NameWord[] left, NameWord[] right)
    {
        var foundations = one.IsFoundation != other.IsFoundation;
        var house = one.IsFoundation ? other.IsFacility || other.IsUniversity : one.IsFacility || one.IsUniversity;
        if (foundations && house)
        {
            Add(DuplicateReason.HomeOfFoundation, -50);
        }
        else if (left.Any(w => w.Kind == WordKind.Facility) != right.Any(w => w.Kind == WordKind.Facility))
        {
            Add(DuplicateReason.PartOf, -20);
        }
    }

    private void CompareLegalForms(NameForm one, NameForm other, string? left, string? right)
    {
        var (a, b) = (LegalFamily.Of(one, left), LegalFamily.Of(other, right));
        if (LegalFamily.CannotBeOne(a, b))
        {
            Add(DuplicateReason.OtherLegalForm, -40);
        }
    }

    private void Add(DuplicateReason reason, double points) => signs.Add(new DuplicateSign(reason, points));
}
