using NetworkMap.Domain.Places;
using NetworkMap.Graph.Text;

namespace NetworkMap.Graph.Reading;

/// <summary>Reads regions by their names. A text in parts is read as one region and what holds it, in whichever order.</summary>
internal sealed class RegionNaming
{
    private readonly NetworkGraph graph;
    private readonly RegionIndex index;
    private readonly FormerNames former;
    private readonly MistypedRegions mistyped;

    internal RegionNaming(NetworkGraph graph, RegionIndex index, IReadOnlyCollection<FormerRegion> former)
    {
        (this.graph, this.index) = (graph, index);
        this.former = new FormerNames(graph, former);
        mistyped = new MistypedRegions(graph, index);
    }

    internal RegionReading Read(string text, RegionHints hints)
    {
        var parts = RegionPart.Cut(text).ConvertAll(PartOf);
        var within = Within(hints);
        if (parts is not [{ Matches.Count: 0, OtherKinds.Count: 0 } whole])
        {
            return Read(parts, within, hints);
        }

        return InTwo(whole) is { } two ? Read(two, within, hints)
            : Nearly(parts, within, hints) ?? (InProvince(whole) is { } known ? Read(known, within, hints) : Misplaced(parts, hints));
    }

    private RegionReading Read(List<RegionPart> parts, IReadOnlyList<RegionCode> within, RegionHints hints)
    {
        var found = Targets(parts, within);
        var reading = found.Count > 0 ? Choose(found, hints) : null;
        if (reading is not null && parts.TrueForAll(p => p.Matches.Count > 0))
        {
            return Shadowed(reading, parts, within, hints) ?? former.Doubt(reading, hints.AsOf) ?? reading;
        }

        return Nearly(parts, within, hints) ?? Partly(reading) ?? Misplaced(parts, hints);
    }

    /// <summary>The regions in which the text is said to lie, read as they stand; empty when nothing is said or understood.</summary>
    private IReadOnlyList<RegionCode> Within(RegionHints hints)
    {
        if (string.IsNullOrWhiteSpace(hints.Within))
        {
            return [];
        }

        if (RegionCode.TryParse(hints.Within.Trim(), out var code))
        {
            return [code];
        }

        var reading = Read(hints.Within.Trim(), RegionHints.None);
        return reading.Region is { } region ? [region] : reading.Doubt is RegionDoubt.SeveralOfThatName or RegionDoubt.NearlySo or RegionDoubt.Succeeded ? reading.Candidates : [];
    }

    private RegionPart PartOf(List<string> words)
    {
        var exact = Matches(words, w => index.Named(w.Joined), RegionWay.Name);
        exact = exact.Count > 0 ? exact : Matches(words, w => RegionWords.FromEnglish(w) is { } english ? index.Named(english) : [], RegionWay.Spelling);

        // A city of earlier days comes before a district that still has its name.
        var before = former.Matches(words);
        var matches = before.Count > 0 && exact.TrueForAll(e => Rank(e.Region) > before.Max(b => Rank(b.Region))) ? [.. before, .. exact] : exact;
        matches = matches.Count > 0 ? matches : Matches(words, w => index.Sounding(w.Joined), RegionWay.Spelling);
        return new RegionPart(words, matches, matches.Count > 0 ? [] : OtherKinds(words));
    }

    private List<RegionMatch> Matches(IReadOnlyList<string> words, Func<RegionWords, IEnumerable<Region>> named, RegionWay way)
    {
        var found = new List<RegionMatch>();
        foreach (var meant in RegionWords.Of(words))
        {
            found.AddRange(named(meant).Where(meant.Allow).SelectMany(r => FormerNames.Today(graph, r, way)));
        }

        return [.. found.DistinctBy(m => m.Region.Code)];
    }

    private List<RegionMatch> OtherKinds(List<string> words) =>
        [.. RegionWords.Of(words).Where(w => w.Kinds.Count > 0).SelectMany(w => index.Named(w.Joined).Where(w.AllowLevel)).Select(r => new RegionMatch(r, RegionWay.Name)).DistinctBy(m => m.Region.Code)];

    /// <summary>A text without commas that is a region and what holds it: "Kota Semarang Jawa Tengah".</summary>
    private List<RegionPart>? InTwo(RegionPart part)
    {
        for (var cut = part.Words.Count - 1; cut > 0; cut--)
        {
            var (left, right) = (PartOf([.. part.Words.Take(cut)]), PartOf([.. part.Words.Skip(cut)]));
            if (left.Matches.Count > 0 && right.Matches.Count > 0 && Targets([left, right], []).Count > 0)
            {
                return [left, right];
            }
        }

        return null;
    }

    /// <summary>A text without commas that ends with the name of a province.</summary>
    private List<RegionPart>? InProvince(RegionPart part)
    {
        for (var cut = 1; cut < part.Words.Count; cut++)
        {
            if (PartOf([.. part.Words.Skip(cut)]) is var right && right.Matches.Any(m => m.Region.Level == RegionLevel.Province && m.Way == RegionWay.Name))
            {
                return [PartOf([.. part.Words.Take(cut)]), right];
            }
        }

        return null;
    }

    /// <summary>Those of any part that lie in a region of every other part that was read, and in what the hints say.</summary>
    private List<RegionMatch> Targets(List<RegionPart> parts, IReadOnlyList<RegionCode> within) =>
        [.. parts.SelectMany(p => p.Matches.Where(m => LiesIn(m.Region.Code, p, parts, within))).DistinctBy(m => m.Region.Code)];

    private bool LiesIn(RegionCode code, RegionPart part, List<RegionPart> parts, IReadOnlyList<RegionCode> within) =>
        parts.TrueForAll(p => ReferenceEquals(p, part) || p.Matches.Count == 0 || p.Matches.Any(m => m.Region.Code != code && former.Holds(m.Region.Code, code)))
        && (within.Count == 0 || within.Any(w => former.Holds(w, code)));

    /// <summary>Of those that fit, the ones of the level that is wanted, or the largest.</summary>
    private static RegionReading Choose(IReadOnlyCollection<RegionMatch> found, RegionHints hints, RegionDoubt? doubt = null)
    {
        var wanted = found.Where(m => hints.Level is not { } level || m.Region.Level == level).ToList();
        if (wanted.Count == 0)
        {
            return RegionReading.Doubted(doubt ?? RegionDoubt.OtherKind, found.Select(m => m.Region.Code.At(hints.Level!.Value)), found.First().Way);
        }

        var rank = wanted.Min(m => Rank(m.Region));
        var large = wanted.Where(m => Rank(m.Region) == rank).ToList();
        return large.Count == 1 && doubt is null
            ? RegionReading.Of(large[0].Region.Code, large[0].Way)
            : RegionReading.Doubted(doubt ?? (large.TrueForAll(m => m.Way == RegionWay.Former) ? RegionDoubt.Succeeded : RegionDoubt.SeveralOfThatName), large.Select(m => m.Region.Code), large[0].Way);
    }

    /// <summary>A province and a regency of one name are a doubt; before districts and villages of it both are meant.</summary>
    internal static int Rank(Region region) => Math.Max(1, (int)region.Level);

    /// <summary>A village that happens to be called like a mistyped regency is a doubt when nothing says that a village is meant.</summary>
    private RegionReading? Shadowed(RegionReading reading, List<RegionPart> parts, IReadOnlyList<RegionCode> within, RegionHints hints)
    {
        var code = reading.Region ?? reading.Candidates.FirstOrDefault();
        if (code.Value is null || code.Level != RegionLevel.Village || hints.Level is not null || within.Count > 0 || parts is not [var part] || RegionWords.Of(part.Words).Any(w => w.Kinds.Count > 0))
        {
            return null;
        }

        var near = mistyped.Near(part, within).Where(n => n.Edits == 1 && n.Region.Level <= RegionLevel.Regency).Select(n => n.Region.Code).ToList();
        return near.Count == 0 ? null : RegionReading.Doubted(RegionDoubt.NearlySo, near.Concat(reading.Region is { } r ? [r] : reading.Candidates), RegionWay.Mistyped);
    }

    /// <summary>The one part that was not read, taken for a name with an error in it, inside the others.</summary>
    private RegionReading? Nearly(List<RegionPart> parts, IReadOnlyList<RegionCode> within, RegionHints hints)
    {
        var unread = parts.Where(p => p.Matches.Count == 0 && p.OtherKinds.Count == 0).ToList();
        if (unread.Count != 1)
        {
            // What is written right may still not lie where the hints say, while a name that is nearly it does.
            return unread.Count == 0 && parts.Count == 1 && within.Count > 0 ? MistypedRegions.Decide(mistyped.Near(parts[0], within).Where(n => within.Any(w => former.Holds(w, n.Region.Code))), hints, always: true) : null;
        }

        IReadOnlyList<RegionCode> around = parts.Count > 1 ? [.. Targets(parts, within).Select(m => m.Region.Code)] : within;
        var near = mistyped.Near(unread[0], around).Where(n => LiesIn(n.Region.Code, unread[0], parts, within)).ToList();
        return MistypedRegions.Decide(near, hints, always: false);
    }

    private static RegionReading? Partly(RegionReading? reading) =>
        reading is null ? null : RegionReading.Doubted(RegionDoubt.Coarser, reading.Region is { } region ? [region] : reading.Candidates, reading.Way);

    /// <summary>Nothing fits as a whole: what has the name and another kind, or lies elsewhere.</summary>
    private RegionReading Misplaced(List<RegionPart> parts, RegionHints hints)
    {
        var otherwise = parts.SelectMany(p => p.OtherKinds).ToList();
        if (otherwise.Count > 0)
        {
            return Choose(otherwise, RegionHints.None, RegionDoubt.OtherKind);
        }

        var elsewhere = parts.SelectMany(p => p.Matches).ToList();
        if (elsewhere.Count > 0)
        {
            return Choose(elsewhere, hints, RegionDoubt.Elsewhere);
        }

        var ofOtherLevels = parts.SelectMany(p => RegionWords.Of(p.Words)).Where(w => w.Kinds.Count > 0).SelectMany(w => index.Named(w.Joined)).Select(r => new RegionMatch(r, RegionWay.Name)).ToList();
        return ofOtherLevels.Count > 0 ? Choose(ofOtherLevels, RegionHints.None, RegionDoubt.OtherKind) : RegionReading.None;
    }
}
